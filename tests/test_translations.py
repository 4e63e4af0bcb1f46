"""Every sentence that a reader sees can be translated: a pseudo-language takes the place of all of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from timeline_app import app as program
from timeline_app.domain.extraction import EventKind, ParticipantKind
from timeline_app.domain.period import Period
from timeline_app.messages import message
from timeline_app.models import texts
from timeline_app.session import Session
from timeline_app.settings import Settings
from timeline_app.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
OPEN, CLOSE = "⟦", "⟧"


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed with this Python")
    tried = subprocess.run([found, "-version"], capture_output=True, timeout=60)
    if tried.returncode == 127:
        # The tools are programs of their own and want system libraries that the program itself does not.
        pytest.skip(f"{name} lacks a system library here")
    return found


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> ET.ElementTree:
    """All texts that Qt's tools find in the program."""
    ts = tmp_path_factory.mktemp("i18n") / "pseudo.ts"
    files = map(str, sorted((ROOT / "timeline_app").rglob("*.py")))
    subprocess.run([tool("pyside6-lupdate"), *files, "-ts", str(ts)], check=True, capture_output=True, timeout=120)
    return ET.parse(ts)


@pytest.fixture(scope="module")
def pseudo(sources: ET.ElementTree, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A translation of all of them that shows where it was used."""
    folder = tmp_path_factory.mktemp("pseudo")
    for entry in sources.iter("message"):
        source, translation = entry.findtext("source") or "", entry.find("translation")
        assert translation is not None
        translation.attrib.clear()
        if entry.get("numerus") == "yes":
            for form in list(translation):
                translation.remove(form)
            ET.SubElement(translation, "numerusform").text = f"{OPEN}{source}{CLOSE}"
        else:
            translation.text = f"{OPEN}{source}{CLOSE}"
    sources.getroot().set("language", "ja")  # a language with one plural form
    ts = folder / "pseudo.ts"
    sources.write(ts, encoding="utf-8", xml_declaration=True)
    subprocess.run(
        [tool("pyside6-lrelease"), str(ts), "-qm", str(folder / "pseudo.qm")], check=True, capture_output=True
    )
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
