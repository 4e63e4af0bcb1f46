"""How much of its sentence a predicate's clause is: what its title is made of, and its evidence at least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    DASHES,
    PUNCTUATION,
    Tense,
    border_between,
    is_attribution,
    is_boundary,
    is_reduced,
    is_relative,
    relative_end,
)
from timeline_app.ingest.extraction.events.subjects import find_clause

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.subjects import Clause
    from timeline_app.ingest.extraction.events.words import Words

MAX_TITLE = 90
"""Characters; a clause that is longer leaves out what another verb tells."""

_MIN_CLAUSE = 20
"""Characters of the shortest clause that is cut out of a longer sentence."""

_MIN_OWN = 10
"""The same where what follows is an event of its own."""

_CLOSING = frozenset(')]”»"') | {"''"}


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
    end = _clause_end(sentence, predicates, index, clause.start, others, words)
    return Extent(clause, _with_subject(sentence, predicates, index, clause, end, words))


def _with_subject(
    sentence: Sentence, predicates: list[Predicate], index: int, clause: Clause, end: int, words: Words
) -> int:
    """Return the end of a clause that a sentence opens with, behind whom it tells of: "Born in Hull in 1935, | Ann Roe"."""
    tokens, own = sentence.words, predicates[index]
    verb = words.verb(tokens[own.main])
    opens = index == 0 and clause.start == clause.verb <= 1 and (clause.verb == 0 or own.tense is Tense.GERUND)
    if not opens or index + 1 == len(predicates) or verb is None or not (verb.participle or verb.ing):
        return end
    following = predicates[index + 1].first
    comma = border_between(tokens, own.main + 1, following, words)
    if comma is None or tokens[comma] != "," or following - comma == 1 or tokens[comma + 1] in words.persons:
        return end
    return max(end, following) if sentence.ends[following - 1] - sentence.starts[0] <= MAX_TITLE else end


def _goes_along(sentence: Sentence, start: int, verb: int, words: Words) -> bool:
    """Tell whether a clause only tells what went along with the next one: "In May, as | the war went on, ..."."""
    tokens = sentence.words
    at = max((at for at in range(start, verb) if tokens[at] == ","), default=start - 1) + 1
    return tokens[at] == words.aside and opens_clause(sentence, at + 1, words)


def opens_clause(sentence: Sentence, first: int, words: Words) -> bool:
    """Tell whether a subject begins behind "as": "as | the war went on", "as | Ann left", and not "as chairman he left"."""
    word = sentence.words[first]
    return word in words.determiners or word in words.persons or sentence.is_capital(first)


def _clause_end(
    sentence: Sentence, predicates: list[Predicate], index: int, start: int, others: frozenset[int], words: Words
) -> int:
    """Return where a predicate's clause ends: before who reported it, before another event, or where there is no more room."""
    tokens = sentence.words
    own = predicates[index]
    end = before_source(tokens, own.main, words)
    if is_relative(tokens, predicates, index, words) or is_reduced(tokens, predicates, index, words):
        end = relative_end(tokens, predicates, index, words)
        aside = _aside(sentence, own.main, end, words) if end < len(tokens) else None
        end = end if aside is None else aside
    is_too_long = sentence.end - sentence.starts[start] > MAX_TITLE
    # "After it fell on Monday, people fled" is two clauses.
    opens = tokens[start] in words.subordinators or (start > 0 and tokens[start - 1] in words.subordinators)
    is_subordinate = (opens and "," not in tokens[start : own.first]) or _goes_along(sentence, start, own.first, words)
    for i in range(index + 1, 0 if own.saying else len(predicates)):
        border = _border_before(sentence, own, predicates[i], words)
        if border is None or (sentence.quoted[border] and not sentence.quoted[own.main]):
            continue  # An "armed struggle" is no clause.
        if _tells_nothing(tokens, own, predicates[i], border, words):
            continue  # "The move came | after a second motion failed"
        if is_subordinate and tokens[border] == words.conjunction:
            # "When war broke out, | sons and daughters fought"
            border = max((at for at in range(own.main + 1, border) if tokens[at] == ","), default=border)
        runs_on = border + 1 == predicates[i].first and not tokens[border - 1] and _stands(tokens[border], words)
        border = _before_length(tokens, own.main + 1, _before_next_clause(tokens, own.main + 1, border, words), words)
        length = sentence.ends[border - 1] - sentence.starts[start]
        is_another = i in others or did_not_happen(tokens, predicates, index, i, words)
        has_room = not (is_subordinate or runs_on) and (
            length < (_MIN_OWN if is_another else _MIN_CLAUSE) or not (is_too_long or is_another)
        )
        if not has_room or is_attribution(tokens, predicates, i, words):
            end = min(border, end)
            break
    end = _within_dashes(tokens, start, own, end)
    while end - 1 > own.main and tokens[end - 1] not in _CLOSING:
        if not is_boundary(tokens[end - 1], words) and tokens[end - 1] not in words.prepositions:
            break
        end -= 1
    return end


def _within_dashes(tokens: list[str], start: int, own: Predicate, end: int) -> int:
    """Return the dash that closes what a dash before the clause has opened: "governments — he took office in July | — to"."""
    if start == 0 or tokens[start - 1] not in DASHES:
        return end
    return next((at for at in range(own.main + 1, end) if tokens[at] == tokens[start - 1]), end)


def _tells_nothing(tokens: list[str], own: Predicate, other: Predicate, border: int, words: Words) -> bool:
    """Tell whether a verb would stand there alone: "came | after it failed", "came two days | after", "found | that it grew"."""
    if tokens[border] == words.that:
        return own.lemma in words.showing and border == own.main + 1 and other.tense in (Tense.PAST, Tense.WAS)
    between = [word for word in tokens[own.main + 1 : border] if word and word not in words.soon and word != ","]
    return not between and tokens[border] in words.sequels and own.lemma in words.coming


def _border_before(sentence: Sentence, own: Predicate, other: Predicate, words: Words) -> int | None:
    """Return where a further verb's clause begins with all of its subject: "opened on Monday, | as heavy rains and a storm put".

    None where it is no clause of its own: "aided and | abetted", "the sweeping, | coordinated sanctions", the words of a link.
    """
    tokens, joins = sentence.words, (words.conjunction, words.alternative)
    border = border_between(tokens, own.main + 1, other.first, words)
    if border is None:
        # "We opened the shop in 2010 | there were none"
        aside = _aside(sentence, own.main, other.first, words)
        runs_on = _stands(tokens[other.first - 1], words) and not tokens[other.first - 2]
        return other.first - 1 if aside is None and runs_on else aside
    is_pair = other.first == border + 1 and tokens[border] in joins and border == own.main + 1
    if is_pair or tokens[border] in ("[", "]") or _is_adjective(tokens, border, other, words):
        return None
    if tokens[border] not in joins or tokens[border - 1] in PUNCTUATION or other.first == border + 1:
        aside = _aside(sentence, max(own.main, border), other.first, words)
        return border if aside is None else aside
    opened = words.relatives | words.subordinators | {words.aside}
    for at in range(border - 1, own.main + 1, -1):
        # "Noting | that companies" goes on; "are held, | and great and small works are sold" is cut in two.
        opens = tokens[at] in opened and (tokens[at] != words.that or words.verb(tokens[at - 1]) is None)
        if opens or (tokens[at] == "," and tokens[at + 1] in joins):
            return at
    return border


def _stands(word: str, words: Words) -> bool:
    """Tell whether a word is a subject by itself: "he", "there"."""
    return word in words.persons or word == words.there


def _aside(sentence: Sentence, start: int, verb: int, words: Words) -> int | None:
    """Return where "as" or "so" begins the clause of a verb: "closed last night | as it worked", "did it | so he could"."""
    tokens = sentence.words
    for at in range(verb - 2, start, -1):
        opens = tokens[at + 1] in words.persons | words.pronouns | words.standing
        if tokens[at] == words.aside and opens and words.aside not in tokens[at - 3 : at]:  # "as early | as they could"
            return at
        if at == verb - 2 and tokens[at] in words.boundaries and tokens[at + 1] in words.persons | words.pronouns:
            return at
    return None


def _is_adjective(tokens: list[str], border: int, other: Predicate, words: Words) -> bool:
    """Tell whether a participle behind a comma stands before its noun: "the sweeping, | coordinated sanctions"."""
    verb, at = words.verb(tokens[other.main]), other.main + 1
    is_bare = tokens[border] == "," and other.first == other.main == border + 1
    if not is_bare or verb is None or not verb.participle or not tokens[at : at + 1]:
        return False
    ends = not tokens[at] or tokens[at] in words.prepositions or tokens[at] in words.determiners
    return (
        not ends and not is_boundary(tokens[at], words) and tokens[border - 1] != "" and other.lemma not in words.strong
    )


def _before_next_clause(tokens: list[str], start: int, border: int, words: Words) -> int:
    """Return the comma before the "and" or "but" that a clause opens with, where more stands before its own border."""
    for at in range(border - 1, start, -1):
        opens = tokens[at] == "," and tokens[at + 1] in words.openers
        contrasts = opens and tokens[at + 1] not in words.subordinators | words.complementizers | {words.conjunction}
        if opens and (contrasts or tokens[at + 2] in words.prepositions):
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
