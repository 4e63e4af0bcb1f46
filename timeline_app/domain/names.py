"""Names taken apart, so that the spellings and forms of one name can be seen to be of one name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, eq=False)
class NameLists:
    """What is known of names beforehand; all of it folded (see `fold`).

    `places` and `organisations` lead from each form of a name to the one that stands for all; `short_names` from a given name to
    those that it is short for, or that are short for it; `spellings` from each spelling of a word to the one that stands for all.
    `common` are given names and the surnames of many.
    """

    places: Mapping[str, str]
    organisations: Mapping[str, str]
    titles: frozenset[str]
    particles: frozenset[str]
    company_suffixes: frozenset[str]
    short_names: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]
    common: frozenset[str] = frozenset()


class Form(Enum):
    """How much of a name there is.

    A person's has given names, initials, neither, or a title in their place; an organisation's is in letters or in words.
    """

    FULL = auto()
    INITIALS = auto()
    BARE = auto()
    TITLED = auto()
    ACRONYM = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name taken apart.

    Two names of one kind with the same `same` are one name. Only names with the same `block` are ever compared. `words` are a
    person's given names and initials, then the surname; empty for what is no person.
    """

    kind: ParticipantKind
    same: str
    block: str
    form: Form
    words: tuple[str, ...] = ()

    @property
    def alike(self) -> str:
        """What names that are one name have in common."""
        return f"{self.kind.value} {self.same}"

    @property
    def given(self) -> tuple[str, ...]:
        """A person's given names and initials."""
        return self.words[:-1]

    @property
    def surname(self) -> str:
        """A person's last name, in the spelling that stands for all."""
        return self.words[-1] if self.words else ""


_MARKS = re.compile(r"[.'’‘`´\"“”]")
_BREAKS = re.compile(r"[\W_]+")
_SMALL_WORDS = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "in",
        "on",
        "to",
        "at",
        "by",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "et",
        "der",
        "die",
        "das",
        "und",
        "y",
        "e",
        "&",
        "a",
    )
)
_PREFIXES = frozenset(("co", "non", "anti", "inter", "multi", "pre", "post", "sub", "vice"))
_NAME_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mp", "mep", "obe", "cbe"))
_LONGEST_ACRONYM = 8
_NO_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)


def fold(text: str) -> str:
    """Return a text without case, diacritics, dots and apostrophes, its words apart by single spaces: "U.S." is "us"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_NO_LETTERS)
    return " ".join(_BREAKS.sub(" ", _MARKS.sub("", text.casefold())).split())


def parse_name(name: str, kind: ParticipantKind, lists: NameLists) -> ParsedName:
    """Take a name apart."""
    folded = fold(name) or name
    if kind == ParticipantKind.PERSON:
        return _person(folded, lists)
    if kind == ParticipantKind.PLACE:
        folded = _without_article(folded)
        same = lists.places.get(folded, folded)
        return ParsedName(kind, same, same, Form.OTHER)
    return _organisation(name, folded, lists)


def _without_article(folded: str) -> str:
    return folded.removeprefix("the ") or folded


def _organisation(name: str, folded: str, lists: NameLists) -> ParsedName:
    words = _without_article(folded).split()
    while len(words) > 1 and words[-1] in lists.company_suffixes:
        words.pop()
    folded = " ".join(words)
    same = lists.organisations.get(folded, folded)
    block = initials(same)
    letters = name.replace(".", "").strip()
    if len(words) == 1 and same == folded and letters.isupper() and 1 < len(letters) <= _LONGEST_ACRONYM:
        return ParsedName(ParticipantKind.ORGANISATION, same, block, Form.ACRONYM)
    return ParsedName(ParticipantKind.ORGANISATION, same, block, Form.OTHER)


def initials(folded: str) -> str:
    """Return the letters that a folded name of several words is shortened to; a single word is left as it is."""
    words = [word for word in folded.split() if word not in _SMALL_WORDS]
    # "co operation" was one word with a hyphen in it.
    letters = "".join(word[0] for before, word in zip(("", *words), words, strict=False) if before not in _PREFIXES)
    return letters if len(letters) > 1 else folded


def _person(folded: str, lists: NameLists) -> ParsedName:
    titled = words = folded.split() or [folded]
    while len(words) > 1 and words[0] in lists.titles:
        words = words[1:]
    words = [spelt(word, lists) for word in words]
    same = " ".join(words)
    if len(words) == 1 and len(titled) > 1:  # found apart from a namesake: "Dr. Biden" is not the other Biden
        return ParsedName(ParticipantKind.PERSON, " ".join(titled), words[0], Form.TITLED, (words[0],))
    while len(words) > 1 and words[-1] in _NAME_SUFFIXES:
        words.pop()
    block = words[-1]
    given = [word for word in words[:-1] if word not in lists.particles]
    if "and" in words or (not given and not same.endswith(block)):  # a couple; a king and his number
        return ParsedName(ParticipantKind.PERSON, same, block, Form.OTHER)
    form = Form.BARE if not given else Form.INITIALS if all(len(word) == 1 for word in given) else Form.FULL
    return ParsedName(ParticipantKind.PERSON, same, block, form, (*given, block))


_TRANSLITERATED = (
    (re.compile(r"(?<=[szc]k)[iyj]{1,2}$"), "y"),  # Zelensky, Zelenskyy, Zelenskiy, Zelenskyi, Zelenski
    (re.compile(r"(?<=[oe]v)[iy]ch$"), "ich"),  # Yanukovych, Yanukovich
    (re.compile(r"(?<=[bdgklmnrstvz])(?:iy|yi|yy|ij|ii)$"), "y"),  # Yuriy, Yurii
)


def spelt(word: str, lists: NameLists) -> str:
    """Return a folded word of a name in the one of its spellings that stands for all."""
    if (known := lists.spellings.get(word)) is not None:
        return known
    for ending, one in _TRANSLITERATED:
        word, changed = ending.subn(one, word)
        if changed:
            return lists.spellings.get(word, word)
    return word


def are_compatible(one: ParsedName, other: ParsedName, lists: NameLists) -> bool:
    """Tell whether two persons' names can be one person's: one surname, and no given name of one speaks against the other.

    Each given name of the one that has fewer must be that of the other in the same place, its initial, or short for it.
    """
    if one.surname != other.surname:
        return False
    few, many = sorted((one.given, other.given), key=len)
    return all(_is_same_given(name, its_place, lists) for name, its_place in zip(few, many, strict=False))


def _is_same_given(one: str, other: str, lists: NameLists) -> bool:
    if one == other or other in lists.short_names.get(one, ()):
        return True
    return one[0] == other[0] and min(len(one), len(other)) == 1
