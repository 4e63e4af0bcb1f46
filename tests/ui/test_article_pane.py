"""Reading: the whole text, the sentence marked and in sight, everything marked explained and followed by real clicks and keys."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from tests.ui.conftest import (
    AGROUND,
    APOLOGY,
    BODY,
    CANAL,
    DAY,
    PUBLISHED,
    RABIE,
    REFLOATING,
    make_article,
    make_long_article,
    span_of,
)
from tests.waiting import wait_until
from timeline_app.domain.period import Period
from timeline_app.ui.article_pane import ArticlePane
from timeline_app.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.domain.extraction import Span


@pytest.fixture
def pane(app: QApplication) -> Iterator[ArticlePane]:
    pane = ArticlePane()
    pane.resize(900, 600)
    pane.show()
    app.processEvents()
    yield pane
    pane.close()
    pane.deleteLater()
    app.processEvents()


def middle(pane: ArticlePane, span: Span) -> QPoint:
    """The middle of a stretch of the body, in the text's viewport."""
    rects = pane._view.rects_of(span)
    assert rects, "not laid out"
    return rects[0].center().toPoint()


def click(pane: ArticlePane, at: QPoint) -> None:
    QTest.mouseClick(pane._view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def tooltip_at(pane: ArticlePane, at: QPoint) -> str:
    viewport = pane._view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    return QToolTip.text()


def labels(pane: ArticlePane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def colour_beside(pane: ArticlePane, span: Span) -> QColor:
    """The ground that the words of a stretch stand on."""
    return ground_of(pane, pane._view.rects_of(span)[0])


def ground_of(pane: ArticlePane, rect: QRectF) -> QColor:
    """The commonest colour of a rectangle of the text: which pixels are ink depends on the fonts of the machine."""
    image: QImage = pane._view.viewport().grab(rect.toAlignedRect()).toImage()
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return QColor(pixels.most_common(1)[0][0])


class TestText:
    def test_the_whole_article_stands_under_its_heading(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        text = pane._view.toPlainText()
        assert text.startswith("Harbour Courier\nGiant ship blocks the Suez Canal\n")
        for said in ("Mona Aziz", "24 March 2021", "“2021-03-24”", "courier/0324.txt"):
            assert said in text
        body = text[text.index("The ship Ever Given") :]
        assert body.split("\n") == BODY.split("\n\n")

    def test_nothing_of_the_article_is_taken_for_markup(self, pane: ArticlePane) -> None:
        title = "<img src='/etc/hosts'><b>Bold</b>"
        pane.show_article(make_article(title=title), PUBLISHED)
        assert title in pane._view.toPlainText()
        assert title in labels(pane)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in pane._evidence.findChildren(QLabel))

    def test_the_column_keeps_a_readable_measure_in_the_middle_of_a_wide_pane(self, pane: ArticlePane) -> None:
        pane.resize(1600, 600)
        pane.show_article(make_long_article(5_000))
        QApplication.processEvents()
        block = pane._view.document().lastBlock().previous()
        lines = [block.layout().lineAt(at).textLength() for at in range(block.layout().lineCount() - 1)]
        assert 55 <= sum(lines) / len(lines) <= 75
        frame = pane._view.document().rootFrame().frameFormat()
        assert frame.leftMargin() == frame.rightMargin() > 300

    def test_an_undated_article_says_so(self, pane: ArticlePane) -> None:
        stored = make_article()
        article = replace(stored.article, published=None, published_stated="")
        pane.show_article(replace(stored, extraction=replace(stored.extraction, article=article)))
        assert "no date stated" in pane._view.toPlainText()

    def test_without_an_article_a_sentence_says_what_to_do(self, pane: ArticlePane) -> None:
        assert "Select an event" in labels(pane)
        pane.show_article(make_article())
        assert "Select an event" not in labels(pane)
        pane.clear()
        assert "Select an event" in labels(pane)
        assert pane.stored is None

    def test_copied_text_is_the_articles_own(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(body=BODY + "\n\n" + "x" * 3_000))
        pane._view.selectAll()
        pane._view.copy()
        copied = QApplication.clipboard().text()
        assert "x" * 3_000 in copied
        assert not QApplication.clipboard().mimeData().hasHtml()


class TestEvidence:
    def test_the_sentence_of_the_event_is_marked_and_in_sight(self, pane: ArticlePane) -> None:
        pane.resize(500, 260)
        stored = make_article()
        pane.show_article(stored, APOLOGY)
        QApplication.processEvents()
        sentence = stored.events[3].report.sentence
        assert sentence is not None
        rects = pane._view.rects_of(sentence)
        assert rects[0].top() >= 0
        assert rects[-1].bottom() <= pane._view.viewport().height()
        assert colour_beside(pane, sentence) == LIGHT.evidence

    def test_another_event_of_the_article_moves_the_mark_only(self, pane: ArticlePane) -> None:
        stored = make_article()
        pane.show_article(stored, AGROUND)
        document = pane._view.document()
        pane.show_article(stored, APOLOGY)
        assert pane._view.document() is document
        assert colour_beside(pane, span_of("The ship Ever Given")) == LIGHT.surface
        assert colour_beside(pane, span_of("the owner")) == LIGHT.evidence

    def test_the_same_event_again_leaves_the_reader_where_they_are(self, pane: ArticlePane) -> None:
        stored = make_long_article(20_000)
        pane.show_article(stored, 2)
        bar = pane._view.verticalScrollBar()
        bar.setValue(bar.maximum() // 3)
        before = bar.value()
        pane.show_article(make_long_article(20_000), 2)
        assert bar.value() == before
        retitled = replace(stored.events[1], title="It sailed at last")
        pane.show_article(replace(stored, events=(stored.events[0], retitled)), 2)
        assert abs(bar.value() - before) < 40
        assert "It sailed at last" in labels(pane)

    def test_the_way_back_to_the_sentence_takes_the_focus_along(self, pane: ArticlePane) -> None:
        stored = make_long_article(500_000)
        pane.show_article(stored, 2)
        pane._turn_to(0)
        pane.focus_evidence()
        sentence = stored.events[1].report.sentence
        assert sentence is not None
        assert 0 <= pane._view.rects_of(sentence)[0].top() <= pane._view.viewport().height()
        assert pane._view.textCursor().block().text() == "At last the ship sailed on Monday."
        assert pane._view.hasFocus() or not pane.isActiveWindow()

    def test_the_reason_for_the_date_stands_above_the_text(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), REFLOATING)
        for said in ("A refloating", "Mon 29 March 2021", "“next Monday”", "the Monday after publication"):
            assert said in labels(pane)
        assert "corrected" not in labels(pane)

    def test_a_corrected_date_keeps_the_articles_own_beside_it(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(redated=True), AGROUND)
        assert "22 March 2021" in labels(pane)
        assert "Date corrected by you; the article says 23 March 2021." in labels(pane)

    def test_the_publication_is_explained_by_the_stated_date(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), PUBLISHED)
        assert "“2021-03-24”" in labels(pane)
        assert pane._view.verticalScrollBar().value() == 0
        assert pane._view._geometry is not None
        assert pane._view._stated_date is not None
        rect = pane._view._geometry.rects_between(*pane._view._stated_date)[0]
        assert ground_of(pane, rect) == LIGHT.evidence

    @pytest.mark.parametrize(("length", "limit"), [(50_000, 0.05), (1_000_000, 0.3)])
    def test_a_long_articles_sentence_is_found_at_once(self, pane: ArticlePane, length: int, limit: float) -> None:
        pane.show_article(make_article())
        stored = make_long_article(length)
        start = time.process_time()
        pane.show_article(stored, 2)
        pane._view.viewport().repaint()
        took = time.process_time() - start
        sentence = stored.events[1].report.sentence
        assert sentence is not None
        assert 0 <= pane._view.rects_of(sentence)[0].top() <= pane._view.viewport().height()
        # Measured 25 ms and 60 ms of processor time; the margin is for slower machines.
        assert took < limit * 2

    def test_long_articles_come_in_parts_and_the_next_follows_the_last_page(self, pane: ArticlePane) -> None:
        pane.show_article(make_long_article(500_000))
        assert "Part 1 of" in labels(pane)
        asked = QSignalSpy(pane.next_requested)
        bar = pane._view.verticalScrollBar()
        bar.setValue(bar.maximum())
        QTest.keyClick(pane._view, Qt.Key.Key_Space)
        assert "Part 2 of" in labels(pane)
        assert asked.count() == 0
        pane.show_article(make_long_article(500_000), 2)
        assert "At last the ship sailed" in pane._view.toPlainText()


class TestMarks:
    def test_a_click_on_a_date_asks_for_its_event(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), AGROUND)
        asked = QSignalSpy(pane.event_requested)
        click(pane, middle(pane, span_of("next Monday")))
        assert [args[0] for args in [asked.at(0)]] == [REFLOATING]

    def test_a_date_that_dates_nothing_itself_leads_to_nothing_else(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), AGROUND)
        asked = QSignalSpy(pane.event_requested)
        click(pane, middle(pane, span_of("24 March 2021")))
        assert asked.count() == 0

    def test_hovering_over_a_date_says_how_it_was_resolved(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        text = tooltip_at(pane, middle(pane, span_of("Tuesday")))
        assert "Tue 23 March 2021" in text
        assert "the Tuesday before publication" in text

    def test_a_click_on_a_mention_asks_for_its_participant(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        asked = QSignalSpy(pane.participant_requested)
        click(pane, middle(pane, span_of("Osama Rabie")))
        click(pane, middle(pane, span_of("Suez Canal")))
        assert [asked.at(0)[0], asked.at(1)[0]] == [RABIE, CANAL]

    def test_hovering_over_a_mention_says_who_it_is(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        text = tooltip_at(pane, middle(pane, span_of("Rabie", start=BODY.index("Rabie asked"))))
        assert "Osama Rabie" in text
        assert "chairman, Suez Canal Authority" in text

    def test_marks_after_an_emoji_are_where_their_words_are(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        asked = QSignalSpy(pane.event_requested)
        click(pane, middle(pane, span_of("On the same day")))
        assert asked.at(0)[0] == APOLOGY

    def test_a_drag_over_a_mark_selects_and_follows_nothing(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        asked = QSignalSpy(pane.participant_requested)
        start, end = span_of("Osama Rabie")
        rect = pane._view.rects_of((start, end))[0].toRect()
        viewport = pane._view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=rect.center() - QPoint(rect.width() // 3, 0))
        QTest.mouseMove(viewport, rect.center() + QPoint(rect.width() // 3, 0))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(rect.width() // 3, 0))
        assert pane._view.textCursor().hasSelection()
        assert asked.count() == 0

    def test_enter_follows_the_mark_at_the_cursor(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        asked = QSignalSpy(pane.event_requested)
        pane._view.place_cursor(BODY.index("next Monday") + 2)
        QTest.keyClick(pane._view, Qt.Key.Key_Return)
        assert asked.at(0)[0] == REFLOATING

    def test_the_other_events_stand_in_the_margin_and_are_clicked_there(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), AGROUND)
        pane.grab()
        notes = {note.event.id: area for area, note in pane._view._notes}
        assert set(notes) == {AGROUND, REFLOATING, APOLOGY}
        asked = QSignalSpy(pane.event_requested)
        click(pane, notes[APOLOGY].center().toPoint())
        assert asked.at(0)[0] == APOLOGY
        assert "The owner apologised" in tooltip_at(pane, notes[APOLOGY].center().toPoint())

    def test_a_note_stands_at_the_line_that_has_its_date(self, pane: ArticlePane) -> None:
        pane.resize(340, 600)
        stored = make_article()
        long_sentence = replace(stored.events[1].report, sentence=span_of(BODY))
        far = replace(stored.events[3], report=replace(stored.events[3].report, sentence=long_sentence.sentence))
        pane.show_article(replace(stored, events=(stored.events[0], far)))
        pane.grab()
        [(area, _)] = pane._view._notes
        assert area.center().y() == pytest.approx(pane._view.rects_of(span_of("On the same"))[0].center().y(), abs=4)

    def test_notes_of_one_line_do_not_cover_each_other(self, pane: ArticlePane) -> None:
        stored = make_article()
        twin = replace(stored.events[1], id=5)
        pane.show_article(replace(stored, events=(*stored.events, twin)))
        pane.grab()
        areas = [area for area, note in pane._view._notes if note.event.id in (AGROUND, 5)]
        assert len(areas) == 2
        assert not areas[0].adjusted(0, 1, 0, -1).intersects(areas[1].adjusted(0, 1, 0, -1))

    def test_a_click_on_the_source_asks_to_open_it(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        asked = QSignalSpy(pane.source_requested)
        assert pane._view._link is not None
        cursor = QTextCursor(pane._view.document())
        cursor.setPosition(pane._view._link[0] + 3)
        click(pane, pane._view.cursorRect(cursor).center() + QPoint(2, 0))
        assert asked.at(0)[0] == "/cases/suez/courier/0324.txt"


class TestParticipant:
    def test_all_mentions_are_marked_and_stepped_through(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        plain = colour_beside(pane, span_of("Osama Rabie"))
        pane.highlight_participant(RABIE)
        QApplication.processEvents()
        assert colour_beside(pane, span_of("Osama Rabie")) != plain
        assert "Osama Rabie" in labels(pane)
        assert "1 of 2" in labels(pane)
        pane.next_mention()
        assert "2 of 2" in labels(pane)
        pane.next_mention()
        assert "1 of 2" in labels(pane)
        pane.previous_mention()
        assert "2 of 2" in labels(pane)

    def test_no_participant_leaves_no_mark_and_no_bar(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        plain = colour_beside(pane, span_of("Osama Rabie"))
        released = QSignalSpy(pane.participant_released)
        pane.highlight_participant(RABIE)
        QTest.keyClick(pane, Qt.Key.Key_Escape)
        assert released.count() == 1
        QApplication.processEvents()
        assert colour_beside(pane, span_of("Osama Rabie")) == plain
        assert "of 2" not in labels(pane)

    def test_the_mark_stays_when_another_article_names_the_same_participant(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        pane.highlight_participant(RABIE)
        pane.show_article(make_article(title="Another", article_id=78))
        assert "Osama Rabie" in labels(pane)
        pane.show_article(make_long_article(2_000))
        assert "of 2" not in labels(pane)


class TestFind:
    def test_typing_marks_and_counts_what_is_found(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        QTest.keyClick(pane._view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(pane._steps._find._field, "suez  CANAL")
        assert "1 of 2" in labels(pane)
        QTest.keyClick(pane._steps._find._field, Qt.Key.Key_Return)
        assert "2 of 2" in labels(pane)
        QTest.keyClick(pane._steps._find._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert "1 of 2" in labels(pane)

    def test_finding_starts_at_what_is_in_sight(self, pane: ArticlePane) -> None:
        pane.show_article(make_long_article(100_000))
        pane.open_find()
        pane._steps._find._field.setText("nothing else")
        assert "1 of " in labels(pane)
        assert pane._view.verticalScrollBar().value() == 0
        pane._steps.close_find()
        pane._view.verticalScrollBar().setValue(5_000)
        pane.open_find()
        assert abs(pane._view.verticalScrollBar().value() - 5_000) < pane._view.height()
        assert pane._steps.current is not None
        assert 0 <= pane._view.rects_of(pane._steps.current)[0].top() <= pane._view.height()

    def test_what_is_not_there_is_said(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        pane.open_find()
        QTest.keyClicks(pane._steps._find._field, "no such words [(*")
        assert "not found" in labels(pane)

    def test_escape_puts_the_search_away(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        pane.open_find()
        QTest.keyClick(pane._steps._find._field, Qt.Key.Key_Escape)
        assert not pane._steps._find.isVisible()

    def test_what_is_found_in_another_part_turns_to_it(self, pane: ArticlePane) -> None:
        pane.show_article(make_long_article(500_000))
        pane.open_find()
        pane._steps._find._field.setText("sailed on Monday")
        assert "1 of 1" in labels(pane)
        assert "sailed on Monday" in pane._view.toPlainText()


class TestPaging:
    def test_space_pages_and_at_the_end_asks_for_the_next_event(self, pane: ArticlePane) -> None:
        pane.show_article(make_long_article(8_000))
        QApplication.processEvents()
        asked = QSignalSpy(pane.next_requested)
        bar = pane._view.verticalScrollBar()
        pages = 0
        while bar.value() < bar.maximum():
            QTest.keyClick(pane._view, Qt.Key.Key_Space)
            pages += 1
            assert pages < 50
        assert pages > 1
        assert asked.count() == 0
        QTest.keyClick(pane._view, Qt.Key.Key_Space)
        assert asked.count() == 1
        QTest.keyClick(pane._view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        assert bar.value() < bar.maximum()

    def test_paging_is_there_for_others_too(self, pane: ArticlePane) -> None:
        pane.page(1)
        pane.show_article(make_long_article(8_000))
        QApplication.processEvents()
        pane.page(1)
        assert pane._view.verticalScrollBar().value() > 100
        pane.page(-1)
        assert pane._view.verticalScrollBar().value() == 0

    def test_another_width_keeps_the_words_at_the_top(self, pane: ArticlePane) -> None:
        pane.show_article(make_long_article(20_000))
        bar = pane._view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        before = pane._view.visible_span()[0]
        pane.resize(420, 600)
        QApplication.processEvents()
        assert abs(pane._view.visible_span()[0] - before) < 150


class TestTakingAway:
    def test_the_evidence_is_quoted_with_its_citation(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), APOLOGY)
        pane.copy_quotation()
        assert QApplication.clipboard().text() == (
            "“On the same day the owner, Shoei Kisen, apologised in Tokyo.”\n"
            "— Mona Aziz, “Giant ship blocks the Suez Canal”, Harbour Courier, 24 March 2021, /cases/suez/courier/0324.txt"
        )

    def test_what_is_selected_is_quoted_instead(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), APOLOGY)
        start, end = span_of("asked for patience 😀 and thanked")
        cursor = pane._view.textCursor()
        assert pane._laid_out is not None
        cursor.setPosition(pane._laid_out.positions.position(start))
        cursor.setPosition(pane._laid_out.positions.position(end), QTextCursor.MoveMode.KeepAnchor)
        pane._view.setTextCursor(cursor)
        assert pane.quotation().startswith("“asked for patience 😀 and thanked”\n")

    def test_without_evidence_or_selection_there_is_nothing_to_quote(self, pane: ArticlePane) -> None:
        pane.show_article(make_article(), PUBLISHED)
        assert pane.quotation() == ""


class TestLooks:
    def test_another_theme_shows_at_once(self, pane: ArticlePane, dark: QApplication) -> None:
        pane.show_article(make_article(), AGROUND)
        dark.processEvents()
        assert colour_beside(pane, span_of("The ship Ever Given")) == DARK.evidence

    def test_the_text_grows_with_its_scale_and_the_heading_with_it(self, pane: ArticlePane) -> None:
        pane.show_article(make_article())
        before = pane._view.rects_of(span_of("Osama Rabie"))[0].width()
        pane.set_text_scale(1.5)
        after = pane._view.rects_of(span_of("Osama Rabie"))[0].width()
        assert after / before == pytest.approx(1.5, rel=0.1)

    def test_the_text_follows_the_size_of_the_applications_type(self, pane: ArticlePane, app: QApplication) -> None:
        pane.show_article(make_article())
        before = pane._view.rects_of(span_of("Osama Rabie"))[0].width()
        usual = app.font()
        larger = app.font()
        larger.setPointSizeF(usual.pointSizeF() * 2)
        app.setFont(larger)
        try:
            app.processEvents()
            assert pane._view.rects_of(span_of("Osama Rabie"))[0].width() > 1.7 * before
        finally:
            app.setFont(usual)

    def test_every_part_has_an_accessible_name(self, pane: ArticlePane) -> None:
        assert pane.accessibleName() == "Article"
        assert pane._view.accessibleName() == "Article text"
        pane.show_article(make_article(), AGROUND)
        assert "Tue 23 March 2021" in pane._evidence.accessibleDescription()


def test_a_title_that_has_no_room_beside_its_date_stands_below_it(pane: ArticlePane) -> None:
    stored = make_article()
    event = next(event for event in stored.events if event.id == AGROUND)
    long = replace(event, title="The ship ran aground " * 6, period=Period.spanning(DAY, Period.of_date(2021, 4, 10)))
    date, title = pane._evidence._date, pane._evidence._title
    pane.show_article(stored, AGROUND)
    pane._evidence.show_event(stored, long)
    wait_until(lambda: title.y() == date.y())
    pane.resize(440, 600)
    wait_until(lambda: title.y() >= date.y() + date.height() > date.y() + 5)
    assert title.height() <= 4 * title.fontMetrics().lineSpacing()
    pane.resize(900, 600)
    wait_until(lambda: title.y() == date.y())
