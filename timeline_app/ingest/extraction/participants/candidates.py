"""Finds the stretches of a text that may be names: runs of capitals, cut at titles, roles, known names and calendar words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.participants.lexicon import KnownName
from timeline_app.ingest.extraction.participants.runs import run_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.domain.extraction import ParticipantKind
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Tokens


@dataclass(slots=True)
class Candidate:
    """A stretch of tokens that may be a name.

    `first` and `last` are token numbers, `last` exclusive. `title_from` is the token number where the titles and roles that
    stand directly before the name begin (equal to `first` where there are none). `known` is the gazetteer's entry for exactly
    these words. `kind` is settled later; None: no participant.
    """

    first: int
    last: int
    words: Words
    title_from: int
    known: KnownName | None = None
    kind: ParticipantKind | None = None


_MONTHS_AND_NAMES = frozenset({"April", "May", "June"})

_CURRENCY_SIGNS = frozenset("$£€₹¥₦₱₽₩")


def known_name(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> KnownName | None:
    """Return the longest name of the gazetteer that begins at the token and ends by `end`, in capitals where the text shouts."""
    word = tokens.words[at]
    names = lexicon.known.get(word)
    if names is None and word.isupper() and (tokens.loud[at] or len(word) > 3):
        names = lexicon.known_in_capitals.get(word)
    for name in names or ():
        last = at + len(name.words)
        if last > end:
            continue
        if last == at + 1 or (tuple(tokens.words[at:last]) == name.words and all(tokens.joined[at + 1 : last])):
            return name
    return None


class CandidateFinder:
    """Reads the tokens of one article from left to right."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._capitals_in_text = set(compress(tokens.words, tokens.capitals))
        self._small_in_text = set(compress(tokens.words, map(not_, tokens.capitals)))

    def find(self) -> list[Candidate]:
        """Return the candidates in order; they do not overlap."""
        found: list[Candidate] = []
        end = 0
        for at in self._tokens.numbers_of_capitals():
            if at < end or self._is_money(at):
                continue
            is_loud = self._tokens.loud[at]
            known = self._known_at(at, len(self._tokens))
            end = at + 1 if is_loud else run_end(self._tokens, at, self._lexicon)
            if end == at + 1 and known is None and self._begins_nothing(at):
                continue
            if known and (is_loud or at + len(known.words) > end):
                end = at + len(known.words)
                found.append(self.candidate(at, end))
            elif not is_loud:
                for first, last in self._between_dates(at, end):
                    found += (self._with_particles(candidate) for candidate in self._cut(first, last))
        return found

    def _begins_nothing(self, at: int) -> bool:
        """Tell whether the word alone is no name whatever stands around it: the "The" that begins a sentence."""
        word = self._tokens.words[at]
        return word in self._lexicon.junk_words and word not in self._lexicon.number_words

    def _is_money(self, at: int) -> bool:
        """US$75, HK$50, Rs 5 lakh: the token is a unit of money."""
        if self._tokens.words[at] not in self._lexicon.currencies or at + 1 == len(self._tokens):
            return False
        after = self._tokens.words[at + 1]
        return after in _CURRENCY_SIGNS or (after[0].isdigit() and self._tokens.words[at] not in self._lexicon.known)

    def _with_particles(self, candidate: Candidate) -> Candidate:
        """Take in what a surname begins with in lower case: "met von der Leyen"."""
        first = candidate.first
        while first and self._tokens.joined[first] and self._tokens.words[first - 1] in self._lexicon.surname_particles:
            first -= 1
        if first == candidate.first or candidate.title_from < candidate.first or candidate.known:
            return candidate
        return self.candidate(first, candidate.last)

    def _between_dates(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut the run at the names of days and months."""
        at = start
        for i in range(start, end):
            if self._is_calendar(i) and not self._is_name_here(i, start, end):
                if at < i:
                    yield at, i
                at = i + 1
        if at < end:
            yield at, end

    def _is_calendar(self, i: int) -> bool:
        """Tell whether the token is a day's or month's name; short forms (Jun, Mar, Sun) are only beside a number."""
        word = self._tokens.words[i]
        if word not in self._lexicon.calendar:
            return False
        if len(word) > 3 or word == "May":
            return True
        return any(0 <= k < len(self._tokens) and self._tokens.words[k][0].isdigit() for k in (i - 1, i + 1))

    def _is_name_here(self, i: int, start: int, end: int) -> bool:
        """April Smith, Theresa May, Mrs May: a month that is part of a person's name."""
        lexicon, word = self._lexicon, self._tokens.words[i]
        before = self._tokens.words[i - 1] if i > start else ""
        if word in _MONTHS_AND_NAMES and (
            before in lexicon.given_names or before in lexicon.titles or before in lexicon.rank_words
        ):
            return True
        return word in lexicon.given_names and i + 1 < end and self._tokens.capitals[i + 1]

    def _cut(self, start: int, end: int) -> Iterator[Candidate]:
        """Cut a stretch of capitals into names."""
        start, end = self._trim(start, end)
        if start >= end:
            return
        known = self._known_at(start, end)
        if (known and start + len(known.words) == end) or self._is_organisation(start, end):
            yield self.candidate(start, end)
            return
        roles = self._role_words(start, end)
        if roles:
            first, last = roles
            if start < first:
                yield from self._cut(start, first)
            while last < end and (self._is_junk(last, end) or self._tokens.words[last] in {"of", "for", "and"}):
                last += 1
            if last < end:
                yield self.candidate(last, end, title_from=first)
            return
        split = self._split(start, end, known)
        if split:
            yield from self._cut(start, split)
            yield from self._cut(split, end)
            return
        yield self.candidate(start, end)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Take away at the edges what no name begins or ends with."""
        tokens, lexicon = self._tokens, self._lexicon
        while start < end:
            is_first = tokens.openers[start]
            counts = tokens.words[start] in lexicon.number_words and (not is_first or self._is_rank(start, end))
            if (
                not tokens.capitals[start]
                or (self._is_junk(start, end) and not counts)
                or (is_first and self._is_ordinary(start, end))
            ):
                start += 1
            else:
                break
        while end > start and (self._is_small(end - 1) or self._is_calendar(end - 1)):
            if tokens.words[end - 1] in _MONTHS_AND_NAMES and end - 1 > start:
                break
            end -= 1
        return start, end

    def _is_small(self, at: int) -> bool:
        tokens = self._tokens
        return not tokens.capitals[at] and tokens.words[at] not in self._lexicon.company_suffixes

    def _is_rank(self, start: int, end: int) -> bool:
        """First Lady, First Minister."""
        return start + 1 < end and f"{self._tokens.words[start]} {self._tokens.words[start + 1]}" in self._lexicon.ranks

    def _is_junk(self, at: int, end: int) -> bool:
        """Tell whether no name begins with the token: function words, and "NGO" and the like before a name."""
        lexicon, word = self._lexicon, self._tokens.words[at]
        if word in lexicon.junk_words or (len(word) == 1 and not word.isalpha()):
            return True
        if not word.islower() and word.capitalize() in lexicon.junk_words and word not in lexicon.known:
            return True
        if at + 1 == end or word not in lexicon.not_acronyms or word in lexicon.rank_words:
            return False
        return self._tokens.words[end - 1] not in lexicon.organisation_heads

    def _is_ordinary(self, at: int, end: int) -> bool:
        """Tell whether the sentence's first word is capital for its place only."""
        lexicon, tokens = self._lexicon, self._tokens
        word, small = tokens.words[at], tokens.words[at].lower()
        if self._begins_name(at, end):
            return False
        if at + 1 == end:
            return small in self._small_in_text or small in lexicon.common_words
        body = tokens.words[end - 1] in lexicon.organisation_heads
        if small in self._small_in_text and not body:
            return word not in lexicon.given_names
        if small not in lexicon.common_words or word in lexicon.given_names or word in lexicon.organisation_heads:
            return False
        return small not in lexicon.role_modifiers and not (
            body and tokens.words[at + 1].lower() in lexicon.common_words
        )

    def _begins_name(self, at: int, end: int) -> bool:
        """Tell whether the word begins a name for all that it may be an ordinary one."""
        lexicon, word = self._lexicon, self._tokens.words[at]
        if word in lexicon.titles or word in lexicon.rank_words or word in lexicon.demonyms:
            return True
        if word.lower() in lexicon.surname_particles and at + 1 < end:
            return True
        return self._is_rank(at, end) or self._known_at(at, end) is not None

    def _is_organisation(self, start: int, end: int) -> bool:
        """Tell whether the whole stretch is an organisation's name, by its head noun."""
        lexicon = self._lexicon
        words = self._tokens.words[start:end]
        if len(words) < 2:
            return False
        if words[-1] in lexicon.company_suffixes:
            return True
        is_office = len(words) > 2 and words[-2] == "of" and self.is_role_noun(words[-3])  # Member of Parliament
        if words[-1] in lexicon.organisation_heads and words[0] not in lexicon.titles and not is_office:
            return len(words) > 2 or words[0] not in lexicon.given_names or words[-1] in lexicon.bodies
        for i in range(1, len(words)):
            if words[i] in {"of", "for", "on"} and words[i - 1] in lexicon.organisation_heads:
                return not self._role_words(start, start + i) and not self._person_after_head(start + i + 1, end)
        return False

    def _role_words(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first stretch of titles and role words that ends in a title or role noun, with its of-phrase."""
        tokens = self._tokens
        for first in range(start, end):
            if not self._is_role_word(tokens.words[first]):
                continue
            last, after_noun = first, 0
            while last < end and self._is_role_word(tokens.words[last]):
                last += 1
                if self.is_role_noun(tokens.words[last - 1]):
                    after_noun = last
            if not after_noun or (after_noun - first == 1 and self._is_own_name(first, start, end)):
                continue
            if after_noun < end and tokens.words[after_noun] in {"of", "for"}:
                after_noun = self._office_end(after_noun + 1, end)
                while after_noun < end and self.is_role_noun(tokens.words[after_noun]):
                    after_noun += 1
            return first, after_noun
        return None

    def _is_own_name(self, at: int, start: int, end: int) -> bool:
        """Billie King, Howard Dean: a title's word that is this person's own name."""
        lexicon, word = self._lexicon, self._tokens.words[at]
        if word not in lexicon.titles_and_names:
            return False
        if at == start:
            return word in lexicon.given_names and end - at > 1
        before = self._tokens.words[at - 1]
        named = before in lexicon.known or before in lexicon.demonyms or before in lexicon.organisation_heads
        return not named and not before.isupper()

    def _office_end(self, at: int, end: int) -> int:
        """Return where the office named by "Minister of ..." ends: before the person's name."""
        tokens, lexicon = self._tokens, self._lexicon
        if tokens.words[at] == "the":
            at += 1
        known = self._known_at(at, end)
        if known:
            return at + len(known.words)
        while at < end and tokens.words[at] not in lexicon.given_names:
            parts = tokens.words[at].lower().split("-")
            if not all(part in lexicon.common_words or part in lexicon.role_modifiers for part in parts):
                break
            at += 1
        return at

    def _is_role_word(self, word: str) -> bool:
        return self.is_role_noun(word) or word.lower() in self._lexicon.role_modifiers

    def titles_before(self, first: int) -> int:
        """Return the token number where the titles and roles directly before a name that begins at `first` begin."""
        start = first
        if not start or not self.is_role_noun(self._tokens.words[start - 1]):
            return first
        while start and self._tokens.joined[start] and self._tokens.capitals[start - 1]:
            if not self._is_role_word(self._tokens.words[start - 1]):
                break
            start -= 1
        return start

    def is_role_noun(self, word: str) -> bool:
        """Tell whether a title or role can end in this word, in the singular or ("Presidents Biden and Putin") the plural."""
        lexicon = self._lexicon
        if word in lexicon.titles or lexicon.is_rank(word) or lexicon.is_role_noun(word):
            return True
        return lexicon.is_role_plural(word)

    def _split(self, start: int, end: int, known: KnownName | None) -> int:
        """Return where one name ends and another begins in a run without a title between them, 0 where it is one name."""
        if known and not self._continues(start, start + len(known.words), end):
            return start + len(known.words)
        people = self._lexicon.demonym_at(self._tokens, start)
        if 0 < people < end - start:
            return start + people
        return self._person_after_head(start, end)

    def _person_after_head(self, start: int, end: int) -> int:
        """General Assembly | Ban Ki-moon: return where a person's name begins behind a head noun, 0 for nowhere."""
        tokens, lexicon = self._tokens, self._lexicon
        for at in range(start + 1, end - 1):
            before, word = tokens.words[at - 1], tokens.words[at]
            ends = any(
                before in heads
                for heads in (lexicon.organisation_heads, lexicon.lone_words, lexicon.place_last_words, lexicon.offices)
            )
            if ends and (word in lexicon.given_names or (word in lexicon.family_names and end - at == 2)):
                return at
        return 0

    def _continues(self, start: int, at: int, end: int) -> bool:
        """Tell whether what follows a known name belongs to it: Paris Hilton, Georgia Power; not Ukraine Volodymyr Zelenskyy."""
        tokens = self._tokens
        if start > 1 and tokens.words[start - 1] in {"of", "to"} and self.is_role_noun(tokens.words[start - 2]):
            return False
        return end - at == 1 or (end - at == 2 and tokens.words[at] not in self._lexicon.given_names)

    def _known_at(self, at: int, end: int) -> KnownName | None:
        return known_name(self._tokens, at, end, self._lexicon)

    def candidate(self, first: int, last: int, *, title_from: int | None = None) -> Candidate:
        """Return the tokens as a candidate, with what the gazetteer has for exactly these words."""
        known = self._known_at(first, last) or self._country_at(first, last)
        words = tuple(self._tokens.words[first:last])
        return Candidate(
            first,
            last,
            self._unshouted(words),
            first if title_from is None else title_from,
            known if known and len(known.words) == last - first else None,
        )

    def _country_at(self, first: int, last: int) -> KnownName | None:
        """Kingdom of Denmark: a country under its kind of state."""
        tokens, lexicon = self._tokens, self._lexicon
        if last - first < 3 or tokens.words[first] not in lexicon.states or tokens.words[first + 1] != "of":
            return None
        inner = self._known_at(last - 1, last)
        if last - first > 3 or inner is None or inner.canonical not in lexicon.countries:
            return None
        return KnownName(tuple(tokens.words[first:last]), inner.kind, inner.canonical)

    def _unshouted(self, words: Words) -> Words:
        """Return "Biden" for "BIDEN" where the text has both."""
        if not words[0].isupper() or not all(map(str.isupper, words)) or all(len(word) < 4 for word in words):
            return words
        small = tuple(word.capitalize() for word in words)
        return small if all(word in self._capitals_in_text for word in small) else words
