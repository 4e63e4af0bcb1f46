"""Weighs what speaks for each kind of participant: the words of a name, and what stands before and after it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Tokens

PERSON, ORGANISATION, PLACE = ParticipantKind.PERSON, ParticipantKind.ORGANISATION, ParticipantKind.PLACE

Scores: TypeAlias = defaultdict[ParticipantKind | None, float]
"""Weights by kind; None is the weight of being no participant at all."""

_CERTAIN = 8.0


def word_evidence(candidate: Candidate, lexicon: Lexicon) -> Scores:
    """Weigh what the words of the name say themselves."""
    scores: Scores = defaultdict(float)
    if candidate.known:
        scores[candidate.known.kind] += 6 if candidate.known.canonical in lexicon.countries else 5
    elif " ".join(candidate.words) in lexicon.demonyms:
        scores[None] += _CERTAIN
    elif len(candidate.words) == 1:
        kind, weight = _single_word(candidate.words[0], lexicon)
        scores[kind] += weight
    else:
        _personal_parts(candidate.words, scores, lexicon)
        _head_nouns(candidate.words, scores, lexicon)
        _gazetteer_parts(candidate.words, scores, lexicon)
        _shape(candidate.words, scores, lexicon)
    return scores


def _single_word(word: str, lexicon: Lexicon) -> tuple[ParticipantKind | None, float]:
    kind, weight = PERSON, 0.4
    if _is_no_name(word, lexicon):
        return None, _CERTAIN
    if word.lower() in lexicon.common_words and word not in lexicon.given_names:
        return None, 4
    if word.isupper() and 2 <= len(word) <= 6:
        kind, weight = ORGANISATION, 2.5
    elif word in lexicon.family_names:
        weight = 2
    elif word in lexicon.given_names:
        weight = 1.6
    elif any(char.isupper() for char in word[1:]) and word.isalpha() and word[:2] not in {"Mc", "De"}:
        kind, weight = ORGANISATION, 1.5
    return kind, weight


def _is_no_name(word: str, lexicon: Lexicon) -> bool:
    if word[-1].isdigit() and len(word.rstrip("0123456789.")) < 3:  # Q5, RM7, R50
        return True
    if len(word.rstrip(".")) == 1 or not any(map(str.isalpha, word)) or word in lexicon.not_acronyms:
        return True
    if word in lexicon.titles or lexicon.is_rank(word) or word.lower() in lexicon.role_nouns:
        return True
    if lexicon.is_role_plural(word):
        return True
    return (
        word in lexicon.demonyms
        or word in lexicon.lone_words
        or word in lexicon.organisation_heads
        or word in lexicon.junk_words
        or word in lexicon.calendar
    )


def _personal_parts(words: Words, scores: Scores, lexicon: Lexicon) -> None:
    first, last = words[0], words[-1]
    if first in lexicon.given_names:
        scores[PERSON] += 4
    elif "-" in first and first.split("-")[0] in lexicon.given_names:
        scores[PERSON] += 3
    if last in lexicon.family_names or last in lexicon.titles_and_names:
        scores[PERSON] += 2
    if last in lexicon.name_suffixes or any(len(word) == 2 and word[1] == "." for word in words):
        scores[PERSON] += 3
    if not {"von", "van", "bin", "ibn"}.isdisjoint(words):
        scores[PERSON] += 2
    if first in lexicon.demonyms:
        scores[ORGANISATION] += 1
        scores[PERSON] -= 3


def _head_nouns(words: Words, scores: Scores, lexicon: Lexicon) -> None:
    first, last = words[0], words[-1]
    if last in lexicon.name_suffixes:  # World War II
        last = words[-2]
    heads = {last, *(words[i - 1] for i in range(1, len(words)) if words[i] in {"of", "for", "on"})}
    if last in lexicon.company_suffixes:
        scores[ORGANISATION] += 6
    if not heads.isdisjoint(lexicon.organisation_heads):
        scores[ORGANISATION] += 5
    elif "&" in words:
        scores[ORGANISATION] += 4
    if last in lexicon.place_last_words:
        scores[PLACE] += 6
    if first in lexicon.place_nouns_first:
        scores[PLACE] += 3
    elif first in lexicon.place_first_words:
        scores[PLACE] += 1
    body = not (heads - {last}).isdisjoint(lexicon.organisation_heads)  # Society for the Study of the Constitution
    heads.add(last.removesuffix("s"))
    if (not heads.isdisjoint(lexicon.junk_last_words) and not body) or first in lexicon.junk_first_words:
        scores[None] += 5.5
    elif last in lexicon.lone_words and last not in lexicon.organisation_heads:
        scores[None] += 3
    if lexicon.is_role_plural(last):
        scores[None] += _CERTAIN


def _gazetteer_parts(words: Words, scores: Scores, lexicon: Lexicon) -> None:
    """Kenya Power, Philips Canada: what begins or ends with a known name and is no person's is an organisation's."""
    if words[0] in lexicon.given_names:
        return
    ends_in_place = any(len(name.words) == 1 and name.kind is PLACE for name in lexicon.known.get(words[-1], ()))
    ends_in_country = words[-1] in lexicon.countries
    if ends_in_place and words[0].lower() in lexicon.compass_words:
        scores[PLACE] += 8
    elif words[0].lower() in lexicon.place_nouns and words[1] == "of":
        scores[PLACE] += 5
    elif lexicon.is_known_word(words[0]):
        scores[ORGANISATION] += 2
    if ends_in_country:
        scores[ORGANISATION] += 2.5
    elif ends_in_place:
        scores[ORGANISATION] += 1


def _shape(words: Words, scores: Scores, lexicon: Lexicon) -> None:
    ordinary = sum(word.lower() in lexicon.common_words for word in words if word[0].isupper())
    given = words[0] in lexicon.given_names
    if len(words) > 4:
        scores[PERSON] -= 2
        scores[ORGANISATION] += 1.5
    if not ordinary:
        scores[PERSON] += 2.2 if len(words) in {2, 3} else 0.5
    elif ordinary == len(words):
        scores[None] += 0.5 if given else 2
    else:
        scores[ORGANISATION] += 0.7
        scores[PERSON] += 0 if given else 0.3
    if any(word.isupper() and len(word) > 2 for word in words):
        scores[ORGANISATION] += 1.5


def context_evidence(candidate: Candidate, tokens: Tokens, lexicon: Lexicon) -> Scores:
    """Weigh what stands before and after one mention."""
    scores: Scores = defaultdict(float)
    first, last = candidate.first, candidate.last
    if candidate.title_from < first:
        scores[PERSON] += _weight_of_title(candidate, tokens, lexicon)
    after = tokens.words[last] if last < len(tokens) else ""
    if first and tokens.joined[first]:
        _weigh_before(tokens, first, after, scores, lexicon, single=len(candidate.words) == 1)
    if last < len(tokens):
        _weigh_after(after, tokens.words[last + 1] if last + 1 < len(tokens) else "", scores, lexicon)
        if after == "," and last + 2 < len(tokens):
            _weigh_apposition(tokens, last + 1, scores, lexicon)
    return scores


def _weight_of_title(candidate: Candidate, tokens: Tokens, lexicon: Lexicon) -> float:
    """Weigh the title before a name: little for a rank before ordinary words only ("Ambassador Extraordinary")."""
    ordinary = all(
        word.lower() in lexicon.common_words and word not in lexicon.given_names and word not in lexicon.family_names
        for word in candidate.words
    )
    return 1 if ordinary and tokens.words[candidate.first - 1] not in lexicon.titles else 6


def _weigh_before(tokens: Tokens, first: int, after: str, scores: Scores, lexicon: Lexicon, *, single: bool) -> None:
    word = tokens.words[first - 1].lower()
    if word == "the":
        if not after[:1].islower() or after in lexicon.after_subjects or after in lexicon.speech_words:
            scores[ORGANISATION] += 1.5
            scores[PERSON] -= 3
    elif word in lexicon.place_prepositions:
        noun = tokens.words[first - 2].lower() if first > 1 else ""
        if word in {"of", "at"} and noun in lexicon.role_nouns:
            scores[ORGANISATION] += 2.5
        elif word == "of" and noun in lexicon.place_nouns:
            scores[PLACE] += 4
        else:
            is_acronym = tokens.words[first].isupper() and len(tokens.words[first]) > 2
            scores[PLACE] += lexicon.place_prepositions[word] * (0.3 if is_acronym else 1 if single else 0.6)
    elif word in {"by", "with"}:
        scores[PERSON] += 0.6
    elif word in lexicon.role_nouns:
        scores[PERSON] += 4
    elif word in lexicon.compass_words:
        scores[PLACE] += 3
    elif word in lexicon.speech_words:
        scores[PERSON] += 2
    elif word in lexicon.organisation_nouns:
        scores[ORGANISATION] += 1.5
    elif word in lexicon.place_nouns:
        scores[PLACE] += 1.5


def _weigh_after(word: str, next_word: str, scores: Scores, lexicon: Lexicon) -> None:
    if word in lexicon.speech_words:
        scores[PERSON] += 2
        scores[ORGANISATION] += 0.8
    elif word == "who":
        scores[PERSON] += 3
    elif word in lexicon.place_nouns:
        scores[PLACE] += 3
    elif word in lexicon.organisation_nouns:
        scores[ORGANISATION] += 2.5
    elif word == "'s" and next_word in lexicon.place_nouns:
        scores[PLACE] += 1
    elif word in {"has", "had", "is", "was", "will", "and"}:
        scores[PERSON] += 0.2


def _stands_at(words: Words, tokens: Tokens, at: int) -> bool:
    return tuple(tokens.words[at : at + len(words)]) == words


def _weigh_apposition(tokens: Tokens, at: int, scores: Scores, lexicon: Lexicon) -> None:
    """Read what begins after the comma: an age, a relative clause, the country of a town, a role."""
    word = tokens.words[at]
    if word.isdigit() and len(word) == 2 and at + 1 < len(tokens) and tokens.words[at + 1] in {",", ".", ")"}:
        scores[PERSON] += 4
    elif word in {"who", "whose"}:
        scores[PERSON] += 3
    elif any(name.kind is PLACE and _stands_at(name.words, tokens, at) for name in lexicon.known.get(word, ())):
        scores[PLACE] += 2.5
    else:
        for near in tokens.words[at : at + 8]:
            if near in {",", ".", ";", "and", "said", "in", "with", "that"}:
                break
            if near in lexicon.role_nouns:
                scores[PERSON] += 3
                break
