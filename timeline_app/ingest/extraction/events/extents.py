"""Where a predicate's clause begins and ends in its sentence: what its title is made of, and its evidence at least."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    Tense,
    border_between,
    is_attribution,
    is_boundary,
    is_reduced,
    is_relative,
    relative_end,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

MAX_TITLE = 90
"""Characters; a clause that is longer leaves out what another verb tells."""

_MIN_CLAUSE = 20
"""Characters of the shortest clause that is cut out of a longer sentence."""

_MIN_OWN = 10
"""The same where what follows is an event of its own."""

_CLOSING = frozenset(')]”»"') | {"''"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a clause stands: its subject is tokens `start` to `subject_end`, its verb begins at `verb`.

    `skips`: what stands between them belongs to another verb of the same subject.
    """

    start: int
    subject_end: int
    verb: int
    skips: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """A predicate's clause and the token behind it: all that its title is made of."""

    clause: Clause
    end: int


def find_extent(
    sentence: Sentence, predicates: list[Predicate], index: int, others: frozenset[int], words: Words
) -> Extent:
    """Find a predicate's clause and where it ends. `others` have events of their own: their clauses are left to them."""
    clause = find_clause(sentence, predicates, index, words)
    return Extent(clause, _clause_end(sentence, predicates, index, clause.start, others, words))


def find_clause(
    sentence: Sentence, predicates: list[Predicate], index: int, words: Words, *, lends: bool = False
) -> Clause:
    """Find the clause of a predicate, with the subject that it shares with a verb before it where it has none of its own.

    `lends`: the clause is wanted for its subject only, which ends where a description begins: "the man | who", "the man |, seen".
    """
    tokens, verb = sentence.words, predicates[index].first
    reduced = is_reduced(tokens, predicates, index, words)
    if not (reduced and lends) and (reduced or predicates[index].tense is Tense.GERUND):
        return _clause_of_participle(sentence, predicates, index, words, reduced=reduced, lends=lends)
    if index == 0:
        return _first_clause(sentence, verb, words, lends=lends, reduced=reduced)
    before = predicates[index - 1]
    border = border_between(tokens, before.main + 1, verb, words)
    if border is None:
        tells = before.saying or before.lemma in words.attitudes or before.lemma in words.showing
        is_said = tells and verb > before.main + 1
        said = _said_start(tokens, before.main + 1, verb, words)
        # "The candidates for the vote to be held in May | met": they are not only what "to be held" describes.
        describes = tokens[before.first] == words.to
        shared = find_clause(sentence, predicates, index - 1, words, lends=describes)
        return Clause(said if is_said else shared.start, verb, verb)
    has_pronoun = tokens[border] in words.relatives
    # "The report that it got": with a noun before it and nobody saying, "that" is a pronoun.
    is_pronoun = tokens[border] == words.that and border > before.main + 1 and not before.saying
    is_pronoun = is_pronoun and tokens[border - 1] != ""
    is_joint = tokens[border] in words.complementizers and not is_pronoun
    if verb - border > 1 and (not has_pronoun or is_joint):
        return Clause(behind_saying(tokens, border + 1, verb, words), verb, verb)
    # "He spoke to the mayor, who left on Monday": the mayor did.
    described = _described(sentence, before.main + 1, border, words) if has_pronoun else None
    sharing = find_clause(sentence, predicates, index - 1, words, lends=True)
    if has_pronoun:
        return Clause(sharing.start if described is None else described, border, border)
    interrupted = _interrupted(sentence, before.main + 1, border, words) if verb - border == 1 else None
    return replace(interrupted or sharing, verb=verb, skips=True)


def behind_saying(tokens: list[str], start: int, verb: int, words: Words) -> int:
    """Step over the saying that a clause begins with: "restated its accounts, admitting | it had hidden costs"."""
    opening = words.verb(tokens[start])
    is_saying = (
        opening is not None and opening.ing and (opening.lemma in words.saying or opening.lemma in words.showing)
    )
    if not is_saying or start + 1 >= verb:
        return start
    return start + 2 if tokens[start + 1] == words.that and start + 2 < verb else start + 1


def _clause_of_participle(
    sentence: Sentence, predicates: list[Predicate], index: int, words: Words, *, reduced: bool, lends: bool
) -> Clause:
    """Find the clause of a participle: with the noun that it describes, or with the subject before "after being charged"."""
    tokens, verb = sentence.words, predicates[index].first
    opener = tokens[verb - 1]
    is_time = opener in words.sequels or opener == words.since
    if is_time and not lends and index > 0 and predicates[index - 1].tense is not Tense.GERUND:
        return replace(find_clause(sentence, predicates, index - 1, words, lends=True), verb=verb, skips=True)
    floor = predicates[index - 1].main + 1 if index else 0
    return Clause(_participant_start(sentence, floor, verb, words) if reduced else verb, verb, verb)


def _first_clause(sentence: Sentence, verb: int, words: Words, *, lends: bool, reduced: bool) -> Clause:
    """Find the clause of a sentence's first predicate."""
    tokens = sentence.words
    border = border_between(tokens, 1, verb, words)
    if border is None:
        return Clause(0, verb, verb)
    if lends and (reduced or tokens[border] in words.relatives):
        return Clause(0, border, border)
    if tokens[border] in words.agentive and verb - border == 1 and tokens[border - 1] == ",":
        described = _described(sentence, 0, border, words)
        if described is not None:
            return Clause(described, border, border)  # "We think of | Austin Tice, who was taken"
    is_own = tokens[border] in words.subordinators and verb - border > 1
    return Clause(border + 1 if is_own else 0, verb, verb)


def _interrupted(sentence: Sentence, floor: int, comma: int, words: Words) -> Clause | None:
    """Find the subject before what a verb's comma closes: "It came after | Conley |, a judge, ordered it"."""
    tokens = sentence.words
    opener = border_between(tokens, floor, comma, words) if tokens[comma] == "," else None
    while opener is not None and tokens[opener] == ",":
        opener = border_between(tokens, floor, opener, words)
    if opener is not None and tokens[opener] in words.agentive and tokens[opener + 1] == ",":
        # "Every American | who, before the act, stayed up".
        described = _described(sentence, floor, opener, words)
        return None if described is None else Clause(described, opener + 1, comma + 1, skips=True)
    if opener is None or tokens[opener] not in words.openers:
        return None
    if tokens[opener] == words.conjunction and tokens[opener - 1] != ",":
        return None
    # "Closed after the flood, it reopened" has but one comma.
    end = tokens.index(",", opener)
    return Clause(opener + 1, end, comma + 1) if opener + 1 < end < comma and tokens[opener + 1] else None


def _said_start(tokens: list[str], floor: int, verb: int, words: Words) -> int:
    """Return where what is said begins behind `floor`: "told the paper on Monday | they saw", "said | the bridge fell"."""
    if verb - 1 > floor and tokens[verb - 1] in words.persons:
        return verb - 1
    first = max((at + 1 for at in range(floor, verb - 1) if not tokens[at]), default=floor)
    # "Said Monday's panic shook them" has its time in what is said.
    return floor if first == floor + 1 and tokens[first] not in words.determiners else first


def _described(sentence: Sentence, floor: int, pronoun: int, words: Words) -> int | None:
    """Return where the noun phrase begins, at `floor` or behind it, that a relative pronoun stands behind; None where none does.

    Before a comma that is all from the verb on: "wrote to | the judge of the case, who". Else it is the nearest noun, and the noun
    before "of": "asked for help with | the suffering of thousands who".
    """
    tokens = sentence.words
    is_apart = pronoun > floor and tokens[pronoun - 1] == ","
    end = start = pronoun - 1 if is_apart else pronoun
    if is_apart:
        while start > floor and (tokens[start - 1] == words.conjunction or not is_boundary(tokens[start - 1], words)):
            is_placed = tokens[start - 1] in words.within or tokens[start - 1] == words.of
            is_placed |= tokens[start - 2] in words.event_nouns  # "a debate between Trump and Biden, which"
            if tokens[start - 1] in words.prepositions and not is_placed and start < end and sentence.is_capital(start):
                break  # "a vision for | NATO, which"
            start -= 1
        while start < end and (tokens[start] in words.prepositions or not tokens[start]):
            start += 1
    else:
        start = _noun_start(tokens, floor, end, words)
        while start - 1 > floor and start < end and tokens[start - 1] == words.of:
            start = _noun_start(tokens, floor, start - 1, words)
    return start if start < end else None


def _participant_start(sentence: Sentence, floor: int, participle: int, words: Words) -> int:
    """Return where the noun phrase begins that a participle describes: "a bid launched", "the inquiry into it, launched"."""
    tokens = sentence.words
    if participle > floor and tokens[participle - 1] == "," and tokens[participle - 2]:
        described = _described(sentence, floor, participle, words)
        if described is not None:
            return described
    return _noun_start(tokens, floor, participle, words)


def _noun_start(tokens: list[str], floor: int, end: int, words: Words) -> int:
    """Return where the noun phrase begins that ends at `end`, or at a comma before it: "the study, published in May".

    It begins at `floor` or behind it.
    """
    start = end - 1 if end > 1 and tokens[end - 1] == "," else end
    if start > 0 and not tokens[start - 1]:
        return end
    while start > floor and tokens[start - 1] not in words.prepositions and not is_boundary(tokens[start - 1], words):
        start -= 1
        if tokens[start] in words.determiners:
            break
    return start


def _clause_end(
    sentence: Sentence, predicates: list[Predicate], index: int, start: int, others: frozenset[int], words: Words
) -> int:
    """Return where a predicate's clause ends: before who reported it, before another event, or where there is no more room."""
    tokens = sentence.words
    own = predicates[index]
    end = before_source(tokens, own.main, words)
    if is_relative(tokens, predicates, index, words) or is_reduced(tokens, predicates, index, words):
        end = relative_end(tokens, predicates, index, words)
    is_too_long = sentence.end - sentence.starts[start] > MAX_TITLE
    # "After it fell on Monday, people fled" is two clauses.
    opens = tokens[start] in words.subordinators or (start > 0 and tokens[start - 1] in words.subordinators)
    is_subordinate = opens and "," not in tokens[start : own.first]
    for i in range(index + 1, 0 if own.saying else len(predicates)):
        border = border_between(tokens, own.main + 1, predicates[i].first, words)
        if border is None:
            continue
        border = _before_length(tokens, own.main + 1, _before_next_clause(tokens, own.main + 1, border, words), words)
        length = sentence.ends[border - 1] - sentence.starts[start]
        is_another = i in others or did_not_happen(tokens, predicates, index, i, words)
        has_room = not is_subordinate and (
            length < (_MIN_OWN if is_another else _MIN_CLAUSE) or not (is_too_long or is_another)
        )
        if not has_room or is_attribution(tokens, predicates, i, words):
            end = min(border, end)
            break
    while end - 1 > own.main and tokens[end - 1] not in _CLOSING:
        if not is_boundary(tokens[end - 1], words) and tokens[end - 1] not in words.prepositions:
            break
        end -= 1
    return end


def _before_next_clause(tokens: list[str], start: int, border: int, words: Words) -> int:
    """Return the comma before the "and" or "but" that a clause opens with, where more stands before its own border."""
    for at in range(border - 1, start, -1):
        if tokens[at] == "," and tokens[at + 1] in words.openers and tokens[at + 2] in words.prepositions:
            return at
    return border


def _before_length(tokens: list[str], start: int, border: int, words: Words) -> int:
    """Return the comma before "a day after" or "hours after", of which the length says when the next clause was."""
    if tokens[border] not in words.sequels:
        return border
    at = border
    while at > start and (not tokens[at - 1] or tokens[at - 1] in words.soon or tokens[at - 1] in words.adverbs):
        at -= 1
    return at - 1 if start < at < border and tokens[at - 1] == "," else border


def did_not_happen(tokens: list[str], predicates: list[Predicate], index: int, other: int, words: Words) -> bool:
    """Tell whether a further clause tells what nobody did, or would have done: "five met | and none spoke to the press"."""
    own = predicates[index]
    if predicates[other].tense is not Tense.UNREAL or own.tense is Tense.UNREAL or own.saying:
        return False
    border = border_between(tokens, predicates[other - 1].main + 1, predicates[other].first, words)
    joins = words.openers - words.subordinators - words.complementizers
    return border is not None and (tokens[border] == ";" or tokens[border] in joins)


def before_source(tokens: list[str], last: int, words: Words) -> int:
    """Return where the source begins that a sentence ends with, ", according to ..."; its length without one."""
    for at in range(last + 1, len(tokens) - 2):
        if tokens[at] == "," and tokens[at + 1 : at + 3] == words.attributing:
            return at
    return len(tokens)
