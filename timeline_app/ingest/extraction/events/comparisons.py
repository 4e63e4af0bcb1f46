"""Times that date no event of the sentence: of what something is measured against, of an anniversary, of the end of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import PUNCTUATION
from timeline_app.ingest.extraction.events.nouns import NOUN_REACH, verb_tokens

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Predicate
    from timeline_app.ingest.extraction.events.words import Words


def dates_nothing(tokens: list[str], predicates: list[Predicate], first: int, before: int, words: Words) -> bool:
    """Tell whether an expression at `first` dates no event; `before` is the token before its preposition."""
    return (
        _is_compared(tokens, predicates, first, words)
        or _is_owed(tokens, predicates, before, words)
        or _is_of_paper(tokens, first, words)
        or is_remembered(tokens, first, words)
    )


def _is_compared(tokens: list[str], predicates: list[Predicate], first: int, words: Words) -> bool:
    """Tell whether an expression only dates what something is measured against: "rose to $9 million from $8 million a year ago"."""
    if words.than in tokens[max(0, first - 2) : first] and not tokens[first - 1][:1].isdigit():
        return True  # "more than in 2018", and not "to more than 300,000 last year"
    if words.than in tokens:
        verb = next((predicate.first for predicate in reversed(predicates) if predicate.main < first), 0)
        if words.than in tokens[max(0, verb - 2) : verb]:
            return True  # "More fires than there were in 2018"
    verbs = verb_tokens(predicates)
    has_number = False
    for at in range(first - 1, max(-1, first - 1 - 2 * NOUN_REACH), -1):
        word = tokens[at]
        if word in words.comparing or (has_number and word in words.measuring and _is_amount(tokens, at + 1, words)):
            return True
        # "From $52 million, or 48 cents a share, a year ago".
        inserts = word == "," and words.alternative in tokens[max(0, at - NOUN_REACH) : at + 2]
        if at in verbs or (word in PUNCTUATION and not inserts) or word in words.openers or not word:
            return False
        has_number = has_number or word[0].isdigit()
    return False


def _is_amount(tokens: list[str], at: int, words: Words) -> bool:
    """Tell whether an amount stands here: "from | $9 million", "from | fewer than 80", and not "from operations of 9 million"."""
    at += tokens[at + 1 : at + 2] == [words.than]
    return any(token[:1].isdigit() for token in tokens[at : at + 2])


def _is_owed(tokens: list[str], predicates: list[Predicate], before: int, words: Words) -> bool:
    """Tell whether an expression behind the token `before` says when something runs out: "sold notes due | in 2031"."""
    return before >= 0 and tokens[before] in words.owed and before not in verb_tokens(predicates)


def _is_of_paper(tokens: list[str], first: int, words: Words) -> bool:
    """Tell whether a time is only that of a paper: "quoted a memo of | 12 January"."""
    return first > 1 and tokens[first - 1] == words.of and tokens[first - 2] in words.papers


def is_remembered(tokens: list[str], first: int, words: Words) -> bool:
    """Tell whether a time is only that of which an anniversary is spoken: "the 20th anniversary of | 9/11"."""
    at = first - 1
    while at > 0 and tokens[at] in words.determiners:
        at -= 1
    return at > 0 and tokens[at] == words.of and tokens[at - 1] == words.anniversary
