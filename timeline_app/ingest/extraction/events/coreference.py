"""Which event told before a sentence speaks of again: "The blast killed nine people" is of the day on which a bomb exploded.

Heads are compared, as in the simplest resolvers of event coreference: a definite noun goes back to the latest dated event of its
kind, where a kind is a list of nouns and verbs for one sort of event ("attack, bombing, blast" and "bomb, explode").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import Tense, is_boundary
from timeline_app.ingest.extraction.events.subjects import find_clause

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.inheritance import Told
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.readings import Reading
    from timeline_app.ingest.extraction.events.words import Words

_HEAD = 5
"""How many words a determiner may stand before its noun: "the second car bomb attack"."""

_OF_DEEDS = (Tense.PAST, Tense.PLANNED)


@dataclass(frozen=True, slots=True)
class Again:
    """An event that is spoken of again: the report that dated it, and the words that go back to it."""

    told: Told
    words: str


@dataclass(slots=True)
class Known:
    """The dated events of an article so far: of each kind the latest."""

    by_kind: dict[str, Told] = field(default_factory=dict)

    def learn(self, reading: Reading, dated: Dated, told: Told, words: Words) -> None:
        """Remember what a time dates: a verb's kind and its subject's, or a noun's."""
        tokens = reading.sentence.words
        heads: list[str] = []
        if dated.predicate is None:
            heads = tokens[slice(*dated.noun)] if dated.noun is not None else []
        else:
            predicate = reading.predicates[dated.predicate]
            if predicate.saying or predicate.tense not in _OF_DEEDS:
                return
            verb = words.verb_kinds.get(predicate.lemma)
            if verb is not None:
                self.by_kind[verb] = told
            if words.noun_kinds.keys().isdisjoint(tokens):
                return
            clause = find_clause(reading.sentence, reading.predicates, dated.predicate, words)
            heads = tokens[clause.start : clause.subject_end]
            if predicate.lemma in words.holding:
                heads = heads + tokens[predicate.main + 1 : predicate.main + 1 + _HEAD]
        for head in heads:
            if head in words.noun_kinds:
                self.by_kind[words.noun_kinds[head]] = told

    def may_be_met(self, told: list[str], words: Words) -> bool:
        """Tell from a sentence's mere words whether one of them can be `met` in it."""
        if not self.by_kind or words.noun_kinds.keys().isdisjoint(told):
            return False
        return any(words.noun_kinds.get(word) in self.by_kind for word in told)

    def met(self, reading: Reading, index: int, words: Words) -> Again | None:
        """Return the event that the subject of predicate `index` goes back to: "the attack", "this decision", "their meeting"."""
        sentence, tokens, predicate = reading.sentence, reading.sentence.words, reading.predicates[index]
        is_passive = tokens[predicate.first] in words.auxiliaries and predicate.tense is Tense.PAST
        if is_passive and predicate.lemma not in words.holding:
            return None  # "The attack was condemned by the minister", on whichever day.
        clause = find_clause(reading.sentence, reading.predicates, index, words)
        first = clause.start
        while first < clause.subject_end and (is_boundary(tokens[first], words) or tokens[first] in words.within):
            first += 1  # "But the blast killed nine", "In the attack, nine died"
        opening = tokens[first] if first < clause.subject_end else ""
        if opening not in words.definites and not opening.endswith("'s"):
            return None
        head = None
        for at in range(first + 1, min(first + 1 + _HEAD, clause.subject_end)):
            if tokens[at] in words.prepositions or is_boundary(tokens[at], words):
                break
            head = at
        told = None if head is None else self.by_kind.get(words.noun_kinds.get(tokens[head], ""))
        if told is None or head is None or told.reading.number >= reading.number:
            return None
        known = told.reading.sentence.words
        for at in range(first + 1, head):
            # "The second blast", "the El Paso shooting" may be another.
            if tokens[at] in words.others or (sentence.is_capital(at) and tokens[at] not in known):
                return None
        return Again(told, sentence.text[sentence.starts[first] : sentence.ends[head]])
