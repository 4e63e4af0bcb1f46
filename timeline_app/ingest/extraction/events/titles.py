"""Makes an event's title: a clause of the sentence in its own words, without what merely introduces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    QUOTES,
    Tense,
    border_between,
    closing_quote,
    is_attribution,
    is_boundary,
    is_reduced,
    is_relative,
)
from timeline_app.ingest.extraction.events.elisions import subject_cut
from timeline_app.ingest.extraction.events.extents import MAX_TITLE, find_extent
from timeline_app.ingest.extraction.events.introductions import (
    behind_leading,
    behind_time,
    can_be_left,
    skip_heading,
    skip_introduction,
    skip_phrases,
)
from timeline_app.ingest.extraction.events.lines import elided, one_line, shorten
from timeline_app.ingest.extraction.events.subjects import is_adverb

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.extents import Extent
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.words import Words

_NOTE = 3
"""How many tokens the number of a note is: "[11]"."""

_PLAIN = 60
"""Characters of a line that is so short that it is left whole, though what comes between a subject and its verb is another's."""

_TELLING = 15
"""Characters of a title that at least are to stand behind its verb."""


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
    told = _told(sentence, predicates, dated, index, extent, words)
    if told != index:
        return clause_title(
            sentence, predicates, told, find_extent(sentence, predicates, told, frozenset(), words), words
        )
    tokens, own = sentence.words, predicates[index]
    clause, end = extent.clause, extent.end
    note = tokens[clause.start : clause.start + _NOTE]
    first = clause.start + (_NOTE if note[::2] == ["[", "]"] and note[1].isdigit() else 0)
    whole = first
    if not isinstance(dated, int) and dated.leads and can_be_left(tokens, dated, first, own.first, words):
        first = behind_leading(tokens, max(first, dated.last + 1), own.first, words)
    first = skip_heading(sentence, first, dated, own.first, words)
    first = skip_introduction(sentence, first, own.first, words)
    is_verb = tokens[own.first] in words.auxiliaries and "'" not in tokens[own.first]
    if first >= own.first and clause.start < clause.subject_end and is_verb:
        first = whole  # "One, dated 2000, was on paper of the old government": the time stands within the subject.
    joint = None if isinstance(dated, int) else dated.joint
    parted = [] if joint is None else [at for at in range(*joint) if tokens[at] and tokens[at] not in words.joining]
    if not parted or own.tense is Tense.WAS:
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
            behind_time(tokens, first, words), clause.subject_end
        )  # the other verb's: "On Friday | they … left on Monday"
    if clause.skips and first < clause.subject_end and ("" in skipped or len(line) > room):
        return _skipping(sentence, predicates, index, (first, clause.subject_end), (clause.verb, end), words)
    if len(line) <= MAX_TITLE or end <= clause.verb:
        return shorten(sentence.slice(first, end), words)
    if sentence.starts[clause.verb] - sentence.starts[first] >= MAX_TITLE // 2:
        first = skip_phrases(tokens, first, clause.subject_end, words)
    if sentence.ends[own.main] - sentence.starts[first] <= MAX_TITLE - _TELLING:
        return shorten(sentence.slice(first, end), words)  # the verb is told, and something of what follows it
    return _skipping(sentence, predicates, index, (first, clause.subject_end), (clause.verb, end), words)


def _told(
    sentence: Sentence, predicates: list[Predicate], dated: Dated | int, index: int, extent: Extent, words: Words
) -> int:
    """Return the index of the verb to be told of an event: not that of a description which the time does not stand with.

    "On Monday a boy, called but Ivan, | was rescued", "Crews | were called to the hotel, set on a hill, at 9 o'clock", "In 2017
    the firm | joined on the building of a tool called Wand".
    """
    tokens, own, clause = sentence.words, predicates[index], extent.clause
    verb = words.verb(tokens[own.main])
    is_bare = own.first == own.main and verb is not None and (verb.participle or own.tense is Tense.GERUND)
    if isinstance(dated, int) or not is_bare or own.saying:
        return index
    behind = tokens[own.main + 1] if own.main + 1 < len(tokens) else ""
    describes = not behind or behind in words.prepositions | words.adverbs or behind == words.aside
    is_inserted = tokens[own.first - 1] == "," and describes  # not "the firm, | reputed dealers"
    before = predicates[index - 1] if index else None
    is_adjective = is_adverb(tokens[own.first - 1], words) and tokens[own.first - 2] in words.determiners
    if is_adjective and index + 1 < len(predicates) and not describes:
        return index + 1  # "The originally | planned launch on Monday was put off"
    if is_inserted and dated.last < own.first - 1 and (before is None or before.main < dated.first):
        following = predicates[index + 1].first if index + 1 < len(predicates) else 0
        if following and tokens[following - 1] == "," and own.tense is not Tense.GERUND:
            return index + 1
    if before is None or before.tense is Tense.GERUND or is_relative(tokens, predicates, index - 1, words):
        return index
    start = clause.verb if clause.skips else clause.start
    is_description = clause.skips and own.tense is Tense.GERUND
    is_description |= not clause.skips and (is_inserted or is_reduced(tokens, predicates, index, words))
    stands_before = before.main < dated.first and dated.last < start
    stands_behind = is_inserted and "," in tokens[own.main : dated.first] and own.main < dated.first
    return index - 1 if is_description and (stands_before or stands_behind) else index


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
    # "Tanks, | guided missiles" may be no verb.
    is_apart = sentence.words[rest[0] - 1] == "," and predicates[index].first == predicates[index].main
    if is_told or is_apart or not between:
        return shorten(sentence.slice(subject[0], rest[1]), words)
    return elided("", sentence.slice(*rest), words)


def attribution_title(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> str:
    """Return the title of a saying that ends its sentence: what was said, shortened, and who said it."""
    tokens, verb = sentence.words, predicates[index].first
    border = closing_quote(tokens, verb)
    if border is None:
        border = border_between(tokens, 1, verb, words)
    start = skip_introduction(sentence, 0, verb, words)
    whole = sentence.slice(start, len(tokens))
    # Words in quotation marks before "announced" are no quotation that ends there.
    is_quoted = border is not None and tokens[border] in QUOTES
    is_said = border is not None and (not is_quoted or tokens[border - 1] == "," or tokens[0] in QUOTES)
    if border is None or not is_said or len(one_line(whole)) <= MAX_TITLE:
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
    while (
        end < len(tokens) and sentence.is_capital(end - 1) and sentence.is_capital(end) and _is_word(tokens[end], words)
    ):
        end += 1  # "2018 Ballot | Integrity Act"
    if end < len(tokens) and tokens[end - 1] and tokens[end] in words.completing:
        end = _complement_end(sentence, end, words)
    return shorten(sentence.slice(first, end), words)


def _is_word(word: str, words: Words) -> bool:
    """Tell whether a token is a word that can stand in a name, and no time."""
    return word != "" and not is_boundary(word, words) and word not in words.prepositions | words.auxiliaries.keys()


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
