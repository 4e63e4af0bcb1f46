"""The files that make the program at home on a desktop agree with the program and with one another."""

from __future__ import annotations

import os
import subprocess
import sys
from configparser import ConfigParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from timeline_app.library import Library
from timeline_app.library.schema import APPLICATION_ID
from timeline_app.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

MIME_TYPE = "application/x-timeline-app-library"
_MIME = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


@pytest.fixture
def entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(resource("desktop", "timeline-app.desktop"), encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_the_launcher_starts_the_program_with_files_and_has_an_icon(entry: dict[str, str]) -> None:
    assert entry["Exec"] == "timeline-app %F"
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert resource("icons", f"{entry['Icon']}.svg").is_file()


def test_the_launcher_has_no_key_that_older_validators_refuse(entry: dict[str, str]) -> None:
    assert not {"Version", "SingleMainWindow"} & set(entry)


def test_the_description_for_software_centres_names_launcher_type_and_program() -> None:
    component = ET.parse(resource("desktop", "timeline-app.metainfo.xml")).getroot()
    assert component.findtext("launchable") == "timeline-app.desktop"
    assert component.findtext("provides/mediatype") == MIME_TYPE
    assert component.findtext("provides/binary") == "timeline-app"
    assert component.findtext("project_license") == "MIT"


def test_the_magic_number_is_that_of_a_library() -> None:
    mime_type = ET.parse(resource("desktop", "timeline-app-mime.xml")).find("mime:mime-type", _MIME)
    assert mime_type is not None
    assert mime_type.get("type") == MIME_TYPE
    number = mime_type.find("mime:magic/mime:match/mime:match", _MIME)
    assert number is not None
    assert (number.get("offset"), int(number.get("value", ""), 16)) == ("68", APPLICATION_ID)


@pytest.mark.skipif(sys.platform != "linux", reason="shared-mime-info is read on Linux")
def test_a_library_is_recognised_by_its_content(tmp_path: Path) -> None:
    packages = tmp_path / "data" / "mime" / "packages"
    packages.mkdir(parents=True)
    (packages / "timeline-app-mime.xml").write_bytes(resource("desktop", "timeline-app-mime.xml").read_bytes())
    Library.create(tmp_path / "case.timeline").close()
    nameless = (tmp_path / "case.timeline").rename(tmp_path / "nameless")
    ask = "import sys; from PySide6.QtCore import QMimeDatabase as D; print(D().mimeTypeForFile(sys.argv[1]).name())"
    answer = subprocess.run(
        [sys.executable, "-c", ask, str(nameless)],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert answer.stdout.strip() == MIME_TYPE
