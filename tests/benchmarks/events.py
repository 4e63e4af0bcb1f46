"""How well and how fast events are dated.

Run as ``python -m tests.benchmarks.events [--gold-expressions] [--out FOLDER] [--errors N] [GOLD.jsonl...]``, each GOLD a file
of records ``{"id", "published", "text", "events": [{"start", "end", "date"}]}``; by default those of ``../shared/data/dates``.
Prints JSON objects. One per corpus: the share of event words that get their date, as ``../shared/tools/score_dates.py`` (where
present) counts it; ``naive``, the same for the nearest time expression in the sentence, else the publication day; and how
many events an article yields, by what dates them. All of it is told with the expressions that are found, and once more with
the annotators' (those of the corpus of the same name without "events_", where there is one): that tells what is lost to
expressions from what is lost to the dating of events. Then how many events of the golden articles are as they were written down
(precision and recall), how many hard sentences (``event_sentences.jsonl``, each an article of Thursday, 16 February 2023) give
exactly the dates and kinds that they should, and the milliseconds that an article of 6 KB takes, stage by stage, on one core.

``--gold-expressions`` measures with the annotators' expressions only.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import corpus
from timeline_app.domain.article import Article
from timeline_app.domain.calendar import SECONDS_PER_DAY, monday_of_iso_week
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.extraction import EventKind, Extraction, Report, Resolution, TimeExpression, TimexType
from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.events import find_events
from timeline_app.ingest.extraction.output import record
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.ingest.extraction.timexes import find_time_expressions
from timeline_app.messages import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SCORER = SHARED / "tools" / "score_dates.py"
DATES = SHARED / "data" / "dates"
SENTENCES = Path(__file__).with_name("event_sentences.jsonl")
PUBLISHED = parse_edtf("2023-02-16").first_day
ARTICLE = 6000
GIVEN = Resolution("given", message("It is given."))

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}


def period_of(value: str) -> Period | None:
    """Return the calendar period of a TIMEX3 value, None for whatever is none."""
    value = re.sub(r"(-XX)+$", "", value.partition("T")[0])
    week = re.fullmatch(r"(\d{4})-W(\d{1,2})", value)
    if week:
        start = monday_of_iso_week(int(week[1]), int(week[2])) * SECONDS_PER_DAY
        return Period.unit(start, Granularity.WEEK)
    weekend = re.fullmatch(r"(\d{4})-W(\d{1,2})-WE", value)
    if weekend:
        start = (monday_of_iso_week(int(weekend[1]), int(weekend[2])) + 5) * SECONDS_PER_DAY
        return Period(start, start + 2 * SECONDS_PER_DAY, Granularity.DAY)
    part = re.fullmatch(r"(\d{4})-(\w\w)", value)
    if part and part[2] in _SEASONS:
        value = f"{part[1]}-{_SEASONS[part[2]]}"
    try:
        return parse_edtf(value)
    except ValueError:
        return None


def read_articles(gold: Path) -> list[tuple[str, Article]]:
    """Return the articles of a corpus with their identifiers; a publication time is cut to its day."""
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return [(d["id"], Article("", d["text"], parse_edtf(d["published"][:10]))) for d in documents]


def expressions_of(gold: Path) -> Path:
    """Return the file of the annotators' time expressions of a corpus of dated events."""
    return gold.with_name(gold.name.removeprefix("events_"))


def gold_expressions(gold: Path) -> dict[str, tuple[TimeExpression, ...]]:
    """Return the expressions that annotators marked in a corpus of dated events, by article."""
    found = {}
    for line in expressions_of(gold).read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        found[document["id"]] = tuple(
            TimeExpression(
                t["start"],
                t["end"],
                document["text"][t["start"] : t["end"]],
                TimexType(t["type"]),
                t["value"],
                period_of(t["value"]) if t["type"] in ("DATE", "TIME") else None,
                GIVEN,
            )
            for t in sorted(document["timexes"], key=lambda t: int(t["start"]))
        )
    return found


def extract_with(article: Article, expressions: tuple[TimeExpression, ...]) -> Extraction:
    """Extract an article whose time expressions are given."""
    reports = find_events(article, split_sentences(article.body), expressions, ())
    return Extraction(article, expressions, (), reports)


def nearest_date(extraction: Extraction) -> Extraction:
    """Return the extraction with the rule of thumb's events: every calendar expression is one, in its sentence."""
    reports = [extraction.reports[0]]
    spans = split_sentences(extraction.article.body)
    for index, expression in enumerate(extraction.time_expressions):
        sentence = next((s for s in spans if s[0] <= expression.start < s[1]), None)
        if expression.period is not None and sentence is not None:
            reports.append(Report("", EventKind.REPORTED, expression.period, sentence, GIVEN, index))
    return Extraction(extraction.article, extraction.time_expressions, extraction.participants, tuple(reports))


def score(gold: Path, folder: Path, name: str, extractions: Iterable[tuple[str, Extraction]], errors: int = 0) -> float:
    """Write what was found and return the scorer's percentage."""
    out = folder / f"{gold.stem}.{name}.jsonl"
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for key, extraction in extractions:
            file.write(json.dumps(record(extraction, key)) + "\n")
    command = [sys.executable, str(SCORER), str(gold), str(out), "--errors", str(errors)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout.splitlines()
    print(*printed[:-1], sep="\n", end="\n" if printed[:-1] else "", file=sys.stderr)
    return float(json.loads(printed[-1])["right"])


def measure(gold: Path, folder: Path, *, with_gold: bool, errors: int) -> dict[str, Any]:
    """Extract a corpus and tell how right and how plentiful its events are."""
    articles = read_articles(gold)
    given = gold_expressions(gold) if with_gold else {}
    extractions = [(key, extract_with(a, given[key]) if with_gold else extract(a)) for key, a in articles]
    rules = Counter(r.resolution.rule for _, e in extractions for r in e.reports if r.kind is not EventKind.PUBLISHED)
    result: dict[str, Any] = {"corpus": gold.stem, "expressions": "gold" if with_gold else "found"}
    if SCORER.is_file():
        result["right"] = score(gold, folder, "events", extractions, errors)
        result["naive"] = score(gold, folder, "naive", ((key, nearest_date(e)) for key, e in extractions))
    result["events_per_article"] = {rule: round(n / len(articles), 2) for rule, n in rules.most_common()}
    return result


def measure_golden() -> dict[str, Any]:
    """Compare title, date and kind of each event with the golden articles'."""
    right = found = expected = 0
    for name in corpus.NAMES:
        sides = [json.loads(text)["events"] for text in (corpus.found(name), corpus.expected(name))]
        now, before = ({(e["title"], e["edtf"], e["kind"]) for e in side} for side in sides)
        right, found, expected = right + len(now & before), found + len(now), expected + len(before)
    return {
        "golden": len(corpus.NAMES),
        "precision": round(100 * right / found, 1),
        "recall": round(100 * right / expected, 1),
    }


def hard_sentences() -> list[tuple[str, bool]]:
    """Return the sentences written for the purpose, with whether each gives the dates and kinds that it should, and no others."""
    found = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        reports = extract(Article("", case["text"], Period.of_day(PUBLISHED))).reports[1:]
        events = [[format_edtf(report.period), str(report.kind)] for report in reports if report.period is not None]
        found.append((case["text"], sorted(events) == sorted(case["events"])))
    return found


def measure_speed(articles: Sequence[Article]) -> dict[str, Any]:
    """Return milliseconds per 6 KB of text, and articles of that size per second: sentences, expressions and events."""
    characters = sum(len(article.body) for article in articles)
    sentences = [split_sentences(article.body) for article in articles]
    expressions = [
        find_time_expressions(a.body, a.published, sentences=s) for a, s in zip(articles, sentences, strict=True)
    ]

    def milliseconds(work: Callable[[], object]) -> float:
        best = min(_seconds(work) for _ in range(3))
        return 1000 * best * ARTICLE / characters

    cost = {
        "sentences": milliseconds(lambda: [split_sentences(a.body) for a in articles]),
        "expressions": milliseconds(
            lambda: [
                find_time_expressions(a.body, a.published, sentences=s)
                for a, s in zip(articles, sentences, strict=True)
            ]
        ),
        "events": milliseconds(
            lambda: [find_events(a, s, e, ()) for a, s, e in zip(articles, sentences, expressions, strict=True)]
        ),
    }
    return {
        "milliseconds_per_article": {stage: round(value, 2) for stage, value in cost.items()},
        "articles_per_second": round(1000 / sum(cost.values())),
    }


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="*", help="by default the dated events of the shared data")
    parser.add_argument("--gold-expressions", action="store_true", help="read the annotators' time expressions")
    parser.add_argument("--out", type=Path, help="folder for what was found; a temporary one by default")
    parser.add_argument("--errors", type=int, default=0, help="print the first N errors of each corpus on stderr")
    arguments = parser.parse_args()
    gold = arguments.gold or sorted(DATES.glob("events_*.jsonl"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.out or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for path in gold:
            for with_gold in (True,) if arguments.gold_expressions else (False, True):
                if not with_gold or expressions_of(path).is_file():
                    print(json.dumps(measure(path, folder, with_gold=with_gold, errors=arguments.errors)))
    print(json.dumps(measure_golden()))
    sentences = hard_sentences()
    right = sum(is_right for _, is_right in sentences)
    print(json.dumps({"hard_sentences": len(sentences), "right": round(100 * right / len(sentences), 1)}))
    articles = [article for path in gold for _, article in read_articles(path)]
    if articles:
        print(json.dumps(measure_speed(articles)))


if __name__ == "__main__":
    main()
