"""Finds what a sentence predicates: its finite verbs, with tense, plan and negation, by word lists and word order.

No parser and no model: a verb group is read from its first auxiliary to its main verb. That is enough to tell "met", "will meet",
"was not met", "would have met" and "is to meet" apart, at a hundred times the speed of a parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.words import Verb, Words

_TOKEN = re.compile(r"[^\W_]\w*(?:\.?['’&.-]\w+|,\d+)*|--|[,;:()\[\]—–“”\"«»]|``|''")
_QUOTES = frozenset('“”"«»') | {"``", "''"}
STRONG_STOPS = frozenset({";", ":", "(", ")", "[", "]", "—", "–", "--"})
PUNCTUATION = frozenset({","}) | STRONG_STOPS | _QUOTES
OPENING = frozenset('([“«"') | {"``"}


_SHORT_TAIL = 4
"""How many words can follow a "said" that ends a sentence: "told reporters in a statement"."""


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
    spans = [token.span() for token in _TOKEN.finditer(lowered)]
    words = [lowered[first:last] for first, last in spans]
    inside = [quoted] * len(words)
    if quoted or not _QUOTES.isdisjoint(words):
        for i, word in enumerate(words):
            if word in _QUOTES:
                quoted = word in "“«``" or (word == '"' and not quoted)
            inside[i] = quoted
    starts = [start + first for first, _ in spans]
    ends = [start + last for _, last in spans]
    return Sentence(text, start, end, starts, ends, words, inside)


def is_boundary(word: str, words: Words) -> bool:
    """Tell whether a clause may end before this token."""
    return word in PUNCTUATION or word in words.boundaries


def border_between(tokens: list[str], start: int, end: int, words: Words) -> int | None:
    """Return the last token from `start` to `end` at which a clause can begin: a mark, "and", "when", "which"."""
    for i in range(end - 1, start - 1, -1):
        if tokens[i] in PUNCTUATION or tokens[i] in words.openers or tokens[i] in words.relatives:
            return i
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
    return border is not None and tokens[border] in words.relatives


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
    if own.main > own.first or verb is None or not (verb.past and verb.participle):
        return False
    if own.lemma in words.intransitive or own.lemma in words.states:
        return False
    if index > 0 and predicates[index - 1].main + 1 < own.first and not predicates[index - 1].saying:
        # "It is to dominate a summit set for April": no clause has two verbs.
        border = border_between(tokens, predicates[index - 1].main + 1, own.first, words)
        if border is None and not is_relative(tokens, predicates, index - 1, words):
            return True
    if own.lemma in words.planning and tokens[own.main + 1 : own.main + 2] == [words.due]:
        # "The hearing scheduled for Monday was put off": participle and verb.
        return True
    at = own.main + 1
    while at < len(tokens) - 1 and tokens[at] in words.adverbs:
        at += 1
    if at >= len(tokens) or tokens[at] in words.agents:
        return at < len(tokens)
    goes_on = index + 1 < len(predicates) and tokens[predicates[index + 1].first - 1] == ","
    return goes_on and tokens[at] in words.prepositions


def is_attribution(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a predicate only names who said the rest of the sentence: "..., the police said on Monday"."""
    own = predicates[index]
    if not own.saying or index == 0 or index + 1 < len(predicates):
        return False
    border = border_between(tokens, predicates[index - 1].main + 1, own.first, words)
    if border is None or tokens[border] not in PUNCTUATION:
        return False
    tail = tokens[own.main + 1 :]
    told = [t for t in tail if t and t not in PUNCTUATION and t not in words.prepositions]
    return len(told) <= _SHORT_TAIL and words.to not in tail


def find_predicates(sentence: Sentence, words: Words) -> list[Predicate]:
    """Return the finite verb groups in order."""
    tokens = sentence.words
    found: list[Predicate] = []
    condition, behind = -1, 0
    notable, endings = words.notable, words.verbal_endings
    for at in [i for i, word in enumerate(tokens) if word in notable or word.endswith(endings)]:
        word = tokens[at]
        predicate = None
        if at < behind:
            continue
        if word in words.conditions:
            condition = at
        elif word in STRONG_STOPS:
            condition = -1
        elif at > 0 and "'" not in word and tokens[at - 1] not in PUNCTUATION and sentence.is_capital(at):
            pass  # a name: "Pan Am", "Will Smith"
        elif word in words.auxiliaries or "'" in word:
            predicate = _auxiliary_group(tokens, at, words)
        else:
            predicate = _simple_verb(tokens, at, words)
        if predicate is not None:
            told = predicate.saying and "," in tokens[condition:at]
            if (condition >= 0 and not told) or _is_denied(tokens, predicate, found, words):
                predicate = replace(predicate, tense=Tense.UNREAL)
            found.append(predicate)
            behind = predicate.main + 1
    return found


def _is_denied(tokens: list[str], predicate: Predicate, found: list[Predicate], words: Words) -> bool:
    """Tell whether nobody did it, or somebody says that he did not: "no flights left", "denied that he had met him"."""
    first = predicate.first
    while first > 0 and not is_boundary(tokens[first - 1], words):
        first -= 1
    if tokens[first] in words.nobody and first + 1 < predicate.first and tokens[first + 1] not in words.bounds:
        return True
    if not found or found[-1].lemma not in words.denying or found[-1].tense is Tense.UNREAL:
        return False
    border = border_between(tokens, found[-1].main + 1, predicate.first, words)
    return border is None or tokens[border] in words.complementizers


def _auxiliary_group(tokens: list[str], at: int, words: Words) -> Predicate | None:
    """Read a group that begins with an auxiliary; None where none begins here."""
    seen = set[str]()
    negated = False
    i = at
    while i < len(tokens) and i < at + 9:
        word = tokens[i]
        role = _role(word, words)
        negative = word in words.negations
        negated |= negative
        if role:
            seen.add(role)
        elif not seen:
            return None
        elif not (negative or word in words.adverbs or word.endswith("ly")):
            break
        i += 1
    i = min(i, len(tokens) - 1)
    if "been" in tokens[at:i] or "be" in tokens[at:i]:
        seen.add("be_past" if "have" in seen else "be_present")
    tense, main = _tense(seen, tokens, i, words.verb(tokens[i]), words)
    if negated:
        tense = Tense.UNREAL
    head = words.verb(tokens[main])
    is_copula = tense in (Tense.STATE, Tense.WAS) or (
        tense is Tense.PLANNED and head is None and "be" in tokens[at:main]
    )
    copula = "be" if "be_past" in seen or "be_present" in seen else "have"
    lemma = copula if is_copula else head.lemma if head else tokens[main]
    active = ("be_past" not in seen and "be_present" not in seen) or (head is not None and head.ing)
    return Predicate(at, max(at, main), tense, lemma, active and lemma in words.saying)


def _role(word: str, words: Words) -> str:
    """Return which auxiliary a token is or ends in ("he'll"), empty if none."""
    role = words.auxiliaries.get(word, "")
    if not role and "'" in word:
        role = words.auxiliaries.get(word[word.rindex("'") :], "")
    return role


def _tense(seen: set[str], tokens: list[str], at: int, verb: Verb | None, words: Words) -> tuple[Tense, int]:
    """Judge an auxiliary group whose first word that is no auxiliary stands at `at`; return the tense and the main verb's place."""
    be = "be_past" in seen or "be_present" in seen
    before_present = "be_past" in seen or "have" in seen
    tense = Tense.WAS if "be_past" in seen or "had" in tokens[:at] else Tense.STATE
    main = at - 1
    if "modals" in seen:
        tense, main = (Tense.UNREAL if "have" in seen else Tense.POSSIBLE), at
    elif "will" in seen or (be and words.to in tokens[max(0, at - 2) : at]):
        tense, main = Tense.PLANNED, at
    elif (be and tokens[at] in words.planning_participles) or (
        "have" in seen and verb is not None and verb.lemma in words.planning and tokens[at + 1 : at + 2] == [words.to]
    ):
        goes_on = tokens[at + 1 : at + 2] == [words.to] and at + 2 < len(tokens)
        tense, main = Tense.PLANNED, at + 2 if goes_on else at
    elif verb is not None and ((verb.participle and (be or "have" in seen)) or (verb.ing and be)):
        tense, main = (Tense.PAST if before_present else Tense.PRESENT), at
    elif verb is not None and verb.base and "do" in seen:
        tense, main = Tense.PAST, at
    return tense, main


def _simple_verb(tokens: list[str], at: int, words: Words) -> Predicate | None:
    """Read a verb without auxiliary: a past, a present that plans or stages something, or an "-ing" behind a preposition."""
    verb = words.verb(tokens[at])
    if verb is None or "-" in tokens[at]:
        return None
    if at == 0:
        return Predicate(at, at, Tense.PAST, verb.lemma) if verb.participle and not verb.base else None
    before = tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if verb.ing:
        is_deed = before in words.gerund_openers and following not in words.prepositions
        return Predicate(at, at, Tense.GERUND, verb.lemma) if is_deed else None
    subject = tokens[at - 2] if at > 1 and before in words.adverbs else before
    # "The quarter ended Sept. 30": both are times.
    ends_time = not before and not following and verb.lemma in words.ending
    if (
        ends_time
        or subject in words.determiners
        or subject in words.prepositions
        or subject == words.aside
        or subject.endswith("'s")
    ):
        return None
    return _finite_verb(tokens, at, verb, following, words)


def _finite_verb(tokens: list[str], at: int, verb: Verb, following: str, words: Words) -> Predicate | None:
    """Read a past or present that has a subject before it."""
    before = tokens[at - 1]
    saying = verb.lemma in words.saying
    if verb.lemma in words.planning and following == words.to:
        return Predicate(at, min(at + 2, len(tokens) - 1), Tense.PLANNED, verb.lemma)
    if (
        (verb.base or verb.present)
        and verb.lemma in words.planning
        and following in words.determiners
        and before != words.to
    ):
        return Predicate(at, at, Tense.PLANNED, verb.lemma)
    if verb.past and before != words.to and not (verb.base and before in PUNCTUATION and "," not in tokens[1 : at - 1]):
        tense = Tense.WAS if verb.lemma in words.states else Tense.PAST
        tense = Tense.STATE if verb.lemma in words.attitudes else tense
        return Predicate(at, at, Tense.UNREAL if before in words.never else tense, verb.lemma, saying)
    if verb.present and verb.lemma in words.stative:
        return Predicate(at, at, Tense.STATE, verb.lemma)
    # "The rights expire on Nov. 21": a plural's present, where a date follows.
    is_plural = verb.base and before != words.to and verb.lemma in words.staged and "" in tokens[at + 1 : at + 4]
    is_told = verb.present and saying and following not in words.prepositions
    is_staged = verb.present and (
        verb.lemma in words.staged or (verb.lemma in words.dated and "" in tokens[at + 1 : at + 4])
    )
    if is_plural or ((is_told or is_staged) and following not in words.boundaries):
        return Predicate(at, at, Tense.PRESENT, verb.lemma, saying and not is_plural)
    return None
