"""Near copies of articles, and what they retell: worked out from the sketches of all articles, whenever some came or went.

Nothing of an article or an event is changed by it. Of events that near copies tell in the same words and under the same date one
leads and is shown for all; an event of which the reader says something else stands for itself (see `index`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from timeline_app.domain.records import EventReport, RelatedArticle
from timeline_app.library.likeness import SKETCH_BYTES, UNDATED, copies_among
from timeline_app.library.revision import revision_of
from timeline_app.library.rows import RETOLD, period_of
from timeline_app.library.schema import ARTICLES_PER_DAY, DATED_IDS
from timeline_app.library.transactions import snapshot, transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw
    from numpy.typing import NDArray

Rows: TypeAlias = "Iterable[tuple[Any, ...]]"

_RELATED = (
    "article.id, article.title, outlet.name, file.path || article.place, "
    "article.published_start, article.published_end, article.published_granularity, article.published_approximate"
)
_JOINED = "JOIN outlet ON outlet.id = article.outlet JOIN file ON file.id = article.file"


def regroup(connection: apsw.Connection) -> None:
    """Find all near copies anew, and the events that they retell, in one transaction. A million articles take some seconds.

    Most of these seconds are spent before it, while corrections may be written; where one of them adds an article or takes one
    away, all is worked out once more.
    """
    while not _is_regrouped(connection):
        pass


def _is_regrouped(connection: apsw.Connection) -> bool:
    with snapshot(connection):
        revision = revision_of(connection)
        articles, sketches = _sketches(connection)
    days = np.where(articles >= DATED_IDS[0], articles // ARTICLES_PER_DAY, UNDATED)
    leads = articles[copies_among(sketches, days)]
    is_lead_of_some = np.isin(articles, leads[leads != articles])
    grouped = (leads != articles) | is_lead_of_some
    with transaction(connection):
        if revision_of(connection) != revision:
            return False
        connection.execute("DELETE FROM copy; DELETE FROM retelling")
        connection.executemany(
            "INSERT INTO copy VALUES (?, ?)", zip(articles[grouped].tolist(), leads[grouped].tolist(), strict=True)
        )
        connection.executemany("INSERT INTO retelling VALUES (?, ?)", sorted(_retellings(connection)))
    return True


def _sketches(connection: apsw.Connection) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Read the sketches of all articles, in the order of the articles, which is that of their days."""
    articles, sketches = list[int](), bytearray()
    for article, sketch in connection.execute("SELECT article, sketch FROM sketch ORDER BY article"):
        articles.append(article)
        sketches += sketch.ljust(SKETCH_BYTES, b"\0")[:SKETCH_BYTES]
    return np.array(articles, np.int64), np.frombuffer(sketches, np.uint8).reshape(-1, SKETCH_BYTES)


def _retellings(connection: apsw.Connection) -> Iterator[tuple[int, int]]:
    """Yield each event that a near copy tells as an earlier article of its group does, with the event that leads.

    The appearance of an article has no evidence: there it is the title that must agree.
    """
    leads: dict[tuple[Any, ...], int] = {}
    group = None
    for lead, event, title, evidence, *facts in connection.execute(
        "SELECT copy.lead, report.event, coalesce(report.title, article.title), report.evidence, ordinal, "
        "start, end, kind, granularity, flags FROM copy JOIN article ON article.id = copy.article "
        "JOIN report ON report.article = copy.article JOIN event ON event.id = report.event "
        "WHERE event.start IS NOT NULL ORDER BY copy.lead, copy.article, report.position"
    ):
        if lead != group:
            group = lead
            leads.clear()
        told = (evidence or " ".join(title.casefold().split()), *facts)
        first = leads.setdefault(told, event)
        if first != event:
            yield event, first


def copies_of(connection: apsw.Connection, article: int) -> list[RelatedArticle]:
    """Return the near copies of an article, the earliest first and itself left out."""
    rows: Rows = connection.execute(
        f"SELECT {_RELATED} FROM copy JOIN article ON article.id = copy.article {_JOINED} "
        "WHERE copy.lead = (SELECT lead FROM copy WHERE article = ?1) AND copy.article <> ?1 ORDER BY copy.article",
        (article,),
    )
    return [_related(*row) for row in rows]


def versions_of(connection: apsw.Connection, article: int) -> list[RelatedArticle]:
    """Return what an article was and what it became, the oldest first and itself among them; nothing where it never changed."""
    rows: list[tuple[Any, ...]] = connection.execute(
        "WITH RECURSIVE before (id, step) AS (SELECT ?1, 0 UNION ALL "
        "SELECT version.earlier, step - 1 FROM before JOIN version ON version.article = before.id), "
        "after (id, step) AS (SELECT ?1, 0 UNION ALL "
        "SELECT version.article, step + 1 FROM after JOIN version ON version.earlier = after.id) "
        f"SELECT {_RELATED} FROM (SELECT * FROM before UNION SELECT * FROM after) AS kept "
        f"JOIN article ON article.id = kept.id {_JOINED} ORDER BY step",
        (article,),
    ).fetchall()
    return [_related(*row) for row in rows] if len(rows) > 1 else []


def reports_of(connection: apsw.Connection, event: int) -> list[EventReport]:
    """Return all reports of an event, that of the leading article first: one, where no near copy tells the same."""
    rows: Rows = connection.execute(
        f"WITH retold AS ({RETOLD}) SELECT event.id, coalesce(report.title, article.title), report.stated, {_RELATED} FROM event "
        "JOIN report ON report.article = event.article AND report.event = event.id "
        f"JOIN article ON article.id = event.article {_JOINED} WHERE event.id IN "
        "(WITH leading (id) AS (SELECT coalesce((SELECT lead FROM retold WHERE event = ?1), ?1)) "
        "SELECT id FROM leading UNION ALL SELECT event FROM retold JOIN leading ON retold.lead = leading.id) "
        "ORDER BY article.id",
        (event,),
    )
    return [EventReport(told, title, stated, _related(*row)) for told, title, stated, *row in rows]


def _related(article: int, title: str, outlet: str, source: str, *published: Any) -> RelatedArticle:
    return RelatedArticle(article, title, period_of(*published), outlet, source)
