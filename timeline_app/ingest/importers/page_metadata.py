"""What a web page states of itself for machines: JSON-LD, meta elements, `<time>`; read before anything is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from timeline_app.ingest.importers.cleaning import one_line
from timeline_app.ingest.importers.fields import Fields, read_fields
from timeline_app.ingest.importers.json_records import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publish-date", "publish_date",
    "publishdate", "published", "publication_date", "pubdate", "pub_date", "article.published", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "citation_publication_date", "citation_date", "originalpublicationdate",
    "article_date_original", "rnews:datepublished", "ya:ovs:upload_date", "date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "citation_title")
_OUTLET_NAMES = ("og:site_name", "citation_journal_title", "dc.publisher", "application-name")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "citation_author", "parsely-author")
_ARTICLE_TYPES = ("article", "report", "posting", "review")
_ASIDE = frozenset({"aside", "nav", "footer", "figure"})
_OTHER_THINGS = ("object", "comment", "person", "organization", "breadcrumb")
_PUBLISHED_CLASSES = ("published", "entry-date", "post-date", "pubdate", "article-date", "date-published")
_LEAD_CLASSES = frozenset({"lead", "standfirst", "p-summary"})
_MOST = 200
_MOST_JSON = 1024 * 1024


def stated_fields(page: HtmlElement) -> Fields:
    """Return what the page states: JSON-LD first, then meta elements; dates in that order, those of `<time>` last."""
    linked = _linked_data(page)
    meta = _meta(page)

    def first(names: tuple[str, ...]) -> str:
        return next((meta[name] for name in names if meta.get(name)), "")

    dates = [*linked.dates, *(meta[name] for name in _DATE_NAMES if meta.get(name)), *_times(page)]
    return Fields(
        title=linked.title or first(_TITLE_NAMES),
        dates=tuple(dates),
        outlet=linked.outlet or first(_OUTLET_NAMES),
        author=linked.author or first(_AUTHOR_NAMES),
        url=next(filter(_is_address, (_canonical(page), meta.get("og:url", ""), linked.url)), ""),
        language=linked.language or (page.get("lang") or "").strip().replace("_", "-"),
    )


def lead_of(page: HtmlElement) -> str:
    """Return the lead, which many pages keep outside the text of the article; empty where none is marked as such."""
    for around in islice(page.iter("article", "main"), _MOST):
        for element in islice(around.iter("p", "div", "h2", "span", "section"), _MOST):
            classes = (element.get("class") or "").lower().split()
            if element.get("itemprop") == "description" or _LEAD_CLASSES.intersection(classes):
                return one_line(element.text_content())
    return ""


def _linked_data(page: HtmlElement) -> Fields:
    """Return the fields of the first article that JSON-LD describes, else of the first thing with a date of publication."""
    dated = Fields()
    for script in islice(page.iter("script"), _MOST):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _MOST_JSON:
            continue
        try:
            document = parse(script.text.strip().strip(";"))
        except ValueError:
            continue
        for thing in islice(_things(document, 6), _MOST):
            kinds = str(thing.get("@type", "")).lower()
            if any(kind in kinds for kind in _ARTICLE_TYPES):
                return read_fields(thing)
            if "datePublished" in thing and not dated.dates:
                dated = Fields(dates=(thing["datePublished"],))
    return dated


def _things(value: object, depth: int) -> Iterator[Mapping[object, object]]:
    if depth and isinstance(value, list):
        for part in value[:_MOST]:
            yield from _things(part, depth - 1)
    elif depth and isinstance(value, Mapping):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _things(value.get(key), depth - 1)


def _meta(page: HtmlElement) -> dict[str, str]:
    """Return the meta elements' contents by lower-case name, the first of each name."""
    found: dict[str, str] = {}
    for element in islice(page.iter("meta"), 1000):
        content = (element.get("content") or "").strip() if _is_of_page(element) else ""
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if (name := element.get(attribute)) and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _times(page: HtmlElement) -> list[str]:
    """Return the dates of `<time>` elements marked as publication, then that of the article's first; none from beside it."""
    marked: list[str] = []
    plain: list[str] = []
    for element in islice(page.iter("time"), _MOST):
        stated = (element.get("datetime") or element.text_content()).strip()
        if not stated or not _is_of_page(element):
            continue
        classes = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if "datepublished" in classes or element.get("pubdate") is not None or _has(classes, _PUBLISHED_CLASSES):
            marked.append(stated)
        elif (
            next(element.iterancestors("article"), None) is not None
            and "modif" not in classes
            and "updat" not in classes
        ):
            plain.append(stated)
    microdata = [
        e.get("content") or e.get("datetime") or e.text_content()
        for e in islice(page.xpath("//*[@itemprop='datePublished' and not(self::meta) and not(self::time)]"), 5)
        if _is_of_page(e)
    ]
    return [*marked[:2], *microdata, *plain[:1]]


def _is_of_page(element: HtmlElement) -> bool:
    """Tell what is said of the article from what is said of its pictures and films, of comments and of other stories."""
    for around in element.iterancestors():
        if around.tag in _ASIDE:
            return False
        if around.get("itemtype"):
            return not any(thing in around.get("itemtype").lower().rsplit("/", 1)[-1] for thing in _OTHER_THINGS)
    return True


def _has(classes: str, names: tuple[str, ...]) -> bool:
    return any(name in classes for name in names)


def _canonical(page: HtmlElement) -> str:
    links = (
        e.get("href") or "" for e in islice(page.iter("link"), _MOST) if (e.get("rel") or "").lower() == "canonical"
    )
    return next(links, "")


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))
