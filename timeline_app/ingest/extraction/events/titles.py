"""Makes an event's title: a clause of the sentence in its own words, without what merely introduces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import PUNCTUATION, is_boundary

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.dating import Dated
    from timeline_app.ingest.extraction.events.words import Words

MAX_TITLE = 90
"""Characters; a longer clause is cut at a sensible place and gets an ellipsis."""

_EDGE = " \t\r\n.,;:—–-"
_QUOTE_MARKS = "\"'“”‘’«»`"
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def clause_title(
    sentence: Sentence, predicates: list[Predicate], index: int, leading: Dated | None, words: Words
) -> str:
    """Return the title of the event that a predicate states.

    A saying keeps its speaker and what was said; any other event loses who reported it. `leading` is the expression that dates
    the predicate where it stands before its clause: the event's date is shown beside the title, so it need not open it.
    """
    first, end = _clause(sentence, predicates, index, words)
    if (
        leading is not None
        and leading.leads
        and leading.last + 1 < predicates[index].first
        and leading.first - first <= 3
    ):
        first = max(first, leading.last + 1)
    first = _skip_introduction(sentence, first, predicates[index].first, words)
    start = sentence.starts[first]
    stop = sentence.end if end >= len(sentence.words) else sentence.ends[end - 1]
    return shorten(sentence.text[start:stop])


def phrase_title(sentence: Sentence, noun: Span, words: Words) -> str:
    """Return the title of an event that a noun phrase names, without its article: "March 24 Extraordinary NATO Summit"."""
    first, end = noun
    while first < end - 1 and sentence.words[first] in words.determiners:
        first += 1
    return shorten(sentence.slice(first, end))


def _clause(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> Span:
    """Return the tokens of a predicate's clause, end exclusive."""
    tokens = sentence.words
    own = predicates[index]
    start = _clause_start(tokens, predicates, index, words)
    end = len(tokens)
    for following in predicates[index + 1 :]:
        if own.saying:
            break
        border = _last_boundary(tokens, own.main + 1, following.first, words)
        if border is None:
            continue
        is_tail = following.saying and following is predicates[-1] and tokens[border] == ","
        length = sentence.ends[border - 1] - sentence.starts[start]
        if is_tail or (length >= MAX_TITLE // 3 and sentence.end - sentence.starts[start] > MAX_TITLE):
            end = border
            break
    while end - 1 > own.main and (tokens[end - 1] in PUNCTUATION or tokens[end - 1] in words.boundaries):
        end -= 1
    return start, end


def _clause_start(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> int:
    """Return where the clause of a predicate begins: behind the border to the one before, if it has a subject of its own."""
    if index == 0:
        return 0
    before, own = predicates[index - 1], predicates[index]
    border = _last_boundary(tokens, before.main + 1, own.first, words)
    if border is None:
        return (
            before.main + 1
            if before.saying and own.first > before.main + 1
            else _clause_start(tokens, predicates, index - 1, words)
        )
    if own.first - border > 1 and tokens[border] not in words.relatives:
        return border + 1
    return _clause_start(tokens, predicates, index - 1, words)


def _last_boundary(tokens: list[str], start: int, end: int, words: Words) -> int | None:
    """Return the last token between two verbs at which a clause can end."""
    for i in range(end - 1, start - 1, -1):
        if is_boundary(tokens[i], words):
            return i
    return None


def _skip_introduction(sentence: Sentence, first: int, verb: int, words: Words) -> int:
    """Step over marks, connectives ("In addition,") and "According to ...," before the verb."""
    tokens = sentence.words
    while first < verb:
        behind = first
        if tokens[first] in PUNCTUATION and tokens[first] not in "([":
            behind = first + 1
        elif tokens[first : first + 2] == words.attributing and "," in tokens[first:verb]:
            behind = tokens.index(",", first) + 1
        else:
            for phrase in words.connectives.get(tokens[first], ()):
                end = first + len(phrase)
                if tokens[first:end] == phrase and end < verb and (tokens[end] == "," or len(phrase) == 1):
                    behind = end
                    break
        if behind == first:
            break
        first = behind
    return first


def shorten(text: str) -> str:
    """Return a line of at most `MAX_TITLE` characters: bare of outer marks, capitalised, cut between phrases."""
    line = " ".join(text.split()).strip(_EDGE)
    line = _balanced(line)
    if len(line) > MAX_TITLE:
        line = _cut(line)
    return line[:1].upper() + line[1:]


def _balanced(line: str) -> str:
    """Drop a quotation mark or bracket that stands alone at an edge, and a pair that encloses everything."""
    if len(line) > 1 and line[0] in _QUOTE_MARKS and line[-1] in _QUOTE_MARKS:
        line = line.strip(_QUOTE_MARKS)
    for opening, closing in _PAIRS:
        if line.startswith(opening) and closing not in line:
            line = line[1:].lstrip()
        if line.endswith(closing) and opening not in line:
            line = line[:-1].rstrip()
    if line.count('"') == 1:
        line = line.strip('"')
    return line


def _cut(line: str) -> str:
    """Cut before the last clause, phrase or word that still fits, and say so with an ellipsis."""
    room = line[: MAX_TITLE - 1]
    for marks in (
        (", ", "; ", ": ", " – ", " — ", " -- ", " which ", " who ", " while ", " after ", " when "),
        (" to ", " in ", " of ", " for ", " with ", " and ", " on ", " as ", " at "),
    ):
        at = max(room.rfind(mark) for mark in marks)
        if at >= MAX_TITLE // 2:
            return room[:at].rstrip(_EDGE) + "…"
    return room[: max(room.rfind(" "), MAX_TITLE // 2)].rstrip(_EDGE) + "…"
