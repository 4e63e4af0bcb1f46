"""How the window shares its room: time and text above one another or side by side, the timeline or the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from timeline_app.settings import Layout

if TYPE_CHECKING:
    from timeline_app.settings import Settings


class Workspace(QWidget):
    """Arranges the panes it is given; knows nothing of what they show.

    Args:
        views: The timeline and the table, of which one is in sight.
        article: The article pane.
        beside: What stands beside the article: the participants, the undated articles.
    """

    def __init__(self, views: QStackedWidget, article: QWidget, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = Layout.BESIDE
        self._outer = QSplitter()
        self._inner = QSplitter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # From the outside inwards: what is put into a place that stands already is dressed and laid out once.
        column.addWidget(self._outer)
        self._outer.addWidget(views)
        self._outer.addWidget(self._inner)
        self._inner.addWidget(article)
        self._inner.addWidget(beside)
        for splitter in (self._outer, self._inner):
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

    def save(self, settings: Settings) -> None:
        """Remember the proportions."""
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
        for splitter in (self._outer, self._inner):
            splitter.setStretchFactor(0, 1)
            splitter.setStretchFactor(1, 1 if splitter is self._outer else 0)
