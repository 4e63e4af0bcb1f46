"""Full-text search: what a reader types, as FTS5 understands it, and what is found.

The language: words (all must occur), "exact phrases", `prefix*`, `NOT word` or `-word`, `OR`, and fields: `title:`, `body:`,
`participant:`. Whatever does not make sense in it is taken as words, so nothing that can be typed is an error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline_app.domain.records import SearchHit
from timeline_app.library.record import HIT_END, HIT_START, storable
from timeline_app.library.rows import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import apsw

    from timeline_app.domain.extraction import Span

_FIELDS = {
    "title": "title",
    "body": "body",
    "text": "body",
    "participant": "participants",
    "participants": "participants",
}

_WEIGHTS = "bm25(8.0, 1.0, 3.0)"
"""How much a word counts in the title, the body and the participants."""

_SNIPPET_WORDS = 32
_MAX_CHARACTERS = 2000
_MAX_TERMS = 40
"""A pasted page is cut to what a search can answer in time, and FTS5's depth of nesting is not reached."""

_TERM = re.compile(r'(?P<minus>-)?(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>(?<=")\*)?')


class _Term(NamedTuple):
    words: str
    is_negative: bool = False
    is_prefix: bool = False
    field: str | None = None

    def compiled(self) -> str:
        quoted = '"' + self.words.replace('"', '""') + '"'
        return f"{f'{self.field} : ' if self.field else ''}{quoted}{' *' if self.is_prefix else ''}"


def compile_query(query: str) -> str | None:
    """Translate a query into FTS5's language; None where it holds no word to look for.

    Every word is quoted, so that no character of it means anything to FTS5.
    """
    alternatives: list[list[_Term]] = [[]]
    negate_next = False
    for count, found in enumerate(_TERM.finditer(storable(query[:_MAX_CHARACTERS]))):
        if count == _MAX_TERMS:
            break
        match found[0]:
            case "OR":
                alternatives.append([])
            case "AND":
                pass
            case "NOT":
                negate_next = True
            case _:
                alternatives[-1].extend(_terms(found, negated=negate_next))
                negate_next = False
    compiled = [text for terms in alternatives if (text := _conjunction(terms))]
    return " OR ".join(f"({text})" for text in compiled) or None


def _terms(found: re.Match[str], *, negated: bool) -> Iterator[_Term]:
    """Read one term; nothing where no letter or digit is in it."""
    words = found["phrase"] if found["phrase"] is not None else found["word"]
    field = _FIELDS.get((found["field"] or "").lower())
    if found["field"] and field is None:
        words = f"{found['field']} {words}"
    if any(character.isalnum() for character in words):
        is_prefix = found["star"] is not None or (found["word"] is not None and words.endswith("*"))
        yield _Term(words, negated or found["minus"] is not None, is_prefix, field)


def _conjunction(terms: list[_Term]) -> str:
    wanted = [term.compiled() for term in terms if not term.is_negative]
    unwanted = [term.compiled() for term in terms if term.is_negative]
    if not wanted:  # "everything but" is no search: the words themselves are
        return " AND ".join(unwanted)
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found


def search(connection: apsw.Connection, query: str, limit: int) -> list[SearchHit]:
    """Return the articles that a query finds, best first."""
    compiled = compile_query(query)
    if compiled is None:
        return []
    rows = connection.execute(
        "SELECT article.id, article.title, outlet.name, "
        "article.published_start, article.published_end, article.published_granularity, article.published_approximate, "
        f"snippet(article_text, 1, '{HIT_START}', '{HIT_END}', '…', {_SNIPPET_WORDS}) "
        "FROM article_text CROSS JOIN article ON article.id = article_text.rowid JOIN outlet ON outlet.id = article.outlet "
        f"WHERE article_text MATCH ? AND rank MATCH '{_WEIGHTS}' ORDER BY rank LIMIT ?",
        (compiled, limit),
    )
    return [
        SearchHit(article, title, period_of(*published), outlet, *read_marks(marked))
        for article, title, outlet, *published, marked in rows
    ]


def read_marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Take the brackets out of a snippet and return where the words between them are."""
    text, marks = "", []
    for piece in marked.split(HIT_START):
        hit, closed, rest = piece.partition(HIT_END)
        if closed:
            marks.append((len(text), len(text) + len(hit)))
        text += hit + rest
    return text, tuple(marks)
