"""Pictures of the timeline: one of what is in view, or as many pages as the whole time takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.errors import ReaderError
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message
from timeline_app.ui.timeline_pages import MOST_PAGES, TimelinePages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from timeline_app.ui.timeline_view import TimelineView

_SCALE = 2
"""Pixels of a PNG for each logical pixel: sharp on fine screens and in print."""

_TALLEST = 16_000
"""Logical pixels of a picture: what is below has no room on it; pages have."""

PAGE = QSize(1120, 780)
"""A page of A4 on its side within its margins, in logical pixels."""


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A form of picture: its label for a reader (marked for translation), its ending, and whether it shows the whole time."""

    label: str
    ending: str
    write: Callable[[TimelinePages, QIODevice], None]
    is_paged: bool = False


def save_picture(timeline: TimelineView, path: Path, form: PictureFormat) -> int:
    """Write a picture of the timeline, whole or not at all, and return how many pages it has.

    Raises:
        ReaderError: The file cannot be written, or the whole time takes too many pages.
    """
    pages = whole_time(timeline) if form.is_paged else _in_view(timeline)
    try:
        file = QSaveFile(str(path))
        # Another program's bytes must not be half replaced where the disk is full: the file takes its name at the end.
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise _unwritable(path, file)
        form.write(pages, file)
        if not file.commit():
            raise _unwritable(path, file)
        return len(pages)
    finally:
        pages.close()


def _unwritable(path: Path, file: QSaveFile) -> ReaderError:
    return ReaderError(
        message(
            QT_TRANSLATE_NOOP("Message", "{path} cannot be written: {reason}"),
            path=str(path),
            reason=file.errorString(),
        )
    )


def whole_time(timeline: TimelineView) -> TimelinePages:
    """Return all events on pages, each with as much time as the view shows.

    Raises:
        ReaderError: That would be a book.
    """
    pages = TimelinePages(timeline, PAGE, whole_time=True)
    if len(pages) > MOST_PAGES:
        count = len(pages)
        pages.close()
        raise ReaderError(
            Message.tr(
                "with so little time on a page this takes %Ln pages; zoom out to put more on each",
                "",
                count,
                one="with so little time on a page this takes a page; zoom out to put more on each",
            )
        )
    return pages


def _in_view(timeline: TimelineView) -> TimelinePages:
    """Return the stretch of time in view as one page, tall enough for all lanes."""
    height = timeline.height()
    pages = TimelinePages(timeline, QSize(timeline.width(), height), whole_time=False)
    if pages.content_height > height:
        pages.close()
        height = min(pages.content_height, _TALLEST)
        pages = TimelinePages(timeline, QSize(timeline.width(), height), whole_time=False)
    return pages


def print_pages(pages: TimelinePages, device: QPagedPaintDevice) -> None:
    """Paint all pages on a printer, or on what stands for one."""
    painter = QPainter(device)
    factor = min(device.width() / pages.page.width(), device.height() / pages.page.height())
    for number in range(len(pages)):
        if number:
            device.newPage()
        painter.save()
        painter.scale(factor, factor)
        pages.paint(painter, number)
        painter.restore()
    painter.end()


def on_its_side() -> QPageLayout:
    """Return the layout that pages are made for."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(10, 10, 10, 10),
        QPageLayout.Unit.Millimeter,
    )


def _write_png(pages: TimelinePages, device: QIODevice) -> None:
    image = QImage(pages.page * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    pages.paint(painter, 0)
    painter.end()
    image.save(device, "PNG")  # type: ignore[call-overload]


def _write_svg(pages: TimelinePages, device: QIODevice) -> None:
    from PySide6.QtSvg import QSvgGenerator  # not at the start: a library of its own

    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(pages.page)
    generator.setViewBox(pages.page_rect)
    generator.setResolution(96)
    painter = QPainter(generator)
    pages.paint(painter, 0)
    painter.end()


def _write_pdf(pages: TimelinePages, device: QIODevice) -> None:
    writer = QPdfWriter(device)
    writer.setPageLayout(on_its_side())
    print_pages(pages, writer)


PICTURE_FORMATS = (
    PictureFormat(QT_TRANSLATE_NOOP("Message", "Picture of what is in view"), ".png", _write_png),
    PictureFormat(QT_TRANSLATE_NOOP("Message", "Drawing of what is in view"), ".svg", _write_svg),
    PictureFormat(QT_TRANSLATE_NOOP("Message", "The whole time, on pages"), ".pdf", _write_pdf, is_paged=True),
)
