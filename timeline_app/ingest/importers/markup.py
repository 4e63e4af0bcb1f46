"""From HTML to the words that a reader of it would see: for pages, and for the fields of feeds and records that hold markup."""

from __future__ import annotations

import html
import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_UNSEEN = frozenset({
    "script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math", "textarea", "select", "button",
})  # fmt: skip
_TAG = re.compile(r"</[a-z][a-z0-9]*\s*>|<(?:br|p|hr|img)\b[^<>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|li|h[1-6]|tr|blockquote|html)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_TAGS = re.compile(r"</?(?P<name>[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_FLAT = frozenset({"html", "head", "body", "meta", "link", "title", "script", "style", "p", "br", "h1", "h2", "time"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def parse_page(text: str) -> HtmlElement | None:
    """Parse a page or a fragment, however broken; None where there is no element in it. Nothing is fetched."""
    page, is_whole = _parsed(text)
    # The parser stops at a depth of 256, which tags that are never closed reach: what comes after would be lost.
    return page if is_whole else _parsed(_TAGS.sub(_flattened, text))[0]


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    data = text.replace("\0", "").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        page = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        page = None
    return page, not any("xcessive depth" in error.message for error in parser.error_log)


def _flattened(tag: re.Match[str]) -> str:
    """Return a tag as one that does not nest: blocks as paragraphs, which end where the next begins, and no others."""
    name = tag["name"].lower()
    return tag[0] if name in _FLAT else "<p>" if name in _BLOCKS else ""


def plain_text(fragment: str) -> str:
    """Return the words of a text that may hold HTML, paragraphs apart by a blank line; what is no markup stays as it is."""
    if _TAG.search(fragment) is None:
        return html.unescape(fragment) if _ENTITY.search(fragment) else fragment
    # Where tags make no paragraphs, blank lines do.
    pieces = [fragment] if _BLOCK_TAG.search(fragment) else re.split(r"\n[ \t\r]*\n", fragment)
    pages = (parse_page(piece) for piece in pieces if piece.strip())
    return "\n\n".join(text_of_element(page) for page in pages if page is not None)


def text_of_element(element: HtmlElement) -> str:
    """Return what a reader of an element sees: its blocks apart by a blank line, lines at `<br>`."""
    pieces: list[str] = []
    from lxml import etree

    skipped = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if skipped is not None:
            if event == "end" and node is skipped:
                skipped = None
                pieces.append(_words(node.tail) if node is not element else "")
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _UNSEEN:
                skipped = node
                continue
            pieces.append("\n\n" if tag in _BLOCKS else "\n" if tag == "br" else " " if tag in {"td", "th"} else "")
            pieces.append((node.text or "") if tag == "pre" else _words(node.text))
        else:
            pieces.append("\n\n" if tag in _BLOCKS else "")
            pieces.append(_words(node.tail) if node is not element else "")
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def silence(*libraries: str) -> None:
    """Let libraries not log what the report says in better words, once for each file."""
    for name in libraries:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _words(text: str | None) -> str:
    return _BLANKS.sub(" ", text) if text else ""
