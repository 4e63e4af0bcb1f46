"""What a sentence opens with before whom it is about: marks, a heading, a dateline's day, "In addition,", "After his return,"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import AND_OF_NAMES, DASHES, OPENING, PUNCTUATION
from timeline_app.ingest.extraction.events.extents import opens_clause
from timeline_app.ingest.extraction.events.subjects import opens_phrase

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Sentence
    from timeline_app.ingest.extraction.events.nouns import Dated
    from timeline_app.ingest.extraction.events.words import Words

# The places that a report opens with: "WASHINGTON, D.C. - ", "GENEVA (TNA) — ".
_DATELINE = re.compile(
    r"[A-Z]{3}[A-Z .]{0,30}(?:, (?:[A-Z][\w.]+ ?){1,3})?(?: ?\([A-Z][\w ]{1,30}\))?(?: - | ?-- | ?[–—] ?)(?=[\w“\"])"
)

_NAME = 4
"""How many words make a name before a colon, all with capitals: "Vladimir Putin: I met him"."""

_LABEL = 14
"""How many words can name who speaks, before the colon."""


def can_be_left(tokens: list[str], leading: Dated, subject: int, verb: int, words: Words) -> bool:
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


def skip_heading(sentence: Sentence, first: int, dated: Dated | int, verb: int, words: Words) -> int:
    """Step over a heading that runs into its text: "Arms to Indonesia On Jan. 18, 2007, | Ann Roe pleaded guilty"."""
    tokens = sentence.words
    if isinstance(dated, int) or not first < dated.first - 1 < verb or tokens[dated.last + 1] != ",":
        return first
    opens = tokens[dated.first - 1] in words.date_prepositions and sentence.is_capital(dated.first - 1)
    is_apart = opens and (tokens[dated.first - 2] not in PUNCTUATION or tokens[dated.first - 2] in DASHES)
    return dated.last + 2 if is_apart and dated.last + 2 < verb else first


def behind_leading(tokens: list[str], first: int, verb: int, words: Words) -> int:
    """Step over the rest of a phrase that a leading expression begins: "From 1939 | to the outbreak of the war, the town"."""
    commas = [at for at in range(first + 1, verb) if tokens[at] == ","]
    if tokens[first] == "," and len(commas) == 1 and commas[0] < verb - 1:
        # "On 29 May, the Day of Peace, | the city met": what the day is called.
        chunk = tokens[commas[0] + 1 : verb]
        is_list = words.conjunction in chunk or AND_OF_NAMES in chunk
        are_both = tokens[first + 1] in words.determiners and chunk[0] in words.determiners | words.persons
        return commas[0] + 1 if are_both and not is_list else first
    if tokens[first] not in words.limits and tokens[first] != words.to:
        return first
    return next((at + 1 for at in range(first, verb - 1) if tokens[at] == ","), first)


def skip_phrases(tokens: list[str], first: int, end: int, words: Words) -> int:
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


def skip_introduction(sentence: Sentence, first: int, verb: int, words: Words) -> int:
    """Step over marks, a speaker's label, connectives ("In addition,") and "According to ...," before the verb."""
    tokens = sentence.words
    first = _skip_dateline(sentence, _skip_label(sentence, first, verb), verb)
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


def _skip_dateline(sentence: Sentence, first: int, verb: int) -> int:
    """Step over the place that a report opens with: "GENEVA (TNA) - | The ship sank"."""
    if first >= verb:
        return first
    dateline = _DATELINE.match(sentence.text, sentence.starts[first], sentence.starts[verb])
    if dateline is None:
        return first
    return next((at for at in range(first, verb) if sentence.starts[at] >= dateline.end()), first)


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
    at = behind_time(tokens, first + (ended is not None and ended.participle and ended.lemma in words.ending), words)
    return at + 1 if at > first and not tokens[at - 1] and tokens[at : at + 1] == [","] else first


def behind_time(tokens: list[str], first: int, words: Words) -> int:
    """Return the token behind the time that begins here: "on Friday | they left"; `first` where none does."""
    at = first
    while at < len(tokens) and (not tokens[at] or tokens[at] in words.date_prepositions):
        at += 1
    while at > first and tokens[at - 1]:
        at -= 1
    return at
