"""Makes an event's title: a clause of the sentence in its own words, without what merely introduces it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    OPENING,
    PUNCTUATION,
    Tense,
    border_between,
    is_attribution,
    is_boundary,
    is_reduced,
)

if TYPE_CHECKING:
    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.words import Words

MAX_TITLE = 90
"""Characters; a longer clause is cut at a sensible place and gets an ellipsis."""

_MIN_CLAUSE = 20
"""Characters of the shortest clause that is cut out of a longer sentence."""

_EDGE = " \t\r\n.,;:—–-_*•·"
_QUOTE_MARKS = "\"'“”‘’«»`"
_CLOSING = frozenset(')]”»"') | {"''"}
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))
# Where a line that is too long is best cut: before a mark or a small word, and not within a name.
_GAP = re.compile(r"[,;:]? (?=[^\W\d_A-Z])|[,;] ")


# Markdown's emphasis, code and links.
_MARKUP = re.compile(r"\*\*|__|(?<!`)`(?!`)|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)|\[(?=[^\]\n]+\]\()|\]\([^)\s]*\)")
_MARKS = frozenset("*_`[")


def clause_title(
    sentence: Sentence, predicates: list[Predicate], dated: Dated | int, others: frozenset[int], words: Words
) -> str:
    """Return the title of the event that a predicate states.

    A saying keeps its speaker and what was said; any other event loses who reported it. What stands between a subject and its
    verb is left out, with an ellipsis, where it belongs to another verb or the title would get too long. An expression that dates
    the predicate from before its clause is left out: the date is shown beside the title.

    Args:
        sentence: The sentence.
        predicates: Its predicates.
        dated: The predicate's index, or what dates it.
        others: The predicates that have events of their own: their clauses are left to them.
        words: The language's words.
    """
    index = dated if isinstance(dated, int) else dated.predicate
    assert index is not None
    tokens, own = sentence.words, predicates[index]
    clause = _clause(tokens, predicates, index, words)
    first = clause.start
    end = _clause_end(sentence, predicates, index, first, others, words)
    if not isinstance(dated, int) and dated.leads and _opens(tokens, dated, first, own.first, words):
        first = max(first, dated.last + 1)
    first = _skip_introduction(sentence, first, own.first, words)
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


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where a clause stands: its subject is tokens `start` to `subject_end`, its verb begins at `verb`.

    `skips`: what stands between them belongs to another verb of the same subject.
    """

    start: int
    subject_end: int
    verb: int
    skips: bool = False


def _clause(
    tokens: list[str], predicates: list[Predicate], index: int, words: Words, *, lends: bool = False
) -> _Clause:
    """Find the clause of a predicate, with the subject that it shares with a verb before it where it has none of its own.

    `lends`: the clause is wanted for its subject only, which ends where a description begins: "the man | who", "the man |, seen".
    """
    verb = predicates[index].first
    if predicates[index].tense is Tense.GERUND:
        return _Clause(verb, verb, verb)
    reduced = is_reduced(tokens, predicates, index, words)
    if reduced and not lends:
        return _Clause(_noun_start(tokens, verb, words), verb, verb)
    if index == 0:
        return _first_clause(tokens, verb, words, lends=lends, reduced=reduced)
    before = predicates[index - 1]
    border = border_between(tokens, before.main + 1, verb, words)
    if border is None:
        is_said = before.saying and verb > before.main + 1
        return _Clause(before.main + 1 if is_said else _clause(tokens, predicates, index - 1, words).start, verb, verb)
    is_relative = tokens[border] in words.relatives
    if verb - border > 1 and (not is_relative or tokens[border] in words.complementizers):
        return _Clause(border + 1, verb, verb)
    sharing = _clause(tokens, predicates, index - 1, words, lends=True)
    return replace(sharing, subject_end=border, verb=border) if is_relative else replace(sharing, verb=verb, skips=True)


def _first_clause(tokens: list[str], verb: int, words: Words, *, lends: bool, reduced: bool) -> _Clause:
    """Find the clause of a sentence's first predicate."""
    border = border_between(tokens, 1, verb, words)
    if border is None:
        return _Clause(0, verb, verb)
    if lends and (reduced or tokens[border] in words.relatives):
        return _Clause(0, border, border)
    is_own = tokens[border] in words.subordinators and verb - border > 1
    return _Clause(border + 1 if is_own else 0, verb, verb)


def _noun_start(tokens: list[str], end: int, words: Words) -> int:
    """Return where the noun phrase begins that ends at `end`, or at a comma before it: "the study, published in May"."""
    start = end - 1 if end > 1 and tokens[end - 1] == "," else end
    while start > 0 and tokens[start - 1] not in words.prepositions and not is_boundary(tokens[start - 1], words):
        start -= 1
        if tokens[start] in words.determiners:
            break
    return start


def _opens(tokens: list[str], leading: Dated, subject: int, verb: int, words: Words) -> bool:
    """Tell whether a leading expression can be left off: "On Monday, ...", and not "In the 2019 school year, ..."."""
    is_determined = leading.first > 0 and tokens[leading.first - 1] in words.determiners
    return (
        leading.last + 1 < verb
        and leading.first - subject <= 3
        and (not is_determined or tokens[leading.last + 1] == ",")
    )


def _skip_phrase(tokens: list[str], first: int, end: int, words: Words) -> int:
    """Step over the phrases that a long sentence opens with: "Following his talks with the minister, the envoy ..."."""
    at = first
    while at < end - 1:
        opens = tokens[at] in words.prepositions or tokens[at] in words.openers or tokens[at].endswith("ing")
        comma = next((i for i in range(at, end - 1) if tokens[i] == ","), None)
        if comma is None or not (opens or not tokens[at] or (comma == at + 1 and at > first)):
            break
        at = comma + 1
    return at


def _clause_end(
    sentence: Sentence, predicates: list[Predicate], index: int, start: int, others: frozenset[int], words: Words
) -> int:
    """Return where a predicate's clause ends: before who reported it, before another event, or where there is no more room."""
    tokens = sentence.words
    own = predicates[index]
    end = len(tokens)
    is_too_long = sentence.end - sentence.starts[start] > MAX_TITLE
    # "After it fell on Monday, people fled" is two clauses.
    opens = tokens[start] in words.subordinators or (start > 0 and tokens[start - 1] in words.subordinators)
    is_subordinate = opens and "," not in tokens[start : own.first]
    for i in range(index + 1, 0 if own.saying else len(predicates)):
        border = border_between(tokens, own.main + 1, predicates[i].first, words)
        if border is None:
            continue
        border = _before_next_clause(tokens, own.main + 1, border, words)
        length = sentence.ends[border - 1] - sentence.starts[start]
        has_room = not is_subordinate and (length < _MIN_CLAUSE or not (is_too_long or i in others))
        if not has_room or is_attribution(tokens, predicates, i, words):
            end = border
            break
    while end - 1 > own.main and tokens[end - 1] not in _CLOSING:
        if not is_boundary(tokens[end - 1], words) and tokens[end - 1] not in words.prepositions:
            break
        end -= 1
    return end


def _before_next_clause(tokens: list[str], start: int, border: int, words: Words) -> int:
    """Return the comma before the "and" or "but" that a clause opens with, where more stands before its own border."""
    for at in range(border - 1, start, -1):
        if tokens[at] == "," and tokens[at + 1] in words.openers and tokens[at + 2] in words.prepositions:
            return at
    return border


def _skip_introduction(sentence: Sentence, first: int, verb: int, words: Words) -> int:
    """Step over marks, a speaker's label, connectives ("In addition,") and "According to ...," before the verb."""
    tokens = sentence.words
    if ":" in tokens[first : min(verb, first + 5)] and sentence.slice(first, tokens.index(":", first)).isupper():
        first = tokens.index(":", first)
    while first < verb:
        behind = first
        is_mark = tokens[first] in PUNCTUATION and tokens[first] not in OPENING
        # "After he was seen" has a verb of its own, "After his arrest, he" has not.
        joins = (tokens[first] in words.subordinators and "," not in tokens[first:verb]) or (
            tokens[first] in words.complementizers
        )
        if is_mark or (joins and verb - first > 1):
            behind = first + 1
        elif tokens[first : first + 2] == words.attributing and "," in tokens[first:verb]:
            behind = max(i for i in range(first, verb) if tokens[i] == ",") + 1
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
    if not _MARKS.isdisjoint(text):
        text = _MARKUP.sub("", text)
    line = " ".join(text.split()).lstrip(_EDGE)
    bare = line.rstrip(_EDGE)
    last_word = bare.rpartition(" ")[2]
    # The stop of "U.S." belongs to the word.
    line = bare + "." if "." in last_word and line[len(bare) :].startswith(".") else bare
    if len(line) > 1 and line[0] in _QUOTE_MARKS and line[-1] in _QUOTE_MARKS:
        line = line.strip(_QUOTE_MARKS)
    for opening, closing in _PAIRS:
        if line.startswith(opening) and closing not in line[1:]:
            line = line[1:].lstrip()
        if line.endswith(closing) and opening not in line[:-1]:
            line = line[:-1].rstrip()
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
