"""A chronology in Markdown (CommonMark): date and title, the quotation, the citation, and where exactly it stands.

The last line of an entry is the same in every language, and is what `verify` reads: the file, the characters of its text and the
SHA-256 of the quotation; for an article's own appearance the file and the article's fingerprint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from timeline_app.exports.event import Claim, Evidence, caveat, cite, left_out, written
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.exports.event import ExportedEvent, Heading, Say

_SPECIAL = re.compile(r"[\\`*_\[\]<>#&|~]")
_AT_START = re.compile(r"(?:(?P<blank>[ \t])|(?P<digits>\d+)(?P<mark>[.)])|(?P<line>[-+=]))")
_ESCAPED = re.compile(r"&#(\d+);|\\(.)", re.DOTALL)
_PROOF = re.compile(r"(?: (?P<start>\d+)–(?P<end>\d+))? `(?:sha256|article):(?P<hash>[0-9a-f]{64})`$")
_HEADING = re.compile(r"## (?P<date>.*?) — (?P<title>.*)")


def write(events: Iterable[ExportedEvent], heading: Heading, say: Say) -> Iterator[str]:
    """Write the heading and a section for each event."""
    yield f"# {_line(heading.title)}\n\n"
    yield _line(say(message(INTRODUCTION, count=heading.events))) + "\n"
    if missing := left_out(heading, say):
        yield f"\n{_line(missing)}\n"
    for event in events:
        yield _entry(event, say)


INTRODUCTION = QT_TRANSLATE_NOOP(
    "Message",
    "Events: {count}. Below each stand the file, the first character and the end of the quotation in its text, and the "
    "quotation’s SHA-256; “timeline-app verify” checks them against the files.",
)


def _entry(event: ExportedEvent, say: Say) -> str:
    evidence = event.evidence
    parts = [f"\n## {_line(written(event.period, say))} — {_line(event.title)}\n"]
    if evidence.span is not None:
        quotation = "\n".join(f"> {escape(line)}" for line in evidence.quotation.split("\n"))
        parts.append(f"\n{quotation}\n")
    parts += [f"\n{_line(text)}\n" for text in (caveat(event, say), cite(event.citation, say)) if text]
    span = "" if evidence.span is None else f" {evidence.span[0]}–{evidence.span[1]}"
    kind = "article" if evidence.span is None else "sha256"
    parts.append(f"\n{_code(evidence.source)}{span} `{kind}:{evidence.sha256}`\n")
    return "".join(parts)


def read_claims(file: TextIO) -> Iterator[Claim]:
    """Read what can be verified.

    Raises:
        ValueError: An entry has no proof, or the file has no entries.
    """
    heading: re.Match[str] | None = None
    quotation: list[str] = []
    found = False
    for text in file:
        line = text.removesuffix("\n").removesuffix("\r")
        if new := _HEADING.fullmatch(line):
            if heading is not None:
                raise ValueError(f"no source is named for: {unescape(heading['title'])}")
            heading, quotation, found = new, [], True
        elif heading is not None and line.startswith(">"):
            quotation.append(unescape(line.removeprefix(">").removeprefix(" ")))
        elif heading is not None and (evidence := _evidence(line, quotation)) is not None:
            yield Claim(unescape(heading["title"]), unescape(heading["date"]), evidence)
            heading = None
    if heading is not None:
        raise ValueError(f"no source is named for: {unescape(heading['title'])}")
    if not found:
        raise ValueError("there are no entries")


def _evidence(line: str, quotation: list[str]) -> Evidence | None:
    """Read the last line of an entry; None where it is another."""
    proof = _PROOF.search(line) if line.startswith("`") else None
    if proof is None:
        return None
    span = None if proof["start"] is None else (int(proof["start"]), int(proof["end"]))
    return Evidence(_uncode(line[: proof.start()]), "\n".join(quotation), span, proof["hash"])


def escape(line: str) -> str:
    """Return a line of which Markdown makes just that text, whatever stands in it."""
    line = _SPECIAL.sub(r"\\\g<0>", line).replace("\r", "&#13;")
    start = _AT_START.match(line)
    if start is None:
        return line
    if start["blank"]:
        return f"&#{ord(line[0])};{line[1:]}"
    if start["digits"]:
        return f"{start['digits']}\\{line[start.start('mark') :]}"
    return "\\" + line


def unescape(line: str) -> str:
    """Return the line that `escape` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1])) if found[1] else found[2], line)


def _line(text: str) -> str:
    """Return a text as one escaped line."""
    return escape(" ".join(text.split()))


def _code(text: str) -> str:
    """Return a code span: its fence is longer than any run of backticks in it."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    # One blank on either side is taken off again; without it, a backtick of the text's own would be one of the fence.
    blank = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _uncode(span: str) -> str:
    """Return the text that `_code` was given."""
    fence = len(span) - len(span.lstrip("`"))
    text = span[fence : len(span) - fence]
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] == " " else text
