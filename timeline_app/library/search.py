"""Full-text search: the articles and events that a query finds."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline_app.domain.event_index import are_among
from timeline_app.domain.records import SearchHit
from timeline_app.domain.words import fold, spans_of
from timeline_app.library.query import parse_query, phrases_of
from timeline_app.library.record import HIT_END, HIT_START
from timeline_app.library.rows import RETOLD_ARTICLES, period_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import apsw
    from numpy.typing import NDArray

    from timeline_app.domain.extraction import Span
    from timeline_app.library.query import Query

_WEIGHTS = "bm25(8.0, 1.0, 3.0)"
"""How much a word counts in the title, the body and the participants."""

MOST_RANKED = 10_000
"""Articles of which the best are looked for, the newest, where a query finds more: what most articles have tells few apart, and
to look at all of a million of them takes seconds."""

_SNIPPET_WORDS = 32
_BEGINNING = 240
"""How much of an article is shown where no word of it was looked for, in characters."""

_BEFORE_FIRST = 40
"""How much of the text stands before the first place found in it, in characters."""

_COLUMNS = (
    "article.id, article.title, outlet.name, "
    "article.published_start, article.published_end, article.published_granularity, article.published_approximate"
)


_BODY = "coalesce(body_of(article.text), '')"
"""Of a damaged text nothing is known."""

_BEGINS = f"substr({_BODY}, 1, {_BEGINNING})"


def search(connection: apsw.Connection, query: str, limit: int) -> list[SearchHit]:
    """Return the articles that a query finds, best first; where it holds only dates, the newest first.

    Where it finds very many (see `finds_very_many`), those come first that have all of it in their titles, the newest of them
    before older ones.
    """
    wanted = parse_query(query, partial(_other_names, connection))
    if wanted.is_empty:
        return []
    if wanted.words is not None:
        return _with_those_spoken_of(connection, wanted, _best(connection, wanted, query, limit), limit)
    rows = connection.execute(
        f"SELECT {_COLUMNS}, {_BEGINS} FROM article JOIN outlet ON outlet.id = article.outlet "
        "WHERE article.id BETWEEN ? AND ? ORDER BY article.id DESC LIMIT ?",
        (wanted.first, wanted.last, limit),
    )
    return _hits(rows)


def _hits(rows: Iterable[Any]) -> list[SearchHit]:
    return [
        SearchHit(article, title, period_of(*published), outlet, *read_marks(marked or ""))
        for article, title, outlet, *published, marked in rows
    ]


def finds_very_many(connection: apsw.Connection, query: str) -> bool:
    """Tell whether a query finds so many articles that `search` ranks the newest `MOST_RANKED` of them and not all."""
    wanted = parse_query(query, partial(_other_names, connection))
    return wanted.words is not None and _newest(connection, wanted, MOST_RANKED) != wanted


def _best(connection: apsw.Connection, wanted: Query, query: str, limit: int) -> list[SearchHit]:
    """Return the articles that fit best: of all, or those with the words in their titles and the best of the newest."""
    newest = _newest(connection, wanted, max(MOST_RANKED, limit))
    if newest == wanted:
        return _ranked(connection, wanted, limit)
    # A word counts for so much more in a title that these are the best of all, however old they are. They are not ranked among
    # each other: for that, SQLite counts all articles that have a word.
    titled = [
        article
        for (article,) in connection.execute(
            "SELECT rowid FROM article_text WHERE article_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?",
            (f"title : ({wanted.words})", wanted.first, wanted.last, limit),
        )
    ]
    others = _ranked(connection, newest, limit + len(titled)) if len(titled) < limit else []
    return [*hits_of(connection, titled, query), *(hit for hit in others if hit.article not in set(titled))][:limit]


def _newest(connection: apsw.Connection, wanted: Query, count: int) -> Query:
    """Return the query for so many of the articles that one finds, or the same where it finds no more."""
    last: list[Any] = connection.execute(
        "SELECT rowid FROM article_text WHERE article_text MATCH ? AND rowid BETWEEN ? AND ? "
        "ORDER BY rowid DESC LIMIT 2 OFFSET ?",
        (wanted.words, wanted.first, wanted.last, count - 1),
    ).fetchall()
    return wanted._replace(first=last[0][0]) if len(last) > 1 else wanted


def _ranked(connection: apsw.Connection, wanted: Query, limit: int) -> list[SearchHit]:
    rows = connection.execute(
        f"SELECT {_COLUMNS}, snippet(article_text, 1, '{HIT_START}', '{HIT_END}', '…', {_SNIPPET_WORDS}) "
        "FROM article_text CROSS JOIN article ON article.id = article_text.rowid "
        "JOIN outlet ON outlet.id = article.outlet "
        f"WHERE article_text MATCH ? AND rank MATCH '{_WEIGHTS}' AND article_text.rowid BETWEEN ? AND ? "
        "ORDER BY rank LIMIT ?",
        (wanted.words, wanted.first, wanted.last, limit),
    )
    return _hits(rows)


def _other_names(connection: apsw.Connection, words: str) -> list[str]:
    """Return the names of the participants that these words are a part of a name of, under which others know them too."""
    folded: Callable[..., str] = fold
    connection.create_scalar_function("folded", folded, 1, deterministic=True)
    rows = connection.execute(
        "SELECT DISTINCT other.name FROM participant AS met JOIN participant AS other ON other.identity = met.identity "
        f"JOIN identity ON identity.id = met.identity WHERE ({_holds('met.name')} OR {_holds('identity.name')}) "
        f"AND NOT {_holds('other.name')} ORDER BY other.articles DESC",
        (fold(words),),
    )
    return [name for (name,) in rows]


def _holds(column: str) -> str:
    """Return the condition that a name has the words ?1 in it, accents apart; SQLite's own function serves for most names."""
    return f"instr(CASE WHEN {column} GLOB '*[^ -~]*' THEN folded({column}) ELSE lower({column}) END, ?1)"


def _with_those_spoken_of(
    connection: apsw.Connection, wanted: Query, found: Sequence[SearchHit], limit: int
) -> list[SearchHit]:
    """Put first the articles that the reader has said these words of."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, {_BEGINS} FROM reader_text "
        "CROSS JOIN article ON article.id = reader_text.rowid JOIN outlet ON outlet.id = article.outlet "
        "WHERE reader_text MATCH ? AND reader_text.rowid BETWEEN ? AND ? ORDER BY rank LIMIT ?",
        (wanted.words, wanted.first, wanted.last, limit),
    )
    said, in_text = {hit.article: hit for hit in _hits(rows)}, {hit.article: hit for hit in found}
    return [
        *(in_text.get(article, hit) for article, hit in said.items()),
        *(h for h in found if h.article not in said),
    ][:limit]


def hits_of(connection: apsw.Connection, article_ids: Sequence[int], query: str) -> list[SearchHit]:
    """Return articles that a query finds as hits, in the order given, without asking the index how well they fit.

    The snippet begins a little before the first place in the text, and all places in it are marked.
    """
    rows = connection.execute(
        f"SELECT {_COLUMNS}, {_BODY} FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value "
        "JOIN outlet ON outlet.id = article.outlet ORDER BY wanted.key",
        (json.dumps([int(article) for article in article_ids]),),
    )
    phrases = phrases_of(query)
    hits = []
    for article, title, outlet, *published, body in rows:
        start = max(0, next(iter(spans_of(body, phrases, limit=1)), (0, 0))[0] - _BEFORE_FIRST)
        start = 0 if start < _BEFORE_FIRST else body.find(" ", start) + 1
        snippet = body[start : start + _BEGINNING]
        marks = tuple(spans_of(snippet, phrases))
        hits.append(SearchHit(article, title, period_of(*published), outlet, snippet, marks))
    return hits


def articles_matching(connection: apsw.Connection, query: str) -> NDArray[np.int64]:
    """Return the ids of the articles that a query finds, ascending."""
    wanted = parse_query(query, partial(_other_names, connection))
    if wanted.is_empty:
        return np.empty(0, np.int64)
    if wanted.words is None:
        matching = _ids(connection, "SELECT rowid FROM article WHERE id BETWEEN ? AND ?", wanted[1:])
    else:
        matching = _ids(connection, _MATCHING.format(table="article_text"), wanted)
        matching = _with_more(matching, _ids(connection, _MATCHING.format(table="reader_text"), wanted))
    return _with_more(matching, _shown_for(connection, matching))


_MATCHING = "SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?"


def _ids(connection: apsw.Connection, query: str, values: Sequence[str | int | None]) -> NDArray[np.int64]:
    """Return the ids that a query finds, ascending; SQLite writes them as one text and numpy reads it."""
    found = connection.execute(f"SELECT coalesce(group_concat(rowid), '') FROM ({query} ORDER BY rowid)", values)
    return np.fromstring(found.get, np.int64, sep=",")


def _with_more(ids: NDArray[np.int64], more: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return both, ascending as the ids are; a million of them are not sorted again for nothing."""
    return np.union1d(ids, more) if len(more) else ids


def _shown_for(connection: apsw.Connection, articles: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the articles of which events are shown for those of near copies among these."""
    pairs = np.array(connection.execute(RETOLD_ARTICLES).fetchall(), np.int64).reshape(-1, 2)
    leads: NDArray[np.int64] = pairs[are_among(pairs[:, 0], articles), 1]
    return leads


def read_marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Take the brackets out of a snippet and return where the words between them are."""
    text, marks = "", []
    for piece in marked.split(HIT_START):
        hit, closed, rest = piece.partition(HIT_END)
        if closed:
            marks.append((len(text), len(text) + len(hit)))
        text += hit + rest
    return text, tuple(marks)
