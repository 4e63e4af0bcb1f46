"""All that the library knows of one participant: its names, roles over time, companions, activity; each says where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.period import Period
from timeline_app.models import texts
from timeline_app.ui.plain_label import PlainLabel
from timeline_app.ui.theme import current_theme
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from timeline_app.domain.records import Activity, NameForm, ParticipantPage, RoleHeld

_ARTICLE = Qt.ItemDataRole.UserRole
_WHO = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2
_MONTHS_A_YEAR = 12


class ParticipantWindow(QDialog):
    """A window beside the main one. A line about an article leads there, one about a participant to its page."""

    article_requested = Signal(object)
    """An article's id."""
    participant_requested = Signal(object)
    """A participant's id: its page is wanted."""
    events_requested = Signal(object)
    """A participant's id: only its events are to be shown."""
    lane_requested = Signal(object)
    """A participant's id: it is to have a lane of its own."""
    split_requested = Signal(object)
    """A `ParticipantKey` that is to be a participant of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self._page: ParticipantPage | None = None
        self._name = PlainLabel(wraps=True, selectable=True)
        self._facts = PlainLabel(wraps=True, selectable=True)
        self._activity = _ActivityBars()
        self._tree = QTreeWidget()
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(14)
        self._tree.setUniformRowHeights(False)
        self._tree.setWordWrap(True)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._tree.setAccessibleName(self.tr("Names, roles and companions"))
        self._tree.itemActivated.connect(self._on_activated)
        self._tree.currentItemChanged.connect(self._refresh)
        self._split = QPushButton(self.tr("This name is &somebody else"))
        events, lane = QPushButton(self.tr("Only these &events")), QPushButton(self.tr("A &lane of its own"))
        line = QHBoxLayout()
        for button, act in (
            (self._split, self._ask_to_split),
            (lane, lambda: self.lane_requested.emit(self._id)),
            (events, lambda: self.events_requested.emit(self._id)),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(self._activity)
        column.addWidget(self._tree, 1)
        column.addLayout(line)
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.fontMetrics().height() * 38)

    @property
    def _id(self) -> int:
        assert self._page is not None
        return self._page.participant.id

    @property
    def participant(self) -> int | None:
        """The id of the participant that is shown."""
        return self._page.participant.id if self._page is not None else None

    def show_page(self, page: ParticipantPage) -> None:
        """Show a participant."""
        self._page = page
        who, number = page.participant, QLocale().toString
        self.setWindowTitle(who.name)
        self._name.setFont(with_weight(scaled(self.font(), 1.35), self.font().Weight.DemiBold))
        self._name.setText(who.name)
        facts = (
            self._kind(who.kind),
            self.tr("%Ln events told in all", "", who.events),
            self.tr("%Ln mentions", "", who.mentions),
            texts.article_count(who.articles),
        )
        self._facts.setText(" · ".join(facts))
        self._activity.show_activity(page.activity)
        self._tree.clear()
        if page.roles:
            heading = self._heading(self.tr("Roles"))
            for role in page.roles:
                heading.addChild(_role_line(role))
        heading = self._heading(self.tr("Names"))
        for form in page.names:
            heading.addChild(self._name_line(form))
        if page.companions:
            heading = self._heading(self.tr("Together with"))
            for companion in page.companions:
                item = QTreeWidgetItem([companion.participant.name, number(companion.events)])
                item.setData(0, _WHO, companion.participant.id)
                heading.addChild(item)
        self._tree.expandAll()
        self._refresh()

    def _kind(self, kind: ParticipantKind) -> str:
        return {
            ParticipantKind.PERSON: self.tr("Person"),
            ParticipantKind.ORGANISATION: self.tr("Organisation"),
            ParticipantKind.PLACE: self.tr("Place"),
        }[kind]

    def _heading(self, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(0, with_weight(self.font(), self.font().Weight.DemiBold))
        self._tree.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        return item

    def _name_line(self, form: NameForm) -> QTreeWidgetItem:
        words = form.name
        if form.example is not None:
            words += f"\n“{' '.join(form.example.quotation.split())}”"
        item = QTreeWidgetItem([words, QLocale().toString(form.articles)])
        item.setToolTip(1, self.tr("articles that use this name"))
        item.setData(0, _KEY, form.key)
        if form.example is not None:
            item.setData(0, _ARTICLE, form.example.article)
        return item

    def _key(self) -> ParticipantKey | None:
        key = self._tree.currentIndex().siblingAtColumn(0).data(_KEY)
        return key if isinstance(key, ParticipantKey) else None

    def _refresh(self, *_items: object) -> None:
        # The last name cannot be split off: nothing would be left.
        several = self._page is not None and sum(form.key is not None for form in self._page.names) > 1
        self._split.setEnabled(several and self._key() is not None)

    def _ask_to_split(self) -> None:
        key = self._key()
        if key is not None:
            self.split_requested.emit(key)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        if (who := item.data(0, _WHO)) is not None:
            # Afterwards: the tree with this line will be another one.
            QTimer.singleShot(0, self, lambda: self.participant_requested.emit(who))
        elif (article := item.data(0, _ARTICLE)) is not None:
            self.article_requested.emit(article)


def _role_line(held: RoleHeld) -> QTreeWidgetItem:
    first, last = (texts.period(Period.of_day(day)) if day is not None else "" for day in (held.first, held.last))
    when = first if first == last else f"{first} – {last}"
    item = QTreeWidgetItem([str(held.role), when])
    if held.articles:
        item.setData(0, _ARTICLE, held.articles[0])
    return item


class _ActivityBars(QWidget):
    """How many events begin in each month, from the first to the last."""

    def __init__(self) -> None:
        super().__init__()
        self._activity: Activity | None = None

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() * 4)

    def show_activity(self, activity: Activity) -> None:
        self._activity = activity
        self.setVisible(len(activity.months) > 0)
        if len(activity.months):
            self.setAccessibleName(f"{self._first} – {self._last}")
        self.update()

    @property
    def _first(self) -> str:
        assert self._activity is not None
        return _month(int(self._activity.months[0]))

    @property
    def _last(self) -> str:
        assert self._activity is not None
        return _month(int(self._activity.months[-1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._activity is None or not len(self._activity.months):
            return
        theme, months, events = current_theme(), self._activity.months, self._activity.events
        first, span = int(months[0]), int(months[-1] - months[0]) + 1
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), 0.85))
        line = painter.fontMetrics().height()
        height, most = self.height() - line - 4, max(int(events.max()), 1)
        width = max(self.width() / span, 1.0)
        for month, count in zip(months.tolist(), events.tolist(), strict=True):
            tall = max(2.0, height * count / most)
            x = (month - first) * self.width() / span
            painter.fillRect(QRectF(x, height - tall, max(width - 1, 1), tall), theme.accent)
        painter.fillRect(QRectF(0, height, self.width(), 1), theme.line)
        painter.setPen(theme.muted)
        below = QRectF(0, height + 2, self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._first)
        if span > 1:
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._last)
        painter.end()


def _month(number: int) -> str:
    year, month = divmod(number, _MONTHS_A_YEAR)
    return texts.period(Period.of_date(1970 + year, month + 1))
