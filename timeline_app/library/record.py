"""An extraction as one compact value, given back exactly as it was.

The columns of the other tables are what is searched, sorted and shown in lists; the record is the rest of the extraction: time
expressions, participants with their spans, and why each event has its date. It is JSON, deflated: its explanations and rules
repeat, and a quarter of the space remains. Deflate's own checksum notices damage.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_app.domain.calendar import CivilDate
from timeline_app.domain.extraction import (
    EventKind,
    Extraction,
    Level,
    Participant,
    ParticipantKind,
    Report,
    Resolution,
    Role,
    TimeExpression,
    TimexType,
)
from timeline_app.domain.period import Granularity, Period
from timeline_app.library.texts import Words
from timeline_app.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import Span

HIT_START, HIT_END = "\ufdd0", "\ufdd1"
"""What brackets a word found in a snippet: noncharacters, which no indexed text holds."""

_UNSTORABLE = re.compile(f"[\x00{HIT_START}{HIT_END}\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text as SQLite can keep, search and excerpt it, with every character in its place.

    NUL would end it, a lone surrogate is no Unicode, and two noncharacters are the library's own: each becomes U+FFFD.
    """
    # Nearly every text is, and to see that costs a tenth of looking at each character.
    if "\0" not in text and (text.isascii() or (HIT_START not in text and HIT_END not in text and _is_unicode(text))):
        return text
    return _UNSTORABLE.sub("\ufffd", text)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def storable_words(article: Article) -> dict[str, str]:
    """Return the fields of an article that are words from outside, as they can be stored."""
    return {name: storable(getattr(article, name)) for name in _TEXTS}


def pack(extraction: Extraction, words: Mapping[str, str], names: str) -> bytes:
    """Write what the columns do not hold, which are `storable_words` of the article and the names of the participants."""
    article = extraction.article
    content: dict[str, Any] = {
        "by": [extraction.rules, extraction.level],
        "times": [_pack_expression(expression, article.body) for expression in extraction.time_expressions],
        "participants": [
            [p.name, p.kind, _pack_spans(p.mentions), [[r.text, r.of] for r in p.roles], p.aliases]
            for p in extraction.participants
        ],
        "reports": [_pack_report(report, extraction) for report in extraction.reports],
    }
    if changed := {name: text for name in _TEXTS if (text := getattr(article, name)) != words[name]}:
        content["article"] = changed
    packer = zlib.compressobj(6, zdict=_known_before(Words(names, words["body"])))
    written = json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode("utf-8", _LONE)
    return packer.compress(written) + packer.flush()


_OFTEN = (
    '"organisation",["person","place",[],[]],["DATE","XXXX-XX-XX","",null,"reported","assumed",'
    '["The sentence gives no date; the article is dated {day}.",["stated",["The sentence dates it: {reason}.",["reason",["message",'
    '["weekday",["“{text}”, past tense, before {anchor}",["text",["today",["“{text}”, counted from the '
    'publication, {anchor}",["text",["anchor",["period"["published",["The article is dated {day}.",["day",["period",{"by":[1,0],'
    '"times":[],"participants":[],"reports":[['
)
"""What many records say. It belongs to the version of the file: what the program says today may be other words."""

_LONGEST_BODY, _LONGEST_NAMES = 12_000, 4_000
"""Characters that deflate is shown: it looks back 32 KB."""

_LONE = "surrogatepass"
"""What is not Unicode is kept as it was."""


def _known_before(said: Words) -> bytes:
    """Return what deflate need not spell out, also in a short record: the article's words, and what is said again and again."""
    return f"{said.body[:_LONGEST_BODY]}{said.names[:_LONGEST_NAMES]}{_OFTEN}".encode()


_TEXTS = ("title", "body", "published_stated", "outlet", "author", "url", "language", "source")


def unpack(record: bytes, article: Article, names: str) -> Extraction:
    """Read back what `pack` wrote, for the article and the names that the columns hold.

    Raises:
        ValueError: The record is damaged.
    """
    content = _content(record, Words(names, article.body))
    if changed := content.get("article"):
        article = replace(article, **changed)
    rules, level = content["by"]
    return Extraction(
        article,
        tuple(_unpack_expression(row, article.body) for row in content["times"]),
        tuple(
            Participant(
                name,
                ParticipantKind(kind),
                _unpack_spans(mentions),
                tuple(Role(*role) for role in roles),
                tuple(aliases),
            )
            for name, kind, mentions, roles, aliases in content["participants"]
        ),
        tuple(_unpack_report(row, content["times"], article.title) for row in content["reports"]),
        Level(level),
        rules,
    )


class Outline(NamedTuple):
    """What the rows of a report and its event repeat of the record."""

    title: str
    kind: EventKind
    period: Period | None
    assumed: bool


def outline(record: bytes, title: str, said: Words) -> list[Outline]:
    """Read of the record of an article of this title only what rows repeat, at a fraction of the cost of `unpack`.

    Raises:
        ValueError: The record is damaged.
    """
    content = _content(record, said)
    reports = [_unpack_report(row, content["times"], title) for row in content["reports"]]
    return [Outline(storable(r.title), r.kind, r.period, r.resolution.assumed) for r in reports]


def aliases(record: bytes, said: Words) -> list[tuple[str, str, tuple[str, ...]]]:
    """Read of a record only name, kind and other forms of the name of each participant, as they are stored.

    Raises:
        ValueError: The record is damaged.
    """
    found = _content(record, said)["participants"]
    return [(storable(name), str(kind), tuple(map(storable, forms))) for name, kind, _, _, forms in found]


def _content(record: bytes, said: Words) -> dict[str, Any]:
    unpacker = zlib.decompressobj(zdict=_known_before(said))
    try:
        content: dict[str, Any] = json.loads(unpacker.decompress(record).decode("utf-8", _LONE))
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof:  # its own checksum is at the end
        raise ValueError("the record is cut off")
    return content


def _pack_spans(spans: Sequence[Span]) -> list[int]:
    """Write spans as how far each starts from the end of the one before, and how long it is: numbers of few digits."""
    at, steps = 0, list[int]()
    for start, end in spans:
        steps += start - at, end - start
        at = end
    return steps


def _unpack_spans(steps: Sequence[int]) -> tuple[Span, ...]:
    bounds = list(accumulate(steps))
    return tuple(zip(bounds[::2], bounds[1::2], strict=True))


def _pack_expression(expression: TimeExpression, body: str) -> list[Any]:
    start, end = expression.start, expression.end
    return [
        start,
        end,
        None if body[start:end] == expression.text else expression.text,
        expression.type,
        expression.value,
        expression.mod,
        pack_period(expression.period),
        _pack_resolution(expression.resolution),
    ]


def _unpack_expression(row: list[Any], body: str) -> TimeExpression:
    start, end, text, kind, value, mod, period, resolution = row
    return TimeExpression(
        start,
        end,
        body[start:end] if text is None else text,
        TimexType(kind),
        value,
        unpack_period(period),
        _unpack_resolution(resolution),
        mod,
    )


def _pack_report(report: Report, extraction: Extraction) -> list[Any]:
    """Write a report; a title that is the article's, a resolution that is its time expression's are not written twice."""
    expression = None if report.expression is None else extraction.time_expressions[report.expression]
    return [
        None if report.title == extraction.article.title else report.title,
        report.kind,
        pack_period(report.period),
        report.sentence,
        None if expression and expression.resolution == report.resolution else _pack_resolution(report.resolution),
        report.expression,
        report.participants,
        report.confidence,
    ]


def _unpack_report(row: list[Any], expressions: list[list[Any]], title_of_article: str) -> Report:
    title, kind, period, sentence, resolution, expression, participants, confidence = row
    return Report(
        title_of_article if title is None else title,
        EventKind(kind),
        unpack_period(period),
        None if sentence is None else (sentence[0], sentence[1]),
        _unpack_resolution(expressions[expression][-1] if resolution is None else resolution),
        expression,
        tuple(participants),
        confidence,
    )


def pack_period(period: Period | None) -> list[Any] | None:
    """Write a period as JSON can keep it."""
    return None if period is None else [period.start, period.end, int(period.granularity), int(period.approximate)]


def unpack_period(row: list[Any] | None) -> Period | None:
    """Read what `pack_period` wrote."""
    return None if row is None else Period(row[0], row[1], Granularity(row[2]), bool(row[3]))


def _pack_resolution(resolution: Resolution) -> list[Any]:
    return [resolution.rule, pack_message(resolution.explanation), int(resolution.assumed)]


def _unpack_resolution(row: list[Any]) -> Resolution:
    return Resolution(row[0], unpack_message(row[1]), bool(row[2]))


def pack_message(message: Message) -> list[Any]:
    """Write a message as JSON can keep it."""
    return [message.template, *([name, _pack_value(value)] for name, value in message.values)]


def unpack_message(row: list[Any]) -> Message:
    """Read what `pack_message` wrote."""
    return Message(row[0], tuple((name, _unpack_value(value)) for name, value in row[1:]))


def _pack_value(value: object) -> Any:
    """Write a value of a message: plain ones as they are, the domain's as a list that begins with their kind."""
    match value:
        case Period():
            return ["period", *(pack_period(value) or ())]
        case Granularity():
            return ["granularity", int(value)]
        case CivilDate():
            return ["date", *value]
        case Message():
            return ["message", *pack_message(value)]
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(f"a message cannot be stored with a {type(value).__name__} in it")


def _unpack_value(value: Any) -> object:
    match value:
        case ["period", *row]:
            return unpack_period(row)
        case ["granularity", number]:
            return Granularity(number)
        case ["date", *row]:
            return CivilDate(*row)
        case ["message", *row]:
            return unpack_message(row)
        case _:
            return value
