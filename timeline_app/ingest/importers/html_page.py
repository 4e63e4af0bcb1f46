"""A saved web page: what it states of itself, and its text without menus, advertising and other stories."""

from __future__ import annotations

import copy
import re
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.ingest.importers.cleaning import one_line
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.markup import parse_page, silence, text_of_element
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.ingest.importers.page_metadata import lead_of, stated_fields
from timeline_app.ingest.importers.stated_dates import read_date
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from timeline_app.ingest.importers.part import Part

MAX_PAGE_BYTES = 16 * 1024 * 1024
"""The largest page; one of a newspaper has 0.3 MB."""

MAX_SEARCHED_BYTES = 3 * 1024 * 1024
MAX_SEARCHED_ELEMENTS = 20_000
"""The largest page in which the article is looked for, which can take time as the square of its elements; one of a newspaper has
5,000. Of a larger page all text is taken."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read the article of one page."""
    data = content_of(part, MAX_PAGE_BYTES)
    address = part.members[-1] if part.members else ""
    yield from read_page(part, data, known=Fields(url=address))


def read_page(
    part: Part, data: bytes, *, charset: str | None = None, known: Fields | None = None
) -> Iterator[Article | ImportIssue]:
    """Read a page's bytes; `known` is what is known of it from elsewhere, for what the page does not state itself."""
    declared = _CHARSET.search(data[:4096])
    page = parse_page(decode(data, charset or (declared[1].decode("ascii") if declared else None)))
    if page is None:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "It holds no text.")))
    fields, known = stated_fields(page), known or Fields()
    elements = sum(1 for _ in islice(page.iter(), MAX_SEARCHED_ELEMENTS + 1))
    is_searched = len(data) <= MAX_SEARCHED_BYTES and elements <= MAX_SEARCHED_ELEMENTS
    text, guessed = _article(page) if is_searched else (text_of_element(page), Fields())
    origin = DateOrigin.FIELD
    if not any(read_date(value) is not None for value in fields.dates):
        # A page may say its date to readers only; htmldate knows where such dates stand.
        fields, origin = replace(fields, dates=()), DateOrigin.BYLINE
        if is_searched and (found := _visible_date(page)) is not None:
            fields = replace(fields, dates=(found,))
        elif known.dates:
            fields, origin = replace(fields, dates=known.dates), DateOrigin.HEADER
    fields = replace(
        fields,
        title=fields.title or guessed.title or (known.title if text else ""),
        author=fields.author or guessed.author,
        outlet=fields.outlet or guessed.outlet or known.outlet,
        url=fields.url or known.url,
    )
    first, _, rest = text.partition("\n\n")
    if fields.title and one_line(first) == one_line(fields.title):
        text = rest
    lead = lead_of(page)
    if lead and lead not in one_line(text):
        text = f"{lead}\n\n{text}"
    if not text.strip():
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "It holds no text.")))
    yield from compose(part, text, fields, origin)


def _article(page: HtmlElement) -> tuple[str, Fields]:
    """Return the text of the page's article in paragraphs, and title, author and outlet as they can be guessed."""
    with _no_sockets():
        from trafilatura import bare_extraction

    silence("trafilatura", "htmldate", "justext", "courlan")
    # The extraction prunes the tree that it is given.
    found: Any = bare_extraction(
        copy.deepcopy(page), with_metadata=True, include_comments=False, include_tables=True, favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    if found is None or not found.text:
        return text_of_element(page), Fields()
    guessed = Fields(title=found.title or "", author=found.author or "", outlet=found.sitename or "")
    return found.text.replace("\n", "\n\n"), guessed


@contextmanager
def _no_sockets() -> Iterator[None]:
    """Keep urllib3, which comes with what is imported, from opening a socket to see whether the machine speaks IPv6."""
    import socket  # noqa: TID251 - opens none, and keeps others from it

    before = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = before


def _visible_date(page: HtmlElement) -> str | None:
    """Return the day that the page shows as its own. Only where such dates stand is searched: a wrong date is worse than none."""
    with _no_sockets():
        from htmldate import find_date

    found = find_date(copy.deepcopy(page), original_date=True, extensive_search=False)
    return found if isinstance(found, str) else None
