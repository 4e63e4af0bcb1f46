"""What a title may leave out: only what stands between a subject and its own verb, so that the title joins no two clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    AND_OF_NAMES,
    QUOTES,
    STRONG_STOPS,
    Tense,
    is_reduced,
    is_relative,
)
from timeline_app.ingest.extraction.events.extents import MAX_TITLE
from timeline_app.ingest.extraction.events.lines import one_line

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

ROOM = 30
"""Characters of a title at least that are left to a verb and what follows it."""

_CLOSERS = frozenset({",", "(", "[", "—", "–", "--", AND_OF_NAMES})


def subject_cut(
    sentence: Sentence, predicates: list[Predicate], index: int, subject: tuple[int, int], words: Words
) -> int | None:
    """Return the token before which a subject that is too long can be cut, with an ellipsis up to its verb.

    It is cut between phrases and not within a name: "A meeting of the ministers | of all member countries of the Alliance … opened".
    None where what would be left out has a clause of its own, whose subject could be another's, or nothing short enough is left.

    Args:
        sentence: The sentence.
        predicates: Its predicates.
        index: The one whose subject it is.
        subject: Its first token, and the token behind it.
        words: The language's words.
    """
    (first, end), tokens = subject, sentence.words
    verb = predicates[index].first
    ends = [at for at in range(first + 1, end + 1) if _can_end(sentence, first, at, end, words)]
    fitting = [at for at in ends if len(one_line(sentence.slice(first, at))) <= MAX_TITLE - ROOM]
    for at in reversed(fitting):
        if "" not in tokens[first:at] or any(tokens[i] and tokens[i] not in words.joining for i in range(first, at)):
            return at if is_one_clause(sentence, predicates, index, (first, at), verb, words) else None
    return None


def is_one_clause(
    sentence: Sentence, predicates: list[Predicate], index: int, head: tuple[int, int], verb: int, words: Words
) -> bool:
    """Tell whether a subject's head and a verb belong to one clause: between them stand but phrases and descriptions."""
    (first, end), tokens = head, sentence.words
    told = [i for i in range(index) if first <= predicates[i].first < verb]
    if any(not _describes(tokens, predicates, i, words) for i in told):
        return False
    if any(sentence.quoted[at] != sentence.quoted[first] for at in range(end, verb)) or ";" in tokens[first:verb]:
        return False
    return not any(
        tokens[at] in words.subordinators and not told for at in range(first, verb) if at + 1 < len(tokens)
    )


def _describes(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a predicate only describes a noun: "which was old", "held in May", "to be held in May"."""
    return (
        predicates[index].tense is Tense.GERUND
        or is_relative(tokens, predicates, index, words)
        or is_reduced(tokens, predicates, index, words)
    )


def _can_end(sentence: Sentence, first: int, at: int, end: int, words: Words) -> bool:
    """Tell whether a phrase ends before a token of the subject: at a mark, a preposition or a relative, and not within a name."""
    tokens = sentence.words
    if tokens[at - 1] in words.joining or tokens[at - 1] in STRONG_STOPS or tokens[at - 1] in QUOTES:
        return False
    if at == end:
        return True
    is_name = (
        tokens[at] in words.prepositions
        and tokens[at] == words.of
        and sentence.is_capital(at - 1)
        and at + 1 < len(tokens)
        and sentence.is_capital(at + 1)
    )
    opens = tokens[at] in words.prepositions or tokens[at] in words.relatives or tokens[at] in _CLOSERS
    return (opens or tokens[at] == words.conjunction) and not is_name
