"""Finds names by what the encoder and the rules say together, and makes the mentions of one name agree over the article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.ingest.extraction.participants.resolution import abbreviates
from timeline_app.ingest.extraction.participants.tagging.tags import KINDS, Name, begin_of, best_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.participants.candidates import Candidate, CandidateFinder
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tagging.encoder import Encoder
    from timeline_app.ingest.extraction.participants.tokens import Tokens

Scores: TypeAlias = "NDArray[np.float32]"
"""What speaks for each tag of each token, as logarithms: shape (tokens, tags)."""

_RULES_SAY = 1.0
_GAZETTEER_SAYS = 1.5
"""What a mention that the rules found adds to its tags; measured on labelled texts of several kinds that nothing learnt from."""

_PART_OF_PERSON = 2.0
"""What a word that begins or ends a person's name in this article adds to its being that person."""


def read_names(
    by_rules: Sequence[Candidate],
    finder: CandidateFinder,
    tokens: Tokens,
    sentences: Sequence[Span],
    lexicon: Lexicon,
    encoder: Encoder,
) -> list[Candidate]:
    """Find the names of an article, given the mentions that the rules have found in it.

    Returns candidates in order; those that are no participants (`kind` None) are the names of events, laws and the like.
    """
    scores = _weighed(encoder.scores(tokens, sentences), by_rules)
    titles = {mention.first: mention.title_from for mention in by_rules}
    found = []
    for name in _names(scores, by_rules, tokens, lexicon):
        first = _after_titles(name, tokens, lexicon)
        title_from = min(titles.get(first, first), finder.titles_before(first))
        candidate = finder.candidate(first, name.last, title_from=title_from)
        candidate.kind = name.kind
        found.append(candidate)
    _agree(found, scores)
    found = _with_short_forms(found, finder, tokens)
    for candidate in found:
        if _is_no_participant(candidate, lexicon):
            candidate.kind = None
    return found


def _weighed(scores: Scores, by_rules: Sequence[Candidate]) -> Scores:
    """Add what the rules say to what the encoder says."""
    for mention in by_rules:
        if mention.kind:
            begin = begin_of(mention.kind)
            weight = _GAZETTEER_SAYS if mention.known else _RULES_SAY
            scores[mention.first, begin] += weight
            scores[mention.first + 1 : mention.last, begin + 1] += weight
    return scores


def _names(scores: Scores, by_rules: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the best names, in order, without those that are none for sure, and whole where the rules know the rest."""
    organisation = ParticipantKind.ORGANISATION
    bodies = {mention.first: mention.last for mention in by_rules if mention.kind is organisation}
    read = 0
    for name in best_names(scores):
        if name.first < read or _is_junk(name, tokens, lexicon):
            continue
        last = name.last
        goes_on = last < len(tokens) and tokens.words[last] in {"for", "of"} and name.kind is organisation
        if (goes_on or not tokens.capitals[last - 1]) and bodies.get(name.first, 0) > last:
            last = bodies[name.first]  # "Contact Group | for Ukraine"
        while tokens.words[last - 1].islower() and tokens.words[last - 1] not in lexicon.company_suffixes:
            last -= 1
        suffixes = lexicon.name_suffixes if name.kind is ParticipantKind.PERSON else lexicon.company_suffixes
        if last < len(tokens) and tokens.joined[last] and tokens.words[last] in suffixes:
            last += 1
        read = last
        yield name._replace(last=last)


def _is_junk(name: Name, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Tell whether the words are no name whatever the encoder thinks: none in capitals, peoples, days and months."""
    inside = tokens.words[name.first : name.last]
    if not any(tokens.capitals[name.first : name.last]) or _is_office(name, tokens, lexicon):
        return True
    if len(inside) == 1 and (len(inside[0].rstrip(".")) == 1 or inside[0] in lexicon.name_suffixes):
        return True
    if name.kind is ParticipantKind.PERSON:
        return False
    nothing = (lexicon.demonyms, lexicon.calendar, lexicon.not_acronyms)
    return all(any(word in table for table in nothing) for word in inside)


def _is_office(name: Name, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Tell whether the word only says what somebody is secretary or minister of."""
    if name.first < 2 or name.last - name.first > 1 or tokens.words[name.first - 1] not in {"of", "for"}:
        return False
    word, role = tokens.words[name.first], tokens.words[name.first - 2]
    return word in lexicon.offices and (lexicon.is_rank(role) or lexicon.is_role_noun(role))


def _after_titles(name: Name, tokens: Tokens, lexicon: Lexicon) -> int:
    """Return where a name begins behind what was taken for a part of it: forms of address and ranks, a party's letter."""
    first = name.first
    if first + 2 < name.last and len(tokens.words[first]) == 1 and tokens.words[first + 1] == "-":  # R-S.C.
        first += 2
    while name.kind is ParticipantKind.PERSON and first + 1 < name.last and tokens.capitals[first + 1]:
        word = tokens.words[first]
        if word in lexicon.given_names or not (word in lexicon.titles or lexicon.is_rank(word)):
            break
        first += 1
    return first


def _with_short_forms(found: Sequence[Candidate], finder: CandidateFinder, tokens: Tokens) -> list[Candidate]:
    """Take what stands in brackets behind a body's name and abbreviates it for that body, in the whole article."""
    by_place = {candidate.first: candidate for candidate in found}
    short: set[Words] = set()
    added = []
    for long in found:
        at = long.last + 1
        if long.kind is not ParticipantKind.ORGANISATION or len(long.words) < 2 or at + 1 >= len(tokens):
            continue
        opened, word, closing = (tokens.words[i] for i in (at - 1, at, at + 1))
        if opened == "(" and closing in {")", ",", ";"} and tokens.capitals[at] and abbreviates(word, long.words):
            short.add((word,))
            if at not in by_place:
                added.append(finder.candidate(at, at + 1))
    merged = sorted([*found, *added], key=lambda candidate: candidate.first)
    for candidate in merged:
        if candidate.words in short:
            candidate.kind = ParticipantKind.ORGANISATION
    return merged


def _is_no_participant(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell a law, an event or a prize by its last word, unless it is a body's name: UN Charter."""
    words = candidate.words
    return (
        len(words) > 1
        and candidate.known is None
        and words[-1] in lexicon.junk_last_words
        and {"of", "for"}.isdisjoint(words)
    )


def _agree(found: Sequence[Candidate], scores: Scores) -> None:
    """Give all mentions of a name the kind that most speaks for; a part of a person's name is that person."""
    groups: dict[Words, list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.words].append(candidate)
    sums = {words: sum((_by_kind(c, scores) for c in group), np.zeros(len(KINDS))) for words, group in groups.items()}
    person = KINDS.index(ParticipantKind.PERSON)
    parts = {
        word
        for words, weights in sums.items()
        if len(words) > 1 and weights.argmax() == person
        for word in (words[0], words[-1])
    }
    for words, group in groups.items():
        if len(words) == 1 and words[0] in parts:
            sums[words][person] += _PART_OF_PERSON * len(group)
        is_river = ("River", *words) in groups
        for candidate in group:
            candidate.kind = ParticipantKind.PLACE if is_river else KINDS[int(sums[words].argmax())]


def _by_kind(candidate: Candidate, scores: Scores) -> NDArray[np.float64]:
    """Return what speaks for each kind in one mention: the mean over its words."""
    begins = [begin_of(kind) for kind in KINDS]
    rows = scores[candidate.first : candidate.last].astype(float)
    sums: NDArray[np.float64] = rows[0, begins] + rows[1:, [begin + 1 for begin in begins]].sum(axis=0)
    return sums / len(rows)
