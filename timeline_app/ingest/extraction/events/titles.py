"""Makes an event's title: a clause of the sentence in its own words, without what merely introduces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    AND_OF_NAMES,
    OPENING,
    PUNCTUATION,
    border_between,
    is_attribution,
)
from timeline_app.ingest.extraction.events.extents import MAX_TITLE

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.extents import Extent
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.words import Words

_EDGE = " \t\r\n.,;:—–-_*•·"
_QUOTE_MARKS = "\"'“”‘’«»`"
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))
# Where a line that is too long is best cut: before a mark or a small word, and not within a name.
_GAP = re.compile(r"[,;:]? (?=[^\W\d_A-Z])|[,;] ")


_NAME = 4
"""How many words make a name before a colon, all with capitals: "Vladimir Putin: I met him"."""

_LABEL = 14
"""How many words can name who speaks, before the colon."""

# Markdown's emphasis, code and links.
_MARKUP = re.compile(
    r"\*\*|__|(?<!`)`(?!`)|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)|\[(?=[^\]\n]+\]\()|\]\((?:[^)\s]*|\{\{[^{}]*\}\})\)|</?[a-zA-Z][^<>]*>"
)
_MARKS = frozenset("*_`[<")


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
    first = clause.start
    if not isinstance(dated, int) and dated.leads and _opens(tokens, dated, first, own.first, words):
        first = max(first, dated.last + 1)
    first = _skip_introduction(sentence, first, own.first, words)
    joint = None if isinstance(dated, int) else dated.joint
    if joint is not None and joint[0] > own.main:
        # "The bill passed … the senate on Friday": the house is another event's.
        return _elided(sentence.slice(first, own.main + 1), sentence.slice(joint[0], min(end, joint[1])))
    if joint is not None and joint[1] > own.main:
        end = min(end, joint[1])
    is_long = end > clause.verb and len(sentence.slice(first, end)) > MAX_TITLE
    if is_long and sentence.starts[clause.verb] - sentence.starts[first] >= MAX_TITLE // 2:
        first = _skip_phrase(tokens, first, clause.subject_end, words)
    if first >= clause.subject_end:
        return shorten(sentence.slice(first, end))
    subject, rest = sentence.slice(first, clause.subject_end), sentence.slice(clause.verb, end)
    is_apart = clause.subject_end < clause.verb or len(subject) >= MAX_TITLE // 2
    if not (is_long or clause.skips) or not is_apart:
        return shorten(sentence.slice(first, end))
    return _elided(subject, rest)


def attribution_title(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> str:
    """Return the title of a saying that ends its sentence: what was said, shortened, and who said it."""
    border = border_between(sentence.words, 1, predicates[index].first, words)
    whole = sentence.slice(0, len(sentence.words))
    if border is None or len(_line(whole)) <= MAX_TITLE:
        return shorten(whole)
    return _elided(sentence.slice(0, border), sentence.slice(border + 1, len(sentence.words)))


def phrase_title(sentence: Sentence, noun: Span, words: Words) -> str:
    """Return the title of an event that a noun phrase names, without its article: "March 24 Extraordinary NATO Summit"."""
    first, end = noun
    while first < end - 1 and sentence.words[first] in words.determiners:
        first += 1
    return shorten(sentence.slice(first, end))


def shorten(text: str, room: int = MAX_TITLE) -> str:
    """Return a line of at most `room` characters: bare of outer marks, capitalised, cut between words, best between phrases."""
    line = _cut(_line(text), room)
    return line[:1].upper() + line[1:]


def _opens(tokens: list[str], leading: Dated, subject: int, verb: int, words: Words) -> bool:
    """Tell whether a leading expression can be left off: "On Monday, ...", and not "In the 2019 school year, ..."."""
    is_determined = leading.first > 0 and tokens[leading.first - 1] in words.determiners
    return (
        leading.last + 1 < verb
        and leading.first - subject <= 3
        and tokens[max(0, leading.first - 1)] not in OPENING
        and (not is_determined or tokens[leading.last + 1] == ",")
    )


def _skip_phrase(tokens: list[str], first: int, end: int, words: Words) -> int:
    """Step over the phrases that a long sentence opens with: "Following his talks with the minister, the envoy ..."."""
    at, joints = first, {words.conjunction, AND_OF_NAMES}
    while at < end - 1:
        comma = next((i for i in range(at, end - 1) if tokens[i] == ","), None)
        if comma is None:
            break
        opens = tokens[at] in words.prepositions or tokens[at] in words.openers or tokens[at].endswith("ing")
        # "During the talks of Cyprus, Greece and Israel on Monday, the minister ...": the first comma is one of a list.
        is_tail = at > first and "" in tokens[at:comma] and not joints.isdisjoint(tokens[at:comma])
        # "Shooting crews of the ORT, VGTRK and NTV channels": so is this one.
        is_list = "" not in tokens[first:end] and not joints.isdisjoint(tokens[comma + 1 : comma + 4])
        if is_list or not (opens or is_tail or not tokens[at] or (comma == at + 1 and at > first)):
            break
        at = comma + 1
    return at


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
        joins = (tokens[first] in words.subordinators and "," not in tokens[first:verb]) or (
            first > 0
            and tokens[first] in words.complementizers
            and tokens[first + 1] != ","  # "That, to me, is the meaning"
            and tokens[first + 1] not in words.auxiliaries
        )
        if is_mark or (joins and verb - first > 1):
            behind = first + 1
        elif tokens[first : first + 2] == words.attributing and "," in tokens[first:verb]:
            behind = max(i for i in range(first, verb) if tokens[i] == ",") + 1
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
    at = first
    while at < len(tokens) and (not tokens[at] or tokens[at] in words.date_prepositions):
        at += 1
    return at + 1 if at > first and not tokens[at - 1] and tokens[at : at + 1] == [","] else first


def _line(text: str) -> str:
    """Return the text on one line, without marks at its edges, and without half of a pair of quotes or brackets."""
    if not _MARKS.isdisjoint(text):
        text = _MARKUP.sub("", text)
    line = " ".join(text.split()).lstrip(_EDGE)
    bare = line.rstrip(_EDGE)
    last_word = bare.rpartition(" ")[2]
    # The stop of "U.S." belongs to the word.
    line = bare + "." if "." in last_word and line[len(bare) :].startswith(".") else bare
    if len(line) > 1 and line[0] in _QUOTE_MARKS and line[-1] in _QUOTE_MARKS:
        line = line.strip(_QUOTE_MARKS).rstrip(".,;")
    if line.startswith("(") and line.endswith(")") and "(" not in line[1:]:
        line = line[1:-1].rstrip(_EDGE)
    for opening, closing in _PAIRS:
        if line.startswith(opening) and closing not in line[1:]:
            line = line[1:].lstrip()
        if line.endswith(closing) and opening not in line[:-1]:
            line = line[:-1].rstrip(" .,;")
    return line


def _elided(head: str, tail: str) -> str:
    """Return two stretches of a sentence with an ellipsis for what stands between them."""
    head = shorten(head, MAX_TITLE // 2).rstrip("…")
    return f"{head} … {_cut(_line(tail), MAX_TITLE - len(head) - 3)}"


def _cut(line: str, room: int) -> str:
    """Cut a line that is too long before the last phrase or word that still fits, and say so with an ellipsis."""
    if len(line) <= room:
        return line
    at = line.rfind(" ", 0, room)
    for gap in _GAP.finditer(line, room * 8 // 10, room):
        at = gap.start()
    return line[: at if at > 0 else room - 1].rstrip(_EDGE) + "…"
