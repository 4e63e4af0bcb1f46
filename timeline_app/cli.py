"""The command line: what can be asked, and the commands that need no window and no Qt.

Results go to stdout as JSON, progress and complaints to stderr. Exit status: 0, 1 when something could not be read or is damaged, 2
for wrong use. An error that is the reader's to mend is one line.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import logging
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from timeline_app import __version__
from timeline_app.errors import ReaderError, UsageError
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.period import Period
    from timeline_app.jobs import ImportProgress

COMMANDS_WITHOUT_QT = ("import", "extract", "search", "info", "check")
_COMMANDS = (*COMMANDS_WITHOUT_QT, "screenshot")

_EXAMPLES = """\
commands without a window:
  import LIBRARY PATH...      take articles in
  extract FILE...             print what the articles say, as JSON
  search LIBRARY QUERY        find articles
  info LIBRARY                counts, date range, size
  check LIBRARY               is the library sound?
  screenshot LIBRARY OUT.png  a picture of the window
  Each has a --help of its own.

examples:
  timeline-app                          the last library, or the sample
  timeline-app case.timeline            open a library
  timeline-app ~/articles               take a folder in and show it
  timeline-app import case.timeline ~/articles
  timeline-app search case.timeline '"contact group" NOT brussels'
"""


class _Parser(argparse.ArgumentParser):
    def error(self, text: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {text} (see {self.prog} --help)\n")


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--log-level",
        choices=("debug", "info", "warning", "error"),
        default=argparse.SUPPRESS,
        help="how much is written to stderr (default: warning)",
    )
    return common


def _window_parser(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="timeline-app",
        description="Show the dated events of articles on a timeline.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a library, or folders and files of articles"
    )
    parser.add_argument("--safe-mode", action="store_true", help="start with default settings and remember nothing")
    parser.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    return parser


def _command_parsers(common: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    def command(name: str, description: str, example: str) -> argparse.ArgumentParser:
        return _Parser(
            prog=f"timeline-app {name}",
            description=description,
            epilog=f"example:\n  timeline-app {name} {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[common],
        )

    parsers = {}
    take_in = parsers["import"] = command(
        "import", "Take articles in; print one JSON object of counts.", "case.timeline ~/articles --jobs 2"
    )
    take_in.add_argument("library", type=Path, metavar="LIBRARY", help="created where it does not exist")
    take_in.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders and files of articles")
    take_in.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one a core)")

    extract = parsers["extract"] = command(
        "extract",
        "Print time expressions, participants and events of articles: one JSON object an article.",
        "--published 2023-02-14 article.txt",
    )
    extract.add_argument("files", nargs="*", type=Path, metavar="FILE", help="articles in any form that import reads")
    extract.add_argument(
        "--jsonl", metavar="FILE", help='records {"id", "published", "text"}, one a line; - reads standard input'
    )
    extract.add_argument("--published", metavar="DATE", help="the publication date, in place of what the files state")
    extract.add_argument(
        "--jobs", type=_positive, metavar="N", help="worker processes for --jsonl (default: one a core)"
    )

    search = parsers["search"] = command("search", "Find articles; print hits as JSON Lines.", "case.timeline reznikov")
    search.add_argument("library", type=Path, metavar="LIBRARY")
    search.add_argument("query", metavar="QUERY", help='words, "phrases", NOT, prefix*')
    search.add_argument("--limit", type=_positive, default=50, metavar="N", help="at most so many hits (default: 50)")

    for name, description in (
        ("info", "Print counts, date range and size of a library as JSON."),
        ("check", "Check a library's integrity; exit with 1 and the reason where it is damaged."),
    ):
        parsers[name] = command(name, description, "case.timeline")
        parsers[name].add_argument("library", type=Path, metavar="LIBRARY")

    picture = parsers["screenshot"] = command(
        "screenshot",
        "Render the main window into a PNG; needs no screen.",
        "case.timeline out.png --size 1920x1080 --select 3",
    )
    picture.add_argument("source", type=Path, metavar="LIBRARY|PATH", help="a library, or articles")
    picture.add_argument("out", type=Path, metavar="OUT.png")
    picture.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="in pixels (default: 1280x800)")
    picture.add_argument("--scale", type=float, default=1.0, metavar="F", help="device pixels a pixel (default: 1)")
    picture.add_argument("--theme", choices=("light", "dark"), default="light")
    picture.add_argument("--layout", choices=("above", "beside"), default="above", help="the timeline's place")
    picture.add_argument("--table", action="store_true", help="the table in the timeline's place")
    picture.add_argument("--select", type=_positive, metavar="N", help="select the N-th event in time")
    picture.add_argument("--from", dest="first", metavar="DATE", help="the first day shown")
    picture.add_argument("--to", dest="last", metavar="DATE", help="the last day shown")
    return parsers


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 10000 and 200 <= int(height) <= 10000):
        raise argparse.ArgumentTypeError("a size is WIDTHxHEIGHT, for instance 1280x800, each from 200 to 10000")
    return int(width), int(height)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; `command` is None for the window. Exits with 2 on wrong use, with 0 after --help and --version."""
    common = _common()
    before, rest = common.parse_known_args(list(arguments))
    if rest and rest[0] in _COMMANDS:
        options = _command_parsers(common)[rest[0]].parse_args(rest[1:])
        options.command = rest[0]
    else:
        options = _window_parser(common).parse_args(rest)
        options.command = None
    options.log_level = getattr(before, "log_level", "warning")
    logging.basicConfig(
        level=options.log_level.upper(), format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr
    )
    return options


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
    from timeline_app.jobs import import_paths

    report = import_paths(options.library, options.paths, jobs=options.jobs, on_progress=_progress_printer())
    for issue in report.issues:
        _complain(f"{issue.source}: {issue.reason}")
    counts = asdict(report)
    counts["seconds"] = round(report.seconds, 3)
    _print_json({key: counts[key] for key in ("read", "added", "unchanged", "failed", "events", "seconds")})
    return 1 if report.failed else 0


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


def _extract(options: argparse.Namespace) -> int:
    if (options.jsonl is None) == (not options.files):
        raise UsageError(message(QT_TRANSLATE_NOOP("Message", "give either files or --jsonl FILE")))
    return _extract_records(options) if options.jsonl is not None else _extract_files(options)


def _extract_files(options: argparse.Namespace) -> int:
    from timeline_app.domain.article import ImportIssue, IssueKind
    from timeline_app.ingest import importers
    from timeline_app.ingest.extraction.output import record
    from timeline_app.ingest.extraction.pipeline import extract

    published = _date(options.published) if options.published else None
    failed = False

    def articles() -> Iterator[Article | ImportIssue]:
        for path in importers.find_files(options.files):
            for part in [path] if isinstance(path, ImportIssue) else importers.split(path):
                yield from [part] if isinstance(part, ImportIssue) else importers.read(part)

    for article in articles():
        if isinstance(article, ImportIssue):
            failed = failed or article.kind is IssueKind.FAILED
            _complain(f"{article.source}: {article.reason}")
            continue
        dated = article if published is None else replace(article, published=published)
        _print_json(record(extract(dated), dated.source))
    return 1 if failed else 0


def _date(text: str) -> Period:
    from timeline_app.domain.edtf import parse_edtf

    try:
        return parse_edtf(text)
    except ValueError:
        raise UsageError(
            message(QT_TRANSLATE_NOOP("Message", "“{text}” is no date; write it as 2023-02-14"), text=text)
        ) from None


def _extract_records(options: argparse.Namespace) -> int:
    from timeline_app.ingest.pool import Lost, map_ordered
    from timeline_app.ingest.records import extract_line

    failed = False
    with _lines(options.jsonl) as file:
        lines = (line for line in file if line.strip())
        for answer in map_ordered(extract_line, lines, jobs=options.jobs):
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
    from timeline_app.library import Library

    with Library.open(options.library, read_only=True) as library:
        for hit in library.search(options.query, limit=options.limit):
            _print_json({**asdict(hit), "published": hit.published and format_edtf(hit.published)})
    return 0


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


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "extract": _extract,
    "search": _search,
    "info": _info,
    "check": _check,
}
