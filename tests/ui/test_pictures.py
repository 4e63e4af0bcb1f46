"""Pictures of the timeline, read back by programs that know nothing of ours."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.timeline.conftest import make_events
from timeline_app.domain.event_index import EventSummary
from timeline_app.errors import ReaderError
from timeline_app.models.event_model import EventModel
from timeline_app.settings import ThemeChoice
from timeline_app.timeline.grouping import LaneGrouping
from timeline_app.ui.pictures import PICTURE_FORMATS, on_its_side, print_pages, save_picture, whole_time
from timeline_app.ui.style import apply_theme
from timeline_app.ui.theme import LIGHT
from timeline_app.ui.timeline_pages import TimelinePages
from timeline_app.ui.timeline_view import TimelineView

DAY = 86_400
PNG, SVG, PDF = PICTURE_FORMATS
STARTS = [0, 3 * DAY, 100 * DAY, 103 * DAY, 900 * DAY]


def words(ids: Sequence[int]) -> Mapping[int, EventSummary]:
    return {i: EventSummary(i, i, f"Ministers met again {i}", "Wire") for i in ids}


@pytest.fixture
def view(app: QApplication) -> Iterator[TimelineView]:
    apply_theme(ThemeChoice.DARK)
    view = TimelineView()
    view.set_motion(False)
    view.resize(900, 500)
    model = EventModel(view)
    model.set_events(make_events(STARTS, [DAY] * len(STARTS), [0, 1, 0, 1, 0]), words)
    view.setModel(model)
    view.show()
    view.set_visible_span(-2 * DAY, 8 * DAY)
    yield view
    view.close()
    view.deleteLater()
    apply_theme(ThemeChoice.LIGHT)


def titles_of(text: str) -> int:
    return "".join(text.split()).count("Ministersmetagain")


def test_a_picture_is_sharp_and_as_light_as_paper_however_the_window_is_dressed(
    view: TimelineView, tmp_path: Path
) -> None:
    assert save_picture(view, tmp_path / "a.png", PNG) == 1
    image = QImage(str(tmp_path / "a.png"))
    assert image.size() == view.size() * 2
    colours = {image.pixelColor(x, image.height() - 10).name() for x in range(0, image.width(), 7)}
    assert LIGHT.surface.name() in colours
    assert QColor("black").name() not in colours


def test_a_drawing_has_the_titles_in_view_as_words(view: TimelineView, tmp_path: Path) -> None:
    save_picture(view, tmp_path / "a.svg", SVG)
    root = ET.parse(tmp_path / "a.svg").getroot()
    said = " ".join("".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text"))
    assert titles_of(said) == 2
    assert root.get("viewBox") == "0 0 900 500"


def test_pages_hold_every_event_and_none_is_empty(view: TimelineView, tmp_path: Path) -> None:
    count = save_picture(view, tmp_path / "a.pdf", PDF)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    assert count == len(pages) < 10
    assert all(titles_of(page) for page in pages)
    said = "\n".join(pages)
    assert all(f"Ministersmetagain{i}" in said for i in view.model().events.ids.tolist())  # type: ignore[attr-defined]


def test_lanes_that_do_not_fit_go_on_on_the_next_page(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    tall = TimelinePages(view, QSize(900, 5000), whole_time=False)
    low = TimelinePages(view, QSize(900, 160), whole_time=False)
    assert len(tall) == 1
    assert len(low) > 1
    tall.close()
    low.close()


def test_a_book_is_refused_in_one_sentence(view: TimelineView) -> None:
    model = view.model()
    assert isinstance(model, EventModel)
    model.set_events(make_events([n * DAY for n in range(2000)], [DAY] * 2000), words)
    view.set_visible_span(0, DAY)
    with pytest.raises(ReaderError, match="zoom out"):
        whole_time(view)


def test_what_cannot_be_written_leaves_nothing_behind(view: TimelineView, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be written"):
        save_picture(view, tmp_path / "nowhere" / "a.png", PNG)
    assert list(tmp_path.iterdir()) == []


def test_printing_gives_the_same_pages(view: TimelineView, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(on_its_side())
    pages = whole_time(view)
    print_pages(pages, printer)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == len(pages)
    width, height = document[0].get_size()
    assert width > height
    document.close()
    pages.close()


def test_the_ruler_is_on_every_page(view: TimelineView) -> None:
    view.set_lanes(LaneGrouping.OUTLET)
    pages = TimelinePages(view, QSize(900, 160), whole_time=False)
    rulers = []
    for number in range(len(pages)):
        image = QImage(pages.page, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        pages.paint(painter, number)
        painter.end()
        rulers.append(image.copy(QRect(120, 0, 780, 20)))
    assert all(ruler == rulers[0] for ruler in rulers)
    pages.close()
