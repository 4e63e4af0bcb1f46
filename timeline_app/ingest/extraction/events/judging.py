"""Judges whether what a sentence predicates is an event, and of which kind."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import EventKind
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.events.clauses import (
    PUNCTUATION,
    STRONG_STOPS,
    Tense,
    border_between,
    is_reduced,
    is_relative,
)
from timeline_app.ingest.extraction.events.expressions import is_ahead, is_over

if TYPE_CHECKING:
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words

_SUBJECT_REACH = 12
"""How many words before a verb its subject is looked for."""


def kind_of(
    sentence: Sentence,
    predicate: Predicate,
    period: Period,
    words: Words,
    published: Period | None,
    *,
    is_told: bool = False,
    is_until: bool = False,
) -> EventKind | None:
    """Return the kind of event that a dated predicate states; None where it is denied, supposed, thought, or somebody's own talk.

    `published` is the article's day: what lies behind it was not planned, what lies before it did not happen. `is_told`: somebody
    said so in the past, in which "will" becomes "would". `is_until`: the period ends what was so before.
    """
    ahead = is_ahead(period, published)
    over = is_over(period, published)
    subject = _subject(sentence, predicate)
    is_now = published is not None and period.overlaps(published)
    is_past = over and period.granularity >= Granularity.YEAR
    if _is_talk(sentence, predicate, subject, words, is_now=is_now, is_past=is_past, is_over=over):
        return None
    is_event = True
    is_perfect = sentence.words[predicate.first] in words.have
    match predicate.tense:
        case Tense.PLANNED:
            verb = words.verb(sentence.words[predicate.first])
            # "Pledged to send them by the end of June" is a plan until June is over, "agreed on Monday to send them" a deed.
            is_due = period.start is None and not over
            was_decided = verb is not None and verb.past and verb.lemma in words.planning and not ahead and not is_due
            return EventKind.REPORTED if was_decided else EventKind.PLANNED
        case Tense.POSSIBLE:
            # Reported speech puts a plan so, too: "said the talks would resume on Monday".
            is_vague = over or (
                not is_told and subject[-1:] and (subject[-1] in words.pronouns or subject[-1] in words.persons)
            )
            return None if is_vague else EventKind.PLANNED
        case Tense.UNREAL:
            # "Has not moved since Monday" tells what has been so from then on.
            # "Did not open until Monday": then it did.
            # "It was not until Monday that it opened" tells so of another verb.
            is_cleft = (
                sentence.words[predicate.main] in words.negations and subject[-1:] and subject[-1] in words.pronouns
            )
            is_late = is_until and not is_cleft and _is_negated(sentence, predicate, words)
            is_event = (is_perfect and period.end is None) or is_late
        case Tense.STATE:
            is_event = ahead and predicate.lemma == "be" and period.granularity <= Granularity.DAY
        case Tense.WAS:
            is_pointless = predicate.lemma == "be" and subject[-1:] and subject[-1] in words.pronouns - {words.there}
            is_event = not is_pointless and (period.end is not None or is_perfect)
        case Tense.PAST if predicate.lemma in words.planning and sentence.words[predicate.main + 1 :][:1] == [
            words.due
        ]:
            return EventKind.PLANNED
        case Tense.PAST:
            # "Has fallen since May" is a fall; "was the third since May" counts.
            # So is "the mine, closed since 2008".
            is_lasting = is_perfect or sentence.words[max(0, predicate.first - 1)] == ","
            is_event = period.end is not None or period.granularity <= Granularity.DAY or is_lasting
        case Tense.PRESENT:
            is_deed = predicate.lemma not in words.states and predicate.lemma not in words.attitudes
            is_limit = ahead and predicate.lemma in words.ending | words.starting  # "It expires in 2030."
            is_near = is_limit or period.granularity <= Granularity.MONTH
            is_event = is_deed and is_near and not period.is_open
    if not is_event:
        return None
    return EventKind.PLANNED if ahead else EventKind.REPORTED


def _is_talk(
    sentence: Sentence,
    predicate: Predicate,
    subject: list[str],
    words: Words,
    *,
    is_now: bool,
    is_past: bool,
    is_over: bool,
) -> bool:
    """Tell whether a predicate is the speaker's own talk, a source named in passing, what an aim consists in, or a mere setting."""
    match predicate.tense:
        case Tense.GERUND if is_now and not words.firsts.isdisjoint(sentence.words):
            return True  # "Thank you for joining us today."
        case Tense.PLANNED if _is_aim(sentence, predicate, subject, words):
            return True
        case Tense.PLANNED if is_past and words.auxiliaries.get(sentence.words[predicate.first]) == "be_present":
            return True  # "The novel is set in 1920."
    is_own = _speaks_of_himself(sentence, predicate, subject, words) and predicate.lemma not in words.strong
    if is_own and is_over and predicate.tense is Tense.PAST:
        # "On 3 May we marched to the ford" is a deed, "we saw it yesterday" is none.
        no_deeds = words.states | words.attitudes | words.recollections
        is_own = predicate.saying or predicate.lemma in no_deeds
    return is_own or (predicate.saying and subject[:1] == [words.aside])


def _is_aim(sentence: Sentence, predicate: Predicate, subject: list[str], words: Words) -> bool:
    """Tell whether "is to" says what something consists in, and not what is planned: "one of our tasks today is to build it"."""
    is_to = predicate.main - predicate.first <= 3 and sentence.words[predicate.first + 1 : predicate.first + 2] == [
        words.to
    ]
    return is_to and not words.aims.isdisjoint(subject)


def _is_negated(sentence: Sentence, predicate: Predicate, words: Words) -> bool:
    """Tell whether the verb group itself says no: "did not open", and not "if it opens"."""
    is_elided = predicate.first > 0 and sentence.words[predicate.first - 1] in words.never
    return is_elided or not words.negations.isdisjoint(sentence.words[predicate.first : predicate.main + 1])


def _subject(sentence: Sentence, predicate: Predicate) -> list[str]:
    """Return the words before a verb, from the last mark on: its subject is among them."""
    words = sentence.words[max(0, predicate.first - _SUBJECT_REACH) : predicate.first]
    for i in range(len(words) - 1, -1, -1):
        if words[i] in PUNCTUATION:
            return words[i + 1 :]
    return words


def _speaks_of_himself(sentence: Sentence, predicate: Predicate, subject: list[str], words: Words) -> bool:
    """Tell whether the subject is the speaker, and not a king: "Darius I finished it"."""
    first = predicate.first - len(subject)
    # "We're" is subject and verb in one, "will we be" has its subject within.
    verb = sentence.words[predicate.first : predicate.main + 1]
    for at, word in enumerate([*subject, *verb], first):
        is_king = word == words.regnal and at > 0 and sentence.is_capital(at - 1)
        if word in words.firsts and not (is_king and sentence.words[at - 1] not in words.connectives):
            return True
    return False


def happening(sentence: Sentence, predicates: list[Predicate], words: Words, *, is_lead: bool) -> int | None:
    """Return the index of the predicate by which a sentence without a date tells of something done, None where it tells of nothing.

    Only plain deeds count: a strong verb in the past, with nobody speaking of himself, outside quotations and relative clauses. An
    article's lead counts with whatever it says first that somebody did, and with a present that stages one ("a meeting starts").
    """
    if not words.firsts.isdisjoint(sentence.words):
        return None
    for index, predicate in enumerate(predicates):
        if sentence.quoted[predicate.first]:
            continue
        if is_lead and predicate.tense is Tense.PRESENT and predicate.lemma in words.staged:
            return index
        is_aside = _is_subordinate(sentence.words, predicates, index, words)
        if predicate.tense is not Tense.PAST or is_aside or is_relative(sentence.words, predicates, index, words):
            continue
        if is_reduced(sentence.words, predicates, index, words) or _is_habit(sentence, predicate, words):
            continue
        is_perfect = sentence.words[predicate.first] in words.have
        is_first = all(before.tense is Tense.GERUND for before in predicates[:index])
        if (
            is_lead
            and is_first
            and not (predicate.saying and predicate.lemma not in words.acts)
            and not (is_perfect and (words.since in sentence.words or predicate.lemma not in words.deeds))
        ):
            return index
        if not is_perfect and _is_deed(sentence.words, predicate, words):
            return index
    return None


def plain_past(sentence: Sentence, predicates: list[Predicate], words: Words) -> int | None:
    """Return the index of the verb by which a sentence tells what was done or said, weaker than `happening`: any simple past.

    It has to be the sentence's own: unquoted, in no subordinate clause, and nobody's talk of himself.
    """
    behind = 0
    for index, predicate in enumerate(predicates):
        if sentence.quoted[predicate.first] or predicate.tense is Tense.GERUND:
            continue
        if behind and "," not in sentence.words[behind : predicate.first]:
            continue  # still in the clause that a conjunction opened: "Although it carried a doll equipped with sensors, ..."
        if _is_subordinate(sentence.words, predicates, index, words) or is_relative(
            sentence.words, predicates, index, words
        ):
            behind = predicate.main + 1
            continue
        if is_reduced(sentence.words, predicates, index, words) or _describes_subject(
            sentence, predicates, index, words
        ):
            continue
        is_plain = predicate.tense is Tense.PAST and (
            sentence.words[predicate.first] not in words.have or _is_earlier(sentence, predicate, words)
        )
        if _is_habit(sentence, predicate, words):
            return None
        is_own_talk = _speaks_of_himself(sentence, predicate, _subject(sentence, predicate), words)
        return index if is_plain and not is_own_talk else None
    return None


def _is_subordinate(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a verb stands in a clause that a conjunction opens: "came after | Sanders and Obama announced it"."""
    first = predicates[index].first
    for at in range(first - 1, predicates[index - 1].main if index else -1, -1):
        if tokens[at] in words.subordinators:
            return True
        if tokens[at] == "," or tokens[at] in STRONG_STOPS or tokens[at] in words.relatives:
            return False
    return False


def _is_earlier(sentence: Sentence, predicate: Predicate, words: Words) -> bool:
    """Tell whether it was done just before what is told: "had fled hours earlier"."""
    # As the article has them: they can be a time expression.
    span = slice(predicate.main + 1, predicate.main + 4)
    behind = [sentence.text[a:b].lower() for a, b in zip(sentence.starts[span], sentence.ends[span], strict=True)]
    return any(one in words.soon and other in words.earlier for one, other in pairwise(behind))


def _is_habit(sentence: Sentence, predicate: Predicate, words: Words) -> bool:
    """Tell whether it was done over a long time: "formerly billed itself", "often spoke"."""
    return not words.habitual.isdisjoint(sentence.words[max(0, predicate.first - 2) : predicate.main + 1])


def _describes_subject(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a participle stands before its sentence's verb with no border between: "a man arrested in May was there"."""
    own, following = predicates[index], predicates[index + 1 : index + 2]
    verb = words.verb(sentence.words[own.main])
    if not following or own.main > own.first or own.saying or verb is None or not verb.participle:
        return False
    verb_behind = following[0].first
    if sentence.words[own.first - 1] == "," and sentence.words[verb_behind - 1] == ",":
        return True  # "The move, called prorogation, came on Monday."
    is_finite = sentence.words[verb_behind] in words.auxiliaries
    return is_finite and border_between(sentence.words, own.main + 1, verb_behind, words) is None


def _is_deed(tokens: list[str], predicate: Predicate, words: Words) -> bool:
    """Tell whether a past is a strong verb and no participle: "police killed two" and not "two killed in"."""
    if predicate.lemma not in words.strong:
        return False
    if predicate.main > predicate.first or predicate.lemma in words.intransitive:
        return True
    verb = words.verb(tokens[predicate.main])
    following = tokens[predicate.main + 1 : predicate.main + 2]
    is_active = verb is not None and not verb.participle
    return is_active or not (words.prepositions.issuperset(following) or words.boundaries.issuperset(following))
