"""How much of a sentence is evidence of an event: all of it, but for what is told of another time.

"Juanita Castro, who arrived in Miami in 1961, believes that ..." says of 1961 only that she arrived; the evidence of a dated clause
leaves out the undated ones around it whose verb is of the article's own time, and who reported it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    OPENING,
    PUNCTUATION,
    Tense,
    border_between,
    is_attribution,
    is_relative,
    relative_end,
)
from timeline_app.ingest.extraction.events.extents import before_source, did_not_happen
from timeline_app.ingest.extraction.events.subjects import behind_saying

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.extents import Extent
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.words import Words

_OF_NOW = frozenset({Tense.STATE, Tense.PRESENT, Tense.PLANNED, Tense.POSSIBLE})


def evidence(
    sentence: Sentence,
    predicates: list[Predicate],
    dated: Dated,
    index: int,
    others: frozenset[int],
    words: Words,
    *,
    extent: Extent | None = None,
) -> Span:
    """Return the span of the clause of predicate `index` with whatever else in the sentence may be of its time.

    What is dated is that predicate, whose `extent` is given, or a noun in its clause. All of the title stands in the span.
    `others` are the predicates with dates of their own: theirs is another event, and what both share, such as a subject, is
    evidence of each.
    """
    tokens = sentence.words
    own = predicates[index]
    first, end = dated.noun or (dated.first, dated.last + 1)
    low, high = min(own.first, dated.first, first), max(own.main, dated.last, end - 1)
    if extent is not None:
        low, high = min(low, extent.clause.start), max(high, extent.end - 1)
    start = _start(tokens, predicates, index, low, others, words)
    if dated.noun is not None and own.first < first and _tells_of_now(tokens, predicates, index, words):
        # "She is planning for | the summit in April": she is not planning it then.
        start = min(first, dated.first)
    elif extent is not None and _is_description(tokens, predicates, index, extent, words):
        start = max(start, extent.clause.start)
    if dated.noun is None and is_attribution(tokens, predicates, index, words):
        start = 0
    end = _end(tokens, predicates, dated, index, high, others, words)
    while tokens[end - 1] == ",":
        end -= 1
    return sentence.starts[start], sentence.ends[end - 1] if end < len(tokens) else sentence.end


def _start(
    tokens: list[str], predicates: list[Predicate], index: int, low: int, others: frozenset[int], words: Words
) -> int:
    """Return the token that the evidence begins with, `low` or one before it."""
    own = predicates[index]
    for i in range(index - 1, -1, -1):
        other, following = predicates[i], predicates[i + 1].first
        if other.main >= low:
            continue
        border = border_between(tokens, other.main + 1, following, words)
        if i in others:
            if border is not None and following - border > 1:
                return min(_after(tokens, other.main, border, following, words), low)
        elif (
            other.saying
            or other.lemma in words.attitudes
            or _is_of_now(tokens, own, other, words)
            or (other.tense is Tense.UNREAL and border is not None and tokens[border] == ";")
        ):
            return min(_after(tokens, other.main, border, following, words), low)
    return 0


def _end(
    tokens: list[str],
    predicates: list[Predicate],
    dated: Dated,
    index: int,
    high: int,
    others: frozenset[int],
    words: Words,
) -> int:
    """Return the token behind the evidence, which goes on behind `high`."""
    if dated.noun is None and is_relative(tokens, predicates, index, words):
        return max(relative_end(tokens, predicates, index, words), high + 1)
    for i in range(index + 1, len(predicates)):
        other = predicates[i]
        if other.first <= high:
            continue
        border = border_between(tokens, high + 1, other.first, words)
        is_source = _tells_what_was_said(tokens, predicates, i, words) or is_attribution(tokens, predicates, i, words)
        is_another = (
            (i in others and not predicates[index].saying)
            or is_source
            or _is_of_now(tokens, predicates[index], other, words)
            or did_not_happen(tokens, predicates, index, i, words)
            or (border is not None and tokens[border] == ";" and _went_before(tokens, predicates[index], other, words))
        )
        if is_another and border is not None:
            return border
    return before_source(tokens, high, words)


def _is_of_now(tokens: list[str], own: Predicate, other: Predicate, words: Words) -> bool:
    """Tell whether another verb of the sentence, without a date, tells how things are while this one tells what was done."""
    verb = words.verb(tokens[other.first])
    was_decided = other.tense is Tense.PLANNED and verb is not None and verb.past
    return other.tense in _OF_NOW and own.tense not in _OF_NOW and not was_decided


def _went_before(tokens: list[str], own: Predicate, other: Predicate, words: Words) -> bool:
    """Tell whether a further clause only tells what had led to it: "Labour won; | voters had turned against a government"."""
    is_perfect = other.tense is Tense.PAST and tokens[other.first] in words.have
    # "; he had returned hours before" was on the same day.
    is_near = any(not word or word in words.soon for word in tokens[other.main + 1 : other.main + 3])
    return is_perfect and not is_near and own.tense is Tense.PAST and tokens[own.first] not in words.have


def _tells_what_was_said(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a saying has a clause behind it: "said they had decided", and not "added two cents"."""
    own = predicates[index]
    if not own.saying or index + 1 == len(predicates):
        return False
    border = border_between(tokens, own.main + 1, predicates[index + 1].first, words)
    return border is None or tokens[border] in words.complementizers


def _after(tokens: list[str], main: int, border: int | None, verb: int, words: Words) -> int:
    """Return where the clause of `verb` begins behind another one's, with the noun that it describes if it is a relative one."""
    if border is None:
        return main + 1
    is_relative = tokens[border] in words.relatives
    if not is_relative or (tokens[border] in words.complementizers and verb - border > 1):
        is_joint = tokens[border] in words.complementizers or tokens[border] in words.openers
        return (
            behind_saying(tokens, border + 1, verb, words)
            if is_joint or tokens[border] in PUNCTUATION - OPENING
            else border
        )
    at = border - 1 if tokens[border - 1] in PUNCTUATION else border
    while at > main + 1 and tokens[at - 1] not in words.prepositions and tokens[at - 1] not in PUNCTUATION:
        at -= 1
    return at


def _tells_of_now(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether the verb before a dated noun is of the article's own time, and the noun alone of the other."""
    own = predicates[index]
    is_now = own.tense in _OF_NOW or tokens[own.first] in words.have
    return is_now and not is_relative(tokens, predicates, index, words)


def _is_description(tokens: list[str], predicates: list[Predicate], index: int, extent: Extent, words: Words) -> bool:
    """Tell whether a clause only describes somebody: "freed | a man who was held in May", and not "drowned when it sank in May"."""
    clause = extent.clause
    is_time = words.when in (tokens[clause.verb], tokens[max(0, clause.start - 1)])
    return not is_time and is_relative(tokens, predicates, index, words)
