"""A chronology as one HTML page that loads nothing and runs nothing; `verify` reads from it what a reader sees."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, TextIO

from timeline_app.domain.edtf import format_edtf
from timeline_app.exports.event import Claim, Evidence, caveat, cite, is_link, left_out, written
from timeline_app.exports.markdown import INTRODUCTION
from timeline_app.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.exports.event import ExportedEvent, Heading, Say

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 Georgia, "Noto Serif", serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, .proof { font-family: system-ui, sans-serif; }
h2 { font-size: 1.05rem; margin: 2.2rem 0 .4rem; }
.date { display: block; font-weight: 400; opacity: .75; }
blockquote { margin: .4rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8888; white-space: pre-wrap; }
.citation, .caveat { margin: .4rem 0; }
.caveat { font-style: italic; }
.proof { font-size: .75rem; opacity: .75; overflow-wrap: anywhere; }
@media print { section { break-inside: avoid; } }
"""
_HEAD = (
    '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n'
)  # fmt: skip


def write(events: Iterable[ExportedEvent], heading: Heading, say: Say) -> Iterator[str]:
    """Write the page: a section for each event."""
    title = escape(heading.title)
    yield _HEAD.format(title=title, style=_STYLE)
    yield f'<h1 dir="auto">{title}</h1>\n<p>{escape(say(message(INTRODUCTION, count=heading.events)))}</p>\n'
    if missing := left_out(heading, say):
        yield f"<p>{escape(missing)}</p>\n"
    for event in events:
        yield _section(event, say)
    yield "</body>\n</html>\n"


def _section(event: ExportedEvent, say: Say) -> str:
    evidence, url = event.evidence, event.citation.url
    edtf = escape(format_edtf(event.period))
    date = f'<span class="date" title="{edtf}">{escape(written(event.period, say))}</span>'
    lines = ["<section>", f'<h2 dir="auto">{date}<span class="title">{_exact(event.title)}</span></h2>']
    if evidence.span is not None:
        # A newline right after the tag, or one for every "\r", would be swallowed: a break of lines is written as it is counted.
        lines.append(f'<blockquote dir="auto">{_exact(evidence.quotation)}</blockquote>')
    if note := caveat(event, say):
        lines.append(f'<p class="caveat" dir="auto">{escape(note)}</p>')
    citation = escape(cite(event.citation, say))
    if is_link(url):
        citation = citation.replace(escape(url), f'<a href="{escape(url)}">{escape(url)}</a>')
    lines.append(f'<p class="citation" dir="auto">{citation}</p>')
    span = "" if evidence.span is None else f' <span class="span">{evidence.span[0]}–{evidence.span[1]}</span>'
    kind = "article" if evidence.span is None else "sha256"
    source = f'<code class="source">{_exact(evidence.source)}</code>'
    lines.append(f'<p class="proof" dir="ltr">{source}{span} <code class="hash">{kind}:{evidence.sha256}</code></p>')
    return "\n".join([*lines, "</section>", ""])


def _exact(text: str) -> str:
    return escape(text).replace("\r", "&#13;")


def read_claims(file: TextIO) -> Iterator[Claim]:
    """Read what can be verified.

    Raises:
        ValueError: An entry has no proof, or the page has no entries.
    """
    page = _Page()
    found = False
    while chunk := file.read(1 << 16):
        page.feed(chunk)
        for claim in page.take():
            found = True
            yield claim
    page.close()
    for claim in page.take():
        found = True
        yield claim
    if not found:
        raise ValueError("there are no entries")


class _Page(HTMLParser):
    """Collects the texts of the elements that matter, section by section."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._claims: list[Claim] = []
        self._section: dict[str, str] | None = None
        self._part = ""
        self._end = ""

    def take(self) -> list[Claim]:
        claims, self._claims = self._claims, []
        return claims

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._section = {}
        elif self._section is not None and not self._part:
            name = dict(attrs).get("class") or ""
            part = tag if tag == "blockquote" else name if name in {"date", "title", "source", "span", "hash"} else ""
            if part:
                self._section[part], self._part, self._end = "", part, tag

    def handle_data(self, data: str) -> None:
        if self._section is not None and self._part:
            self._section[self._part] += data

    def handle_endtag(self, tag: str) -> None:
        if self._part and tag == self._end:
            self._part = ""
        elif tag == "section" and self._section is not None:
            self._claims.append(_claim(self._section))
            self._section = None


def _claim(section: dict[str, str]) -> Claim:
    if not section.keys() >= {"source", "hash", "title", "date"}:
        raise ValueError(f"no source is named for: {section.get('title', '')}")
    start, dash, end = section.get("span", "").partition("–")
    span = (int(start), int(end)) if dash else None
    digest = section["hash"].partition(":")[2]
    evidence = Evidence(section["source"], section.get("blockquote", ""), span, digest)
    return Claim(section["title"], section["date"], evidence)
