"""Reference managers' lists in RIS and BibTeX: an article a reference, its abstract the text."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import Fields
from timeline_app.ingest.importers.markup import plain_text, silence
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_app.ingest.importers.part import Part

RIS = r"ty  - "
BIBTEX = r"(?:%[^\n]*\n\s*)*@[a-z]+\s*\{"
MAX_LIST_BYTES = 32 * 1024 * 1024

_LONGEST_LATEX = 20_000
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BRACES = re.compile(r"[{}]")


def read_ris(part: Part) -> Iterator[Article | ImportIssue]:
    """Read every reference of a RIS file."""
    import rispy

    text = decode(content_of(part, MAX_LIST_BYTES))
    try:
        entries: list[dict[str, Any]] = rispy.loads(text.replace("\r\n", "\n"), skip_unknown_tags=True)
    except (OSError, ValueError, LookupError) as error:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "The list of references is damaged."))) from error
    if not entries:
        raise UnreadableError(_no_references())
    for number, entry in enumerate(entries, start=1):
        # "2022/04/14/": year, month, day and a remark, any of them empty.
        date = "-".join(filter(None, str(entry.get("date") or "").split("/")[:3]))
        fields = Fields(
            title=_first(entry, "title", "primary_title", "short_title"),
            dates=_dates(date, _first(entry, "year", "publication_year").strip("/")),
            outlet=_first(entry, "journal_name", "secondary_title", "alternate_title3", "publisher"),
            author=", ".join(map(str, entry.get("authors") or entry.get("first_authors") or ())),
            url=_first(entry, "urls", "url"),
            language=_first(entry, "language") if len(_first(entry, "language")) <= 5 else "",
        )
        body = _first(entry, "abstract", "notes_abstract", "notes")
        yield from compose(part, plain_text(body), fields, DateOrigin.FIELD, record=str(number))


def read_bibtex(part: Part) -> Iterator[Article | ImportIssue]:
    """Read every reference of a BibTeX or BibLaTeX file; one that is cut off costs itself only."""
    from bibtexparser.entrypoint import parse_string

    silence("bibtexparser", "pylatexenc")
    library: Any = parse_string(decode(content_of(part, MAX_LIST_BYTES)))
    if not library.entries and not library.failed_blocks:
        raise UnreadableError(_no_references())
    for block in library.failed_blocks:
        reason = message(QT_TRANSLATE_NOOP("Message", "The reference is damaged."))
        yield ImportIssue(part.source_of(f"line {(block.start_line or 0) + 1}"), reason, IssueKind.FAILED)
    for entry in library.entries:
        values = {field.key.lower(): _without_latex(str(field.value)) for field in entry.fields}
        # "2023-02-14/2023-02-15": the article is of the first day.
        date = values.get("date", "").split("/")[0]
        fields = Fields(
            title=_first(values, "title"),
            dates=_dates(date, _year_and_month(values)),
            outlet=_first(
                values, "journaltitle", "journal", "publisher", "organization", "institution", "howpublished"
            ),
            author=" and ".join(filter(None, [_first(values, "author")])).replace(" and ", ", "),
            url=_first(values, "url"),
        )
        yield from compose(
            part, _first(values, "abstract", "note", "annotation"), fields, DateOrigin.FIELD, record=entry.key
        )


def _no_references() -> Message:
    return message(QT_TRANSLATE_NOOP("Message", "It holds no references."))


def _year_and_month(values: Mapping[str, str]) -> str:
    year, month = values.get("year", "").strip(), values.get("month", "").strip().lower()
    if month[:3] in _MONTHS:
        month = str(_MONTHS.index(month[:3]) + 1)
    return f"{year}-{int(month):02d}" if year and month.isdigit() and len(month) <= 2 else year


def _without_latex(text: str) -> str:
    """Return a value as text. Few values hold commands, and the parser of commands costs more than all the rest."""
    if "\\" in text and len(text) <= _LONGEST_LATEX:
        from pylatexenc.latex2text import LatexNodes2Text

        with suppress(ValueError, IndexError, RecursionError):  # a value that is no LaTeX stays as it is
            text = LatexNodes2Text(math_mode="verbatim").latex_to_text(text)
    return _BRACES.sub("", text)


def _dates(*dates: str) -> tuple[str, ...]:
    return tuple(filter(None, dates))


def _first(entry: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = entry.get(name)
        if value:
            return str(value[0] if isinstance(value, list) else value).strip()
    return ""
