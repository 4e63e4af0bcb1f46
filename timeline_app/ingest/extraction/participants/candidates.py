"""Finds the stretches of a text that may be names: runs of capitals, cut at titles, roles and known names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline_app.ingest.extraction.participants.lexicon import KnownName, Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Token


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
    scores: dict[ParticipantKind, float] = field(default_factory=dict)


_RISKY_PARTICLES = frozenset({"y", "e", "as", "la", "le", "do", "der", "den", "ad", "den"})
"""Particles that are ordinary words too: they join after a given name only."""

_STRONG_HEADS = frozenset({"Bank", "University", "Party", "Institute", "Foundation", "Council", "Commission", "Corporation", "Hospital", "College"})
"""Heads that make an organisation of a given name: Lloyds, Johns Hopkins University."""


class CandidateFinder:
    """Reads the tokens of one article from left to right."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._small_in_text = {token.word for token in tokens if not token.is_capital}
        self._capitals_in_text = {token.word for token in tokens if token.is_capital}

    def find(self) -> list[Candidate]:
        """Return the candidates in order; they do not overlap."""
        found: list[Candidate] = []
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.is_loud:
                known = self._known_at(at, len(self._tokens))
                if known:
                    found.append(self._candidate(at, at + len(known.words), known=known))
                    at += len(known.words)
                else:
                    at += 1
            elif token.is_capital:
                end = self._run_end(at)
                found += self._cut(at, end)
                at = end
            else:
                at += 1
        return found

    # Runs

    def _run_end(self, at: int) -> int:
        """Return where the run of capitals ends that begins at `at`."""
        tokens = self._tokens
        end = at + 1
        while end < len(tokens):
            token = tokens[end]
            if not token.joins and token.word != "'s":
                break
            if token.is_capital:
                end += 1
                continue
            step = self._bridge(at, end)
            if not step:
                break
            end += step
        return end

    def _bridge(self, at: int, end: int) -> int:
        """Return how many tokens from `end` on lead over small words or signs to the next capital of the same name, 0 for none."""
        tokens, lexicon = self._tokens, self._lexicon
        word = tokens[end].word
        ahead = end + 1
        if word in lexicon.particles and word != "of":
            while ahead < end + 3 and ahead < len(tokens) and tokens[ahead].word in lexicon.particles and tokens[ahead].joins:
                ahead += 1
            if self._is_capital(ahead) and (word not in _RISKY_PARTICLES or tokens[end - 1].word in lexicon.given_names):
                return ahead - end + 1
        if word in {"&", "+"} and self._is_capital(ahead):
            return 2
        if word in {"'s", "'"}:
            return self._over_possessive(end)
        if word in lexicon.joiners:
            return self._over_joiner(at, end)
        if word == "," and self._is_capital(ahead) and tokens[ahead].word in lexicon.name_suffixes:
            return 2
        return 0

    def _over_possessive(self, end: int) -> int:
        """People's Republic, Workers' Party: the owner is a common noun, not a name."""
        tokens, lexicon = self._tokens, self._lexicon
        owner = tokens[end - 1].word
        follows = self._is_capital(end + 1) and tokens[end + 1].start - tokens[end].end == 1
        glued = tokens[end].start == tokens[end - 1].end
        if follows and glued and owner.lower() in lexicon.owners:
            return 2
        return 0

    def _over_joiner(self, at: int, end: int) -> int:
        """Ministry of Foreign Affairs, Securities and Exchange Commission: joined where the name is an organisation's."""
        tokens, lexicon = self._tokens, self._lexicon
        word = tokens[end].word
        ahead = end + 1
        if ahead < len(tokens) and tokens[ahead].word == "the" and tokens[ahead].joins:
            ahead += 1
        if not self._is_capital(ahead) or tokens[ahead].word in lexicon.calendar:
            return 0
        left = [token.word for token in tokens[at:end]]
        if word == "and":
            return ahead - end + 1 if self._joins_with_and(left, end, ahead) else 0
        headed = any(part in lexicon.organisation_heads for part in left) and tokens[ahead - 1].word != "in"
        if word in {"of", "for", "de", "des", "du", "la", "e", "on"}:
            place = left[-1] in lexicon.places_of
            role = word in {"of", "for"} and left[-1].lower() in lexicon.role_nouns and tokens[ahead].word in lexicon.offices
            return ahead - end + 1 if headed or place or role or word not in {"of", "for", "on"} and len(left) > 1 else 0
        if word in {"to", "against", "in"}:
            return ahead - end + 1 if word == "against" and headed else 0
        return 0

    def _joins_with_and(self, left: Sequence[str], end: int, ahead: int) -> bool:
        lexicon, tokens = self._lexicon, self._tokens
        if any(word in self._lexicon.known or word in lexicon.given_names for word in left[-1:]):
            return False
        has_of = any(word in {"of", "for", "on"} for word in left) and any(word in lexicon.organisation_heads for word in left)
        ordinary = left[-1].lower() in lexicon.common_words and tokens[ahead].word.lower() in lexicon.common_words
        if has_of:
            return ordinary or left[-1] in lexicon.countries and False
        if not ordinary or len(left) > 3:
            return False
        till = ahead
        while till < len(tokens) and till < ahead + 4 and tokens[till].is_capital and (till == ahead or tokens[till].joins):
            till += 1
        last = tokens[till - 1].word
        return till - ahead >= 2 and last in lexicon.organisation_heads

    def _is_capital(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].is_capital and self._tokens[at].joins

    # Cutting a run

    def _cut(self, start: int, end: int) -> Iterator[Candidate]:
        """Cut the run into names: at calendar words, titles, roles, and the junk at its edges."""
        for first, last in self._pieces(start, end):
            yield from self._cut_piece(first, last)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
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
        word = self._tokens[i].word
        if word not in self._lexicon.calendar:
            return False
        if len(word) > 3 or word == "May":
            return True
        return any(0 <= k < len(self._tokens) and self._tokens[k].word[0].isdigit() for k in (i - 1, i + 1))

    def _is_name_here(self, i: int, start: int, end: int) -> bool:
        """April Smith, Theresa May: a month that is part of a person's name; the Monday Group stays together too."""
        word = self._tokens[i].word
        given = self._lexicon.given_names
        if i > start and self._tokens[i - 1].word in given | self._lexicon.titles and word in {"May", "March", "June", "April"}:
            return True
        if i > start and self._tokens[i - 1].word in self._lexicon.rank_words and word == "May":
            return True
        return word in given and i + 1 < end and self._tokens[i + 1].is_capital

    def _cut_piece(self, start: int, end: int) -> Iterator[Candidate]:
        start, end = self._trim(start, end)
        if start >= end:
            return
        known = self._known_at(start, end)
        if known and start + len(known.words) == end:
            yield self._candidate(start, end, known=known)
            return
        if self._is_organisation(start, end):
            yield self._candidate(start, end)
            return
        block = self._role_block(start, end)
        if block:
            first, last = block
            if start < first:
                yield from self._cut_piece(start, first)
            if last < end:
                yield self._candidate(last, end, title_from=first)
            return
        split = self._split(start, end, known)
        if split:
            yield from self._cut_piece(start, split)
            yield from self._cut_piece(split, end)
            return
        yield self._candidate(start, end)

    def _split(self, start: int, end: int, known: KnownName | None) -> int:
        """Return where one name ends and another begins in a run without a title between them, 0 where it is one name."""
        tokens, lexicon = self._tokens, self._lexicon
        if known and not self._continues_name(start, start + len(known.words), end):
            return start + len(known.words)
        if end - start > 1 and tokens[start].word in lexicon.demonyms:
            return start + 1
        for at in range(start + 1, end - 1):
            before, word = tokens[at - 1].word, tokens[at].word
            if before in lexicon.organisation_heads or before in lexicon.lone_words:
                if word in lexicon.given_names or (word in lexicon.family_names and end - at == 2):
                    return at
        return 0

    def _continues_name(self, start: int, at: int, end: int) -> bool:
        """Tell whether what follows a known name belongs to it: Paris Hilton, Georgia Power; not Ukraine Volodymyr Zelenskyy."""
        tokens = self._tokens
        if start > 1 and tokens[start - 1].word in {"of", "to"} and self._is_role_noun(tokens[start - 2].word):
            return False
        return end - at == 1 or (end - at == 2 and tokens[at].word not in self._lexicon.given_names)

    def _is_organisation(self, start: int, end: int) -> bool:
        lexicon = self._lexicon
        words = [token.word for token in self._tokens[start:end]]
        if len(words) < 2:
            return False
        last = words[-1]
        if last in lexicon.company_suffixes:
            return True
        if last in lexicon.organisation_heads and not (words[0] in lexicon.titles):
            return not (len(words) == 2 and words[0] in lexicon.given_names and last not in _STRONG_HEADS)
        for i, word in enumerate(words):
            if word in {"of", "for"} and i and words[i - 1] in lexicon.organisation_heads:
                return not self._role_block(start, start + i)
        return False

    def _role_block(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first stretch of titles and role words in the run that ends in a title or role noun, with its of-phrase."""
        tokens, lexicon = self._tokens, self._lexicon
        for first in range(start, end):
            if not self._is_role_word(tokens[first].word):
                continue
            last, noun = first, 0
            while last < end and self._is_role_word(tokens[last].word):
                last += 1
                if self._is_role_noun(tokens[last - 1].word):
                    noun = last
            if not noun:
                continue
            if noun < end and tokens[noun].word in {"of", "for"}:
                noun = self._office_end(noun + 1, end)
            if noun - first == 1 and self._is_part_of_name(first, start, end):
                continue
            return first, noun
        return None

    def _is_part_of_name(self, at: int, start: int, end: int) -> bool:
        """Olivia King, Godfred Dame: a title's word that is this person's own name."""
        lexicon, word = self._lexicon, self._tokens[at].word
        if at == start:
            return word in lexicon.given_names and word in lexicon.titles_and_names and end - at > 1
        if word not in lexicon.titles_and_names:
            return False
        before = self._tokens[at - 1].word
        plain = before not in lexicon.known and before not in lexicon.demonyms and not before.isupper()
        return plain and before not in lexicon.organisation_heads

    def _office_end(self, at: int, end: int) -> int:
        """Return where the office named by "Minister of ..." ends: before the person's name."""
        tokens, lexicon = self._tokens, self._lexicon
        if tokens[at].word == "the":
            at += 1
        known = self._known_at(at, end)
        if known:
            return at + len(known.words)
        while at < end and tokens[at].word not in lexicon.given_names:
            word = tokens[at].word
            small = word.lower()
            if small not in lexicon.common_words and small not in lexicon.role_modifiers and word not in {"of", "and", "the", "for"}:
                break
            at += 1
        return at

    def _is_role_word(self, word: str) -> bool:
        lexicon = self._lexicon
        return self._is_role_noun(word) or word.lower() in lexicon.role_modifiers

    def _is_role_noun(self, word: str) -> bool:
        lexicon = self._lexicon
        return word in lexicon.titles or word in lexicon.rank_words or word.lower() in lexicon.role_nouns

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Take away at the edges what no name begins or ends with."""
        tokens, lexicon = self._tokens, self._lexicon
        while start < end:
            token = tokens[start]
            if not token.is_capital or self._is_junk(start) or (token.is_first and self._is_ordinary(start, end)):
                start += 1
            else:
                break
        while end > start and (not tokens[end - 1].is_capital or tokens[end - 1].word in lexicon.calendar):
            end -= 1
        return start, end

    def _is_junk(self, at: int) -> bool:
        word = self._tokens[at].word
        return word in self._lexicon.junk_words or len(word) == 1 and not word.isalpha()

    def _is_ordinary(self, at: int, end: int) -> bool:
        """Tell whether the sentence's first word is capital for its place only."""
        lexicon, tokens = self._lexicon, self._tokens
        word = tokens[at].word
        small = word.lower()
        if word in lexicon.titles or word in lexicon.rank_words or word in lexicon.demonyms or self._known_at(at, end):
            return False
        if small in self._small_in_text:
            return not (at + 1 < end and word in lexicon.given_names)
        if small not in lexicon.common_words:
            return False
        if at + 1 < end and (word in lexicon.given_names or word in lexicon.organisation_heads or small in lexicon.role_modifiers):
            return False
        return not (at + 1 < end and tokens[end - 1].word in lexicon.organisation_heads and tokens[at + 1].word.lower() in lexicon.common_words)

    # Shared

    def _known_at(self, at: int, end: int) -> KnownName | None:
        """Return the longest known name that begins at the token and ends by `end`."""
        token = self._tokens[at]
        shouted = token.word.isupper() and (token.is_loud or len(token.word) > 3) and token.word not in self._lexicon.known
        table = self._lexicon.known_in_capitals if shouted else self._lexicon.known
        for name in table.get(token.word, ()):
            last = at + len(name.words)
            if last <= end and all(self._tokens[at + i].word == name.words[i] for i in range(1, len(name.words))):
                return name
        return None

    def _candidate(self, first: int, last: int, *, title_from: int | None = None, known: KnownName | None = None) -> Candidate:
        words = self._unshouted(tuple(token.word for token in self._tokens[first:last]))
        if known is None and first < last:
            whole = self._known_at(first, last)
            known = whole if whole and len(whole.words) == last - first else None
        return Candidate(first, last, words, first if title_from is None else title_from, known)

    def _unshouted(self, words: Words) -> Words:
        """Return "Biden" for "BIDEN" where the text has both."""
        if not all(word.isupper() for word in words) or all(len(word) < 4 for word in words):
            return words
        small = tuple(word.capitalize() for word in words)
        return small if all(word in self._capitals_in_text for word in small) else words
