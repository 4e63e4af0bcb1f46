"""What the fields of a record, a header or a front matter mean, under the names that programs give them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from timeline_app.ingest.importers.cleaning import one_line

Value: TypeAlias = object
"""A value of JSON, YAML or TOML."""

_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "hed", "webtitle", "articletitle", "heading", "subject", "name", "titel", "titre", "titulo"),
    "date": (
        "date", "datepublished", "published", "publishedat", "publisheddate", "publicationdate", "publishdate", "pubdate",
        "pubdatetime", "publishedon", "publishedtime", "dcdate", "dctermsissued", "issued", "posted", "released", "releasedate",
        "webpublicationdate", "firstpublished", "firstpublicationdate", "timestamp", "datetime", "created", "createdat",
        "datum", "fecha",
    ),
    "text": (
        "text", "body", "content", "articlebody", "fulltext", "maintext", "bodytext", "story", "article", "contents",
        "summary", "description", "abstract", "excerpt", "lead", "snippet", "inhalt", "texte", "texto", "contenido",
    ),
    "outlet": (
        "outlet", "publisher", "publication", "newspaper", "source", "sourcename", "sitename", "site", "medium", "agency",
        "quelle", "fuente",
    ),
    "author": ("author", "authors", "by", "byline", "creator", "dccreator", "writer", "reporter", "autor", "auteur"),
    "url": ("url", "link", "canonical", "canonicalurl", "permalink", "weburl", "sourceurl", "href", "address"),
    "language": ("language", "lang", "inlanguage", "locale"),
}  # fmt: skip
"""The names by which each field is known, letters only, best first. Dates of change are left out: they are not publication."""

_PARTS_OF_A_THING = ("name", "title", "text", "rendered", "value", "$t", "#text", "url", "@id")
_MOST_PARTS = 50
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_NOT_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a source states of an article beside its text. `dates` are values as stated, best first."""

    title: str = ""
    dates: tuple[Value, ...] = ()
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    text: str = field(default="", repr=False)


def known_field(name: str) -> str | None:
    """Return which field a name means ("Published on": "date"), None for one that means nothing here."""
    letters = _letters(name)
    return next((known for known, names in _NAMES.items() if letters in names), None)


def read_fields(record: Mapping[object, Value]) -> Fields:
    """Read the fields of a record, one level of nesting included ({"article": {...}}, {"source": {"name": ...}})."""
    fields = _read_level(record)
    if fields.text or fields.title:
        return fields
    for value in list(record.values())[:_MOST_PARTS]:
        if isinstance(value, Mapping):
            inner = _read_level(value)
            if inner.text or inner.title:
                return inner
    return fields


def _read_level(record: Mapping[object, Value]) -> Fields:
    by_letters: dict[str, Value] = {}
    for key, value in record.items():
        if isinstance(key, str) and value is not None:
            by_letters.setdefault(_letters(key), value)

    def values(known: str) -> list[Value]:
        return [by_letters[name] for name in _NAMES[known] if name in by_letters]

    def first(known: str) -> str:
        return next(filter(None, (one_line(text_of(value)) for value in values(known))), "")

    language = first("language").replace("_", "-")
    return Fields(
        title=first("title"),
        dates=tuple(value for value in values("date") if is_scalar(value) and value != ""),
        outlet=first("outlet"),
        author=first("author"),
        url=first("url"),
        language=language if _LANGUAGE_TAG.fullmatch(language) else "",
        text=next(filter(str.strip, (text_of(value, "\n\n") for value in values("text"))), ""),
    )


def text_of(value: Value, between: str = ", ", depth: int = 3) -> str:
    """Return the words of a value: itself, the parts of a list joined by `between`, the name or text of an object.

    Never walks deep or wide: in YAML a few lines can stand for a tree of billions.
    """
    if isinstance(value, str):
        return value
    if is_scalar(value):
        return str(value)
    if depth == 0:
        return ""
    if isinstance(value, list | tuple):
        limit = len(value) if between == "\n\n" and depth == 3 else _MOST_PARTS
        return between.join(filter(None, (text_of(part, between, depth - 1) for part in value[:limit])))
    if isinstance(value, Mapping):
        return next(
            filter(None, (text_of(value[key], between, depth - 1) for key in _PARTS_OF_A_THING if key in value)), ""
        )
    return ""


def is_scalar(value: Value) -> bool:
    """Tell whether a value can be a date: text, a number, a date; not a list or an object."""
    return isinstance(value, str | int | float | dt.date) and not isinstance(value, bool)


@lru_cache(maxsize=4096)  # the records of a file have the same names
def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", name.casefold()) if len(name) <= 40 else ""
