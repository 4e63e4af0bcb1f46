"""The language of a search: what a reader types, as FTS5 understands it.

Words (all must occur), "exact phrases", `prefix*`, `NOT word` or `-word`, `OR`, `a NEAR b`, `a NEAR/3 b` or `NEAR(a b, 3)`, the
fields `title:`, `body:`, `participant:`, and `after:` and `before:` with a year, month or day of publication. Whatever does not
make sense in it is taken as words, so nothing that can be typed is an error.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.words import Phrase, phrase_of
from timeline_app.library.record import storable
from timeline_app.library.schema import ARTICLE_IDS, DATED_IDS, article_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_FIELDS = {
    "title": "title",
    "body": "body",
    "text": "body",
    "participant": "participants",
    "participants": "participants",
}

_DATE_FIELDS = {"after", "before"}
_OPERATORS = {"OR", "AND", "NOT", "NEAR"}

_MAX_CHARACTERS = 2000
_MAX_TERMS = 40
"""A pasted page is cut to what a search can answer in time, and FTS5's depth of nesting is not reached."""

_NEAR = 10
"""How many words may lie between two that are near each other, where the reader does not say."""

_TERM = re.compile(
    r"(?P<minus>-)?(?:(?P<field>\w+):)?"
    r'(?:"(?P<phrase>[^"]*)"?|NEAR\((?P<group>[^()]*)\)|(?P<word>[^\s"]+))(?P<star>(?<=")\*)?'
)
_BARELY_BEGUN = re.compile(r"(?:^|\W)\w{1,3}\*$")
_NEAR_OPERATOR = re.compile(r"NEAR(?:/(?P<words>[0-9]{1,3}))?")
_GROUP_END = re.compile(r",\s*(?P<words>[0-9]{1,3})\s*$")


Names: TypeAlias = "Callable[[str], Sequence[str]]"


class Query(NamedTuple):
    """A query: `words` in FTS5's language, None where it holds none, and the bounds of the articles' ids, which are dates."""

    words: str | None
    first: int = ARTICLE_IDS[0]
    last: int = ARTICLE_IDS[-1]

    @property
    def is_empty(self) -> bool:
        """True where nothing is asked for."""
        return self.words is None and (self.first, self.last) == (ARTICLE_IDS[0], ARTICLE_IDS[-1])


class _Term(NamedTuple):
    """Phrases of which all must occur, `distance` words apart at most where there are several."""

    phrases: tuple[str, ...]
    is_negative: bool = False
    field: str | None = None
    distance: int = 0
    others: tuple[str, ...] = ()
    """Phrases of which each does in place of all of them: the other names of a participant."""

    def compiled(self) -> str:
        words = " ".join(self.phrases)
        if len(self.phrases) > 1:
            words = f"NEAR({words}, {self.distance})"
        if self.others:
            words = f"({' OR '.join((words, *self.others))})"
        return f"{self.field} : {words}" if self.field else words

    def near(self, other: _Term, distance: int) -> _Term | None:
        """Return both as one term; None where they are of different fields, or one is not wanted."""
        if self.is_negative or other.is_negative or other.field not in (None, self.field):
            return None
        return self._replace(phrases=self.phrases + other.phrases, distance=max(self.distance, distance))


class _Reader:
    """Gathers terms: alternatives of conjunctions, and the dates that hold for all of them."""

    def __init__(self, names: Names | None = None) -> None:
        self._names = names
        self.alternatives: list[list[_Term]] = [[]]
        self.first, self.last = ARTICLE_IDS[0], ARTICLE_IDS[-1]
        self._negate_next = False
        self._distance: int | None = None

    def take(self, found: re.Match[str]) -> None:
        """Read one operator, date or term."""
        match found[0]:
            case "OR":
                self.alternatives.append([])
            case "AND":
                pass
            case "NOT":
                self._negate_next = True
            case text if near := _NEAR_OPERATOR.fullmatch(text):
                self._distance = int(near["words"] or _NEAR)
            case _:
                is_negative = self._negate_next or found["minus"] is not None
                if not self._takes_date(found, is_negative=is_negative):
                    self._add(_term(found, is_negative=is_negative))
                self._negate_next, self._distance = False, None

    def _takes_date(self, found: re.Match[str], *, is_negative: bool) -> bool:
        field = (found["field"] or "").lower()
        if field not in _DATE_FIELDS:
            return False
        try:
            day = parse_edtf(found["word"] or found["phrase"] or "").first_day
        except ValueError:
            return False
        boundary = article_ids(day).start
        if (field == "after") is not is_negative:
            self.first = max(self.first, boundary)
        else:
            self.first, self.last = max(self.first, DATED_IDS[0]), min(self.last, boundary - 1)
        return True

    def _add(self, term: _Term | None) -> None:
        terms = self.alternatives[-1]
        if term is None:
            return
        if self._names is not None and term.field == _FIELDS["participant"] and len(term.phrases) == 1:
            others = self._names(term.phrases[0].strip('"* '))[:_MAX_TERMS]
            term = term._replace(others=tuple(f'"{name}"' for name in (n.replace('"', '""') for n in others)))
        if self._distance is not None and terms and (joined := terms[-1].near(term, self._distance)):
            terms[-1] = joined
        else:
            terms.append(term)


def parse_query(query: str, names: Names | None = None) -> Query:
    """Translate a query. Every word is quoted, so that no character of it means anything to FTS5.

    `names` tells the other names of the participants who have some words in one of theirs: articles that use those are found too.
    Dates hold for the whole query: `after` is from the first day of the date given on, `before` until the day before it.
    """
    reader = _Reader(names)
    for count, found in enumerate(_TERM.finditer(storable(query[:_MAX_CHARACTERS]))):
        if count == _MAX_TERMS:
            break
        reader.take(found)
    compiled = [text for terms in reader.alternatives if (text := _conjunction(terms))]
    return Query(" OR ".join(f"({text})" for text in compiled) or None, reader.first, reader.last)


def phrases_of(query: str) -> tuple[Phrase, ...]:
    """Return what a query looks for, to be marked where it stands; what it leaves out is not among it."""
    reader = _Reader()
    for found in islice(_TERM.finditer(storable(query[:_MAX_CHARACTERS])), _MAX_TERMS):
        reader.take(found)
    wanted = [
        phrase for terms in reader.alternatives for term in terms if not term.is_negative for phrase in term.phrases
    ]
    return tuple(phrase_of(phrase, is_prefix=phrase.endswith("*")) for phrase in dict.fromkeys(wanted))


def while_typing(text: str) -> str:
    """Return the query for words that are being typed: the last one may be the beginning of a longer one.

    A blank after it says that it is whole. One letter begins too many words to mean one of them; a sign that is a word in itself
    does not.
    """
    last = next((found for found in reversed(list(_TERM.finditer(text[:_MAX_CHARACTERS])))), None)
    is_unfinished = (
        last is not None
        and last.end() == len(text)
        and last["minus"] is None
        and last["word"] is not None
        and (len(last["word"]) > 1 or not last["word"].isascii())
        and last["word"][-1].isalnum()
        and last["word"] not in _OPERATORS
        and (last["field"] or "").lower() not in _DATE_FIELDS
    )
    return f"{text.strip()}*" if is_unfinished else text.strip()


def as_typed(query: str) -> str:
    """Return the words of a query as a reader types them: without the mark that `while_typing` puts on an unfinished one."""
    typed = query.removesuffix("*")
    return typed if while_typing(typed) == query else query


def is_barely_begun(query: str) -> bool:
    """Tell whether a query ends in a word of which so little is known that very many begin so."""
    return _BARELY_BEGUN.search(query) is not None


def _term(found: re.Match[str], *, is_negative: bool) -> _Term | None:
    """Read one term; None where no letter or digit is in it."""
    field = _FIELDS.get((found["field"] or "").lower())
    distance = 0
    if found["group"] is not None and (field or not found["field"]):
        end = _GROUP_END.search(found["group"])
        distance = int(end["words"]) if end else _NEAR
        inside = found["group"][: end.start()] if end else found["group"]
        phrases = [phrase for word in _TERM.finditer(inside) for phrase in _phrases(_text(word), word)]
    else:
        words = _text(found)
        phrases = list(_phrases(f"{found['field']} {words}" if found["field"] and field is None else words, found))
    return _Term(tuple(phrases), is_negative, field, distance) if phrases else None


def _text(found: re.Match[str]) -> str:
    return next(text for text in (found["phrase"], found["group"], found["word"]) if text is not None)


def _phrases(words: str, found: re.Match[str]) -> Iterator[str]:
    """Quote the words of a term, unless no letter or digit is in them."""
    if any(character.isalnum() for character in words):
        is_prefix = found["star"] is not None or (found["word"] is not None and found["word"].endswith("*"))
        quoted = words.replace('"', '""')
        yield f'"{quoted}" *' if is_prefix else f'"{quoted}"'


def _conjunction(terms: list[_Term]) -> str:
    wanted = [term.compiled() for term in terms if not term.is_negative]
    unwanted = [term.compiled() for term in terms if term.is_negative]
    if not wanted:  # "everything but" is no search: the words themselves are
        return " AND ".join(unwanted)
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found
