"""The commands that need no window and no Qt.

Results go to stdout as JSON, progress and complaints to stderr. Exit status: 0, 1 when something could not be read or is damaged, 2
for wrong use. An error that is the reader's to mend is one line.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from dataclasses import asdict, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TextIO

from timeline_app.errors import ReaderError, UsageError
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from timeline_app.domain.date_reading import DateReading
    from timeline_app.domain.extraction import Level
    from timeline_app.domain.period import Period
    from timeline_app.importing import ImportProgress, ImportReport


def run(options: argparse.Namespace) -> int:
    """Run a command that needs no window; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # JSON is UTF-8 everywhere, also where the terminal's locale is not.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _RUN[options.command](options)
    except UsageError as error:
        _complain(error)
        return 2
    except ReaderError as error:
        _complain(error)
        return 1
    except BrokenPipeError:
        # The reader of our output has seen enough (`| head`): not an error, and nothing more may be written, not even at exit.
        sys.stdout = None
        return 0
    except KeyboardInterrupt:
        return 130


def _complain(text: object) -> None:
    print(f"timeline-app: {text}", file=sys.stderr)


def _print_json(record: object) -> None:
    print(json.dumps(record, ensure_ascii=False))


def _import(options: argparse.Namespace) -> int:
    from timeline_app.importing import import_paths

    report = import_paths(
        options.library,
        options.paths,
        jobs=options.jobs,
        dates=_date_reading(options),
        on_progress=_progress_printer(),
    )
    return _tell(report, ("read", "added", "unchanged", "failed", "events", "seconds"))


def _rescan(options: argparse.Namespace) -> int:
    from timeline_app.importing import import_paths
    from timeline_app.library import Library

    Library.open(options.library, read_only=True).close()  # one that is not there is not to be made
    report = import_paths(options.library, (), jobs=options.jobs, is_rescan=True, on_progress=_progress_printer())
    return _tell(report, ("read", "added", "unchanged", "moved", "missing", "failed", "events", "seconds"))


def _tell(report: ImportReport, keys: tuple[str, ...]) -> int:
    for issue in report.issues:
        _complain(f"{issue.source}: {issue.reason}")
    counts = asdict(report)
    counts["seconds"] = round(report.seconds, 3)
    _print_json({key: counts[key] for key in keys})
    return 1 if report.failed else 0


def _take_back(options: argparse.Namespace) -> int:
    from timeline_app.library import Library

    with Library.open(options.library) as library:
        library.take_lock()
        last = library.imports.last()
        articles = library.imports.take_back(last.id) if last is not None else 0
        _print_json({"articles": articles, "sources": list(last.sources) if last is not None else []})
    return 0


def _restore(options: argparse.Namespace) -> int:
    from timeline_app.library import articles_in, put_in_place, stage
    from timeline_app.library.backups import backups

    kept = {backup.number: backup for backup in backups(options.library)}
    if options.copy is None:
        for backup in kept.values():
            _print_json({"copy": backup.number, "day": backup.day, "articles": articles_in(backup)})
        return 0
    if options.copy not in kept:
        raise UsageError(
            message(QT_TRANSLATE_NOOP("Message", "there is no copy {number} of it"), number=str(options.copy))
        )
    staged = stage(options.library, kept[options.copy])
    assert staged is not None
    aside = put_in_place(options.library, staged)
    _print_json({"copy": options.copy, "set_aside": aside and str(aside)})
    return 0


def _compact(options: argparse.Namespace) -> int:
    from timeline_app.library import compact

    before, after = compact(options.library)
    _print_json({"before": before, "after": after})
    return 0


def _progress_printer() -> Callable[[ImportProgress], None]:
    last = 0.0

    def show(progress: ImportProgress) -> None:
        nonlocal last
        now = time.monotonic()
        done = progress.files_done == progress.files_total
        if now - last < 1 and not done:
            return
        last = now
        left = "" if progress.seconds_left is None or done else f", about {progress.seconds_left:.0f} s left"
        files = f"{progress.files_done} of {progress.files_total} files"
        print(f"{files}, {progress.articles} articles{left}  {progress.current}", file=sys.stderr)

    return show


def _refine(options: argparse.Namespace) -> int:
    from timeline_app.ingest.executors import worker_count
    from timeline_app.rereading import refine_library

    started = time.monotonic()
    report = refine_library(options.library, jobs=worker_count(options.jobs))
    if report.hindrance is not None:
        _complain(report.hindrance)
    _print_json({"refined": report.refined, "seconds": round(time.monotonic() - started, 3)})
    return 1 if report.hindrance is not None else 0


def _extract(options: argparse.Namespace) -> int:
    if (options.jsonl is None) == (not options.files):
        raise UsageError(message(QT_TRANSLATE_NOOP("Message", "give either files or --jsonl FILE")))
    level = _level(options.participants)
    return _extract_records(options, level) if options.jsonl is not None else _extract_files(options, level)


def _level(participants: str) -> Level:
    """Return how participants are looked for; where that cannot be as carefully as asked for, say why."""
    from timeline_app.domain.extraction import Level
    from timeline_app.ingest.extraction.participants import why_not_careful

    if participants == "fast":
        return Level.FAST
    hindrance = why_not_careful()
    if hindrance is not None:
        _complain(hindrance)
        return Level.FAST
    return Level.CAREFUL


def _date_reading(options: argparse.Namespace) -> DateReading:
    from timeline_app.domain.date_reading import DateReading, Mode

    return DateReading(
        None if options.mode is None else Mode(options.mode),
        None if options.day_order is None else options.day_order == "day-first",
    )


def _extract_files(options: argparse.Namespace, level: Level) -> int:
    from timeline_app.domain.article import ImportIssue, IssueKind
    from timeline_app.ingest import importers
    from timeline_app.ingest.extraction.output import record
    from timeline_app.ingest.extraction.pipeline import extract
    from timeline_app.ingest.reading import read_files

    published = _date(options.published) if options.published else None
    failed = False
    named = list(importers.find_files(options.files))
    issues = (found for found in named if isinstance(found, ImportIssue))
    read = read_files((found for found in named if not isinstance(found, ImportIssue)), jobs=options.jobs)
    dates = _date_reading(options)
    for article in chain(issues, (found for _, found in read)):
        if isinstance(article, ImportIssue):
            failed = failed or article.kind is IssueKind.FAILED
            _complain(f"{article.source}: {article.reason}")
            continue
        dated = article if published is None else replace(article, published=published)
        _print_json(record(extract(dated, level=level, dates=dates), dated.source))
    return 1 if failed else 0


def _date(text: str) -> Period:
    from timeline_app.domain.edtf import parse_edtf

    try:
        return parse_edtf(text)
    except ValueError:
        raise UsageError(
            message(QT_TRANSLATE_NOOP("Message", "“{text}” is no date; write it as 2023-02-14"), text=text)
        ) from None


def _extract_records(options: argparse.Namespace, level: Level) -> int:
    from timeline_app.ingest.pool import Lost, map_ordered
    from timeline_app.ingest.records import extract_line

    failed = False
    with _lines(options.jsonl) as file:
        lines = (line for line in file if line.strip())
        for answer in map_ordered(
            partial(extract_line, level=level, dates=_date_reading(options)), lines, jobs=options.jobs
        ):
            if isinstance(answer, Lost):
                failed = True
                _print_json({"id": _id_of(answer.task), "error": str(answer.reason)})
            else:
                failed = failed or answer.failed
                print(answer.text)
    return 1 if failed else 0


def _lines(name: str) -> contextlib.AbstractContextManager[TextIO]:
    """Open a file of lines, or standard input for "-"; what is not UTF-8 becomes U+FFFD, a character for a byte."""
    if name == "-":
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        return contextlib.nullcontext(sys.stdin)
    try:
        return open(name, encoding="utf-8", errors="replace", newline="\n")  # noqa: PTH123 - given back open
    except OSError as error:
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP("Message", "{path} cannot be read: {reason}"), path=name, reason=error.strerror or ""
            )
        ) from None


def _id_of(line: str) -> object:
    with contextlib.suppress(ValueError):
        given = json.loads(line)
        return given.get("id") if isinstance(given, dict) else None
    return None


def _search(options: argparse.Namespace) -> int:
    from timeline_app.domain.edtf import format_edtf
    from timeline_app.library import MOST_RANKED, Library

    with Library.open(options.library, read_only=True) as library:
        for hit in library.search(options.query, limit=options.limit):
            _print_json({**asdict(hit), "published": hit.published and format_edtf(hit.published)})
        if library.finds_very_many(options.query):
            template = QT_TRANSLATE_NOOP(
                "Message",
                "more than {count} articles fit: first come those with the words in their titles, then the best of the newest",
            )
            _complain(message(template, count=MOST_RANKED))
    return 0


def _export(options: argparse.Namespace) -> int:
    from timeline_app.domain.event_filter import EventFilter
    from timeline_app.exporting import export
    from timeline_app.exports.formats import BY_NAME, FORMATS, format_of

    form = BY_NAME[options.format] if options.format else format_of(options.out)
    if form is None:
        endings = ", ".join(entry.endings[0] for entry in FORMATS)
        template = QT_TRANSLATE_NOOP("Message", "{path} ends like no format ({endings}); name one with --format")
        raise UsageError(message(template, path=str(options.out), endings=endings))
    after = _date(options.first).start if options.first else None
    before = _date(options.last).end if options.last else None
    if after is not None and before is not None and after >= before:
        raise UsageError(message(QT_TRANSLATE_NOOP("Message", "--to is before --from")))
    wanted = EventFilter(query=options.query, after=after, before=before)
    report = export(options.library, options.out, form, wanted, overwrite=options.force)
    _print_json({"path": str(report.path), "format": form.name, "events": report.events, "undated": report.undated})
    return 0


def _verify(options: argparse.Namespace) -> int:
    from timeline_app.verifying import verify

    report = verify(options.export)
    failures = []
    for failure in report.failures:
        claim, evidence = failure.claim, failure.claim.evidence
        _complain(f"{failure.entry}. {claim.date}, {claim.title}: {failure.reason} ({evidence.source})")
        failures.append(
            {
                "entry": failure.entry,
                "date": claim.date,
                "title": claim.title,
                "source": evidence.source,
                "span": evidence.span,
                "reason": str(failure.reason),
            }
        )
    _print_json({"checked": report.checked, "hold": report.checked - len(failures), "failed": failures})
    return 1 if failures else 0


def _info(options: argparse.Namespace) -> int:
    from timeline_app.library import Library

    with Library.open(options.library, read_only=True) as library:
        _print_json(asdict(library.info()))
    return 0


def _check(options: argparse.Namespace) -> int:
    from timeline_app.library import Library

    with Library.open(options.library, read_only=True) as library:
        faults = library.check()
    for fault in faults:
        _complain(f"{options.library}: {fault}")
    if not faults:
        print(f"{options.library}: sound")
    return 1 if faults else 0


def _repair(options: argparse.Namespace) -> int:
    from timeline_app.ingest.extraction.pipeline import extract
    from timeline_app.library.repair import repair

    report = repair(options.library, options.out, extract=extract)
    for title in report.changed:
        _complain(message(QT_TRANSLATE_NOOP("Message", "{title}: its words may not be as they were"), title=title))
    _print_json({**asdict(report), "changed": len(report.changed)})
    return 0 if report.is_whole else 1


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "refine": _refine,
    "extract": _extract,
    "search": _search,
    "export": _export,
    "verify": _verify,
    "info": _info,
    "check": _check,
    "repair": _repair,
    "rescan": _rescan,
    "take-back": _take_back,
    "restore": _restore,
    "compact": _compact,
}
