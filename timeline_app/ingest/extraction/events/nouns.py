"""Nouns that name events: where they stand beside a time expression, before it or behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import PUNCTUATION, is_boundary

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

NOUN_REACH = 7
"""How many words a dated noun may stand from its expression: "the March 24 Extraordinary NATO Summit"."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What an expression dates.

    `predicate` is an index into the sentence's predicates; where it is None, `noun` is the span of tokens (end exclusive) of a
    noun phrase that names an event. `first` and `last` are the expression's own tokens; `leads` says that it stands before its
    clause. `joint` is the part of the clause that is of this time alone, where another part has another: "passed the house on
    Monday and | the senate on Friday". `is_result`: it describes what the verb tells of, "reported | third-quarter earnings".
    """

    first: int
    last: int
    predicate: int | None = None
    noun: Span | None = None
    leads: bool = False
    joint: Span | None = None
    is_result: bool = False

    def by(self, predicate: int, *, leads: bool = False, is_result: bool = False) -> Dated:
        """Return the same expression as the date of a verb."""
        return Dated(self.first, self.last, predicate, None, leads, None, is_result)

    def naming(self, first: int, end: int) -> Dated:
        """Return the same expression as the date of a noun phrase."""
        return Dated(self.first, self.last, None, (first, end))


def named_event(
    sentence: Sentence, predicates: list[Predicate], dated: Dated, words: Words, *, reach: int = NOUN_REACH
) -> Dated | None:
    """Return the event that a noun beside an expression names, for where the verb that it could date tells of none.

    "Rebels may be behind | last month's explosion |", "a series of bombings and | the decline of shares on Monday |".
    """
    tokens, first = sentence.words, dated.first
    if _is_supposed(tokens, first, words):
        return None
    head = event_noun_behind(tokens, dated.last, words)
    is_adverb = first == dated.last and first > 0 and tokens[first - 1] == words.on
    if is_adverb and sentence.text[sentence.ends[first] - 1] != "s":
        head = None  # "The toll | on Wednesday | rises to 22", and not "on Wednesday's rises"
    if head is not None and not is_name(sentence, first, dated.last):
        start = first - 1 if first > 0 and tokens[first - 1] in words.determiners else first
        return dated.naming(start, head + 1)
    if first > 0 and tokens[first - 1] == words.since:
        return None  # "The growth since 2020" was not in 2020.
    verbs = verb_tokens(predicates)
    at, head = first, None
    while at > 0 and first - at < reach and at - 1 not in verbs and not _is_border(sentence, at - 1, words):
        at -= 1
        # "The signing | of the accords on Monday" is a signing.
        of = at - (tokens[at] in words.determiners)
        goes_on = tokens[of] == words.of and tokens[of - 1] in words.event_nouns
        if head is not None and tokens[at] in words.prepositions and not goes_on:
            at += 1
            break
        if head is not None and tokens[at] in words.determiners and not goes_on:
            break
        # "Before beginning to weaken" names no beginning, and "to vote on Tuesday" no vote.
        is_place = sentence.is_capital(at) and tokens[at + 1] == "," and tokens[at - 1] in words.within
        is_event = tokens[at] in words.event_nouns and not is_place
        if is_event and tokens[at + 1] != words.to and not _is_infinitive(tokens, at, words):
            head = at
    return None if head is None else dated.naming(at, dated.last + 1)


def noun_before(
    sentence: Sentence, predicates: list[Predicate], before: int, words: Words, *, alone: bool
) -> int | None:
    """Return where the noun phrase begins that an expression behind it dates, None where the expression dates a verb.

    `before` is the token before the expression's preposition. "After | talks on Monday" and "plans for | the summit in April" are
    such nouns; so is what places something else in time, "since | the start of the invasion in 2022"; and, in a line without
    any verb (`alone`), whatever names an event.
    """
    tokens = sentence.words
    verbs = verb_tokens(predicates)
    nearest = before >= 0 and tokens[before] in words.event_nouns
    named = False
    for i in range(before, max(-1, before - 2 * NOUN_REACH), -1):
        word = tokens[i]
        if word == words.of and i > 0:
            is_name = sentence.is_capital(i - 1) and sentence.is_capital(i + 1)
            is_event = tokens[i - 1] in words.event_nouns - words.edges and tokens[i - 2] not in words.prepositions
            if is_name or is_event:
                continue  # "the signing | of the accords on Monday" is a signing.
        if named and word == words.prior and tokens[i + 1] == words.to:
            return i + 2
        if named and (word in words.around or (nearest and word in words.apart and before - i <= NOUN_REACH)):
            return i + 1
        if i in verbs or is_boundary(word, words):
            return i + 1 if named and alone else None
        nearest = nearest and word not in words.prepositions
        named = named or (word in words.event_nouns and not _is_infinitive(tokens, i, words))
    return 0 if named and alone and before < 2 * NOUN_REACH else None


def _is_border(sentence: Sentence, at: int, words: Words) -> bool:
    """Tell whether a noun phrase ends here, and not only a place: "a ceremony in Independence, Mo., on 12 March"."""
    is_place = sentence.words[at] == "," and at > 0 and sentence.is_capital(at - 1) and at + 1 < len(sentence.words)
    is_place = is_place and (sentence.is_capital(at + 1) or sentence.words[at + 1] in words.date_prepositions)
    return is_boundary(sentence.words[at], words) and not is_place


def _is_infinitive(tokens: list[str], at: int, words: Words) -> bool:
    """Tell whether an event's name is a verb here: "to | vote", and not "to | talks"."""
    verb = words.verb(tokens[at])
    return at > 0 and tokens[at - 1] == words.to and verb is not None and verb.base


def _is_supposed(tokens: list[str], noun: int, words: Words) -> bool:
    """Tell whether a noun stands in a condition: "If the talks fail on Friday"."""
    for at in range(noun - 1, -1, -1):
        if tokens[at] in words.conditions or (at == 0 and tokens[at] in words.supposing):
            return True
        if tokens[at] in PUNCTUATION:
            break
    return False


def event_noun_behind(tokens: list[str], last: int, words: Words) -> int | None:
    """Return the last noun that names an event in the noun phrase behind an expression: "the March 24 Extraordinary Summit"."""
    head = None
    for i in range(last + 1, min(last + 1 + NOUN_REACH, len(tokens))):
        if (
            is_boundary(tokens[i], words)
            or tokens[i] in words.prepositions
            or tokens[i] in words.determiners
            or tokens[i] in words.auxiliaries
        ):
            break
        if tokens[i] in words.event_nouns:
            head = i
    return head


def is_name(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether an expression is a part of a name: "the Good Friday Agreement"."""
    words = sentence.text[sentence.starts[first] : sentence.ends[last]]
    return (
        last + 1 < len(sentence.starts)
        and words[0].isupper()
        and not words.endswith(("'s", "’s"))
        and not any(c.isdigit() for c in words)
        and sentence.is_capital(last + 1)
    )


def verb_tokens(predicates: list[Predicate]) -> set[int]:
    """Return the tokens of all verb groups."""
    return {i for predicate in predicates for i in range(predicate.first, predicate.main + 1)}
