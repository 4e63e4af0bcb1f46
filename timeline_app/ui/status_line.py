"""The line at the foot of the window: what just happened, why something could not be done, and how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStatusBar, QWidget

from timeline_app.models import texts
from timeline_app.ui.plain_label import PlainLabel

if TYPE_CHECKING:
    from timeline_app.messages import Message
    from timeline_app.rereading import RefineProgress
    from timeline_app.snapshots import Snapshot

_NEWS_MS = 8_000
_FAILURE_MS = 30_000


class StatusLine(QStatusBar):
    """Says things that ask for no answer; a failure stays longer, and darker, than other news."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refining = PlainLabel()
        self._refining.hide()
        self.addPermanentWidget(self._refining)
        self._counts = PlainLabel()
        self.addPermanentWidget(self._counts)
        self.setSizeGripEnabled(False)
        self.messageChanged.connect(self._on_message)

    def say(self, message: Message) -> None:
        """Say why something could not be done."""
        text = texts.message(message)
        self._stress(is_stressed=True)
        self.showMessage(text[:1].upper() + text[1:], _FAILURE_MS)

    def say_text(self, text: str) -> None:
        """Say something in the reader's language already."""
        self._stress(is_stressed=False)
        self.showMessage(text, _NEWS_MS)

    def show_counts(self, snapshot: Snapshot, *, can_correct: bool) -> None:
        """Say how much the library holds, and what of it is out of sight."""
        events = texts.event_count(len(snapshot.events))
        words = [self.tr("{events} in %Ln articles", "", snapshot.info.articles).format(events=events)]
        if snapshot.undated:
            words.append(self.tr("%Ln without a date", "", len(snapshot.undated)))
        if snapshot.info.retold:
            words.append(self.tr("%Ln told again by near copies", "", snapshot.info.retold))
        if snapshot.hidden:
            words.append(self.tr("%Ln hidden", "", snapshot.hidden))
        if not can_correct:
            words.append(self.tr("can be read but not changed"))
        self._counts.setText(" · ".join(words))

    def show_refining(self, progress: RefineProgress) -> None:
        """Say how far the careful reading is."""
        number = QLocale().toString
        self._refining.setText(
            self.tr("reading carefully: {done} of %Ln articles", "", progress.total).format(done=number(progress.done))
        )
        self._refining.show()

    def end_refining(self) -> None:
        """Say no more of it."""
        self._refining.hide()

    def clear_counts(self) -> None:
        """Say nothing of a library that is not read yet."""
        self._counts.clear()

    def _on_message(self, text: str) -> None:
        if not text:
            self._stress(is_stressed=False)

    def _stress(self, *, is_stressed: bool) -> None:
        if self.property("stressed") != is_stressed:
            self.setProperty("stressed", is_stressed)
            # A style sheet looks at properties only when it is asked to.
            self.style().unpolish(self)
            self.style().polish(self)
