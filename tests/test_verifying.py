"""An export is held against real files, read by the real importers, after all that can happen to either."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.builders import appearance, make_extraction
from timeline_app.domain.article import Article
from timeline_app.domain.correction import added_event
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.extraction import EventKind, Extraction, Report, Resolution
from timeline_app.domain.period import Period
from timeline_app.errors import ReaderError, UsageError
from timeline_app.exporting import export
from timeline_app.exports.formats import FORMATS
from timeline_app.ingest import importers
from timeline_app.library import Library
from timeline_app.messages import message
from timeline_app.verifying import verify

PROVING = [form for form in FORMATS if form.read_claims is not None]
FIRST = "The ship ran aground on Tuesday, 23 March 2021, the authority said."
SECOND = "“Nobody was hurt” 😀 – & <b>tugs</b> came; קרה *then*, at 5 #1."


class Case:
    """Articles in files, and a library of them with one event a sentence."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles = folder / "articles"
        self.articles.mkdir()
        self.text = self.articles / "a #1 `x`.txt"
        self.text.write_text(f"Ship aground\n\n2021-03-24\n\n{FIRST}\n\n{SECOND}\n", encoding="utf-8")
        self.records = self.articles / "two.jsonl"
        lines = [
            {"id": f"r{n}", "published": "2021-03-24", "title": f"Record {n}", "text": f"{FIRST} Number {n}."}
            for n in (1, 2)
        ]
        self.records.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
        self.library = folder / "case.timeline"
        with Library.create(self.library) as library:
            library.add([events_of(article) for article in self.read()])

    def read(self) -> list[Article]:
        articles = []
        for path in importers.find_files([self.articles]):
            assert isinstance(path, Path)
            for part in importers.split(path):
                assert isinstance(part, importers.Part)
                articles += [found for found in importers.read(part) if isinstance(found, Article)]
        assert len(articles) == 3
        return articles

    def exported(self, form: object) -> Path:
        out = self.folder / f"out{form.endings[0]}"  # type: ignore[attr-defined]
        report = export(self.library, out, form, EventFilter())  # type: ignore[arg-type]
        assert report.events == 7
        return out


def events_of(article: Article) -> Extraction:
    reports = [appearance(article)]
    for words in (FIRST, SECOND):
        if words in article.body:
            start = article.body.index(words)
            span = (start, start + len(words))
            day = Period.of_date(2021, 3, 23)
            reports.append(Report(words[:20], EventKind.REPORTED, day, span, Resolution("test", message("stated"))))
    return make_extraction(article, time_expressions=(), participants=(), reports=reports)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def reasons(out: Path) -> list[str]:
    return [str(failure.reason) for failure in verify(out).failures]


@pytest.mark.parametrize("form", PROVING, ids=lambda form: form.name)
def test_everything_holds_while_nothing_has_changed(form: object, case: Case) -> None:
    report = verify(case.exported(form))
    assert (report.checked, report.failures) == (7, ())


@pytest.mark.parametrize("form", PROVING, ids=lambda form: form.name)
def test_one_changed_letter_in_a_source_is_noticed(form: object, case: Case) -> None:
    out = case.exported(form)
    text = case.text.read_text(encoding="utf-8")
    case.text.write_text(text.replace("Nobody was hurt", "Somebody was hurt"), encoding="utf-8")
    report = verify(out)
    assert {str(f.reason) for f in report.failures} == {
        "the article no longer says so", "the article is not as it was",
    }  # fmt: skip
    assert len(report.failures) == 2
    assert all("a #1" in failure.claim.evidence.source for failure in report.failures)


def test_words_that_stand_elsewhere_now_are_told_from_words_that_are_gone(case: Case) -> None:
    out = case.exported(PROVING[0])
    text = case.text.read_text(encoding="utf-8")
    case.text.write_text(text.replace(FIRST, "Some new words.\n\n" + FIRST), encoding="utf-8")
    assert reasons(out).count("the words are in the article, but no longer at this place") == 2


@pytest.mark.parametrize("form", PROVING, ids=lambda form: form.name)
def test_a_quotation_that_was_edited_in_the_export_is_noticed(form: object, case: Case) -> None:
    out = case.exported(form)
    text = out.read_text(encoding="utf-8")
    out.write_text(text.replace("came; קרה", "left; קרה", 1), encoding="utf-8", newline="")
    assert reasons(out) == ["the quotation in the export is not the one that was exported"]


def test_a_file_that_is_gone_and_a_record_that_is_gone_are_named(case: Case) -> None:
    out = case.exported(PROVING[0])
    case.text.unlink()
    case.records.write_text(case.records.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    found = reasons(out)
    assert found.count("the file is not there") == 3
    assert found.count("the file no longer holds the article") == 2
    assert len(found) == 5


def test_an_event_that_the_reader_added_has_no_source_to_bear_it_out(case: Case) -> None:
    with Library.open(case.library) as library:
        library.correct(added_event("The harbour burned", Period.of_date(1901, 5, 4)))
    out = case.folder / "out.json"
    export(case.library, out, next(form for form in PROVING if form.name == "json"), EventFilter())
    assert reasons(out) == ["it was added by hand and has no source"]


def test_a_file_that_can_no_longer_be_read_bears_nothing_out(case: Case) -> None:
    out = case.exported(PROVING[0])
    case.text.write_bytes(b"")
    assert reasons(out) == ["the file no longer holds the article"] * 3


def test_relative_sources_are_found_beside_the_export(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(form for form in PROVING if form.name == "json")
    out = case.exported(form)
    text = out.read_text(encoding="utf-8").replace(json.dumps(str(case.folder))[1:-1] + "/", "")
    out.write_text(text, encoding="utf-8")
    elsewhere = case.folder / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert verify(out).failures == ()
    moved = shutil.move(out, elsewhere / out.name)
    assert {str(f.reason) for f in verify(Path(moved)).failures} == {"the file is not there"}


@pytest.mark.parametrize("name", ["out.ics", "out.timelinejs.json", "out.txt"])
def test_formats_without_proof_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be verified"):
        verify(tmp_path / name)


@pytest.mark.parametrize("form", PROVING, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00\x81", b"[1, 2]", b"[" * 100_000, b"a,b\n1,2\n", b'{"format": 1}']
)
def test_what_is_no_export_is_one_sentence(form: object, content: bytes, tmp_path: Path) -> None:
    out = tmp_path / f"out{form.endings[0]}"  # type: ignore[attr-defined]
    out.write_bytes(content)
    with pytest.raises(ReaderError, match="is no export of events, or was damaged"):
        verify(out)


def test_an_export_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be read"):
        verify(tmp_path / "none.json")
