"""What the reader prefers, put in force: the dialog, and the entries of the View menu that are preferences too."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline_app.models import texts
from timeline_app.settings import BarHeight, DateStyle, Motion, ThemeChoice, WheelUse
from timeline_app.ui.commands.topic import Topic
from timeline_app.ui.style import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.settings import Preferences

_TEXT_STEP = 1.1


class PreferenceCommands(Topic):
    """Keeps preferences in the settings and tells everything that follows them."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        self._window.actions_.set_keys(self._settings.keys)
        self._put_in_force(self._settings.preferences)
        return {
            "preferences": self._ask,
            **{f"theme_{choice.value}": partial(self._change, theme=choice) for choice in ThemeChoice},
            "linear_bars": self._toggle_bars,
            "larger_text": partial(self._scale_text, _TEXT_STEP),
            "smaller_text": partial(self._scale_text, 1 / _TEXT_STEP),
            "normal_text": partial(self._change, text_scale=1.0),
        }

    def prefer(self, wanted: Preferences) -> None:
        """Keep preferences and put them in force."""
        before = self._settings.preferences
        self._settings.preferences = wanted
        if wanted.theme != before.theme:
            apply_theme(wanted.theme)
        self._put_in_force(wanted)

    def _put_in_force(self, wanted: Preferences) -> None:
        window = self._window
        texts.write_days_as_numbers(wanted.dates is DateStyle.ISO)
        self._check("theme", wanted.theme.value)
        window.article.set_text_scale(wanted.text_scale)
        window.timeline.set_motion(False if wanted.motion is Motion.OFF else None)
        window.timeline.set_linear_bars(wanted.bars is BarHeight.LINEAR)
        window.actions_["linear_bars"].setChecked(wanted.bars is BarHeight.LINEAR)
        window.timeline.set_week_start(wanted.week_start.days_after_monday)
        window.timeline.gestures.wheel_zooms = wanted.wheel is WheelUse.ZOOM
        window.session.intake.processes = wanted.processes or None
        window.show_texts_anew()

    def _change(self, **values: Any) -> None:
        self.prefer(replace(self._settings.preferences, **values))

    def _toggle_bars(self) -> None:
        is_linear = self._window.actions_["linear_bars"].isChecked()
        self._change(bars=BarHeight.LINEAR if is_linear else BarHeight.LOG)

    def _scale_text(self, factor: float) -> None:
        self._change(text_scale=self._settings.preferences.text_scale * factor)

    def _ask(self) -> None:
        from timeline_app.ui.languages import languages  # not at the start
        from timeline_app.ui.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._settings.preferences, self._window.actions_, languages(), self._window)
        dialog.changed.connect(self.prefer)
        dialog.keys_changed.connect(self._keep_keys)
        dialog.exec()

    def _keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self._settings.keys = dict(keys)
        self._window.commands.connect_letters()
