"""Word documents: the paragraphs of the document's body, with the title and date that they or its properties state."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.cleaning import one_line
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.ingest.importers.stated_dates import read_day
from timeline_app.ingest.importers.unpacking import DAMAGE, read_member
from timeline_app.ingest.importers.xml_tree import parse_xml
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from timeline_app.ingest.importers.part import Part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
# The same words once more, for programs that cannot show the first form.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE_STYLES = frozenset({"title", "titel", "titre", "heading1", "berschrift1"})
_HEADING_LINES = 6
_TEMPLATE_MADE = "2013-12-23T23:15:00Z"
"""When the template of python-docx was made: in documents by that library which say nothing, it is no date of theirs."""


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read one document as one article."""
    try:
        with zipfile.ZipFile(io.BytesIO(content_of(part))) as package:
            document = parse_xml(read_member(package, "word/document.xml").replace(_STRICT.encode(), _W[1:-1].encode()))
            names = set(package.namelist())
            properties = parse_xml(read_member(package, "docProps/core.xml")) if "docProps/core.xml" in names else None
    except DAMAGE as error:
        raise UnreadableError(
            message(QT_TRANSLATE_NOOP("Message", "The Word document is damaged or encrypted."))
        ) from error
    paragraphs = [(style, text) for style, text in _paragraphs(document) if text.strip()]
    title, date = "", ""
    for style, text in paragraphs[:_HEADING_LINES]:
        if not title and style in _TITLE_STYLES:
            title = one_line(text)
        elif not date and read_day(one_line(text)) is not None:
            date = one_line(text)
    stated = title or _property(properties, f"{_DC}title")
    author = _property(properties, f"{_DC}creator")
    # When the file was made is near when the text was published, and often all that there is; what the text states goes before.
    made = _property(properties, f"{_TERMS}created")
    if not date and made and made != _TEMPLATE_MADE:
        reason = QT_TRANSLATE_NOOP(
            "Message", "The document states no date; it has that of the day on which the file was made."
        )
        yield ImportIssue(part.source, message(reason), IssueKind.NOTED)
    words = [text for _, text in paragraphs]
    heading = [text for text in words[:_HEADING_LINES] if one_line(text) not in {stated, date}]
    # A document that is nothing but its heading keeps it.
    body = [*heading, *words[_HEADING_LINES:]] or words
    dates = (date,) if date else (made,) if made and made != _TEMPLATE_MADE else ()
    fields = Fields(title=stated, dates=dates, author=author)
    origin = DateOrigin.HEADER if date else DateOrigin.FIELD
    yield from compose(part, "\n\n".join(body), fields, origin)


def _paragraphs(document: _Element) -> Iterator[tuple[str, str]]:
    """Yield style and text of each paragraph, those in tables and text boxes too; deleted text is none."""
    for paragraph in document.iter(f"{_W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        pieces: list[str] = []
        for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
            if next(node.iterancestors(f"{_W}p"), None) is not paragraph:
                continue
            tag = str(node.tag).removeprefix(_W)
            pieces.append(
                _words(node) if tag == "t" else "-" if tag == "noBreakHyphen" else " " if tag == "tab" else "\n"
            )
        name = (style.get(f"{_W}val") or "") if style is not None else ""
        yield name.lower().replace(" ", ""), "".join(pieces)


def _words(node: _Element) -> str:
    """Return the words of a run; an entity, which is never expanded, is none."""
    return (node.text or "") + "".join(child.tail or "" for child in node)


def _property(properties: _Element | None, name: str) -> str:
    found = properties.find(name) if properties is not None else None
    return one_line(found.text or "") if found is not None else ""
