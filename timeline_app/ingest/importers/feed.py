"""RSS and Atom files: an article for each entry, with as much of its text as the feed brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.markup import plain_text
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_app.ingest.importers.part import Part


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read every entry of a feed; of one that is cut off, those before the damage."""
    import feedparser

    # Bytes, never a name: given a name, the library would look for it on the network. Markup is only read here, never shown, so
    # that nothing needs its sanitiser.
    try:
        feed: Any = feedparser.parse(content_of(part), sanitize_html=False, resolve_relative_uris=False)
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "The feed is damaged."))) from error
    damage = str(feed.get("bozo_exception") or "")
    if "amplification" in damage:
        raise UnreadableError(
            message(QT_TRANSLATE_NOOP("Message", "Its entities stand for more text than a file of articles can hold."))
        )
    if not feed.entries:
        raise UnreadableError(
            message(QT_TRANSLATE_NOOP("Message", "It is an XML file, but holds no list of articles."))
        )
    if type(feed.get("bozo_exception")).__name__ == "SAXParseException":
        reason = QT_TRANSLATE_NOOP("Message", "It is damaged or cut off; what could be read of it was taken in.")
        yield ImportIssue(part.source, message(reason), IssueKind.NOTED)
    outlet, language = _text(feed.feed, "title"), str(feed.feed.get("language") or "")
    for number, entry in enumerate(feed.entries, start=1):
        # An Atom entry must say when it was changed and may say nothing else; then that is its date.
        # Asked of the dict below, since the library's own look-up takes one date for another, with a warning.
        stated = (dict.get(entry, name) for name in ("published", "created", "updated"))
        dates = tuple(date for date in stated if isinstance(date, str))
        fields = Fields(
            title=_text(entry, "title"),
            dates=dates[:1],
            outlet=_text(entry.get("source"), "title") or outlet,
            author=_text(entry, "author"),
            url=str(entry.get("link") or ""),
            language=language.replace("_", "-"),
        )
        yield from compose(part, _body(entry), fields, DateOrigin.FIELD, record=str(number))


def _body(entry: Mapping[str, Any]) -> str:
    """Return the longest text that the entry brings: the whole article, or at least its summary."""
    texts = [str(content.get("value") or "") for content in entry.get("content") or ()]
    texts.append(str(entry.get("summary") or ""))
    return max(map(plain_text, texts), key=len)


def _text(thing: Mapping[str, Any] | None, name: str) -> str:
    return plain_text(str((thing or {}).get(name) or ""))
