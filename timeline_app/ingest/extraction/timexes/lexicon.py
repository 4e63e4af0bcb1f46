"""A language's words and rules of time, loaded from ``resources/data/<language>/times/``.

The tables of ``words.toml`` become slots of the patterns; ``guards.toml`` has the words that the guards look for; every other file
of the folder is a family of rules.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from timeline_app.ingest.extraction.timexes.numbers import NumberWords
from timeline_app.ingest.extraction.timexes.pattern import ANY, END, WORD, Openings, Slot, openings_of, read_pattern
from timeline_app.ingest.extraction.timexes.rules import Bucket, CompiledRule, Rule
from timeline_app.ingest.extraction.timexes.tense import TenseFinder
from timeline_app.ingest.extraction.timexes.zones import DATE_TIME_GROUP, OFFSET, UTC_TIME, read_offset, read_utc_time
from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_WORD_END = r"(?![^\W_])"
_DAY_END = r"(?!\d|,\d{3}(?!\d)|\.\d|:\d|%)"
_YEAR_END = r"(?!\d|,\d{3}|\.\d)"
_TABLES_OF_TIME = (
    *("unit", "number", "vague", "ordinal", "weekday", "month", "season", "part_of_day"),
    *("relation", "anaphor", "reference", "year_of_accounts"),
)
_TABLES_AFTER_NUMBERS = (
    *("unit", "month", "era_before", "era_after", "meridiem", "zone", "season", "relation"),
    *("islamic_month", "islamic_era", "hebrew_month", "republican_month"),
)
_ONE_OR_TWO = "#1", "#2"
_ALONE = frozenset({END})
_FIGURES = "#1", "#2", "#3", "#4", "#5"


@dataclass(frozen=True)
class PhraseTable:
    """Phrases of one word or several with what they mean, and the words that they end in."""

    phrases: Mapping[str, str]
    last_words: frozenset[str]

    @classmethod
    def of(cls, phrases: Mapping[str, str]) -> PhraseTable:
        """Index phrases."""
        return cls(phrases, frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases))


class Lexicon:
    """The words and rules of one language."""

    def __init__(self, words: Mapping[str, Mapping[str, Any]], rules: Iterable[Rule]) -> None:
        self.words = words
        self.settings = words["settings"]
        self.rules = tuple(rules)
        self._numbers = NumberWords(words["number"], words["vague"], self.settings)
        self._slots: dict[str, Slot] = {}
        self._decoders: dict[str, Callable[[str], Any]] = {}
        self._add_tables()
        self._add_numbers()

    @cached_property
    def dispatch(self) -> dict[str, Bucket]:
        """The rules that can begin with a word, or with "#n", a number of n digits."""
        table: dict[str, list[tuple[CompiledRule, frozenset[str]]]] = {}
        capitals = {
            name
            for name, words in self.words.items()
            if name in self._slots and any(word.rstrip(".") in self.capitalised for word in words)
        }
        for rule in self.rules:
            pattern = read_pattern(rule.pattern, self._slots)
            compiled = CompiledRule(
                rule,
                pattern,
                re.compile(rule.before) if rule.before else None,
                re.compile(rule.after) if rule.after else None,
                tuple((name, self._decoders[slot]) for name, slot in pattern.slots),
                tuple(name for name, slot in pattern.slots if slot in capitals),
            )
            for word, seconds in pattern.openings.items():
                table.setdefault(word, []).append((compiled, seconds))
        return {word: Bucket(rules) for word, rules in table.items()}

    @cached_property
    def number(self) -> Callable[[str, int], re.Match[str] | None]:
        """The method that matches a number, in figures or words, at a place of a folded text."""
        return re.compile(self._numbers.source).match

    @cached_property
    def number_tails(self) -> dict[str, frozenset[str]]:
        """The words with which a number in words may go on behind what `number` matches, by its first word."""
        spoken = frozenset(
            WORD.findall(" ".join([*self.words["number"], *self.settings["number_joints"], *self.settings["scores"]]))
        )
        tails = dict.fromkeys([*self._slots["number"].openings, *self.settings["number_articles"]], spoken)
        for phrase in self.words["vague"]:
            first, *others = WORD.findall(phrase)
            tails[first] = tails.get(first, frozenset()).union(others)
        return tails

    @cached_property
    def joints(self) -> dict[str, frozenset[str]]:
        """What can stand between two expressions that are one."""
        return {name: frozenset(texts) for name, texts in self.words["joins"].items()}

    @cached_property
    def articles(self) -> frozenset[str]:
        """Articles and what stands in their place."""
        return frozenset(self.words["articles"]["definite"])

    @cached_property
    def modifiers(self) -> PhraseTable:
        """What stands to the left and belongs to an expression, with TIMEX3's mod."""
        return PhraseTable.of(self.words["before"])

    @cached_property
    def openers(self) -> PhraseTable:
        """What stands to the left and opens one side of an expression."""
        return PhraseTable.of(self.words["opens"])

    @cached_property
    def words_before(self) -> frozenset[str]:
        """The last words of all that can stand to the left of an expression and say something of it."""
        return self.articles | self.modifiers.last_words | self.openers.last_words

    @cached_property
    def openers_after(self) -> re.Pattern[str]:
        """What stands to the right and opens one side of an expression: "onward"; "and after" where no clause goes on."""
        end = f"(?= ?[^\\w ]|$| {_alternation(self.words['opens_after_ends'])}(?!\\w))"
        words = sorted(self.words["opens_after"], key=len, reverse=True)
        forms = "|".join([_word_source(word) + (end if " " in word else "") for word in words])
        return re.compile(f" ({forms})(?![^\\W_])")

    @cached_property
    def guards(self) -> dict[str, frozenset[str]]:
        """The words that decide whether a word of many meanings is one of time; a list that the language lacks is empty."""
        return defaultdict(frozenset, {name: frozenset(words) for name, words in self.words["guards"].items()})

    @cached_property
    def tense(self) -> TenseFinder:
        """The language's tenses."""
        return TenseFinder(self.words["tense"])

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Words that are of time only where they begin with a capital letter."""
        return frozenset(self.settings["capitalised"])

    @cached_property
    def gated(self) -> frozenset[str]:
        """Words too common to be tried unless a word of time follows them."""
        return frozenset(self.settings["gated"])

    @cached_property
    def time_words(self) -> frozenset[str]:
        """The words that any table of the lexicon knows."""
        return self._words_of(_TABLES_OF_TIME)

    @cached_property
    def after_numbers(self) -> frozenset[str]:
        """The words that can follow a figure of less than four digits where it is a part of an expression."""
        return self._words_of(_TABLES_AFTER_NUMBERS).union(self.settings["after_numbers"])

    def _words_of(self, tables: Iterable[str]) -> frozenset[str]:
        return frozenset(part for name in tables for word in self.words.get(name, ()) for part in WORD.findall(word))

    def _add(self, name: str, source: str, openings: Openings | Iterable[str], decode: Callable[[str], Any]) -> None:
        """Add a slot; `openings` may be words after which it ends."""
        if not isinstance(openings, dict):
            openings = dict.fromkeys(openings, _ALONE)
        self._slots[name] = Slot(source, openings)
        self._decoders[name] = decode

    def _add_tables(self) -> None:
        for name, table in self.words.items():
            if name in (
                "settings",
                "joins",
                "before",
                "opens",
                "opens_after",
                "between",
                "articles",
                "guards",
                "tense",
                "heads",
            ):
                continue
            self._add(name, _alternation(table) + _WORD_END, openings_of(table), _table_decoder(table))

    def _add_numbers(self) -> None:
        self._add_ordinals()
        self._add_figures()
        number = self._numbers
        counts = self._slots["number"].openings, self._slots["vague"].openings, _FIGURES[:4]
        within = self._words_within_numbers() | {END}
        self._slots["count"] = Slot(number.source, dict.fromkeys(itertools.chain(*counts), within), is_number=True)
        self._decoders["count"] = number.value
        self._add(
            "year_words", number.year_source, dict.fromkeys(number.year_firsts, frozenset({ANY})), number.year_value
        )

    def _add_ordinals(self) -> None:
        suffixes = self.settings["ordinal_suffixes"]
        suffix = "|".join(map(re.escape, suffixes))
        ordinal = self._slots["ordinal"]
        spoken = self._decoders["ordinal"]
        digits = f"(?:{suffix})"
        # A suffix that is a word must follow; after a stop anything can.
        suffixed = frozenset(openings_of(suffixes)) | (frozenset() if all(map(WORD.match, suffixes)) else _ALONE)

        def ordinal_value(text: str) -> int:
            return _leading(text) if text[0].isdigit() else int(spoken(text))

        day = r"(?:3[01]|[12]\d|0?[1-9])"
        old = self.settings["old_ordinal_suffixes"]  # "the 3d of December"
        ends = _ALONE.union(suffixed, openings_of(old))
        self._add("day", f"{day}(?:{'|'.join([suffix, *old])})?{_DAY_END}", dict.fromkeys(_ONE_OR_TWO, ends), _leading)
        self._add("ordinal_number", f"{day}{digits}", dict.fromkeys(_ONE_OR_TWO, suffixed), _leading)
        self._add(
            "ordinal_any",
            rf"(?:\d{{1,2}}{digits}|{ordinal.source})",
            {**dict.fromkeys(_ONE_OR_TWO, suffixed), **ordinal.openings},
            ordinal_value,
        )
        small = [word for word, n in self.words["ordinal"].items() if n <= 4]
        self._add(
            "ordinal_small",
            f"(?:[1-4]{digits}|{'|'.join(small)})",
            {"#1": suffixed, **openings_of(small)},
            ordinal_value,
        )

    def _add_figures(self) -> None:
        self._add("year", rf"[12]\d{{3}}{_YEAR_END}", {"#4"}, int)
        self._add("year_before_dot", r"[12]\d{3}(?!\d)", {"#4"}, int)
        self._add("year_of_three", rf"[12]?\d{{3}}{_YEAR_END}", {"#3", "#4"}, int)
        self._add("three_figures", rf"[1-9]\d\d{_YEAR_END}", {"#3"}, int)
        self._add("any_year", rf"\d{{1,4}}{_YEAR_END}", {"#1", "#2", "#3", "#4"}, int)
        after_comma = dict.fromkeys(_ONE_OR_TWO, frozenset({"#3"}))
        self._add("long_year", r"(?:\d{1,2},\d{3}|\d{5})(?!\d)", {**after_comma, "#5": _ALONE}, _without_commas)
        self._add("last_figures", r"\d{1,4}(?!\d|[.,]\d)", _FIGURES[:4], int)
        self._add("last_figure", r"\d(?!\d|[.,:/-]\d)", _FIGURES[:1], int)
        self._add("year2", r"(?:\d{4}|\d\d)(?!\d)", {"#4", "#2"}, _two_digit_year)
        self._add("yy", r"\d\d(?!\d)", {"#2"}, _two_digit_year)
        self._add("late_year", r"[4-9]\d(?!\d|,\d|\.\d)", {"#2"}, _two_digit_year)
        self._add("mm", r"(?:0[1-9]|1[0-2])(?!\d)", {"#2"}, int)
        self._add("dd", r"(?:0[1-9]|[12]\d|3[01])(?!\d)", {"#2"}, int)
        self._add("dm", r"(?:3[01]|[12]\d|0?[1-9])(?!\d)", _ONE_OR_TWO, int)
        self._add("hour12", r"(?:1[0-2]|0?[1-9])(?!\d)", _ONE_OR_TWO, int)
        self._add("hour24", r"(?:2[0-4]|[01]?\d)(?!\d)", _ONE_OR_TWO, int)
        self._add("minute", r"[0-5]\d(?!\d)", {"#2"}, int)
        self._add("military", r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)", {"#4"}, int)
        self._add(
            "utc_time", UTC_TIME, dict.fromkeys([*_ONE_OR_TWO, "#4"], frozenset({"#2", "gmt", "utc"})), read_utc_time
        )
        self._add("offset", OFFSET, dict.fromkeys(["utc", "gmt", *_ONE_OR_TWO, "#4"], frozenset({ANY})), read_offset)
        self._add("date_time_group", DATE_TIME_GROUP, {"#6": frozenset({ANY})}, str)
        months = {word.rstrip("."): n for word, n in self.words["month"].items() if len(word.rstrip(".")) == 3}
        self._add(
            "month_of_group", f"(?:{'|'.join(months)})", dict.fromkeys(months, frozenset({ANY})), months.__getitem__
        )
        self._add("ww", r"(?:0[1-9]|[1-4]\d|5[0-3])(?!\d)", {"#2"}, int)
        self._add("iso_weekday", r"[1-7](?!\d)", {"#1"}, int)
        self._add("quarter_digit", r"[1-4](?!\d)", {"#1"}, int)
        self._add("half_digit", r"[12](?!\d)", {"#1"}, int)
        self._add("decade_year", r"[12]\d\d0(?!\d)", {"#4"}, int)
        self._add("decade_any", r"\d{2,4}(?!\d)", {"#2", "#3", "#4"}, int)
        self._add("decade_short", r"[1-9]0(?!\d)", {"#2"}, int)

    def _words_within_numbers(self) -> frozenset[str]:
        """Return what can follow the first word of a number: "three to five and a half", "1,984"."""
        settings = ("number_joints", "number_articles", "number_ranges", "halves", "scores")
        texts = [
            *self.words["number"],
            *self.words["vague"],
            *itertools.chain(*map(self.settings.__getitem__, settings)),
        ]
        return frozenset(word for text in texts for word in WORD.findall(text)).union(_FIGURES)


def _leading(text: str) -> int:
    match = re.match(r"\d+", text)
    assert match is not None
    return int(match[0])


def _without_commas(text: str) -> int:
    return int(text.replace(",", ""))


def _two_digit_year(text: str) -> int:
    """Read two digits as a year of 1930 to 2029."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 30 else 1900)


def _table_decoder(table: Mapping[str, Any]) -> Callable[[str], Any]:
    plain = {word.removesuffix("."): value for word, value in table.items()}
    return lambda text: plain[" ".join(text.split()).removesuffix(".")]


def _alternation(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(_word_source, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def _word_source(word: str) -> str:
    source = re.escape(word.removesuffix(".")).replace(r"\ ", " {1,3}")
    return source + r"\.?" if word.endswith(".") else source


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the words and rules of a language, a BCP 47 tag; English where the program does not know the language."""
    folder = resource("data", language.partition("-")[0].lower() or "en", "times")
    if not (folder / "words.toml").is_file():
        folder = resource("data", "en", "times")
    words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    words["guards"] = tomllib.loads((folder / "guards.toml").read_text(encoding="utf-8"))
    rules = [
        Rule(
            id=entry["id"],
            pattern=entry["pattern"],
            make=entry["make"],
            family=path.stem,
            before=entry.get("before", ""),
            after=entry.get("after", ""),
            opens_line=entry.get("opens_line", False),
            options=entry.get("with", {}),
            examples=tuple((text, value) for text, value in entry.get("examples", ())),
            counter_examples=tuple(entry.get("not", ())),
        )
        for path in sorted(folder.glob("*.toml"))
        if path.name not in ("words.toml", "guards.toml")
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    ]
    return Lexicon(words, rules)
