"""Decides which words of a sentence a time expression dates: a verb, or a noun that names an event."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.period import Granularity, Period
from timeline_app.ingest.extraction.events.clauses import PUNCTUATION, Tense, border_between, is_boundary, is_reduced
from timeline_app.ingest.extraction.events.comparisons import dates_nothing
from timeline_app.ingest.extraction.events.nouns import (
    Dated,
    event_noun_behind,
    is_name,
    noun_before,
    verb_tokens,
)

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span, TimeExpression
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words


def locate(sentence: Sentence, expression: TimeExpression) -> Span | None:
    """Return the first and last token of an expression; None where it covers no token."""
    first = bisect_left(sentence.ends, expression.start + 1)
    last = bisect_left(sentence.starts, expression.end) - 1
    return (first, last) if first <= last else None


def mask(sentence: Sentence, spans: list[Span]) -> None:
    """Empty the words that time expressions cover, so that none of them is taken for a verb or a noun."""
    for first, last in spans:
        for token in range(first, last + 1):
            sentence.words[token] = ""


def govern(sentence: Sentence, predicates: list[Predicate], span: Span, period: Period, words: Words) -> Dated | None:
    """Find what an expression dates; None where it dates nothing that happened ("this year's budget")."""
    first, last = span
    before = first - 1
    while before >= 0 and sentence.words[before] in words.date_prepositions:
        before -= 1
    dated = Dated(first, last)
    if dates_nothing(sentence.words, predicates, first, before, words):
        return None
    left = max((i for i, p in enumerate(predicates) if p.main < first), default=None)
    right = min((i for i, p in enumerate(predicates) if p.first > last), default=None)
    # "The protests of June 24 were the largest" tells of the protests.
    is_described = right is not None and predicates[right].first == last + 1 and predicates[right].tense is Tense.WAS
    event = None if is_described else _noun_of(sentence, first, words)
    if event is not None:
        return dated.naming(event, last + 1)
    if _modifies_noun(sentence, first, last, words):
        return _dated_by_modifier(sentence, predicates, dated, left, right, period, words)
    # "Growth since 2020" was not in 2020, and "control of the fire by noon" is no fire of noon.
    is_limit = before + 1 < first and sentence.words[before + 1] in words.limits | {words.since}
    alone = left is None and right is None
    noun = None if is_limit else noun_before(sentence, predicates, before, words, alone=alone)
    if noun is not None:
        return dated.naming(noun, last + 1)
    of_verb = _dated_verb(sentence, predicates, dated, before, left, right, words)
    if of_verb is not None and before + 1 == first and _describes_result(sentence, last, period, words):
        return replace(of_verb, is_result=True)
    return of_verb


def _describes_result(sentence: Sentence, last: int, period: Period, words: Words) -> bool:
    """Tell whether a quarter stands before what it brought: "third-quarter | earnings"."""
    following = sentence.words[last + 1 : last + 2]
    is_word = following != [] and following[0].isalpha()
    is_part = period.granularity in (Granularity.QUARTER, Granularity.HALF)
    return is_part and is_word and following[0] not in words.prepositions and not is_boundary(following[0], words)


def _noun_of(sentence: Sentence, first: int, words: Words) -> int | None:
    """Return where the event begins of which "of Monday" tells the day: "the tragedy of 11 September", not "the end of June"."""
    tokens = sentence.words
    start = first - 2
    if (
        start < 0
        or tokens[first - 1] != words.of
        or tokens[start] not in words.event_nouns
        or tokens[start] in words.edges
    ):
        return None
    while start > 0 and not is_boundary(tokens[start - 1], words) and tokens[start - 1] not in words.prepositions:
        start -= 1
        if tokens[start] in words.determiners:
            break
    return start


def _dated_verb(
    sentence: Sentence,
    predicates: list[Predicate],
    dated: Dated,
    before: int,
    left: int | None,
    right: int | None,
    words: Words,
) -> Dated | None:
    """Give an expression to a verb on its left or right; `before` is the token before its preposition."""
    tokens = sentence.words
    leads = before < 0 or (is_boundary(tokens[before], words) and tokens[before] != words.alternative)
    if right is not None and left is not None and _is_introduced(tokens, predicates, left, right, words):
        # "In a statement issued on Monday, the ministry denied it."
        return dated.by(right)
    if right is not None and left is not None and predicates[right].first == dated.last + 1:
        border = border_between(tokens, predicates[left].main + 1, before + 1, words)
        if border is not None and border < before and tokens[border] not in words.relatives:
            return dated.by(right)  # "They were not named, and officials on Saturday played it down."
    if right is not None and (left is None or leads or predicates[left].saying):
        adjoins = predicates[right].first == dated.last + 1 and (left is None or predicates[left].main != before)
        apposed = (
            left is not None
            and tokens[before] == tokens[dated.last + 1] == ","
            and predicates[right].first == dated.last + 2
        )
        if adjoins and not leads:
            return dated.by(right)
        trails = left is not None and not words.relatives.isdisjoint(tokens[dated.last + 1 : predicates[right].first])
        if leads and not apposed and not trails and not _is_closed(sentence, dated.last, predicates[right].first):
            return dated.by(_main_verb(tokens, predicates, right, dated.last, words), leads=True)
    if left is not None and leads and left > 0 and _is_parenthetical(tokens, predicates, left):
        left -= 1
    if left is not None and left > 0 and tokens[before] == ",":
        # "Rose to 29 cents a share adjusted for the split, for the fourth quarter": it rose then.
        left -= is_reduced(tokens, predicates, left, words)
    governor = left if left is not None else right
    return None if governor is None else dated.by(governor, leads=governor == right)


def _is_introduced(tokens: list[str], predicates: list[Predicate], left: int, right: int, words: Words) -> bool:
    """Tell whether a participle belongs to what a sentence opens with, before the comma behind which its own verb stands."""
    own, verb = predicates[left], words.verb(tokens[predicates[left].main])
    if left > 0 or tokens[0] not in words.prepositions or own.main > own.first or verb is None or not verb.participle:
        return False
    happened = predicates[right].tense in (Tense.PAST, Tense.WAS, Tense.PRESENT)
    return happened and "," not in tokens[: own.first] and "," in tokens[own.main : predicates[right].first]


def _modifies_noun(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Tell "Monday's attack" and "the March 24 summit" from "on Monday"."""
    if last + 1 >= len(sentence.words):
        return False  # "They were built in the early 1960's."
    text = sentence.text
    if text[sentence.ends[last] - 2 : sentence.ends[last]] in {"'s", "’s", "s'", "s’"}:
        return True
    if text[sentence.ends[last] : sentence.ends[last] + 2] in {"'s", "’s"}:
        return True
    before = first - 1
    if first == 0:
        return False
    if (
        first == last
        and text[sentence.starts[first] : sentence.ends[first]].isdigit()
        and sentence.is_capital(last + 1)
    ):
        # "A recalled 2005 Opel"
        word = sentence.words[before]
        is_apart = not word or word in words.date_prepositions or is_boundary(word, words)
        return not is_apart and text[sentence.ends[last] : sentence.starts[last + 1]] == " "
    own = text[sentence.starts[first] : sentence.ends[first]].lower()
    determined = sentence.words[before] in words.determiners or sentence.words[before].endswith("'s")
    determined = determined or (own in words.determiners and event_noun_behind(sentence.words, last, words) is not None)
    following = sentence.words[last + 1]
    joined = text[sentence.ends[last] : sentence.starts[last + 1]] in {" ", "\n"}
    return determined and joined and following not in words.prepositions and not is_boundary(following, words)


def _dated_by_modifier(
    sentence: Sentence,
    predicates: list[Predicate],
    dated: Dated,
    left: int | None,
    right: int | None,
    period: Period,
    words: Words,
) -> Dated | None:
    """Judge a noun that an expression stands before: the subject of a verb, which it dates too, or an event by itself.

    What a quarter or half year describes is a result of that time, and the verb only tells of it: "posted a third-quarter loss".
    """
    tokens = sentence.words
    first, last = dated.first, dated.last
    head = event_noun_behind(tokens, last, words)
    # "The 2018 World Championships" tell nothing of when what is told there was.
    is_edition = head is None and period.granularity is Granularity.YEAR and sentence.is_capital(last + 1)
    if is_edition or is_name(sentence, first, last):
        return None
    start = first - 1 if first > 0 and tokens[first - 1] in words.determiners else first
    # "Jailed for his part in | the 1982 killing": not in 1982.
    if start > 0 and tokens[start - 1] in words.within and not (head is not None and tokens[start - 2] in words.roles):
        leads = start == 1 or is_boundary(tokens[start - 2], words)
        if leads and right is not None:
            return dated.by(_main_verb(tokens, predicates, right, last, words))
        if left is not None:
            return dated.by(left)
    verbs = verb_tokens(predicates)
    opening = start
    while opening > 0 and opening - 1 not in verbs and tokens[opening - 1] not in words.prepositions:
        if is_boundary(tokens[opening - 1], words):
            break
        opening -= 1
    # "After the 2019 vote, the party split": not in 2019.
    is_apart = head is not None and start > 0 and tokens[start - 1] in words.around
    # "They said Monday's panic shook the markets."
    is_said = left is not None and predicates[left].saying and predicates[left].main == opening - 1
    is_said = is_said and right is not None and border_between(tokens, last + 1, predicates[right].first, words) is None
    is_subject = not is_apart and (opening == 0 or is_said or is_boundary(tokens[opening - 1], words))
    if is_subject and right is not None and not _is_closed(sentence, last, predicates[right].first):
        # "The 1973 building was home to hundreds" tells nothing of 1973, "yesterday's decision was a mistake" of a decision.
        is_told = predicates[right].tense is not Tense.WAS
        left = right if is_told or (head is None and period.granularity is not Granularity.YEAR) else None
    elif period.granularity not in (Granularity.QUARTER, Granularity.HALF):
        left = None
    if left is not None:
        return dated.by(left, is_result=predicates[left].main < first)
    return dated.naming(start, head + 1) if head is not None else None


def attached_clause(sentence: Sentence, predicates: list[Predicate], last: int, words: Words) -> int | None:
    """Return the predicate of a clause that tells what was then: "since November, when he was found"."""
    tokens = sentence.words
    at = last + 1
    while at < len(tokens) and tokens[at] in PUNCTUATION:
        at += 1
    # "It was in 1999 that the company was sold."
    is_cleft = tokens[at : at + 1] == [words.that] and predicates[:1] != [] and predicates[0].first == 1
    if tokens[at : at + 1] != [words.when] and not (is_cleft and tokens[0] in words.pronouns):
        return None
    then = min((i for i, predicate in enumerate(predicates) if predicate.first > at), default=None)
    return None if then is None or predicates[then].tense is Tense.WAS else then


def _main_verb(tokens: list[str], predicates: list[Predicate], right: int, last: int, words: Words) -> int:
    """Return the first verb behind a leading expression that is not in its subject's clause: "On Monday, the man who ..."."""
    opened = closes = False
    for index in range(right, len(predicates)):
        first = predicates[index].first
        border = border_between(tokens, last + 1, first, words)
        # "On Monday, a candidate for the vote to be held in May spoke".
        is_inserted = tokens[first] == words.to or (border is not None and tokens[border] in words.relatives)
        if border is not None and tokens[border] in words.subordinators and index + 1 < len(predicates):
            # "In 2020, months before it was declared, the lab ordered masks."
            closes = "," in tokens[predicates[index].main + 1 : predicates[index + 1].first]
            is_inserted |= closes
        goes_on = tokens[first - 1] == "," or "," not in tokens[last + 2 : first]
        # "On Monday, police, wondering who it was, searched": what a comma opens ends with a comma.
        is_still_inserted = opened and "," not in tokens[last + 1 : first]
        if not is_inserted and not is_still_inserted and (index == right or goes_on or closes):
            return index
        opened = opened or (border is not None and "," in tokens[last + 2 : border])
        last = predicates[index].main
    return right


def _is_closed(sentence: Sentence, last: int, verb: int) -> bool:
    """Tell whether a clause ends between an expression and a verb to its right."""
    return any(word in PUNCTUATION and word != "," for word in sentence.words[last + 1 : verb])


def _is_parenthetical(tokens: list[str], predicates: list[Predicate], index: int) -> bool:
    """Tell whether a predicate is a saying between commas: ", officials said,"."""
    verb = predicates[index]
    after = tokens[verb.main + 1 : verb.main + 2]
    return (
        verb.saying
        and verb.tense is Tense.PAST
        and after == [","]
        and "," in tokens[max(0, verb.first - 6) : verb.first]
    )
