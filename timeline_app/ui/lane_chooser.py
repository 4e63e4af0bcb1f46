"""The button above the names of the lanes: it says what they have in common, and opens the menu of what they could have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from timeline_app.timeline.grouping import LaneGrouping

if TYPE_CHECKING:
    from timeline_app.ui.timeline_swimlanes import Swimlanes


class LaneChooser(QToolButton):
    """Follows the grouping of the lanes; `clicked` asks for the menu."""

    def __init__(self, swimlanes: Swimlanes, parent: QWidget) -> None:
        super().__init__(parent)
        self._swimlanes = swimlanes
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(self.tr("What lanes have in common, and their order"))
        swimlanes.regrouped.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        words = {
            LaneGrouping.NONE: "",
            LaneGrouping.OUTLET: self.tr("By outlet"),
            LaneGrouping.KIND: self.tr("By kind of event"),
            LaneGrouping.PARTICIPANT: self.tr("By participant"),
            LaneGrouping.PARTICIPANT_KIND: self.tr("By kind of participant"),
            LaneGrouping.TAG: self.tr("By tag"),
            LaneGrouping.FOLDER: self.tr("By folder"),
        }[self._swimlanes.grouping]
        self.setText(self.tr("{grouping} ▾").format(grouping=words))
        self.setAccessibleName(self.tr("Lanes: {grouping}").format(grouping=words))
