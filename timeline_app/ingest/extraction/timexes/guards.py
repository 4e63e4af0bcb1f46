"""Words of many meanings: which of the expressions that the grammar found are of time after all.

A guard is asked where an expression stands by itself, with nothing joined to it. "May said", "March on Washington", "the fall of
Rome", "1984 people", "a ratio of 3:10" end here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.domain.calendar import civil
from timeline_app.ingest.extraction.timexes.modifiers import QUANTIFIERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.matcher import Atom
    from timeline_app.ingest.extraction.timexes.modifiers import Context

_NEXT_WORD = re.compile(r"[\s\"']{0,3}([^\W_]+(?:[-'][^\W_]+)*)")
_LONGER_NUMBER = re.compile(r"-\d(?!\d{3}(?!\d))|[.:,]\d|[%°/+]")
_HYPHENATED = re.compile(r"-([^\W\d_]+)")
_SIGNS_OF_NUMBERS = ("$", "€", "£", "#", "§")
_FIRST_LIKELY_YEAR, _FIRST_USUAL_YEAR, _LAST_LIKELY_YEAR, _LAST_YEAR = 1500, 1900, 2099, 2199
_NUMBERS_BEFORE = re.compile(
    r"([^\W\d_][\w.]*) (?:\d[\d.]*(?:\(\w+\))*(?:,? and|,? or|,| to| through|-)? ?){1,4}$"
)  # "resolutions 1718 and "
_PHRASE_END = re.compile(r"$|[.,;)\n]| \(")
_NAME_BEFORE = re.compile(r"\b(\w*[A-Z]\w*) '$")
_CODE_BEFORE = re.compile(r"(\w+) [A-Z]{2,3} $")  # "flight AA "
_WITHIN_SENTENCE = re.compile(r"([^\W_]+)['’]?s?['’]?(?: [\"“'‘`]{1,2})? ?(?<=\W)$")
_BEFORE_TITLE = 20
_REACH_OF_A_HEADLINE = 100
_REACH_OF_A_LIST = 48
_DIGITS_BEFORE = re.compile(r"(?<!\d)\d{1,3} $|\d{5,} $|\d \d{4} $")
_YEAR_BEFORE = re.compile(r"\b[12]\d{3}s?,? [^\W\d_]+ $")
_YEAR_AND_DASH = re.compile(r"\b[12]\d{3} ?- ?$")
_YEAR_AFTER = re.compile(r" ?- ?[12]\d{3}\b")
_LONGEST_ADDRESS = 40  # characters
_YEARS_OF_EVENTS = 10  # an event that is named with its year lies no further ahead


class Place:
    """Where an expression stands, for a guard to look around."""

    def __init__(
        self, atom: Atom, context: Context, folded: str, text: str, lexicon: Lexicon, published: Period | None
    ) -> None:
        self.atom = atom
        self.published = published
        self.context = context
        self.text = text
        self.lexicon = lexicon
        self.words = folded[atom.start : atom.end]
        self.folded = folded
        match = _NEXT_WORD.match(folded, atom.end)
        self.next = match[1] if match else ""
        self.next_start = match.start(1) if match else atom.end

    def after(self, guard: str) -> bool:
        """Tell whether one of the guard's words stands before the expression, or a modifier does."""
        return self.context.modified or self.context.previous in self.lexicon.guards[guard] or bool(self.context.opens)

    @property
    def has_article(self) -> bool:
        """True where the article is the expression's own."""
        return self.context.start < self.atom.start

    @property
    def is_capital(self) -> bool:
        """True where the expression begins with a capital letter."""
        return self.text[self.atom.start].isupper()

    @property
    def next_is_capital(self) -> bool:
        """True where the next word begins with a capital letter."""
        return self.text[self.next_start : self.next_start + 1].isupper()

    @property
    def previous_is_capital(self) -> bool:
        """True where the word before begins with a capital letter."""
        at = self.context.start - len(self.context.previous) - 1
        return bool(self.context.previous) and self.text[max(0, at) : at + 1].isupper()

    @property
    def before_character(self) -> str:
        """The character to the left."""
        return self.folded[self.context.start - 1 : self.context.start]


def _month(place: Place) -> bool:
    if place.words in place.lexicon.guards["abbreviated_months"]:
        return place.context.modified or place.context.previous in place.lexicon.guards["strict_prepositions"]
    if place.words in place.lexicon.guards["ambiguous_months"]:
        return place.after("prepositions") and place.next not in place.lexicon.guards["reporting"]
    if place.words in place.lexicon.guards["name_months"]:
        is_name = place.next_is_capital and place.folded[place.atom.end] == " " and not place.has_article
        return not is_name or place.after("prepositions")
    return True


def _weekday(place: Place) -> bool:
    if place.context.previous in place.lexicon.guards["generic"] or place.folded.endswith(
        tuple(place.lexicon.guards["generic_phrases"]), 0, place.atom.start
    ):
        return False
    return not (place.next_is_capital and place.next in place.lexicon.guards["titles_after"])


def _is_title(place: Place) -> bool:
    """Tell whether a word of no capitals of its own has one within a sentence, as titles have: "ABC's This Week"."""
    if not place.is_capital:
        return False
    if place.has_article:
        return True  # "the Today programme"
    start = place.context.start
    before = _WITHIN_SENTENCE.search(place.text, max(0, start - _BEFORE_TITLE), start)
    if before is None or before[1].lower() in place.lexicon.guards["reporting"]:
        return False
    first = max(0, place.atom.start - _REACH_OF_A_HEADLINE)
    line = place.text[first : place.atom.start].rpartition("\n")[2].split()
    return 2 * sum(word[0].isupper() for word in line) < len(line) + 2  # not in a headline


def _untitled(place: Place) -> bool:
    return not _is_title(place)


def _never(_place: Place) -> bool:
    return False


def _year(place: Place) -> bool:
    year = int(place.words)
    if (
        year > _LAST_YEAR
        or _is_clock_time(place)
        or _is_counted(place)
        or _goes_on(place)
        or _names_a_plan(place, year)
    ):
        return False
    if _FIRST_USUAL_YEAR <= year <= _LAST_LIKELY_YEAR:
        return True
    if place.context.previous in place.lexicon.guards["coordinators"] and not place.context.modified:
        return _ends_phrase(place) or bool(
            _YEAR_BEFORE.search(place.folded, max(0, place.context.start - 16), place.context.start)
        )
    if place.after("prepositions") or place.before_character in ("(", "-"):
        return True
    names_noun = place.has_article and not _PHRASE_END.match(place.folded, place.atom.end)  # "the 1836 assault"
    is_old = _FIRST_LIKELY_YEAR <= year < _FIRST_USUAL_YEAR
    return is_old and (names_noun or (not place.has_article and _is_old_year(place)))


def _year_of_three(place: Place) -> bool:
    """Tell whether three figures after "in" are a year: "In 348 Pachomius died", not "in 348 cases"."""
    return _ends_phrase(place) or place.next_is_capital or place.next in place.lexicon.guards["after_year"]


def _year_short(place: Place) -> bool:
    name = _NAME_BEFORE.search(place.text, max(0, place.atom.start - 16), place.atom.start)
    return name is None or name[1].lower() in place.lexicon.guards["prepositions"]  # "iLife '11"


def _is_old_year(place: Place) -> bool:
    """Tell whether figures that could count anything are a year: "its 1812 campaign", "Vienna, 1815", not "infected is 1501"."""
    start = place.atom.start
    if _YEAR_AFTER.match(place.folded, place.atom.end) or _YEAR_AND_DASH.search(place.folded, max(0, start - 8), start):
        return True
    previous = place.context.previous
    is_beside = bool(previous) and place.folded.endswith(f"{previous} ", 0, start)  # not so in "the 1836 assault"
    named = place.previous_is_capital or previous.endswith("'s") or previous in place.lexicon.guards["before_old_years"]
    if is_beside and not named:
        return False
    is_plural = place.next.endswith("s") and place.next not in place.lexicon.guards["not_plural"]
    return not is_plural and not _is_address(place)


def _is_clock_time(place: Place) -> bool:
    """Tell whether the figures can be hours and minutes: "at 1800"."""
    previous = place.context.previous
    return previous in place.lexicon.guards["before_clock_times"] and place.folded.endswith(
        f"{previous} ", 0, place.atom.start
    )


def _names_a_plan(place: Place, year: int) -> bool:
    """Tell whether the year is part of a name, as plans have it: "Vision 2030", "the 2030 Agenda"."""
    if place.next in place.lexicon.guards["after_planned_year"] and place.next_is_capital:
        return True
    published = place.published
    if published is None or published.start is None or place.context.modified or place.context.opens:
        return False
    years_ahead = year - civil(published.start).year
    return (
        years_ahead > 0
        and (year % 5 == 0 or years_ahead > _YEARS_OF_EVENTS)
        and place.previous_is_capital
        and place.folded[place.context.start - 1] == " "
        and not place.after("prepositions")
    )


def _is_address(place: Place) -> bool:
    """Tell whether a street follows: "1600 Pennsylvania Avenue"."""
    following = place.folded[place.atom.end : place.atom.end + _LONGEST_ADDRESS].split()
    streets = place.lexicon.guards["streets"]
    return place.next_is_capital and any(word in streets or word.rstrip(",.;)") in streets for word in following)


def _is_counted(place: Place) -> bool:
    """Tell whether the figure counts or names something: "1984 people", "some 2000 men", "No. 1984", "$2000"."""
    guards = place.lexicon.guards
    mod = place.context.mod
    return (
        (mod in QUANTIFIERS and not place.context.opens and (mod != "APPROX" or place.next.endswith("s")))
        or place.folded.endswith(tuple(guards["counting"]), 0, place.context.start)
        or (place.next[:1].isdigit() and place.text[place.atom.end : place.atom.end + 1] != "\n")
        or place.next in guards["counted"]
        or place.context.previous in guards["number_prefixes"]
        or place.context.previous in guards["identifiers"]
        or _DIGITS_BEFORE.search(place.folded, max(0, place.context.start - 8), place.context.start) is not None
        or _in_list_of_identifiers(place)
        or place.folded[max(0, place.context.start - 2) : place.context.start].strip() in _SIGNS_OF_NUMBERS
    )


def _in_list_of_identifiers(place: Place) -> bool:
    """Tell whether the figure goes on a list of numbers: "resolutions 1718 and 1874", "50 U.S.C. 1701-1706"."""
    start = place.context.start
    first = max(0, start - _REACH_OF_A_LIST)
    match = _NUMBERS_BEFORE.search(place.folded, first, start) or _CODE_BEFORE.search(place.text, first, start)
    return match is not None and match[1].lower() in place.lexicon.guards["identifiers"]


def _goes_on(place: Place) -> bool:
    """Tell whether the figure is the head of something longer: "2023-1", "1984.5", "1600-year-old"; but not of "1984-1989"."""
    if _LONGER_NUMBER.match(place.folded, place.atom.end):
        return True
    hyphenated = _HYPHENATED.match(place.folded, place.atom.end)
    return hyphenated is not None and hyphenated[1] in place.lexicon.guards["measures"]


def _season(place: Place) -> bool:
    if place.next in place.lexicon.guards["of"] or (place.is_capital and place.next_is_capital):
        return False
    return place.context.modified or (
        place.has_article or place.context.previous in place.lexicon.guards["determiners"]
    )


def _part_of_day(place: Place) -> bool:
    if place.is_capital:
        return False
    return (
        place.has_article
        or place.context.modified
        or place.context.previous in place.lexicon.guards["part_prepositions"]
    )


def _ends_phrase(place: Place) -> bool:
    after = place.folded[place.atom.end : place.atom.end + 1]
    return (
        after in ("", ".", ",", ";", ")", "\n")
        or place.folded.startswith(" (", place.atom.end)
        or place.next in place.lexicon.guards["after_ordinal"]
    )


def _clock(place: Place) -> bool:
    return not _is_title(place) and (
        bool(re.search(r"[a-z]", place.words))
        or place.context.previous in place.lexicon.guards["clock_prepositions"]
        or place.before_character in ("(", "-", "\n", "")
    )


def _military(place: Place) -> bool:
    return place.context.previous in place.lexicon.guards["clock_prepositions"] or place.before_character == "("


def _holiday(place: Place) -> bool:
    """Tell whether a well-known day means the day: "at Easter", not "Easter Island"."""
    if (
        place.has_article
        and place.next
        and not _ends_phrase(place)
        and place.next not in place.lexicon.guards["after_feast"]
    ):
        return False  # "the Christmas season"
    return place.next not in place.lexicon.guards["not_after_holiday"] or place.folded[place.atom.end] not in " -"


def _frequency(place: Place) -> bool:
    return not place.is_capital


def _vague_units(place: Place) -> bool:
    if place.next[:1].isdigit():
        return False  # "in the years 1955-1957"
    return (
        place.context.modified
        or place.next in place.lexicon.guards["of"]
        or place.context.previous in place.lexicon.guards["vague_prepositions"]
    )


def _definite(place: Place) -> bool:
    return not place.is_capital and _after_definite(place)


def _after_definite(place: Place) -> bool:
    return place.context.modified or place.context.previous in place.lexicon.guards["definite_prepositions"]


GUARDS: dict[str, Callable[[Place], bool]] = {
    "month_alone": _month,
    "weekday_alone": _weekday,
    "year_alone": _year,
    "year_of_three": _year_of_three,
    "year_short": _year_short,
    "season_alone": _season,
    "part_alone": _part_of_day,
    "day_of_month": _ends_phrase,
    "vague_noun": _ends_phrase,
    "clock": _clock,
    "clock_military": _military,
    "weekday_short": _never,
    "holiday": _holiday,
    "duration_joined": _never,
    "frequency": _frequency,
    "duration_vague": _vague_units,
    "unit_definite": _definite,
    "unit_related": _untitled,
    "shifted": _untitled,
}
"""By the normaliser of the rule that they guard."""
