"""Judges whether what a sentence predicates is an event, and of which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.events.clauses import Tense

if TYPE_CHECKING:
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

_SUBJECT_REACH = 6
"""How many words before a verb its subject is looked for."""


def kind_of(predicate: Predicate, period: Period, *, ahead: bool) -> EventKind | None:
    """Return the kind of event that a dated predicate states; None where it is denied, supposed or thought.

    `ahead`: the period lies after the article's day.
    """
    match predicate.tense:
        case Tense.PLANNED:
            return EventKind.PLANNED
        case Tense.UNREAL:
            # Reported speech puts a plan in the past: "said the talks would resume on Monday".
            return EventKind.PLANNED if predicate.would and ahead else None
        case Tense.STATE:
            is_appointed = ahead and predicate.lemma == "be" and period.granularity <= Granularity.DAY
            return EventKind.PLANNED if is_appointed else None
        case Tense.PRESENT if period.granularity > Granularity.MONTH:
            return None
    return EventKind.PLANNED if ahead else EventKind.REPORTED


def happening(sentence: Sentence, predicates: list[Predicate], words: Words, *, is_lead: bool) -> int | None:
    """Return the index of the predicate by which a sentence without a date tells of something done, None where it tells of nothing.

    Only plain deeds count: a strong verb in the past with a subject that is not the speaker, outside quotations and relative
    clauses. The article's lead counts with any deed, and with a present that stages one ("a meeting starts in Brussels").
    """
    for index, predicate in enumerate(predicates):
        subject = sentence.words[max(0, predicate.first - _SUBJECT_REACH) : predicate.first]
        told = predicate.tense is Tense.PAST and (predicate.lemma in words.strong or (is_lead and not predicate.saying))
        staged = predicate.tense is Tense.PRESENT and is_lead and predicate.lemma in words.staged
        if (
            (told or staged)
            and not sentence.quoted[predicate.first]
            and words.firsts.isdisjoint(subject)
            and words.relatives.isdisjoint(subject[-2:])
        ):
            return index
    return None


def goes_on(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether an undated predicate can be of the day of the sentence before: it narrates, and nobody reports it."""
    is_perfect = sentence.words[predicates[index].first] in words.have
    return not is_perfect and not any(predicate.saying for predicate in predicates[:index])
