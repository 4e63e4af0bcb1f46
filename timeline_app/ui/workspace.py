"""How the window shares its room: time and text above one another or side by side, and what narrows them down on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from timeline_app.settings import Layout

if TYPE_CHECKING:
    from timeline_app.settings import Settings
    from timeline_app.ui.facets_pane import FacetsPane


class Workspace(QWidget):
    """Arranges the panes it is given; knows nothing of what they show.

    Args:
        views: The timeline and the table, of which one is in sight.
        article: The article pane.
        beside: What stands beside the article: the participants, the undated articles.
        facets: What narrows down; out of sight until it is asked for.
    """

    def __init__(
        self,
        views: QStackedWidget,
        article: QWidget,
        beside: QWidget,
        facets: FacetsPane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._layout = Layout.BESIDE
        self._facets = facets
        self._whole = QSplitter()
        self._outer = QSplitter()
        self._inner = QSplitter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # From the outside inwards: what is put into a place that stands already is dressed and laid out once.
        column.addWidget(self._whole)
        self._whole.addWidget(facets)
        self._whole.addWidget(self._outer)
        facets.hide()
        self._outer.addWidget(views)
        self._outer.addWidget(self._inner)
        self._inner.addWidget(article)
        self._inner.addWidget(beside)
        for splitter in (self._whole, self._outer, self._inner):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._arrange()

    @property
    def arrangement(self) -> Layout:
        """The layout in force."""
        return self._layout

    def set_arrangement(self, layout: Layout, settings: Settings) -> None:
        """Change the layout; the proportions of each layout are remembered apart."""
        if layout != self._layout:
            self.save(settings)
            self._layout = layout
        self._arrange()
        self._outer.restoreState(settings.geometry(f"{layout} outer"))
        self._inner.restoreState(settings.geometry(f"{layout} inner"))
        # A remembered state brings its own orientation along; the layout decides.
        self._orient()

    def show_facets(self, settings: Settings, *, wanted: bool) -> None:
        """Show what narrows down on the left of everything, as wide as it was, or put it out of sight."""
        if self._facets.isVisibleTo(self) == wanted:
            return
        if not wanted:
            settings.set_geometry("facets", QByteArray(self._whole.saveState()))
        self._facets.setVisible(wanted)
        if wanted and not self._whole.restoreState(settings.geometry("facets")):
            width = self._facets.wanted_width
            self._whole.setSizes([width, max(1, self.width() - width)])

    def save(self, settings: Settings) -> None:
        """Remember the proportions."""
        if self._facets.isVisibleTo(self):
            settings.set_geometry("facets", QByteArray(self._whole.saveState()))
        settings.set_geometry(f"{self._layout} outer", QByteArray(self._outer.saveState()))
        settings.set_geometry(f"{self._layout} inner", QByteArray(self._inner.saveState()))

    def _orient(self) -> None:
        above = self._layout == Layout.ABOVE
        self._outer.setOrientation(Qt.Orientation.Vertical if above else Qt.Orientation.Horizontal)
        self._inner.setOrientation(Qt.Orientation.Horizontal if above else Qt.Orientation.Vertical)

    def _arrange(self) -> None:
        self._orient()
        if self._layout == Layout.ABOVE:
            self._outer.setSizes([420, 480])
            self._inner.setSizes([940, 300])
        else:
            self._outer.setSizes([680, 560])
            self._inner.setSizes([560, 240])
        self._whole.setStretchFactor(0, 0)
        self._whole.setStretchFactor(1, 1)
        for splitter in (self._outer, self._inner):
            splitter.setStretchFactor(0, 1)
            splitter.setStretchFactor(1, 1 if splitter is self._outer else 0)
