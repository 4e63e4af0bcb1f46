"""How many of the sample library's events and participants the program finds, against `expected.jsonl`.

`expected.jsonl` has one line per article: what a careful reader says of it, written before there was a program to ask. Run as
`python -m tests.sample.scoring` to see the figures and every miss.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from timeline_app.domain.article import Article, ImportIssue
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import EventKind, Extraction, ParticipantKind, Report
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.ingest.importers import find_files, read, split
from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.domain.period import Period

ARTICLES = resource("sample", "articles")
EXPECTED = Path(__file__).with_name("expected.jsonl")

_T = TypeVar("_T")


@dataclass(frozen=True)
class ExpectedEvent:
    """An event as a reader dates it. `quote` is the beginning of its evidence.

    Where `within` is true the words leave the dates open to opinion ("in early April", "on Monday evening"): then the program's
    period has to lie inside `period`. `other` is a second reading that is as good ("by Friday": on it, or until it).
    """

    quote: str
    period: Period
    kind: EventKind
    within: bool = False
    other: Period | None = None

    def is_met_by(self, report: Report) -> bool:
        """Tell whether the program's date and kind are right."""
        found = report.period
        if found is None or report.kind is not self.kind:
            return False
        if not self.within:
            readings = filter(None, (self.period, self.other))
            return (found.start, found.end) in {(reading.start, reading.end) for reading in readings}
        if (found.end is None) != (self.period.end is None):
            return False
        first, last = found.known
        return self.period.known[0] <= first and (self.period.end is None or last <= self.period.end)


@dataclass(frozen=True)
class ExpectedArticle:
    """What a reader says of one article; `title` is None where the source has none."""

    file: str
    published: str | None
    outlet: str
    title: str | None
    events: tuple[ExpectedEvent, ...]
    participants: tuple[tuple[str, ParticipantKind], ...]


@dataclass
class Score:
    """Expected things found, and in words those that were not."""

    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share found, 0 to 1."""
        return self.right / (self.right + len(self.misses))

    def count(self, is_right: bool, miss: str) -> None:
        """Enter one expected thing."""
        if is_right:
            self.right += 1
        else:
            self.misses.append(miss)


@cache
def expected_articles() -> tuple[ExpectedArticle, ...]:
    """Read `expected.jsonl`: files in any order, the records of one file in theirs."""
    with EXPECTED.open(encoding="utf-8") as lines:
        return tuple(_expected(json.loads(line)) for line in lines)


def _expected(record: dict[str, Any]) -> ExpectedArticle:
    return ExpectedArticle(
        record["file"],
        record["published"],
        record["outlet"],
        record["title"],
        tuple(
            ExpectedEvent(
                e["quote"],
                parse_edtf(e["edtf"]),
                EventKind(e["kind"]),
                e.get("within", False),
                parse_edtf(e["or"]) if "or" in e else None,
            )
            for e in record["events"]
        ),
        tuple((p["name"], ParticipantKind(p["kind"])) for p in record["participants"]),
    )


@cache
def sample_articles() -> tuple[tuple[ExpectedArticle, Article], ...]:
    """Read the sample's articles, each with what is expected of it.

    Raises:
        AssertionError: A file could not be read, or the articles are not those expected.
    """
    found: dict[str, list[Article]] = {}
    for path in _accepted(find_files([ARTICLES])):
        for part in _accepted(split(path)):
            found.setdefault(path.relative_to(ARTICLES).as_posix(), []).extend(_accepted(read(part)))
    wanted: dict[str, list[ExpectedArticle]] = {}
    for expected in expected_articles():
        wanted.setdefault(expected.file, []).append(expected)
    assert {file: len(articles) for file, articles in found.items()} == {file: len(e) for file, e in wanted.items()}
    return tuple(pair for file in wanted for pair in zip(wanted[file], found[file], strict=True))


def _accepted(values: Iterable[_T | ImportIssue]) -> Iterator[_T]:
    for value in values:
        assert not isinstance(value, ImportIssue), f"{value.source}: {value.reason}"
        yield value


@cache
def sample_extractions() -> tuple[tuple[ExpectedArticle, Extraction], ...]:
    """Extract the sample's articles, each with what is expected of it."""
    return tuple((expected, extract(article)) for expected, article in sample_articles())


def score_events() -> Score:
    """Count the expected events that the program finds with the right date and kind at the right sentence."""
    score = Score()
    for expected, extraction in sample_extractions():
        body = extraction.article.body
        sentences = split_sentences(body)
        for event in expected.events:
            at = body.index(event.quote)
            start, end = next((start, end) for start, end in sentences if start <= at < end)
            there = [r for r in extraction.reports if r.sentence and start <= r.sentence[0] < end]
            score.count(
                any(event.is_met_by(r) for r in there),
                f"{expected.file}: {event.quote!r}: expected {format_edtf(event.period)} {event.kind}"
                f"{' or within' if event.within else ''}, found "
                f"{[(format_edtf(r.period), str(r.kind)) for r in there if r.period] or 'nothing'}",
            )
    return score


def score_participants() -> Score:
    """Count the expected participants that the program finds, by name or alias, with the right kind."""
    score = Score()
    for expected, extraction in sample_extractions():
        found = {(name, p.kind) for p in extraction.participants for name in (p.name, *p.aliases)}
        for name, kind in expected.participants:
            others = [str(other) for found_name, other in found if found_name == name]
            score.count((name, kind) in found, f"{expected.file}: {name}: expected {kind}, found {others or 'nothing'}")
    return score


def main() -> None:
    """Print the figures and every miss."""
    for what, score in (("events", score_events()), ("participants", score_participants())):
        print(f"{what}: {score.right} of {score.right + len(score.misses)} ({score.share:.1%})")
        for miss in score.misses:
            print(f"  {miss}")


if __name__ == "__main__":
    main()
