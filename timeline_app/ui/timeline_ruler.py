"""The ruler above the lanes: two rows of calendar units in the reader's language, and a drag that zooms to a stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF, QStaticText
from PySide6.QtWidgets import QWidget

from timeline_app.domain.calendar import SECONDS_PER_DAY, civil, day_of, instant, weekday
from timeline_app.domain.period import Granularity, Period
from timeline_app.models import texts
from timeline_app.timeline.scale import TimeScale
from timeline_app.timeline.ticks import Step, Unit, coarse_of, fine_step, ticks
from timeline_app.ui.hairlines import Hairlines
from timeline_app.ui.theme import current_theme
from timeline_app.ui.timeline_labels import Fonts, ready_text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from timeline_app.domain.calendar import Instant


_KEPT = 2000


class RulerWords:
    """The labels of the ruler, by the locale, in words as long as the steps allow."""

    def __init__(self, fonts: Fonts) -> None:
        self._metrics = QFontMetrics(fonts.title)
        self._strong = QFontMetrics(fonts.strong)
        self._gap = self._metrics.horizontalAdvance("nn")
        self._widths: dict[Step, float] = {}
        self._form_widths: dict[Step, list[int]] = {}
        self._labels: dict[tuple[Step, Instant, int], tuple[str, int]] = {}
        self._coarse: dict[tuple[Step, Instant], str] = {}
        self._fonts = fonts
        self._ready: dict[tuple[str, bool], QStaticText] = {}

    def ready(self, text: str, *, strong: bool) -> QStaticText:
        """Return a label ready to be drawn: most are the same in the next picture."""
        label = self._ready.get((text, strong))
        if label is None:
            if len(self._ready) > _KEPT:
                self._ready.clear()
            label = ready_text(text, self._fonts.strong if strong else self._fonts.title)
            self._ready[text, strong] = label
        return label

    def width(self, step: Step) -> float:
        """Return the room that the labels of a step need, in their shortest form, with the gap between them."""
        if step not in self._widths:
            shortest = (_forms(step, sample)[-1] for sample in _samples(step))
            own = max(map(self._metrics.horizontalAdvance, shortest)) + self._gap
            self._widths[step] = max(own, self._share_of_day(step))
        return self._widths[step]

    def _share_of_day(self, step: Step) -> float:
        """Return the room that each tick of hours or minutes needs so that the day above them has room for its date."""
        if step.unit >= Unit.DAY:
            return 0.0
        day = Step(Unit.DAY, 1)
        dates = (self.coarse(day, instant(2000, month, 28), instant(2000, month, 29)) for month in range(1, 13))
        widest = max(map(self._strong.horizontalAdvance, dates)) + 2 * self._gap
        return widest * step.seconds / SECONDS_PER_DAY

    def fine(self, scale: TimeScale, width: float, step: Step) -> list[tuple[float, str, int]]:
        """Return the labels of the ticks of a step with their left edges and widths, none cut by the edges of the canvas.

        All are written in the same form, the longest that every label of the step has room for.
        """
        form, result = self._form(step, scale.length(step.seconds) * 0.9), []
        for tick, following in ticks(scale, width, step):
            text, wide = self._label(step, tick, form)
            left = scale.x(tick) + self._gap * 0.45
            if left >= 0 and left + wide <= min(scale.x(following), width):
                result.append((left, text, wide))
        return result

    def _form(self, step: Step, room: float) -> int:
        widths = self._form_widths.get(step)
        if widths is None:
            by_form = zip(*(_forms(step, sample) for sample in _samples(step)), strict=True)
            widths = [max(map(self._metrics.horizontalAdvance, forms)) + self._gap for forms in by_form]
            self._form_widths[step] = widths
        return next((form for form, width in enumerate(widths) if width <= room), len(widths) - 1)

    def _label(self, step: Step, tick: Instant, form: int) -> tuple[str, int]:
        key = (step, tick, form)
        if key not in self._labels:
            if len(self._labels) > _KEPT:
                self._labels.clear()
            text = _forms(step, tick)[form]
            self._labels[key] = text, self._metrics.horizontalAdvance(text)
        return self._labels[key]

    def row(self, scale: TimeScale, width: float) -> list[tuple[float, str, int]]:
        """Return the labels of a single row at the step that fits."""
        return self.fine(scale, width, fine_step(scale, self.width))

    def coarse(self, step: Step, tick: Instant, following: Instant) -> str:
        """Return the label of a cell of the coarse row."""
        key = (step, tick)
        if key not in self._coarse:
            if len(self._coarse) > _KEPT:
                self._coarse.clear()
            self._coarse[key] = _cell(step, tick, following)
        return self._coarse[key]


def _cell(step: Step, tick: Instant, following: Instant) -> str:
    """Return the label of a cell of the coarse row."""
    if step.unit is Unit.DAY:
        return texts.period(Period.of_day(day_of(tick)), with_weekday=True)
    at = civil(tick)
    if step.unit is Unit.MONTH:
        return texts.period(Period.of_date(at.year, at.month))
    if step.count == 1:
        return texts.period(Period.of_date(at.year))
    return texts.period(Period(tick, following, Granularity.YEAR))


def _forms(step: Step, tick: Instant) -> tuple[str, ...]:
    """Return the ways to write a tick of the fine row, the longest first."""
    at, locale = civil(tick), QLocale()
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    if step.unit is Unit.YEAR:
        return (texts.period(Period.of_date(at.year)),)
    if step.unit is Unit.MONTH:
        return locale.standaloneMonthName(at.month, long), locale.standaloneMonthName(at.month, short)
    if step.unit is Unit.WEEK:
        return f"{texts.day_number(at.day)} {locale.monthName(at.month, short)}", str(at.day)
    if step.unit is Unit.DAY:
        day = weekday(day_of(tick)) + 1
        return f"{locale.dayName(day, long)} {at.day}", f"{locale.dayName(day, short)} {at.day}", str(at.day)
    return (_clock(tick % SECONDS_PER_DAY),)


def _samples(step: Step) -> list[Instant]:
    """Return ticks among whose labels are the widest of a step."""
    if step.unit is Unit.YEAR:
        return [instant(year) for year in ((2000, -4999) if step.count > 50 else (2000,))]
    if step.unit >= Unit.WEEK:
        return [instant(2000, month, 28) for month in range(1, 13)]
    return [instant(2000, 5, day, hour) for day, hour in zip(range(22, 29), (0, 5, 10, 11, 12, 20, 22), strict=True)]


def _clock(second_of_day: int) -> str:
    moment = QTime(0, 0).addSecs(second_of_day)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


class Ruler(QWidget):
    """Shows a scale. A drag over it asks for the stretch dragged over."""

    zoom_requested = Signal(float, float)
    """The instants that bound the stretch."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.week_offset = 0
        """How many days after Monday weeks begin."""
        self._scale = TimeScale(0.0, 1.0)
        self._now: float | None = None
        self._drag: tuple[float, float] | None = None
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_fonts(Fonts.of(self.font()))

    def set_fonts(self, fonts: Fonts) -> None:
        """Write in other faces."""
        self._fonts = fonts
        self._words = RulerWords(fonts)
        self._line = QFontMetrics(fonts.title).height()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines and the air around them."""
        return QSize(200, round(self._line * 3.3))

    @property
    def step(self) -> Step:
        """The step of the fine row."""
        return fine_step(self._scale, self._words.width, self.week_offset)

    def show_scale(self, scale: TimeScale, now: float) -> None:
        """Show another stretch of time, and where the present is in it."""
        self._scale, self._now = scale, now
        self.update()

    def labels(self) -> tuple[list[tuple[QRectF, str]], list[tuple[QRectF, str]]]:
        """Return the labels of the coarse and the fine row with the rectangles that they fill; none is cut by the edges."""
        coarse: list[tuple[QRectF, str]] = []
        fine: list[tuple[QRectF, str]] = []
        if not self.isEnabled():
            return coarse, fine
        middle, inset = self.height() * 0.48, self._line * 0.45
        strong = QFontMetrics(self._fonts.strong)
        step = self.step
        above = coarse_of(step)
        for tick, following in ticks(self._scale, self.width(), above):
            text = self._words.coarse(above, tick, following)
            width = strong.horizontalAdvance(text)
            # The label stays in view as long as its cell has room for it.
            left = max(self._scale.x(tick), 0.0) + inset
            right = min(self._scale.x(following), float(self.width()))
            if left + width + inset <= right:
                coarse.append((QRectF(left, 0, width, middle), text))
        for left, text, width in self._words.fine(self._scale, self.width(), step):
            fine.append((QRectF(left, middle, width, self.height() - middle), text))
        return coarse, fine

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the ruler."""
        painter = QPainter(self)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw lines, labels, the present and the drag."""
        theme = current_theme()
        painter.fillRect(self.rect(), theme.surface)
        height, middle = self.height(), self.height() * 0.48
        if not self.isEnabled():
            return
        step = self.step
        lines = Hairlines(painter)
        for stride, top in ((step, middle + self._line * 0.35), (coarse_of(step), self._line * 0.3)):
            for tick, _ in ticks(self._scale, self.width(), stride):
                lines.upright(self._scale.x(tick), round(top), height, theme.line)
        lines.level(height - 1, 0, self.width(), theme.line)
        coarse, fine = self.labels()
        painter.setFont(self._fonts.strong)
        painter.setPen(theme.text)
        for box, text in coarse:
            self._write(painter, text, box, strong=True)
        painter.setFont(self._fonts.title)
        painter.setPen(theme.muted)
        for box, text in fine:
            self._write(painter, text, box, strong=False)
        self._paint_now(painter, theme.now)
        if self._drag is not None:
            tint = QColor(theme.accent)
            tint.setAlpha(56)
            painter.fillRect(QRectF(min(self._drag), 0, abs(self._drag[1] - self._drag[0]), height), tint)

    def _write(self, painter: QPainter, text: str, box: QRectF, *, strong: bool) -> None:
        label = self._words.ready(text, strong=strong)
        air = (box.height() - label.size().height()) / 2 + (self._line * 0.1 if strong else 0)
        painter.drawStaticText(round(box.x()), round(box.y() + air), label)

    def _paint_now(self, painter: QPainter, colour: QColor) -> None:
        if self._now is None or not 0 <= self._scale.x(self._now) <= self.width():
            return
        x, half, bottom = int(self._scale.x(self._now)) + 0.5, self._line * 0.3, self.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        points = [QPointF(x - half, bottom - half), QPointF(x + half, bottom - half), QPointF(x, bottom)]
        painter.drawPolygon(QPolygonF(points))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = (event.position().x(), event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show how far the drag goes."""
        if self._drag is not None:
            self._drag = (self._drag[0], event.position().x())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the stretch, unless it was a mere click."""
        if self._drag is None:
            return
        left, right = sorted((self._drag[0], event.position().x()))
        self._drag = None
        self.update()
        if right - left > 4:
            self.zoom_requested.emit(self._scale.time(left), self._scale.time(right))
