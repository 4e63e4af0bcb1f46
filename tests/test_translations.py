"""Every sentence that a reader sees can be translated: a pseudo-language takes the place of all of them."""

from __future__ import annotations

import copy
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from tests.timeline.conftest import make_events
from tests.tools import translations
from timeline_app import app as program
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Period
from timeline_app.importing import ImportReport
from timeline_app.messages import Message, message
from timeline_app.models import texts
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.filter_bar import FilterBar
from timeline_app.ui.import_panel import ImportPanel
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.reports_bar import ReportsBar

LANGUAGES = sorted(translations.FOLDER.glob("*.ts"))
OPEN, CLOSE = "⟦", "⟧"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> ET.ElementTree:
    """All texts that Qt's tools find in the program."""
    ts = tmp_path_factory.mktemp("i18n") / "pseudo.ts"
    try:
        translations.collect([ts])
    except translations.ToolMissingError as error:
        pytest.skip(str(error))
    return ET.parse(ts)


@pytest.fixture(scope="module")
def pseudo(sources: ET.ElementTree, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A translation of all of them that shows where it was used."""
    folder = tmp_path_factory.mktemp("pseudo")
    tree = copy.deepcopy(sources)
    for entry in tree.iter("message"):
        source, translation = entry.findtext("source") or "", entry.find("translation")
        assert translation is not None
        translation.attrib.clear()
        if entry.get("numerus") == "yes":
            for form in list(translation):
                translation.remove(form)
            ET.SubElement(translation, "numerusform").text = f"{OPEN}{source}{CLOSE}"
        else:
            translation.text = f"{OPEN}{source}{CLOSE}"
    tree.getroot().set("language", "ja")  # a language with one plural form
    tree.write(folder / "pseudo.ts", encoding="utf-8", xml_declaration=True)
    translations.compile_translation(folder / "pseudo.ts", folder / "pseudo.qm")
    return folder / "pseudo.qm"


@pytest.fixture
def in_pseudo(app: QApplication, pseudo: Path) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(pseudo))
    app.installTranslator(translator)
    previous = qInstallMessageHandler(program._log_message_of_qt)
    yield
    qInstallMessageHandler(previous)
    app.removeTranslator(translator)


def test_the_tools_find_the_texts_of_every_kind(sources: ET.ElementTree) -> None:
    contexts = {c.findtext("name") for c in sources.iter("context")}
    assert {"Actions", "App", "Message", "Texts", "MainWindow", "EventCommands"} <= contexts


def is_pseudo(text: str) -> bool:
    return OPEN in text and CLOSE in text


@pytest.mark.usefixtures("in_pseudo")
def test_menus_labels_and_tooltips_of_the_window_are_all_translated(tmp_path: Path) -> None:
    window = MainWindow(Session(), Settings(tmp_path / "s.ini", folder=tmp_path))
    window.show()
    QCoreApplication.processEvents()
    said = [action.text() for action in window.actions_] + [menu.title() for menu in window.menuBar().findChildren(QWidget)
            if hasattr(menu, "title") and menu.title()]  # fmt: skip
    for widget in window.findChildren(QWidget):
        said += [widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel):
            said.append(widget.text())
        if isinstance(widget, QLineEdit):
            said.append(widget.placeholderText())
    window.close()
    letters = [text for text in said if any(c.isalpha() for c in text)]
    assert len(letters) > 60
    assert [text for text in letters if not is_pseudo(text)] == []


@pytest.mark.usefixtures("in_pseudo")
def test_dates_kinds_and_messages_are_translated() -> None:
    assert is_pseudo(texts.period(Period.of_date(1850).about()))
    assert all(is_pseudo(texts.event_kind(kind)) for kind in EventKind)
    assert all(is_pseudo(texts.participant_kind(kind)) for kind in ParticipantKind)
    assert is_pseudo(texts.message(message("no library is open")))


def messages_of(tree: ET.ElementTree) -> dict[tuple[str, str], ET.Element]:
    """Return the messages of a translation by context and text."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{\w*[^}]*}|%L?n|%L?\d", text))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.stem)
def test_a_language_says_all_that_the_program_says(language: Path, sources: ET.ElementTree) -> None:
    known, said = messages_of(ET.parse(language)), messages_of(sources)
    if translations.is_english(language):
        said = {key: entry for key, entry in said.items() if entry.get("numerus") == "yes"}
    assert set(said) - set(known) == set()
    assert translations.unfinished(language) == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.stem)
def test_a_translation_fills_in_the_same_values_and_keeps_the_letters_of_menus(language: Path) -> None:
    for (context, source), entry in messages_of(ET.parse(language)).items():
        translation = entry.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation] or [translation.text or ""]
        for form in forms:
            # A form for one may spell the number out.
            assert placeholders(source) - {"%Ln"} == placeholders(form) - {"%Ln"}, (source, form)
            if context in ("Actions", "EventCommands"):
                assert ("&" in source) == ("&" in form), (source, form)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.stem)
def test_what_the_program_loads_is_made_of_the_translation_that_is_kept(language: Path, tmp_path: Path) -> None:
    try:
        translations.compile_translation(language, tmp_path / "made.qm")
    except translations.ToolMissingError as error:
        pytest.skip(str(error))
    assert (tmp_path / "made.qm").read_bytes() == language.with_suffix(".qm").read_bytes()


@pytest.mark.usefixtures("in_pseudo")
def test_where_one_reads_from_right_to_left_the_window_is_mirrored_and_time_is_not(
    app: QApplication, tmp_path: Path
) -> None:
    window = MainWindow(Session(), Settings(tmp_path / "s.ini", folder=tmp_path))
    window.resize(1280, 800)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window.show()
        QCoreApplication.processEvents()

        def left(widget: QWidget) -> int:
            return widget.mapTo(window, QPoint(0, 0)).x()

        assert left(window.article) < left(window.timeline)
        assert left(window.search_line) < window.width() / 2
        window.model.set_events(make_events([0, 40 * 86400], [86400, 86400]), lambda _ids: {})
        window.timeline.fit_all()
        earlier, later = (window.timeline.visualRect(window.model.index(row, 0)).center().x() for row in (0, 1))
        assert earlier < later
        for label in window.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap():
                assert label.width() >= min(label.sizeHint().width(), label.maximumWidth()) or label.toolTip()
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        window.close()


def test_every_number_has_its_own_words(sources: ET.ElementTree) -> None:
    """A text with one form for one and for many would show its brackets; one that Qt's tools take for a plain one has no forms."""
    entries = list(sources.iter("message"))
    assert entries
    assert not [entry.findtext("source") for entry in entries if "(s)" in (entry.findtext("source") or "")]
    counted = [entry for entry in entries if re.search("%L?n", entry.findtext("source") or "")]
    assert len(counted) > 20
    assert [entry.findtext("source") for entry in counted if entry.get("numerus") != "yes"] == []


@pytest.fixture(scope="module")
def three_forms(sources: ET.ElementTree, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A translation into a language that counts as Polish does: one, a few, many."""
    folder = tmp_path_factory.mktemp("polish")
    tree = copy.deepcopy(sources)
    for entry in tree.iter("message"):
        source, translation = entry.findtext("source") or "", entry.find("translation")
        assert translation is not None
        translation.attrib.clear()
        for form in list(translation):
            translation.remove(form)
        if entry.get("numerus") == "yes":
            for form in ("one", "few", "many"):
                ET.SubElement(translation, "numerusform").text = f"{source} ({form})"
        else:
            translation.text = source
    tree.getroot().set("language", "pl")
    tree.write(folder / "three.ts", encoding="utf-8", xml_declaration=True)
    translations.compile_translation(folder / "three.ts", folder / "three.qm")
    return folder / "three.qm"


def test_a_language_with_three_forms_of_a_number_has_them_in_widgets_models_and_messages(
    app: QApplication, three_forms: Path
) -> None:
    translator = QTranslator()
    assert translator.load(str(three_forms))
    app.installTranslator(translator)
    try:
        parent = QWidget()
        bar, reports = FilterBar(parent), ReportsBar(parent)
        for count, form in ((1, "one"), (2, "few"), (5, "many"), (12, "many"), (22, "few")):
            assert texts.event_count(count) == f"{count} events ({form})"
            hidden = message("hide {events}", events=Message.tr("%Ln events", "", count, one="event"))
            assert texts.message(hidden) == f"hide {count} events ({form})"
            bar.show_counts(1, count)
            assert bar.findChild(QLabel, "filter count").text() == f"1 of {count} events ({form})"
            reports.show_count(count)
            assert reports.findChild(QPushButton).text().endswith(f"({form})")
        parent.deleteLater()
    finally:
        app.removeTranslator(translator)


def test_english_has_two_forms(app: QApplication) -> None:
    assert [texts.event_count(count) for count in (0, 1, 2, 21)] == ["0 events", "1 event", "2 events", "21 events"]


@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_a_message_says_in_the_window_what_it_says_in_a_command(app: QApplication, count: int) -> None:
    """The English for one thing stands in the program and in its translation: both say the same."""
    counted = Message.tr("%Ln events", "", count, one="event")
    assert texts.message(counted).replace(",", "") == str(counted)
    pages = Message.tr(
        "with so little time on a page this takes %Ln pages; zoom out to put more on each",
        "",
        count,
        one="with so little time on a page this takes a page; zoom out to put more on each",
    )
    assert texts.message(pages).replace(",", "") == str(pages)


def test_german_counts_in_the_case_that_the_sentence_asks_for(app: QApplication, tmp_path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(translations.FOLDER / "timeline-app_de.qm"))
    app.installTranslator(translator)
    try:
        parent = QWidget()
        panel = ImportPanel(parent)
        for articles, events, said in (
            (1, 1, "1 Artikel mit 1 Ereignis hinzugefügt."),
            (3, 12, "3 Artikel mit 12 Ereignissen hinzugefügt."),
        ):
            panel.show_report(ImportReport(articles, articles, 0, 0, events, 1.0, (), cancelled=False))
            assert said in [label.text() for label in panel.findChildren(QLabel)]
        parent.deleteLater()
    finally:
        app.removeTranslator(translator)
