"""Settles what each candidate is: evidence from its words and its surroundings, added up over the whole article.

Every piece of evidence is a weight for one kind. All candidates with the same words share their sum, so that what one sentence
makes plain holds for the others (the "one sense per discourse" of Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Token

PERSON, ORGANISATION, PLACE = ParticipantKind.PERSON, ParticipantKind.ORGANISATION, ParticipantKind.PLACE

Scores = dict[ParticipantKind | None, float]
"""Weights by kind; None is the weight of being no participant at all."""

_LEAST = 1.5
"""The weight below which a candidate is left out."""


def settle_kinds(candidates: Sequence[Candidate], tokens: Sequence[Token], lexicon: Lexicon) -> None:
    """Set `kind` of every candidate; None where it is no participant."""
    groups: dict[Words, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.words].append(candidate)
    sums: dict[Words, Scores] = {}
    for words, group in groups.items():
        scores = word_evidence(words, group[0], lexicon)
        most = 3.0 if group[0].known else 8.0
        contexts: Scores = defaultdict(float)
        for candidate in group:
            for kind, weight in context_evidence(candidate, tokens, lexicon).items():
                contexts[kind] += weight
        for kind, weight in contexts.items():
            scores[kind] += max(-most, min(most, weight))
        sums[words] = scores
    _share_between_parts(sums, groups, lexicon)
    _share_along_lists(sums, candidates, tokens)
    for words, group in groups.items():
        kind = _best(sums[words])
        for candidate in group:
            candidate.kind = kind


def _best(scores: Scores) -> ParticipantKind | None:
    kind = max((PERSON, ORGANISATION, PLACE), key=lambda k: scores.get(k, 0.0))
    weight = scores.get(kind, 0.0)
    return kind if weight >= _LEAST and weight > scores.get(None, 0.0) else None


def word_evidence(words: Words, candidate: Candidate, lexicon: Lexicon) -> Scores:
    """Weigh what the words themselves say."""
    scores: Scores = defaultdict(float)
    if candidate.known:
        scores[candidate.known.kind] += 6 if candidate.known.canonical in lexicon.countries else 5
        return scores
    first, last = words[0], words[-1]
    if len(words) == 1:
        _single_word(first, scores, lexicon)
        return scores
    ordinary = sum(word.lower() in lexicon.common_words for word in words if word[0].isupper())
    given = first in lexicon.given_names
    if given:
        scores[PERSON] += 4
    elif "-" in first and first.split("-")[0] in lexicon.given_names:
        scores[PERSON] += 3
    if last in lexicon.family_names:
        scores[PERSON] += 2
    if any(len(word) == 2 and word[1] == "." for word in words):
        scores[PERSON] += 3
    if last in lexicon.name_suffixes:
        scores[PERSON] += 3
    _heads(words, scores, lexicon)
    if last in lexicon.junk_last_words or first in lexicon.junk_first_words:
        scores[None] += 5
    if first in lexicon.demonyms:
        scores[ORGANISATION] += 1
        scores[PERSON] -= 3
    if len(words) > 4:
        scores[PERSON] -= 2
        scores[ORGANISATION] += 1.5
    if not ordinary:
        scores[PERSON] += 2.2 if len(words) in {2, 3} else 0.5
    elif ordinary == len(words):
        scores[None] += 0.5 if given else 2
    else:
        scores[ORGANISATION] += 0.7
        if not given:
            scores[PERSON] += 0.3
    if first in lexicon.known and not given and any(len(k.words) == 1 for k in lexicon.known[first]):
        scores[ORGANISATION] += 2
    if any(len(k.words) == 1 and k.kind is PLACE for k in lexicon.known.get(last, ())) and not given:
        scores[ORGANISATION] += 1.5
    if last in lexicon.lone_words and last not in lexicon.organisation_heads:
        scores[None] += 3
    if any(word.isupper() and len(word) > 2 for word in words):
        scores[ORGANISATION] += 1.5
    return scores


def _single_word(word: str, scores: Scores, lexicon: Lexicon) -> None:
    if word in lexicon.demonyms or word in lexicon.lone_words or word in lexicon.organisation_heads or word in lexicon.junk_words:
        scores[None] += 8
    elif word in lexicon.not_acronyms or len(word) == 1 or not any(map(str.isalpha, word)):
        scores[None] += 8
    elif word in lexicon.titles or word in lexicon.rank_words or word.lower() in lexicon.role_nouns:
        scores[None] += 8
    elif word.lower() in lexicon.common_words and word not in lexicon.given_names:
        scores[None] += 3
    elif word.isupper() and 2 <= len(word) <= 6:
        scores[ORGANISATION] += 2.5
    elif word in lexicon.family_names:
        scores[PERSON] += 2
    elif word in lexicon.given_names:
        scores[PERSON] += 1.6
    elif any(char.isupper() for char in word[1:]) and "-" not in word and "'" not in word and word[:2] not in {"Mc", "De"}:
        scores[ORGANISATION] += 1.5
    else:
        scores[PERSON] += 0.4
        scores[PLACE] += 0.2


def _heads(words: Words, scores: Scores, lexicon: Lexicon) -> None:
    last = words[-1]
    heads = [last] + [words[i - 1] for i, word in enumerate(words) if word in {"of", "for", "on"} and i]
    if last in lexicon.company_suffixes:
        scores[ORGANISATION] += 6
    if any(head in lexicon.organisation_heads for head in heads):
        scores[ORGANISATION] += 5
    elif "&" in words:
        scores[ORGANISATION] += 4
    if last in lexicon.place_last_words:
        scores[PLACE] += 4.5
    if words[0] in _PLACE_FIRST:
        scores[PLACE] += 3
    elif words[0] in lexicon.place_first_words:
        scores[PLACE] += 1


_PLACE_FIRST = frozenset({"Lake", "Mount", "Mt", "Mt.", "Cape", "Fort", "Port", "Gulf", "Isle", "Strait", "Bay", "River", "Ciudad"})


def context_evidence(candidate: Candidate, tokens: Sequence[Token], lexicon: Lexicon) -> Scores:
    """Weigh what stands before and after one mention."""
    scores: Scores = defaultdict(float)
    first, last = candidate.first, candidate.last
    if candidate.title_from < first:
        scores[PERSON] += 6
    before = tokens[first - 1].word if first and tokens[first].start - tokens[first - 1].end < 3 else ""
    before2 = tokens[first - 2].word.lower() if first > 1 else ""
    after = tokens[last].word if last < len(tokens) else ""
    after2 = tokens[last + 1].word if last + 1 < len(tokens) else ""
    before = before.lower()
    if before == "the" and not _owns_article(after, lexicon):
        before = ""
    _before(before, before2, scores, lexicon, single=len(candidate.words) == 1)
    _after(after, after2, scores, lexicon)
    if after == "," and last + 2 < len(tokens):
        _after_comma(tokens, last + 1, scores, lexicon)
    return scores


def _owns_article(after: str, lexicon: Lexicon) -> bool:
    """Tell whether "the" belongs to the name and not to a noun behind it: the Kremlin said; the Biden administration."""
    return not after[:1].isalpha() or after in _AFTER_A_SUBJECT or after in lexicon.speech_words or after[:1].isupper()


_AFTER_A_SUBJECT = frozenset(
    "is was are were has have had will would can could may might must should and or but to of in on at for from by with as who which that did does do "
    "than since when while after before because not also during if".split()
)


def _before(word: str, word2: str, scores: Scores, lexicon: Lexicon, *, single: bool) -> None:
    if word in _IN:
        scores[PLACE] += _IN[word] if single else 0.6 * _IN[word]
    elif word == "by" or word == "with":
        scores[PERSON] += 0.6
    elif word == "the":
        scores[ORGANISATION] += 1.5
        scores[PERSON] -= 3
    elif word in lexicon.role_nouns:
        scores[PERSON] += 4
    elif word in lexicon.compass_words:
        scores[PLACE] += 3
    elif word in lexicon.speech_words:
        scores[PERSON] += 2
    elif word in lexicon.organisation_nouns:
        scores[ORGANISATION] += 1.5
    elif word == "of" and word2 in lexicon.place_nouns:
        scores[PLACE] += 4
    elif word in lexicon.place_nouns:
        scores[PLACE] += 1.5


def _after(word: str, word2: str, scores: Scores, lexicon: Lexicon) -> None:
    if word in lexicon.speech_words:
        scores[PERSON] += 2
        scores[ORGANISATION] += 0.8
    elif word == "who":
        scores[PERSON] += 3
    elif word in lexicon.place_nouns:
        scores[PLACE] += 3
    elif word in lexicon.organisation_nouns:
        scores[ORGANISATION] += 2.5
    elif word == "'s" and word2 in lexicon.place_nouns:
        scores[PLACE] += 1
    elif word in {"has", "had", "is", "was", "will", "and"}:
        scores[PERSON] += 0.2


def _after_comma(tokens: Sequence[Token], at: int, scores: Scores, lexicon: Lexicon) -> None:
    """Read the start of an apposition: an age, a relative clause, a role, the country of a town."""
    word = tokens[at].word
    if word.isdigit() and len(word) == 2 and at + 1 < len(tokens) and tokens[at + 1].word in {",", ".", ")"}:
        scores[PERSON] += 4
    elif word == "who" or word == "whose":
        scores[PERSON] += 3
    elif any(known.kind is PLACE for known in lexicon.known.get(word, ())):
        scores[PLACE] += 2.5
    else:
        for token in tokens[at : at + 8]:
            if token.word in {",", ".", ";", "and", "said", "in", "with", "that"}:
                break
            if token.word in lexicon.role_nouns:
                scores[PERSON] += 3
                break


_IN = {"in": 3.0, "near": 3.0, "from": 1.2, "to": 0.8, "at": 1.0, "across": 2.5, "outside": 2.5, "around": 1.5, "throughout": 3.0, "into": 1.5, "inside": 2.0, "within": 1.5, "through": 1.2, "toward": 1.2, "towards": 1.2, "via": 1.5, "off": 1.0, "of": 0.3}


def _share_between_parts(sums: dict[Words, Scores], groups: dict[Words, list[Candidate]], lexicon: Lexicon) -> None:
    """A part of a person's name is that person; the first word of an organisation's is that organisation."""
    by_part: dict[str, list[Words]] = defaultdict(list)
    for words in groups:
        if 1 < len(words) < 6:
            for word in {words[0], words[-1]}:
                by_part[word].append(words)
    for words in list(groups):
        if len(words) != 1 or words[0] not in by_part:
            continue
        part = sums[words]
        for whole in by_part[words[0]]:
            score = sums[whole]
            is_known = groups[words][0].known is not None
            kind = _best(score)
            if whole[-1] == words[0] and kind in {PERSON, None} and not is_known:
                score[PERSON] += 2.5
                score[None] -= 1
                kind = _best(score)
            if kind is PERSON and not (is_known and part[PERSON] < 2):
                part[PERSON] += 6
                part[None] -= 4
            elif kind is ORGANISATION and whole[0] == words[0] and not is_known and words[0] not in lexicon.demonyms:
                part[ORGANISATION] += 2.5


def _share_along_lists(sums: dict[Words, Scores], candidates: Sequence[Candidate], tokens: Sequence[Token]) -> None:
    """In "Tuktoyaktuk, Inuvik and Nunavut" the members are of one kind."""
    for left, right in zip(candidates, candidates[1:], strict=False):
        if left.title_from < left.first or right.title_from < right.first:
            continue
        between = [token.word for token in tokens[left.last : right.first]]
        if between not in ([","], ["and"], [",", "and"], ["or"]):
            continue
        for one, other in ((left, right), (right, left)):
            kind = _best(sums[one.words])
            if kind and _margin(sums[one.words]) >= 3 and _best(sums[other.words]) is None:
                sums[other.words][kind] += 1.6


def _margin(scores: Scores) -> float:
    ranked = sorted((scores.get(kind, 0.0) for kind in (PERSON, ORGANISATION, PLACE)), reverse=True)
    return ranked[0] - ranked[1]

