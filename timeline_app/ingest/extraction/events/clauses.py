"""A sentence as tokens and predicates, and how its clauses hang together: which are relative, reduced, or name who said it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.words import Words

# The blank before it is taken in because to search for the next token from it is dear; most are plain words with one behind.
_TOKEN = re.compile(r"( ?)([a-z]++(?= )|[^\W_]\w*(?:\.?['’&.-]\w+|,\d+)*|--|[,;:()\[\]—–“”\"«»]|``|'')")
QUOTES = frozenset('“”"«»') | {"``", "''"}
DASHES = frozenset({"—", "–", "--"})
STRONG_STOPS = frozenset({";", ":", "(", ")", "[", "]"}) | DASHES
PUNCTUATION = frozenset({","}) | STRONG_STOPS | QUOTES
AND_OF_NAMES = "&"
OPENING = frozenset('([“«"') | {"``"}
CLOSING = frozenset('”»"') | {"''"}


_SHORT_TAIL = 4
"""How many words can follow a "said" that ends a sentence: "told reporters in a statement"."""


_SHORT_QUOTE = 4
"""How many tokens a quotation has, its comma too, that is but an expression."""


class Tense(Enum):
    """What a verb group asserts."""

    PAST = auto()  # it happened: "met", "was killed", "has signed"
    PRESENT = auto()  # it happens: "starts", "is meeting"
    PLANNED = auto()  # it is to happen: "will meet", "is expected to meet", "plans to meet"
    GERUND = auto()  # it is named by what was done: "after meeting", "accused of bombing"
    WAS = auto()  # it was so: "was in Paris", "had sales of"
    STATE = auto()  # it is so, or somebody thinks so: "is", "believed"
    POSSIBLE = auto()  # it could be: "may meet", "would meet"
    UNREAL = auto()  # it is denied or supposed: "did not meet", "if it meets", "would have met"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: token indexes of its `first` word and its main verb, what it asserts, and the main verb's base form."""

    first: int
    main: int
    tense: Tense
    lemma: str
    saying: bool = False


@dataclass(slots=True)
class Sentence:
    """A sentence as tokens: words and marks.

    `text` is the article's body, in which `start`, `end`, `starts` and `ends` are positions. `words` is the lower-case form of each
    token, empty where a time expression covers it: "May" and "march" are no verbs there. `quoted` says which tokens stand within
    quotation marks.
    """

    text: str
    start: int
    end: int
    starts: list[int]
    ends: list[int]
    words: list[str]
    quoted: list[bool]

    def is_capital(self, token: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.text[self.starts[token]].isupper()

    def slice(self, first: int, end: int) -> str:
        """Return the text of the tokens from `first` up to `end`, with the marks that follow."""
        stop = self.starts[end] if end < len(self.starts) else self.end
        return self.text[self.starts[first] : stop].rstrip()


def read_sentence(text: str, start: int, end: int, *, quoted: bool = False) -> Sentence:
    """Cut a sentence into tokens. `quoted`: it begins within a quotation that an earlier sentence opened."""
    lowered = text[start:end].lower()
    if len(lowered) != end - start:  # a few letters, such as "İ", are lower-cased to two
        lowered = text[start:end]
    if "’" in lowered:
        lowered = lowered.replace("’", "'")
    # To split is to find all tokens without a loop, and the lengths of the pieces are their positions.
    pieces = _TOKEN.split(lowered)
    bounds = list(accumulate(map(len, pieces), initial=start))
    words, starts, ends = pieces[2::3], bounds[2::3], bounds[3::3]
    inside = [quoted] * len(words)
    if quoted or not QUOTES.isdisjoint(words):
        for i, word in enumerate(words):
            if word in QUOTES:
                quoted = word in "“«``" or (word == '"' and not quoted)
            inside[i] = quoted
    return Sentence(text, start, end, starts, ends, words, inside)


def join_names(sentence: Sentence, words: Words) -> None:
    """Make the "and" of names a sign of its own, "&", at which no clause can begin: "Oslo Fire and Rescue"."""
    tokens, at = sentence.words, -1
    for _ in range(tokens.count(words.conjunction)):
        at = tokens.index(words.conjunction, at + 1)
        is_between = 0 < at < len(tokens) - 1 and tokens[at - 1] and tokens[at + 1]
        if is_between and sentence.is_capital(at - 1) and sentence.is_capital(at + 1):
            tokens[at] = AND_OF_NAMES


def is_boundary(word: str, words: Words) -> bool:
    """Tell whether a clause may end before this token."""
    return word in PUNCTUATION or word in words.boundaries


def border_between(tokens: list[str], start: int, end: int, words: Words) -> int | None:
    """Return the last token from `start` to `end` at which a clause can begin: a mark, "and", "when", "which".

    What stands in brackets begins none: "the ship (a frigate) | sank".
    """
    i = end - 1
    while i >= start:
        if tokens[i] == ")" and "(" in tokens[start:i]:
            i = max(at for at in range(start, i) if tokens[at] == "(")
        elif tokens[i] in PUNCTUATION or tokens[i] in words.openers or tokens[i] in words.relatives:
            return i
        i -= 1
    return None


def is_relative(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a predicate belongs to a relative clause: "which has hit civilians and destroyed houses"."""
    while index > 0:
        first = predicates[index].first
        border = border_between(tokens, predicates[index - 1].main + 1, first, words)
        if border is None or (tokens[border] not in words.relatives and first - border > 1) or tokens[border] == ",":
            return False
        if tokens[border] in words.relatives:
            return True
        index -= 1
    border = border_between(tokens, 0, predicates[0].first, words)
    is_pronoun = border == 0 and tokens[0] == words.that  # "That event destroyed 300 homes"
    return border is not None and tokens[border] in words.relatives and not is_pronoun


def relative_end(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> int:
    """Return the token behind the relative clause of a predicate: before the verb of whom it describes, or a clause of its own."""
    for i in range(index + 1, len(predicates)):
        if is_relative(tokens, predicates, i, words) and tokens[predicates[i].first - 1] not in words.relatives:
            continue
        border = border_between(tokens, predicates[index].main + 1, predicates[i].first, words)
        return predicates[i].first if border is None else border
    return len(tokens)


def is_reduced(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a past is a participle of a noun: "a study published in May, ..." or "a deadline set by the court"."""
    own = predicates[index]
    verb = words.verb(tokens[own.main])
    is_plan = own.lemma in words.planning and tokens[own.main + 1 : own.main + 2] == [words.due]
    is_due = tokens[own.first] in words.planning_participles and tokens[max(0, own.first - 1)] == ","
    if is_plan or is_due or tokens[own.first] == words.to:
        # "The hearing scheduled for Monday was put off", "the trial, due to open on Monday, ...", "the talks to be held in May".
        return own.first == own.main or not is_plan
    if own.main > own.first or verb is None or not (verb.past and verb.participle):
        return False
    before = tokens[max(0, own.first - 1)]
    if (
        before in words.relatives
        or before in words.objects
        or own.lemma in words.intransitive
        or own.lemma in words.states
    ):
        return False  # "The plane, which | vanished from radar, ...", "had him | jailed"
    return _is_second(tokens, predicates, index, words) or _is_described(tokens, predicates, index, words)


def _is_second(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether the clause has a verb already, as none has two: "it is to dominate a summit | set for April"."""
    own = predicates[index]
    if index == 0 or predicates[index - 1].main + 1 >= own.first or predicates[index - 1].saying:
        return False
    border = border_between(tokens, predicates[index - 1].main + 1, own.first, words)
    is_apposed = border is not None and tokens[border : border + 2] == [",", words.alternative]
    return is_apposed or (border is None and not is_relative(tokens, predicates, index - 1, words))


def _is_described(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell by what stands behind a participle that it is one: who did it, a phrase and a comma, or nothing but a time."""
    own = predicates[index]
    at = own.main + 1
    is_apposed = tokens[max(0, own.first - 1)] == ","  # "The panel, | put together in May, ..."
    while at < len(tokens) - 1 and (tokens[at] in words.adverbs or (is_apposed and tokens[at] in words.particles)):
        at += 1
    if at >= len(tokens) or tokens[at] in words.agents:
        return tokens[at + 1 : at + 2] not in ([], [""])  # "Finished | by Monday" names nobody.
    following = predicates[index + 1].first - 1 if index + 1 < len(predicates) else 0
    if tokens[at] in words.prepositions and at < following and tokens[following] == words.conjunction:
        return is_reduced(
            tokens, predicates, index + 1, words
        )  # "Lectures, delivered in 1971 and published in 1975, ..."
    goes_on = following > 0 and tokens[following] == ","
    return (goes_on and tokens[at] in words.prepositions) or _is_inserted(tokens, own, index)


def _is_inserted(tokens: list[str], own: Predicate, index: int) -> bool:
    """Tell whether nothing but a time stands with a participle between commas: "the suspect, | arrested last week, and"."""
    at = own.main + 1
    while at < len(tokens) and not tokens[at]:
        at += 1
    is_timed = own.main + 1 < at and (at == len(tokens) or tokens[at] == ",")
    return is_timed and index > 0 and tokens[own.first - 1] == ","


def closing_quote(tokens: list[str], end: int) -> int | None:
    """Return the last mark before `end` that closes what somebody says, with a comma in it: "“We met them,” | he said"."""
    for at in range(end - 1, _SHORT_QUOTE, -1):
        closes = tokens[at] != '"' or tokens[:at].count('"') % 2 == 1
        if tokens[at] in CLOSING and tokens[at - 1] == "," and closes:
            return None if not QUOTES.isdisjoint(tokens[at - _SHORT_QUOTE : at]) else at
    return None


def is_attribution(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a predicate only names who said the rest of the sentence: "..., the police said on Monday"."""
    own = predicates[index]
    if not own.saying or index + 1 < len(predicates):
        return False
    if closing_quote(tokens, own.first) is not None:
        return True  # "“We feel for them,” the minister said on Monday in a letter"
    border = border_between(tokens, predicates[index - 1].main + 1, own.first, words) if index else None
    if border is None or tokens[border] not in PUNCTUATION:
        return False
    tail = tokens[own.main + 1 :]
    told = [t for t in tail if t and t not in PUNCTUATION and t not in words.prepositions]
    return len(told) <= _SHORT_TAIL and words.to not in tail
