"""`export` and `verify` as scripts see them, each in a real process."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.builders import make_extraction
from tests.test_cli import run
from timeline_app.arguments import _EXPORT_FORMATS
from timeline_app.exports.formats import BY_NAME
from timeline_app.library import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "case.timeline"
    with Library.create(path) as made:
        made.add([make_extraction(source="gone.txt"), make_extraction(title="Undated", published=None, body="Words.")])
    return path


def test_the_formats_that_can_be_asked_for_are_those_of_the_table() -> None:
    assert tuple(BY_NAME) == _EXPORT_FORMATS


def test_export_writes_what_was_asked_for_and_verify_names_what_does_not_hold(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done = run("export", library, out, "--from", "2023-03", "--to", "2023-07")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"path": str(out), "format": "csv", "events": 1, "undated": 1}
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["date"] for row in csv.DictReader(file)] == ["2023-07"]
    checked = run("verify", out)
    assert checked.returncode == 1
    record = json.loads(checked.stdout)
    assert (record["checked"], record["hold"]) == (1, 0)
    assert record["failed"][0]["reason"] == "the file is not there"
    assert "gone.txt" in checked.stderr


def test_a_file_that_is_there_is_refused_with_one_line_unless_forced(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "events"
    out.write_text("mine", encoding="utf-8")
    done = run("export", library, out, "--format", "timelinejs")
    assert done.returncode == 2
    assert done.stderr == f"timeline-app: {out} is there already and stays as it is\n"
    assert run("export", library, out, "--format", "timelinejs", "--force", "--query", "nato").returncode == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["events"]) == 3


@pytest.mark.parametrize(
    "arguments",
    [["out.docx"], ["out.csv", "--from", "some day"], ["out.csv", "--from", "2024", "--to", "2023"]],
    ids=" ".join,
)
def test_wrong_use_exits_with_2_and_one_line(library: Path, arguments: list[str], tmp_path: Path) -> None:
    name, *options = arguments
    done = run("export", library, tmp_path / name, *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert not (tmp_path / name).exists()
