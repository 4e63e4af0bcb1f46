"""Holding an export against its sources: every quotation is looked up in its file again, where it is said to stand."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article
from timeline_app.errors import ReaderError, UsageError
from timeline_app.exports.event import sha256
from timeline_app.exports.formats import FORMATS, format_of
from timeline_app.ingest.importers.part import printable
from timeline_app.ingest.reading import read_files
from timeline_app.library.record import storable
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message
from timeline_app.paths import file_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from timeline_app.exports.event import Claim


@dataclass(frozen=True, slots=True)
class Failure:
    """An entry that does not hold: its number in the export, from 1, what it claims, and why that is not so."""

    entry: int
    claim: Claim
    reason: Message


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """How many entries were checked, and which of them do not hold, in their order."""

    checked: int
    failures: tuple[Failure, ...]


_BY_HAND = QT_TRANSLATE_NOOP("Message", "it was added by hand and has no source")
_GONE = QT_TRANSLATE_NOOP("Message", "the file is not there")
_NO_ARTICLE = QT_TRANSLATE_NOOP("Message", "the file no longer holds the article")
_MOVED = QT_TRANSLATE_NOOP("Message", "the words are in the article, but no longer at this place")
_OTHER_WORDS = QT_TRANSLATE_NOOP("Message", "the article no longer says so")
_CHANGED = QT_TRANSLATE_NOOP("Message", "the article is not as it was")
_TAMPERED = QT_TRANSLATE_NOOP("Message", "the quotation in the export is not the one that was exported")


def verify(path: Path) -> VerifyReport:
    """Check every entry of an export against the file that it names; each file is read once.

    An entry holds when the words at its place in the source, and the words that the export shows, both have its hash. An article's
    own appearance holds when the file still has the article as it was. A relative path is looked for from the current folder,
    then from that of the export.

    Args:
        path: The export: CSV, HTML, JSON or Markdown.

    Raises:
        UsageError: The format carries no quotations with their place.
        ReaderError: The export cannot be read, or is none.
    """
    claims = _read_claims(path)
    reasons: dict[int, Message] = {}
    by_file: dict[Path, dict[str, list[int]]] = {}
    for at, claim in enumerate(claims):
        found = file_of(claim.evidence.source, path.parent)
        if not claim.evidence.source:
            reasons[at] = message(_BY_HAND)
        elif found is None:
            reasons[at] = message(_GONE)
        else:
            file, record = found
            by_file.setdefault(file, {}).setdefault(record, []).append(at)
    reasons |= _check_files(by_file, claims)
    return VerifyReport(len(claims), tuple(Failure(at + 1, claims[at], reasons[at]) for at in sorted(reasons)))


def _read_claims(path: Path) -> Sequence[Claim]:
    format_ = format_of(path)
    if format_ is None or format_.read_claims is None:
        names = ", ".join(entry.endings[0] for entry in FORMATS if entry.read_claims is not None)
        template = QT_TRANSLATE_NOOP(
            "Message", "{path} cannot be verified: only {endings} carry quotations and where they stand"
        )
        raise UsageError(message(template, path=str(path), endings=names))
    try:
        with path.open(encoding="utf-8", errors="surrogatepass", newline="") as file:
            return list(format_.read_claims(file))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReaderError(
            message(QT_TRANSLATE_NOOP("Message", "{path} cannot be read: {reason}"), path=str(path), reason=reason)
        ) from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, csv.Error) as error:
        template = QT_TRANSLATE_NOOP("Message", "{path} is no export of events, or was damaged ({reason})")
        raise ReaderError(message(template, path=str(path), reason=str(error))) from error


def _check_files(by_file: Mapping[Path, Mapping[str, Sequence[int]]], claims: Sequence[Claim]) -> dict[int, Message]:
    """Return why which of the claims about the records of files do not hold; without its article none does."""
    reasons = {at: message(_NO_ARTICLE) for by_record in by_file.values() for at in chain(*by_record.values())}
    for file, article in read_files(by_file):
        if not isinstance(article, Article):
            continue
        # A record may come twice, as a page in an archive of the web does: one that bears a claim out suffices.
        for at in by_file[file].get(article.source.removeprefix(printable(file)), ()):
            if at in reasons:
                reason = _why_not(claims[at], article)
                if reason is None:
                    del reasons[at]
                else:
                    reasons[at] = reason
    return reasons


def _why_not(claim: Claim, article: Article) -> Message | None:
    evidence = claim.evidence
    if evidence.span is None:
        return None if evidence.sha256 == article.fingerprint else message(_CHANGED)
    if sha256(evidence.quotation) != evidence.sha256:
        return message(_TAMPERED)
    body = storable(article.body)
    start, end = evidence.span
    if 0 <= start < end and sha256(body[start:end]) == evidence.sha256:
        return None
    return message(_MOVED if evidence.quotation in body else _OTHER_WORDS)
