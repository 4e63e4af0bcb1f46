"""What a title may leave out: only what stands between a subject and its own verb, so that the title joins no two clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    AND_OF_NAMES,
    DASHES,
    QUOTES,
    STRONG_STOPS,
    Tense,
    border_between,
    is_reduced,
    is_relative,
)
from timeline_app.ingest.extraction.events.extents import MAX_TITLE
from timeline_app.ingest.extraction.events.lines import GAP, one_line

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

_ROOM = 30
"""Characters of a title at least that are left to a verb and what follows it, if there is that much."""

_REACH = 400
"""Characters of a subject, marked up as it is, within which its cut is looked for."""

# A hyphen that stands for a dash.
_DASH = re.compile(r"\s-|-\s")
_CLOSERS = frozenset({",", "(", "[", AND_OF_NAMES}) | DASHES


def subject_cut(sentence: Sentence, predicates: list[Predicate], subject: Span, rest: Span, words: Words) -> int | None:
    """Return the token before which a subject that is too long can be cut, with an ellipsis up to its verb.

    It is cut between phrases and not within a name: "A meeting of the ministers | of all member countries … opened".
    None where what would be left out has a clause of its own, whose subject could be another's, or nothing short enough is left.

    Args:
        sentence: The sentence.
        predicates: Its predicates.
        subject: Its first token, and the token behind it.
        rest: The verb's first token, and the token behind its clause.
        words: The language's words.
    """
    (first, end), tokens = subject, sentence.words
    apart = (at for at in range(first + 1, end - 1) if tokens[at] == "," and tokens[at + 1] == words.aside)
    end = min(end, next(apart, end))  # "Ann Roe|, as I have said, met"
    # "Ann Roe, head of the board, | met" has two commas.
    is_unsure = end == rest[0] and tokens[first:end].count(",") == 1 and _may_describe(tokens, end, words)
    if is_unsure or not is_one_clause(sentence, predicates, subject, words):
        return None
    reach = next((at for at in range(first + 1, end) if sentence.starts[at] - sentence.starts[first] > _REACH), end)
    ends = [at for at in range(first + 1, reach + 1) if _can_end(sentence, at, end, words)]
    sizes = {at: len(one_line(sentence.slice(first, at))) for at in ends}
    short = MAX_TITLE - len(GAP) - min(max(_ROOM, len(one_line(sentence.slice(*rest)))), MAX_TITLE // 2)
    fitting = [at for at in ends if sizes[at] <= short] or [
        at for at in ends if sizes[at] <= MAX_TITLE - len(GAP) - _ROOM
    ][:1]
    # "Ann Roe |, director of the council, | met": the commas belong together.
    inserted = [at for at in fitting if "," in (tokens[at], tokens[at - 1])] if tokens[end - 1] == "," else []
    best = inserted or fitting
    return best[-1] if best else None


def is_one_clause(sentence: Sentence, predicates: list[Predicate], subject: Span, words: Words) -> bool:
    """Tell whether nothing before a verb, from its subject on, has a clause of its own: but phrases and descriptions."""
    (first, end), tokens = subject, sentence.words
    told = [i for i, predicate in enumerate(predicates) if first <= predicate.first < end]
    if any(not _describes(tokens, predicates, i, end, words) for i in told) or ";" in tokens[first:end]:
        return False
    is_of = tokens[end - 2] in words.prepositions or tokens[end - 2] == words.conjunction
    if end - first > 1 and tokens[end - 1] in words.persons and tokens[end - 2].isalpha() and not is_of:
        return False  # "They talk of tools | they might use and plan": the second "they" is of another clause.
    if _breaks_off(sentence, first, end, words):
        return False
    opened = words.subordinators | words.complementizers
    return told != [] or opened.isdisjoint(tokens[first:end])


def _breaks_off(sentence: Sentence, first: int, end: int, words: Words) -> bool:
    """Tell whether what stands before a verb is not all its subject's: "The plan sets up a school in May and the mayor | asked".

    "The governor, in a message to them | read out on Monday": a phrase behind a comma has no subject of its own.
    """
    tokens = sentence.words
    if _DASH.search(sentence.text, sentence.starts[first], sentence.ends[end - 1]):
        return True
    comma = max((at for at in range(first, end) if tokens[at] == ","), default=end)
    if comma < end - 1 and tokens[comma + 1] in words.prepositions and any(tokens[comma + 2 : end]):
        return True
    joins = [at for at in range(first + 1, end) if tokens[at] == words.conjunction]
    return any(not tokens[at - 1] for at in joins)


def _may_describe(tokens: list[str], verb: int, words: Words) -> bool:
    """Tell whether a first verb may but describe what stands before its comma: "They keep close ties, | built on trust"."""
    read, following = words.verb(tokens[verb]), tokens[verb + 1 : verb + 2]
    if tokens[verb - 1] != "," or read is None or not read.participle:
        return False
    is_open = not following or not following[0] or following[0] in words.prepositions
    return is_open and read.lemma not in words.intransitive | words.saying


def _describes(tokens: list[str], predicates: list[Predicate], index: int, end: int, words: Words) -> bool:
    """Tell whether a predicate only describes a noun: "which was old", "held in May", "to be held", ", handed down on Monday, "."""
    own = predicates[index]
    is_inserted = own.first == own.main and tokens[own.first - 1] == "," and tokens[end - 1] == ","
    opener = border_between(tokens, predicates[index - 1].main + 1 if index else 0, own.first, words)
    told = words.verb(tokens[opener - 1]) if opener else None
    tells = told is not None and told.lemma in words.saying | words.attitudes | words.showing  # "believe | that he met"
    return (
        own.tense is Tense.GERUND
        or is_inserted
        or (is_relative(tokens, predicates, index, words) and not tells)
        or is_reduced(tokens, predicates, index, words)
    )


def _can_end(sentence: Sentence, at: int, end: int, words: Words) -> bool:
    """Tell whether a phrase ends before a token of the subject: at a mark, a preposition or a relative, and not within a name."""
    tokens = sentence.words
    if at == end:
        return True
    if tokens[at - 1] in words.joining or tokens[at - 1] in STRONG_STOPS or tokens[at - 1] in QUOTES:
        return False
    is_name = (
        tokens[at] in words.prepositions
        and tokens[at] == words.of
        and sentence.is_capital(at - 1)
        and at + 1 < len(tokens)
        and sentence.is_capital(at + 1)
    )
    opens = tokens[at] in words.prepositions or tokens[at] in words.relatives or tokens[at] in _CLOSERS
    return (opens or tokens[at] == words.conjunction) and not is_name
