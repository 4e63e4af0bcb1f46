"""Makes an event's title: a clause of the sentence in its own words, without what merely introduces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    AND_OF_NAMES,
    OPENING,
    PUNCTUATION,
    Tense,
    border_between,
    closing_quote,
    is_attribution,
    is_boundary,
)
from timeline_app.ingest.extraction.events.elisions import subject_cut
from timeline_app.ingest.extraction.events.extents import MAX_TITLE, opens_clause
from timeline_app.ingest.extraction.events.lines import elided, one_line, shorten
from timeline_app.ingest.extraction.events.subjects import opens_phrase

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.extents import Extent
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.words import Words

_NAME = 4
"""How many words make a name before a colon, all with capitals: "Vladimir Putin: I met him"."""

_NOTE = 3
"""How many tokens the number of a note is: "[11]"."""

_PLAIN = 60
"""Characters of a line that is so short that it is left whole, though what comes between a subject and its verb is another's."""

_TELLING = 15
"""Characters of a title that at least are to stand behind its verb."""

_LABEL = 14
"""How many words can name who speaks, before the colon."""


def predicate_title(
    sentence: Sentence, predicates: list[Predicate], dated: Dated | int, extent: Extent, words: Words
) -> str:
    """Return the title of the event that a predicate states; `dated` is the predicate's index, or what dates it."""
    index = dated if isinstance(dated, int) else dated.predicate
    assert index is not None
    if is_attribution(sentence.words, predicates, index, words):
        return attribution_title(sentence, predicates, index, words)
    return clause_title(sentence, predicates, dated, extent, words)


def clause_title(
    sentence: Sentence, predicates: list[Predicate], dated: Dated | int, extent: Extent, words: Words
) -> str:
    """Return the title of the event that a predicate states.

    A saying keeps its speaker and what was said; any other event loses who reported it. What stands between a subject and its
    verb is left out, with an ellipsis, where it belongs to another verb or the title would get too long. An expression that dates
    the predicate from before its clause is left out: the date is shown beside the title.

    Args:
        sentence: The sentence.
        predicates: Its predicates.
        dated: The predicate's index, or what dates it.
        extent: Its clause.
        words: The language's words.
    """
    index = dated if isinstance(dated, int) else dated.predicate
    assert index is not None
    tokens, own = sentence.words, predicates[index]
    clause, end = extent.clause, extent.end
    note = tokens[clause.start : clause.start + _NOTE]
    first = clause.start + (_NOTE if note[::2] == ["[", "]"] and note[1].isdigit() else 0)
    whole = first
    if not isinstance(dated, int) and dated.leads and _opens(tokens, dated, first, own.first, words):
        first = _behind_leading(tokens, max(first, dated.last + 1), own.first, words)
    first = _skip_introduction(sentence, first, own.first, words)
    is_verb = tokens[own.first] in words.auxiliaries and "'" not in tokens[own.first]
    if first >= own.first and clause.start < clause.subject_end and is_verb:
        first = whole  # "One, dated 2000, was on paper of the old government": the time stands within the subject.
    joint = None if isinstance(dated, int) else dated.joint
    told = [] if joint is None else [at for at in range(*joint) if tokens[at] and tokens[at] not in words.joining]
    if not told or own.tense is Tense.WAS:
        joint = None  # "In 1984, 1994 | and 2017": nothing but a time.
    if joint is not None and joint[0] > own.main:
        # "The bill passed … the senate on Friday": the house is another event's.
        return elided(sentence.slice(first, own.main + 1), sentence.slice(joint[0], min(end, joint[1])), words)
    if joint is not None and joint[1] > own.main:
        end = min(end, joint[1])
    line = one_line(sentence.slice(first, end))
    skipped = tokens[clause.subject_end : clause.verb]
    is_inserted = "," in tokens[clause.subject_end - 1 : clause.subject_end + 1]
    room = MAX_TITLE if own.tense is Tense.GERUND else 0 if is_inserted else _PLAIN
    if clause.skips:
        first = min(
            _behind_time(tokens, first, words), clause.subject_end
        )  # the other verb's: "On Friday | they … left on Monday"
    if clause.skips and first < clause.subject_end and ("" in skipped or len(line) > room):
        return _skipping(sentence, predicates, index, (first, clause.subject_end), (clause.verb, end), words)
    if len(line) <= MAX_TITLE or end <= clause.verb:
        return shorten(sentence.slice(first, end), words)
    if sentence.starts[clause.verb] - sentence.starts[first] >= MAX_TITLE // 2:
        first = _skip_phrase(tokens, first, clause.subject_end, words)
    if sentence.ends[own.main] - sentence.starts[first] <= MAX_TITLE - _TELLING:
        return shorten(sentence.slice(first, end), words)  # the verb is told, and something of what follows it
    return _skipping(sentence, predicates, index, (first, clause.subject_end), (clause.verb, end), words)


def _skipping(
    sentence: Sentence, predicates: list[Predicate], index: int, subject: Span, rest: Span, words: Words
) -> str:
    """Return the title of a subject and its verb without what stands between them, where both surely are of one clause.

    Else it is the plain line from the subject on, if the verb is still told in it; the verb alone if it is not.
    """
    cut = subject_cut(sentence, predicates, subject, rest, words)
    if cut == rest[0]:
        return shorten(sentence.slice(subject[0], rest[1]), words)
    if cut is not None:
        return elided(sentence.slice(subject[0], cut), sentence.slice(*rest), words)
    is_told = sentence.ends[predicates[index].main] - sentence.starts[subject[0]] <= MAX_TITLE
    between = [p for p in predicates[:index] if p.first >= subject[0]]
    if is_told or not between:
        return shorten(sentence.slice(subject[0], rest[1]), words)
    return elided("", sentence.slice(*rest), words)


def attribution_title(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> str:
    """Return the title of a saying that ends its sentence: what was said, shortened, and who said it."""
    tokens, verb = sentence.words, predicates[index].first
    border = closing_quote(tokens, verb)
    if border is None:
        border = border_between(tokens, 1, verb, words)
    start = _skip_introduction(sentence, 0, verb, words)
    whole = sentence.slice(start, len(tokens))
    if border is None or len(one_line(whole)) <= MAX_TITLE:
        return shorten(whole, words)
    return elided(sentence.slice(start, border), sentence.slice(border + 1, len(tokens)), words, room=MAX_TITLE // 2)


def phrase_title(sentence: Sentence, noun: Span, words: Words) -> str:
    """Return the title of an event that a noun phrase names, without its article: "March 24 Extraordinary NATO Summit".

    It goes on with what the event was of, against or between: "Wednesday's airstrikes | against rebels in Herat".
    """
    tokens, (first, end) = sentence.words, noun
    while first < end - 1 and tokens[first] in words.determiners:
        first += 1
    if not tokens[end - 1]:
        end = _noun_end(sentence, end, words)
    if end < len(tokens) and tokens[end - 1] and tokens[end] in words.completing:
        end = _complement_end(sentence, end, words)
    return shorten(sentence.slice(first, end), words)


def _noun_end(sentence: Sentence, start: int, words: Words) -> int:
    """Return where the noun phrase ends within which a time stands: "preparations for the 2014 | Winter Olympics", else `start`.

    Only a bare year or a name's time can stand so: "the talks on Monday | failed" ends with its day.
    """
    tokens, end = sentence.words, start
    if not sentence.text[sentence.starts[start - 1] : sentence.ends[start - 1]].isdigit():
        return start
    is_name = start < len(tokens) and sentence.is_capital(start) and tokens[start - 2] not in words.within
    is_within = tokens[start - 2] in words.determiners or is_name
    while is_within and end < len(tokens) and tokens[end] and not is_boundary(tokens[end], words):
        verb = words.verb(tokens[end])
        is_verb = verb is not None and (verb.past or verb.ing) and not sentence.is_capital(end)
        if is_verb or tokens[end] in words.auxiliaries or tokens[end] in words.prepositions | words.determiners:
            break
        end += 1
    return end


def _complement_end(sentence: Sentence, start: int, words: Words) -> int:
    """Return where the phrase ends that says what an event was of: "of two aid workers | raises fears"."""
    tokens, end = sentence.words, start + 1
    while end < len(tokens) and tokens[end]:
        is_capital = sentence.is_capital(end)
        joins = tokens[end] == words.conjunction and (
            tokens[start] != words.of or sentence.is_capital(min(end + 1, len(tokens) - 1))
        )
        if not joins and is_boundary(tokens[end], words):
            break
        verb = words.verb(tokens[end])
        if not is_capital and (tokens[end] in words.auxiliaries or (verb is not None and not verb.participle)):
            break
        end += 1
    while tokens[end - 1] in words.joining or tokens[end - 1].endswith("'s"):
        end -= 1
    return max(start, end)


def _opens(tokens: list[str], leading: Dated, subject: int, verb: int, words: Words) -> bool:
    """Tell whether a leading expression can be left off: "On Monday, ...", and not "In the 2019 school year, ..."."""
    is_determined = leading.first > 0 and tokens[leading.first - 1] in words.determiners
    following = tokens[leading.last + 1 : verb]
    is_within = following[:1] != [","] and following[:1] != [] and following[0] in words.within and "," not in following
    return (
        leading.last + 1 < verb
        and not is_within  # "The late 1960s in the U.S. became a time of protest"
        and leading.first - subject <= 3
        and tokens[max(0, leading.first - 1)] not in OPENING
        and (not is_determined or tokens[leading.last + 1] == ",")
    )


def _behind_leading(tokens: list[str], first: int, verb: int, words: Words) -> int:
    """Step over the rest of a phrase that a leading expression begins: "From 1939 | to the outbreak of the war, the town"."""
    if tokens[first] not in words.limits and tokens[first] != words.to:
        return first
    return next((at + 1 for at in range(first, verb - 1) if tokens[at] == ","), first)


def _skip_phrase(tokens: list[str], first: int, end: int, words: Words) -> int:
    """Step over the phrases that a long sentence opens with: "Following his talks with the minister, the envoy ..."."""
    commas = [at for at in range(first, end - 1) if tokens[at] == ","]
    if not commas or not opens_phrase(tokens, first, words):
        return first
    starts = [comma + 1 for comma in commas]
    joints = {words.conjunction, AND_OF_NAMES}
    is_list = not joints.isdisjoint(tokens[starts[-1] : end]) and tokens[starts[-1]] not in words.determiners
    if tokens[end - 1] == "," or is_list:
        # "On Monday in the capital, Ann Roe, the mayor, | left": the first that can be a subject. So in a list.
        others = joints | words.connectives.keys()
        return next(
            (at for at in starts if not opens_phrase(tokens, at, words) and tokens[at] not in others), starts[-1]
        )
    return starts[-1]


def _skip_introduction(sentence: Sentence, first: int, verb: int, words: Words) -> int:
    """Step over marks, a speaker's label, connectives ("In addition,") and "According to ...," before the verb."""
    tokens = sentence.words
    first = _skip_label(sentence, first, verb)
    # "And we're here": the verb has its subject in it.
    limit = verb + 1 if "'" in tokens[verb] else verb
    while first < verb:
        behind = first
        is_mark = tokens[first] in PUNCTUATION and tokens[first] not in OPENING
        # "After he was seen" has a verb of its own, "After his arrest, he" has not.
        opens = tokens[first] in words.subordinators or (
            tokens[first] == words.aside and opens_clause(sentence, first + 1, words)
        )
        joins = (opens and "," not in tokens[first:verb]) or (
            first > 0
            and tokens[first] in words.complementizers
            and tokens[first + 1] != ","  # "That, to me, is the meaning"
            and tokens[first + 1] not in words.auxiliaries
        )
        if is_mark or (joins and verb - first > 1):
            behind = first + 1
        elif tokens[first : first + 2] == words.attributing and "," in tokens[first:verb]:
            commas = [at for at in range(first, verb) if tokens[at] == ","]
            # "According to the report, Ann Roe, the mayor, was there" has an apposition before its verb.
            behind = (commas[0] if commas[-1] == verb - 1 else commas[-1]) + 1
            if behind == verb:
                behind = first + len(words.attributing)  # "According to | the indictment, returned in May, ..."
        elif first < _leading_date(tokens, first, words) < verb:
            behind = _leading_date(tokens, first, words)
        else:
            for phrase in words.connectives.get(tokens[first], ()):
                end = first + len(phrase)
                if tokens[first:end] == phrase and end < limit and (tokens[end] == "," or len(phrase) == 1):
                    behind = end
                    break
        if behind == first:
            break
        first = behind
    return first


def _skip_label(sentence: Sentence, first: int, verb: int) -> int:
    """Step over who speaks in a transcript or a list of quotations: "MR. PRICE: We met", "Senator Jane Roe: “We met”"."""
    tokens = sentence.words
    if ":" not in tokens[first : min(verb, first + _LABEL)]:
        return first
    colon = tokens.index(":", first)
    if tokens[colon + 1 : colon + 2] == ["“"]:
        return colon + 2
    is_name = colon - first <= _NAME and all(sentence.is_capital(at) for at in range(first, colon))
    return colon if is_name else first


def _leading_date(tokens: list[str], first: int, words: Words) -> int:
    """Return the token behind the time that a clause opens with, and its comma: "On Monday, | ..."; `first` where there is none."""
    ended = words.verb(tokens[first])
    # "For the quarter | ended Sept. 30, it earned"
    at = _behind_time(tokens, first + (ended is not None and ended.participle and ended.lemma in words.ending), words)
    return at + 1 if at > first and not tokens[at - 1] and tokens[at : at + 1] == [","] else first


def _behind_time(tokens: list[str], first: int, words: Words) -> int:
    """Return the token behind the time that begins here: "on Friday | they left"; `first` where none does."""
    at = first
    while at < len(tokens) and (not tokens[at] or tokens[at] in words.date_prepositions):
        at += 1
    while at > first and tokens[at - 1]:
        at -= 1
    return at
