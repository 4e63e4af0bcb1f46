"""What can be asked on the command line: the window with its paths, or a command; wrong use exits with 2 and one line."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from timeline_app import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS_WITHOUT_QT = (
    "import",
    "rescan",
    "take-back",
    "refine",
    "extract",
    "search",
    "export",
    "verify",
    "info",
    "check",
    "repair",
    "restore",
    "compact",
)
_COMMANDS = (*COMMANDS_WITHOUT_QT, "screenshot")
_EXPORT_FORMATS = ("html", "markdown", "csv", "json", "ical", "timelinejs")  # spelt out: parsing loads nothing

_EXAMPLES = """\
commands without a window:
  import LIBRARY PATH...      take articles in
  refine LIBRARY              read its articles again, with care
  rescan LIBRARY              take in what is new in the folders named before
  take-back LIBRARY           take the last import out again
  extract FILE...             print what the articles say, as JSON
  search LIBRARY QUERY        find articles
  export LIBRARY OUT          take events away: CSV, JSON, a chronology, a calendar
  verify EXPORT               do the sources still say so?
  info LIBRARY                counts, date range, size
  check LIBRARY               is the library sound?
  repair LIBRARY OUT          save what can be read of a damaged one
  restore LIBRARY             list the copies kept of it, or go back to one
  compact LIBRARY             make its file smaller
  screenshot LIBRARY OUT.png  a picture of the window
  Each has a --help of its own.

examples:
  timeline-app                          the last library, or the sample
  timeline-app case.timeline            open a library
  timeline-app ~/articles               take a folder in and show it
  timeline-app case.timeline ~/new      take a folder into a library
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
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a library, and folders and files of articles that go into it; without a library they get one of their own",
    )
    parser.add_argument("--safe-mode", action="store_true", help="start with default settings and remember nothing")
    parser.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    return parser


def _add_date_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mode",
        choices=("news", "narrative"),
        help="what “in May” is counted from: the publication, or the date told before (default: what suits the article)",
    )
    parser.add_argument(
        "--day-order",
        choices=("day-first", "month-first"),
        help="how 03/04/2023 is read where an article does not tell (default: as its language has it)",
    )


def _add_export_parsers(
    parsers: dict[str, argparse.ArgumentParser], command: Callable[[str, str, str], argparse.ArgumentParser]
) -> None:
    export = parsers["export"] = command(
        "export",
        "Write the dated events of a library into a file; print one JSON object of counts.",
        "case.timeline chronology.html --query suez --from 2021-03 --to 2021-07",
    )
    export.add_argument("library", type=Path, metavar="LIBRARY")
    export.add_argument("out", type=Path, metavar="OUT", help="its ending names the format, unless --format does")
    export.add_argument("--format", choices=_EXPORT_FORMATS, metavar="F", help=", ".join(_EXPORT_FORMATS))
    export.add_argument("--query", default="", metavar="Q", help="only events of the articles that it finds")
    export.add_argument("--from", dest="first", metavar="DATE", help="the first day, month or year, in EDTF")
    export.add_argument("--to", dest="last", metavar="DATE", help="the last one, included")
    export.add_argument("--force", action="store_true", help="replace a file of that name")

    verify = parsers["verify"] = command(
        "verify",
        "Hold every quotation of an export against its source; exit with 1 where one no longer holds.",
        "chronology.html",
    )
    verify.add_argument("export", type=Path, metavar="EXPORT", help="a CSV, HTML, JSON or Markdown export")


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
    _add_date_reading(take_in)
    take_in.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one a core)")

    again = parsers["refine"] = command(
        "refine",
        "Read the articles that came in fast again, with care, as the window does by itself; print one JSON object of counts.",
        "case.timeline",
    )
    again.add_argument("library", type=Path, metavar="LIBRARY")
    again.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one a core)")

    rescan = parsers["rescan"] = command(
        "rescan",
        "Look again through what was imported before; take in what is new or has changed; print counts.",
        "case.timeline",
    )
    rescan.add_argument("library", type=Path, metavar="LIBRARY")
    rescan.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one a core)")

    extract = parsers["extract"] = command(
        "extract",
        "Print time expressions, participants and events of articles: one JSON object an article.",
        "--published 2023-02-14 article.txt",
    )
    extract.add_argument("files", nargs="*", type=Path, metavar="FILE", help="articles in any form that import reads")
    extract.add_argument(
        "--jsonl", metavar="FILE", help='records {"id", "published", "text"}, one a line; - reads standard input'
    )
    extract.add_argument(
        "--participants",
        choices=("fast", "careful"),
        default="careful",
        help="how names are looked for: by rules alone, or by an encoder too (default: careful)",
    )
    _add_date_reading(extract)
    extract.add_argument("--published", metavar="DATE", help="the publication date, in place of what the files state")
    extract.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one a core)")

    search = parsers["search"] = command("search", "Find articles; print hits as JSON Lines.", "case.timeline reznikov")
    search.add_argument("library", type=Path, metavar="LIBRARY")
    search.add_argument("query", metavar="QUERY", help='words, "phrases", NOT, NEAR, prefix*, after:2021-03')
    search.add_argument("--limit", type=_positive, default=50, metavar="N", help="at most so many hits (default: 50)")

    _add_export_parsers(parsers, command)

    for name, description in (
        ("info", "Print counts, date range and size of a library as JSON."),
        ("check", "Check a library's integrity; exit with 1 and the reason where it is damaged."),
        ("take-back", "Take everything of the last import out of the library again; corrections stay."),
        ("compact", "Copy a library, then write it anew without the room that is left in it."),
    ):
        parsers[name] = command(name, description, "case.timeline")
        parsers[name].add_argument("library", type=Path, metavar="LIBRARY")

    restore = parsers["restore"] = command(
        "restore", "List the copies that are kept of a library, or go back to one of them.", "case.timeline --copy 12"
    )
    restore.add_argument("library", type=Path, metavar="LIBRARY", help="no window may have it open")
    restore.add_argument("--copy", type=_positive, metavar="N", help="put the copy of this number in its place")

    mend = parsers["repair"] = command(
        "repair",
        "Save what can be read of a damaged library into a new one; exit with 1 where not all of it could be saved.",
        "case.timeline repaired.timeline",
    )
    mend.add_argument("library", type=Path, metavar="LIBRARY", help="is only read; no window may have it open")
    mend.add_argument("out", type=Path, metavar="OUT", help="the new library; there must be no such file")

    picture = parsers["screenshot"] = command(
        "screenshot",
        "Render the main window into a PNG; needs no screen.",
        "case.timeline out.png --size 1920x1080 --select 3",
    )
    picture.add_argument("source", type=Path, metavar="LIBRARY|PATH", help="a library, or articles")
    picture.add_argument("out", type=Path, metavar="OUT.png")
    picture.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="in pixels (default: 1280x800)")
    picture.add_argument("--scale", type=_scale, default=1.0, metavar="F", help="device pixels a pixel (default: 1)")
    picture.add_argument("--theme", choices=("light", "dark"), default="light")
    picture.add_argument("--layout", choices=("above", "beside"), default="beside", help="the timeline's place")
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


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError("a scale is a number from 0.5 to 4")
    return scale


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
