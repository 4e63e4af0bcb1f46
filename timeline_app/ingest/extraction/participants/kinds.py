"""Settles what each candidate is: all evidence for a name is added up over the whole article.

All candidates with the same words share their sum, so that what one sentence makes plain holds for the others (the "one sense
per discourse" of Gale, Church and Yarowsky 1992); then the parts of a name follow the whole, and members of a list each other.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.participants.evidence import (
    ORGANISATION,
    PERSON,
    PLACE,
    Scores,
    context_evidence,
    word_evidence,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import ParticipantKind
    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Tokens

_LEAST = 1.5
"""The weight below which a candidate is left out."""

_MOST_CONTEXT = 8.0
_MOST_CONTEXT_OF_KNOWN = 3.0
"""How much all surroundings together may weigh: they do not outvote the gazetteer by their number."""


def settle_kinds(candidates: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon) -> None:
    """Set `kind` of every candidate; None where it is no participant."""
    groups: dict[Words, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.words].append(candidate)
    sums = {words: _weigh(group, tokens, lexicon) for words, group in groups.items()}
    _share_between_parts(sums, groups)
    _share_along_lists(sums, candidates, tokens)
    introduced: dict[str, int] = {}
    for words, scores in sums.items():
        if len(words) > 1 and _best(scores) is PERSON:
            introduced[words[-1]] = min(introduced.get(words[-1], len(tokens)), groups[words][0].first)
    for words, group in groups.items():
        kind = _best(sums[words])
        for candidate in group:
            candidate.kind = kind
        if len(words) == 1 and words[0] in introduced and group[0].known:
            _tell_apart(group, introduced[words[0]], tokens, lexicon)


def _weigh(group: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon) -> Scores:
    """Add up the evidence for all mentions of one name."""
    scores = word_evidence(group[0], lexicon)
    contexts: Scores = defaultdict(float)
    for candidate in group:
        for kind, weight in context_evidence(candidate, tokens, lexicon).items():
            contexts[kind] += weight
    most = _MOST_CONTEXT_OF_KNOWN if group[0].known else _MOST_CONTEXT
    for kind, weight in contexts.items():
        scores[kind] += max(-most, min(most, weight))
    return scores


def _tell_apart(group: Sequence[Candidate], introduced: int, tokens: Tokens, lexicon: Lexicon) -> None:
    """Settle one by one the mentions of a name that is the gazetteer's and, from token `introduced` on, a person's: Washington."""
    for candidate in group:
        scores = context_evidence(candidate, tokens, lexicon)
        known = candidate.known
        if known:
            is_person = candidate.first > introduced or candidate.title_from < candidate.first
            is_person = is_person and scores[PERSON] >= 2 and scores[PERSON] > scores[known.kind]
            candidate.kind = PERSON if is_person else known.kind


def _best(scores: Scores) -> ParticipantKind | None:
    kind = max((PERSON, ORGANISATION, PLACE), key=lambda k: scores.get(k, 0.0))
    weight = scores.get(kind, 0.0)
    return kind if weight >= _LEAST and weight > scores.get(None, 0.0) else None


def _share_between_parts(sums: dict[Words, Scores], groups: dict[Words, list[Candidate]]) -> None:
    """A part of a person's name is that person; the first word of an organisation's is that organisation."""
    by_part: dict[str, list[Words]] = defaultdict(list)
    for words in groups:
        if 1 < len(words) < 6:
            for word in {words[0], words[-1]}:
                by_part[word].append(words)
    for words, group in groups.items():
        if len(words) != 1:
            continue
        part, word = sums[words], words[0]
        for whole in by_part.get(word, ()):
            score = sums[whole]
            if whole[-1] == word and not group[0].known and _best(score) in {PERSON, None}:
                score[PERSON] += 2.5
                score[None] -= 1
            kind = _best(score)
            if kind is PERSON and not (group[0].known and part[PERSON] < 2):
                part[PERSON] += 6
                part[None] -= 4
            elif kind is ORGANISATION and whole[0] == word and not group[0].known:
                part[ORGANISATION] += 2.5


def _share_along_lists(sums: dict[Words, Scores], candidates: Sequence[Candidate], tokens: Tokens) -> None:
    """In "Bergen, Molde and Narvik" the members are of one kind."""
    for left, right in pairwise(candidates):
        if right.first - left.last > 2 or left.title_from < left.first or right.title_from < right.first:
            continue
        if not {",", "and", "or"}.issuperset(tokens.words[left.last : right.first]):
            continue
        for one, other in ((left, right), (right, left)):
            kind = _best(sums[one.words])
            if kind and _margin(sums[one.words]) >= 3 and _best(sums[other.words]) is None:
                sums[other.words][kind] += 1.6


def _margin(scores: Scores) -> float:
    ranked = sorted((scores.get(kind, 0.0) for kind in (PERSON, ORGANISATION, PLACE)), reverse=True)
    return ranked[0] - ranked[1]
