"""Whom or what a description stands with: where the noun phrase begins before "which", "held in May" or "after meeting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import is_boundary

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Sentence
    from timeline_app.ingest.extraction.events.words import Words


def described_start(sentence: Sentence, floor: int, pronoun: int, words: Words) -> int | None:
    """Return where the noun phrase begins, at `floor` or behind it, that a relative pronoun stands behind; None where none does.

    Before a comma that is all from the verb on: "wrote to | the judge of the case, who". Else it is the nearest noun, and the noun
    before "of": "asked for help with | the suffering of thousands who".
    """
    tokens = sentence.words
    is_apart = pronoun > floor and tokens[pronoun - 1] == ","
    end = start = pronoun - 1 if is_apart else pronoun
    if is_apart:
        start = end = _before_brackets(tokens, floor, end)
        while start > floor and (tokens[start - 1] == words.conjunction or not is_boundary(tokens[start - 1], words)):
            is_placed = tokens[start - 1] in words.within or tokens[start - 1] == words.of
            is_placed |= tokens[start - 2] in words.event_nouns  # "a debate between Trump and Biden, which"
            is_placed |= sentence.is_capital(start - 2)  # "the Alliance for Food, which"
            name = start + (tokens[start] in words.determiners)
            if tokens[start - 1] in words.prepositions and not is_placed and name < end and sentence.is_capital(name):
                break  # "a vision for | NATO, which"
            start -= 1
        while start < end and (tokens[start] in words.prepositions | words.objects or not tokens[start]):
            start += 1
    else:
        start = _with_others(tokens, floor, noun_start(tokens, floor, end, words), end, words)
        while start - 1 > floor and start < end and tokens[start - 1] == words.of:
            start = _with_others(tokens, floor, noun_start(tokens, floor, start - 1, words), start, words)
        start = start if start == end else _with_head(sentence, floor, start, words)
    return start if start < end else None


def _before_brackets(tokens: list[str], floor: int, end: int) -> int:
    """Return where brackets open that close at `end`, else `end`: "the plan | (GAP), announced in May"."""
    if end > floor and tokens[end - 1] == ")" and "(" in tokens[floor:end]:
        return max(at for at in range(floor, end) if tokens[at] == "(")
    return end


def participant_start(sentence: Sentence, floor: int, participle: int, words: Words) -> int:
    """Return where the noun phrase begins that a participle describes: "a bid launched", "the inquiry into it, launched"."""
    tokens = sentence.words
    if participle > floor and tokens[participle - 1] == "," and tokens[participle - 2] and not floor:
        described = described_start(sentence, floor, participle, words)
        if described is not None:
            return described
    start = _with_others(tokens, floor, noun_start(tokens, floor, participle, words), participle, words)
    return start if start == participle else _with_head(sentence, floor, start, words)


def _with_head(sentence: Sentence, floor: int, start: int, words: Words) -> int:
    """Return where the noun begins that a name belongs to, else `start`: "the visit to | Russia", "the session of | the Council".

    What describes a noun without a comma seldom describes a bare name: "talks with | Cuba held in May".
    """
    tokens = sentence.words
    while start - 1 > floor and tokens[start - 1] in words.prepositions:
        is_bare = tokens[start] not in words.determiners
        is_of = tokens[start - 1] == words.of or tokens[start - 2] in words.event_nouns
        head = noun_start(tokens, floor, start - 1, words)
        if not (is_bare or is_of) or not sentence.is_capital(start if is_bare else start + 1) or head == start - 1:
            break
        start = head
        while tokens[start + 1] in words.prepositions and start - 1 > floor and tokens[start - 1] in words.prepositions:
            start = noun_start(tokens, floor, start - 1, words)  # "limits with | respect to Cuba"
    return start


def noun_start(tokens: list[str], floor: int, end: int, words: Words) -> int:
    """Return where the noun phrase begins that ends at `end`, or at a comma before it: "the study, published in May".

    It begins at `floor` or behind it.
    """
    start = _before_brackets(tokens, floor, end - 1 if end > 1 and tokens[end - 1] == "," else end)
    if start > 0 and not tokens[start - 1]:
        return end
    while start > floor and tokens[start - 1] not in words.prepositions and not is_boundary(tokens[start - 1], words):
        start -= 1
        if tokens[start] in words.determiners:
            break
    return start


def _with_others(tokens: list[str], floor: int, start: int, end: int, words: Words) -> int:
    """Return where the nouns begin that are described together: "food and | medicine sent", "the (old) | house that fell"."""
    if not floor < start - 1 < end - 1:
        return start
    if tokens[start - 1] == words.conjunction and tokens[start - 2] != ",":
        return noun_start(tokens, floor, start - 1, words)
    if tokens[start - 1] == ")":
        return noun_start(tokens, floor, _before_brackets(tokens, floor, start), words)
    return start
