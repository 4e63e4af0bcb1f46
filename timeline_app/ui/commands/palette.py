"""The command palette over everything that has a name: commands, participants, saved views, dates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from timeline_app.ui.commands.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline_app.models.palette_model import Offer
    from timeline_app.ui.palette import Palette
    from timeline_app.ui.palette_offers import PaletteOffers


class PaletteCommands(Topic):
    """Opens the palette, and does what is chosen in it."""

    def bindings(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {"palette": lambda: self.palette.open_with(self._offers.all())}

    @cached_property
    def _offers(self) -> PaletteOffers:
        from timeline_app.ui.palette_offers import PaletteOffers  # not at the start

        return PaletteOffers(self._window)

    @cached_property
    def palette(self) -> Palette:
        """The palette: made when it is first opened."""
        from timeline_app.ui.palette import Palette  # not at the start

        palette = Palette(self._window, self._offers.dates)
        palette.chosen.connect(_do)
        return palette


def _do(offer: Offer) -> None:
    if callable(offer.value):
        offer.value()
