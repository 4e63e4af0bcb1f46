"""Makes an event's title: a clause of the sentence in its own words, without what merely introduces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import PUNCTUATION, border_between

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.dating import Dated
    from timeline_app.ingest.extraction.events.words import Words

MAX_TITLE = 90
"""Characters; a longer clause is cut at a sensible place and gets an ellipsis."""

_MIN_CLAUSE = 30
"""Characters of the shortest clause that is cut out of a longer sentence."""

_EDGE = " \t\r\n.,;:—–-_"
_QUOTE_MARKS = "\"'“”‘’«»`"
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))
# Where a line that is too long is best cut: before a mark or a small word, and not within a name.
_GAP = re.compile(r"[,;:]? (?=[^\W\d_A-Z])|[,;] ")


def clause_title(
    sentence: Sentence, predicates: list[Predicate], index: int, leading: Dated | None, words: Words
) -> str:
    """Return the title of the event that a predicate states.

    A saying keeps its speaker and what was said; any other event loses who reported it. What stands between a subject and its
    verb is left out, with an ellipsis, where the title would get too long. `leading` is the expression that dates the predicate
    where it stands before its clause: the date is shown beside the title, so it need not open it.
    """
    own = predicates[index]
    subject, verb = _subject(sentence.words, predicates, index, words)
    end = _clause_end(sentence, predicates, index, subject, words)
    if leading is not None and leading.leads and _opens(sentence.words, leading, subject, own.first, words):
        subject = max(subject, leading.last + 1)
    subject = _skip_introduction(sentence, subject, own.first, words)
    if sentence.starts[own.first] - sentence.starts[subject] >= MAX_TITLE // 2:
        subject = _skip_phrase(sentence.words, subject, verb, words)
    whole = sentence.slice(subject, end)
    is_joined = verb == own.first
    if is_joined and (len(whole) <= MAX_TITLE or sentence.starts[verb] - sentence.starts[subject] < MAX_TITLE // 2):
        return shorten(whole)
    if verb <= subject:
        return shorten(sentence.slice(own.first, end))
    head = shorten(sentence.slice(subject, verb), MAX_TITLE // 2).rstrip("…")
    tail = _line(sentence.slice(own.first, end))
    return f"{head} … {_cut(tail, MAX_TITLE - len(head) - 3)}"


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


def _subject(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> tuple[int, int]:
    """Return where the subject of a predicate begins and where the verb behind it stands.

    The verb is another one where the predicate shares its subject: "Police [arrested two men and] freed a hostage".
    """
    for i in range(index, 0, -1):
        before, own = predicates[i - 1], predicates[i]
        border = border_between(tokens, before.main + 1, own.first, words)
        if border is None:
            if before.saying and own.first > before.main + 1:
                return before.main + 1, own.first
        elif own.first - border > 1 and tokens[border] not in words.relatives:
            return border + 1, own.first
        elif tokens[border] in words.relatives and i == index:
            return _subject(tokens, predicates, i - 1, words)[0], own.first
    first = predicates[0].first
    border = border_between(tokens, 1, first - 1, words)
    is_subordinate = border is not None and tokens[border] in words.subordinators
    return border + 1 if border is not None and is_subordinate else 0, first


def _opens(tokens: list[str], leading: Dated, subject: int, verb: int, words: Words) -> bool:
    """Tell whether a leading expression can be left off: "On Monday, ...", and not "In the 2019 school year, ..."."""
    is_determined = leading.first > 0 and tokens[leading.first - 1] in words.determiners
    return (
        leading.last + 1 < verb
        and leading.first - subject <= 3
        and (not is_determined or tokens[leading.last + 1] == ",")
    )


def _skip_phrase(tokens: list[str], first: int, verb: int, words: Words) -> int:
    """Step over the phrase that a long sentence opens with: "Following his talks with the minister, the envoy ..."."""
    if tokens[first] in words.prepositions or tokens[first] in words.openers or tokens[first].endswith("ing"):
        commas = [i for i in range(first, verb - 1) if tokens[i] == ","]
        return commas[-1] + 1 if commas else first
    return first


def _clause_end(sentence: Sentence, predicates: list[Predicate], index: int, start: int, words: Words) -> int:
    """Return where a predicate's clause ends: before who reported it, and before the next clause where there is no room for it."""
    tokens = sentence.words
    own = predicates[index]
    end = len(tokens)
    for following in () if own.saying else predicates[index + 1 :]:
        border = border_between(tokens, own.main + 1, following.first, words)
        if border is None:
            continue
        is_report = following.saying and following is predicates[-1] and tokens[border] == ","
        length = sentence.ends[border - 1] - sentence.starts[start]
        if is_report or (length >= _MIN_CLAUSE and sentence.end - sentence.starts[start] > MAX_TITLE):
            end = border
            break
    while end - 1 > own.main and (tokens[end - 1] in PUNCTUATION or tokens[end - 1] in words.boundaries):
        end -= 1
    return end


def _skip_introduction(sentence: Sentence, first: int, verb: int, words: Words) -> int:
    """Step over marks, a speaker's label, connectives ("In addition,") and "According to ...," before the verb."""
    tokens = sentence.words
    if ":" in tokens[first : min(verb, first + 5)] and sentence.slice(first, tokens.index(":", first)).isupper():
        first = tokens.index(":", first)
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


def _line(text: str) -> str:
    """Return the text on one line, without marks at its edges, and without half of a pair of quotes or brackets."""
    line = " ".join(text.split()).strip(_EDGE)
    if len(line) > 1 and line[0] in _QUOTE_MARKS and line[-1] in _QUOTE_MARKS:
        line = line.strip(_QUOTE_MARKS)
    for opening, closing in _PAIRS:
        if line.startswith(opening) and closing not in line[1:]:
            line = line[1:].lstrip()
        if line.endswith(closing) and opening not in line[:-1]:
            line = line[:-1].rstrip()
    return line


def _cut(line: str, room: int) -> str:
    """Cut a line that is too long before the last phrase or word that still fits, and say so with an ellipsis."""
    if len(line) <= room:
        return line
    at = line.rfind(" ", 0, room)
    for gap in _GAP.finditer(line, room * 6 // 10, room):
        at = gap.start()
    return line[: at if at > 0 else room - 1].rstrip(_EDGE) + "…"
