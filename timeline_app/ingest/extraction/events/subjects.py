"""Whom a predicate's clause is about: where the clause begins, and the subject that it shares with a verb before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.antecedents import described_start, noun_start, participant_start
from timeline_app.ingest.extraction.events.clauses import (
    AND_OF_NAMES,
    OPENING,
    PUNCTUATION,
    QUOTES,
    Tense,
    border_between,
    is_reduced,
    is_relative,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Predicate, Sentence
    from timeline_app.ingest.extraction.events.words import Words


_WHOLE = 70
"""Characters before a relative clause's verb that are so few that nothing of them is left out."""


_BACK = 40
"""How many verbs back a subject is looked for: a sentence can be a list without end."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a clause stands: its subject is tokens `start` to `subject_end`, its verb begins at `verb`.

    `skips`: what stands between them belongs to another verb of the same subject.
    """

    start: int
    subject_end: int
    verb: int
    skips: bool = False


def find_clause(
    sentence: Sentence, predicates: list[Predicate], index: int, words: Words, *, lends: bool = False
) -> Clause:
    """Find the clause of a predicate, with the subject that it shares with a verb before it where it has none of its own.

    `lends`: the clause is wanted for its subject only, which ends where a description begins: "the man | who", "the man |, seen".
    """
    if index > _BACK:
        predicates, index = predicates[index - _BACK :], _BACK
    tokens, verb = sentence.words, predicates[index].first
    reduced = is_reduced(tokens, predicates, index, words) or _is_apposed(sentence, predicates, index, words)
    if not (reduced and lends) and (reduced or predicates[index].tense is Tense.GERUND):
        return _clause_of_participle(sentence, predicates, index, words, reduced=reduced, lends=lends)
    if index == 0:
        return _first_clause(sentence, verb, words, lends=lends, reduced=reduced)
    before = predicates[index - 1]
    border = _border(sentence, before.main + 1, verb, words)
    if border is None:
        return _clause_behind(sentence, predicates, index, words)
    return _clause_at(sentence, predicates, index, border, words)


def _clause_at(sentence: Sentence, predicates: list[Predicate], index: int, border: int, words: Words) -> Clause:
    """Find the clause of a verb with a `border` before it, at which its clause can begin: a mark, "and", "that", "which"."""
    tokens, verb, before = sentence.words, predicates[index].first, predicates[index - 1]
    if tokens[border] in (words.conjunction, words.alternative) and border + 1 < verb:
        outer = _border(sentence, before.main + 1, border, words)
        if outer is not None and outer + 1 < border and tokens[outer] in words.relatives | words.subordinators:
            border = outer  # "the alliance | which we and others launched": both are its subject
    has_pronoun = tokens[border] in words.relatives
    # "The report that it got": with a noun before it and nobody saying, "that" is a pronoun.
    is_pronoun = tokens[border] == words.that and border > before.main + 1 and not before.saying
    is_pronoun = is_pronoun and tokens[border - 1] != ""
    is_joint = tokens[border] in words.complementizers and not is_pronoun
    if not _opens_with_verb(tokens, border, verb, words) and (not has_pronoun or is_joint):
        start = border + 1
        chunk = tokens[start:verb]
        outer = _border(sentence, before.main + 1, border, words) if tokens[border] == "," else None
        is_list = AND_OF_NAMES in chunk and chunk[0] not in words.determiners
        if is_list and outer is not None and tokens[outer] in words.relatives | words.subordinators:
            start = outer + 1  # "said that | the men in the Army, Navy and Air Force were"
        if tokens[border] in (words.conjunction, words.alternative):
            start = _behind_list(sentence, predicates, index, border, words)
        return Clause(behind_saying(tokens, start, verb, words), verb, verb)
    # "He spoke to the mayor, who left on Monday": the mayor did.
    pronoun = border - 1 if tokens[border - 1] in words.prepositions else border  # "the school | from which he went"
    described = described_start(sentence, before.main + 1, pronoun, words) if has_pronoun else None
    sharing = _lent(sentence, predicates, index, border, words)
    if has_pronoun:
        return Clause(sharing.start if described is None else described, pronoun, pronoun)
    if tokens[border] in OPENING:
        return replace(sharing, subject_end=verb, verb=verb, skips=False)
    interrupted = _interrupted(sentence, before.main + 1, border, words) if verb - border == 1 else None
    if interrupted is None and _may_describe(sentence, predicates, index, border, words):
        return replace(sharing, subject_end=verb, verb=verb, skips=False)
    if interrupted is None and _shares_auxiliary(tokens, predicates, index, border, words):
        # "Others have been seized | and beaten"
        return replace(sharing, subject_end=before.first, verb=before.first, skips=False)
    return replace(interrupted or sharing, verb=verb, skips=True)


def _may_describe(sentence: Sentence, predicates: list[Predicate], index: int, border: int, words: Words) -> bool:
    """Tell whether a participle behind a comma may be no deed of the subject: "tanks, | guided missiles", "a hotel, | set off".

    With an object it is one, and in a list of deeds: "he came, | opened the door and left".
    """
    tokens, own = sentence.words, predicates[index]
    verb, at = words.verb(tokens[own.main]), own.main + 1
    is_bare = tokens[border] == "," and own.first == own.main == border + 1 and at < len(tokens)
    if not is_bare or verb is None or not verb.participle or _is_description(tokens, predicates, index - 1, words):
        return False
    following = predicates[index + 1 : index + 2]
    joins = following and tokens[following[0].first - 1] in (words.conjunction, words.alternative, ",")
    has_object = tokens[at] in words.determiners | words.objects | words.persons or sentence.is_capital(at)
    return not (joins or has_object or own.saying or own.lemma in words.intransitive)


def _is_apposed(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a participle behind a comma describes the noun before it: "visited the church, | built in 1200".

    In a list of deeds another one follows: "shut the schools, | closed the border and banned gatherings".
    """
    tokens, own = sentence.words, predicates[index]
    verb = words.verb(tokens[own.main])
    if index > 1 and own.first == own.main and verb is not None and verb.participle:
        before = predicates[index - 1]
        is_inner = is_relative(tokens, predicates, index - 1, words) and own.first - before.main > 1
        is_inner = is_inner and not _is_description(tokens, predicates, index - 2, words)
        is_inner = is_inner and tokens[own.first - 1] not in words.adverbs  # "who had himself been | killed"
        if is_inner and _border(sentence, before.main + 1, own.first, words) is None:
            return own.lemma not in words.intransitive  # "was built by states that joined the pact | signed in May"
    is_bare = index > 0 and own.first == own.main and tokens[own.first - 1] == ","
    if not is_bare or verb is None or not verb.participle or own.lemma in words.intransitive or own.saying:
        return False
    is_awaited = _interrupted(sentence, predicates[index - 1].main + 1, own.first - 1, words) is not None
    if is_awaited or _is_description(tokens, predicates, index - 1, words):
        return False  # "after Roe, a judge, | ordered it", "the bridge, which was old, | closed in May": the verb of its clause
    following = predicates[index + 1 : index + 2]
    joins = following and tokens[following[0].first - 1] in (words.conjunction, words.alternative, ",")
    at = own.main + 1
    return not joins and (not tokens[at : at + 1] or not tokens[at] or tokens[at] in words.prepositions)


def _border(sentence: Sentence, start: int, end: int, words: Words) -> int | None:
    """Return the last token from `start` to `end` at which a clause can begin, outside quotation marks and brackets."""
    tokens = sentence.words
    border = border_between(tokens, start, end, words)
    while border is not None:
        if tokens[border] == "]" and "[" in tokens[start:border]:
            border = border_between(tokens, start, max(at for at in range(start, border) if tokens[at] == "["), words)
            continue
        if tokens[border] not in QUOTES or sentence.quoted[border] or tokens[border - 1] == ",":
            return border
        opening = border - 1
        while opening > start and sentence.quoted[opening - 1]:
            opening -= 1
        if not sentence.quoted[opening] or tokens[opening] not in QUOTES:
            return border
        border = border_between(tokens, start, opening, words)  # "Its source said “three men” | were killed"
    return border


def _clause_behind(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> Clause:
    """Find the clause of a verb with nothing between it and the last one at which a clause could begin."""
    tokens, verb, before = sentence.words, predicates[index].first, predicates[index - 1]
    if words.adverbs.issuperset(tokens[before.main + 1 : verb]) and tokens[before.first] in words.auxiliaries:
        return find_clause(
            sentence, predicates, index - 1, words
        )  # "that would otherwise | have been lifted": one verb
    tells = before.saying or before.lemma in words.attitudes or before.lemma in words.showing
    if tells and verb > before.main + 1 and tokens[before.main + 1] != words.to:  # "claimed | to have won"
        return Clause(_said_start(tokens, before.main + 1, verb, words), verb, verb)
    names = [at for at in range(before.main + 1, verb) if tokens[at] == AND_OF_NAMES]
    if names and before.tense is not Tense.GERUND and not _is_description(tokens, predicates, index - 1, words):
        return Clause(names[-1] + 1, verb, verb)  # "Roe resigned as head of Delta and | Ann Poe was sworn in"
    # "The candidates for the vote to be held in May | met": they are not only what "to be held" describes.
    describes = tokens[before.first] == words.to
    shared = find_clause(sentence, predicates, index - 1, words, lends=describes)
    return Clause(shared.start, verb, verb)


def _is_description(tokens: list[str], predicates: list[Predicate], index: int, words: Words) -> bool:
    """Tell whether a predicate only describes a noun: "which was old", "held in May"."""
    return is_reduced(tokens, predicates, index, words) or is_relative(tokens, predicates, index, words)


def _behind_list(sentence: Sentence, predicates: list[Predicate], index: int, border: int, words: Words) -> int:
    """Return where the subject begins of a verb with an "and" before it, which can stand within the subject.

    It does where no verb stands before it that could have a clause of its own: "In a study published in May, | men of A and of B
    said", "While it rained, | sons and daughters fought", "health, education and housing grew".
    """
    tokens, before = sentence.words, predicates[index - 1]
    if tokens[border - 1] in PUNCTUATION:
        return border + 1
    commas = [at for at in range(before.main + 1, border) if tokens[at] == ","]
    is_description = before.tense is Tense.GERUND or _is_description(tokens, predicates, index - 1, words)
    if is_description and index == 1 and not opens_phrase(tokens, 0, words):
        return 0  # "Graduates of schools tied to the army, the navy and the guard | were invited"
    opened = words.relatives | words.subordinators
    opener = next((at for at in range(border - 1, before.main, -1) if tokens[at] in opened), None)
    if opener is not None:
        return opener + 1  # "said that | spending on schools and roads, health and housing will grow"
    if commas:
        first = commas[0] if len(commas) > 1 and tokens[commas[0] + 1] not in words.prepositions else commas[-1]
        return first + 1
    if is_description:
        return find_clause(sentence, predicates, index - 1, words).start
    return border + 1


def opens_phrase(tokens: list[str], at: int, words: Words) -> bool:
    """Tell whether a phrase or clause begins here that is no subject: "in", "when", "as", "following", a time."""
    return (
        not tokens[at]
        or tokens[at] in words.prepositions
        or tokens[at] in words.openers
        or tokens[at] == words.aside
        or tokens[at].endswith("ing")
    )


def _lent(sentence: Sentence, predicates: list[Predicate], index: int, border: int, words: Words) -> Clause:
    """Find the clause whose subject a verb behind `border` shares: not that of a relative clause which a comma ends.

    "She spoke of her husband, who was arrested in May, and | promised": she did.
    """
    tokens, lender = sentence.words, index - 1
    if tokens[border] == ")" and "(" in tokens[:border]:
        opening = max(at for at in range(border) if tokens[at] == "(")
        earlier = [i for i in range(index) if predicates[i].first < opening]
        if not earlier:
            return Clause(0, opening, opening)  # "The centre (where men met) | opened"
        lender = earlier[-1]
    is_closed = tokens[border] == "," and border + 1 == predicates[index].first
    own = predicates[lender]
    if is_closed and lender > 0 and tokens[own.first] == words.to and tokens[own.first - 1] == ",":
        # "Announced that the region, to be called Bangsa, | would govern itself"
        start = _said_start(tokens, predicates[lender - 1].main + 1, own.first - 1, words)
        return Clause(start, own.first - 1, own.first - 1)
    ends = "," in (tokens[border], tokens[border - 1])
    while ends and lender > 0 and _is_description(tokens, predicates, lender, words):
        opener = _border(sentence, predicates[lender - 1].main + 1, predicates[lender].first, words)
        if opener is None:
            break
        # "And, with debts left behind by him, | hosted a show"
        is_phrase = tokens[opener] == "," and tokens[opener + 1] in words.prepositions
        is_apart = "," in (tokens[opener - 1], tokens[opener - 2]) and is_relative(tokens, predicates, lender, words)
        if not (is_phrase or is_apart):
            break
        lender -= 1
    lent = find_clause(sentence, predicates, lender, words, lends=True)
    if (
        is_closed
        and lent.start > 0
        and tokens[lent.start - 1] == ","
        and _is_description(tokens, predicates, lender, words)
    ):
        # "Said that the payments, a programme tied to the pandemic, | came late": the comma ends what is set beside the subject.
        floor = predicates[lender - 1].main + 1 if lender else 0
        opener = _border(sentence, floor, lent.start - 1, words)
        return Clause(floor if opener is None else opener + 1, lent.start - 1, lent.start - 1)
    return lent


def _shares_auxiliary(tokens: list[str], predicates: list[Predicate], index: int, border: int, words: Words) -> bool:
    """Tell whether a participle right behind "and" has the auxiliary of the verb before it: "were seized and | beaten"."""
    own, before = predicates[index], predicates[index - 1]
    verb = words.verb(tokens[own.main])
    is_bare = own.first == own.main and all(is_adverb(word, words) for word in tokens[border + 1 : own.first])
    following = predicates[index + 1].first if index + 1 < len(predicates) else 0
    is_list = tokens[border] == "," and words.conjunction in tokens[own.main + 1 : following]
    is_bare &= tokens[border] in (words.conjunction, words.alternative) or is_list
    is_bare &= not is_relative(tokens, predicates, index - 1, words) or is_relative(tokens, predicates, index, words)
    has_auxiliary = before.first < before.main and tokens[before.first] in words.auxiliaries
    return is_bare and has_auxiliary and verb is not None and verb.participle and before.tense is not Tense.PLANNED


def _opens_with_verb(tokens: list[str], border: int, verb: int, words: Words) -> bool:
    """Tell whether nothing, or only a time or an adverb, stands before a verb in its clause: "but | in May later withdrew"."""
    before = tokens[border + 1 : verb]
    if before == [words.aside] or (before and not before[0] and "" in before[1:]):
        return False
    is_time = "" in before and before != [""]
    return all(is_adverb(word, words) or (is_time and (not word or word in words.date_prepositions)) for word in before)


def is_adverb(word: str, words: Words) -> bool:
    """Tell whether a word can stand between a verb and its subject, and be none: "later", "eventually"."""
    return word in words.adverbs or (word.endswith("ly") and word not in words.ly_nouns and "-" not in word)


def behind_saying(tokens: list[str], start: int, verb: int, words: Words) -> int:
    """Step over the saying that a clause begins with: "restated its accounts, admitting | it had hidden costs"."""
    opening = words.verb(tokens[start])
    is_saying = (
        opening is not None
        and (opening.ing or tokens[start + 1] == words.that)
        and (opening.lemma in words.saying or opening.lemma in words.showing)
    )
    if not is_saying or start + 1 >= verb:
        return start
    return start + 2 if tokens[start + 1] == words.that and start + 2 < verb else start + 1


def _clause_of_participle(
    sentence: Sentence, predicates: list[Predicate], index: int, words: Words, *, reduced: bool, lends: bool
) -> Clause:
    """Find the clause of a participle: with the noun that it describes, or with the subject before "after being charged"."""
    tokens, verb = sentence.words, predicates[index].first
    opener = tokens[verb - 1]
    is_time = opener in words.sequels or opener in (words.since, words.by)
    if is_time and not lends and index > 0 and predicates[index - 1].tense is not Tense.GERUND:
        # The preposition stays: "She died … | after being shot".
        return replace(find_clause(sentence, predicates, index - 1, words, lends=True), verb=verb - 1, skips=True)
    having = next((at for at in (verb - 1, verb - 2) if at >= 0 and tokens[at] in words.having), None)
    if having is not None and (having == verb - 1 or tokens[verb - 1] in words.adverbs):
        return _clause_of_having(sentence, predicates, index, having, words)  # "having | left", "having been | left"
    floor = predicates[index - 1].main + 1 if index else 0
    start = participant_start(sentence, floor, verb, words) if reduced else verb
    if start == verb and opener == words.conjunction and index > 0 and is_reduced(tokens, predicates, index - 1, words):
        # "His lectures, delivered in 1971 | and published in 1975"
        return replace(find_clause(sentence, predicates, index - 1, words), verb=verb, skips=True)
    if start == verb > 1 and not lends and predicates[index].tense is Tense.GERUND:
        start = _gerund_start(sentence, predicates, index, words)
    return Clause(start, verb, verb)


def _gerund_start(sentence: Sentence, predicates: list[Predicate], index: int, words: Words) -> int:
    """Return where the clause begins of a deed that "-ing" names: of whom a participle before it speaks, else at the verb itself.

    "Two men charged with | taking part in it", "rebels lay down their arms after | making peace".
    """
    tokens, verb = sentence.words, predicates[index].first
    floor = predicates[index - 1].main + 1 if index else 0
    source = words.verb(tokens[verb - 2])
    if index and floor == verb - 1:
        return find_clause(sentence, predicates, index - 1, words).start  # "a man who was convicted of | killing two"
    if source is not None and source.participle and not source.base:
        start = noun_start(tokens, floor, verb - 2, words)
        return start if start < verb - 2 else verb
    if not index and tokens[verb - 1] in words.sequels:
        border = border_between(tokens, 0, verb - 1, words)
        return 0 if border is None else border + 1
    return verb


def _clause_of_having(sentence: Sentence, predicates: list[Predicate], index: int, having: int, words: Words) -> Clause:
    """Find who did what "having" tells: the noun before it, the one before its comma, or who did the deed before."""
    tokens = sentence.words
    floor = predicates[index - 1].main + 1 if index else 0
    before = tokens[having - 1] if having else ""
    if before == "," and (not index or border_between(tokens, floor, having - 1, words) is not None):
        start = described_start(sentence, floor, having, words)  # "but the Americans, | having broken the codes"
        return Clause(having if start is None else start, having, having)
    if index and (before == "," or before in words.sequels):
        # "She was signed, | having joined them in 2019": she joined them.
        return replace(find_clause(sentence, predicates, index - 1, words, lends=True), verb=having, skips=True)
    return Clause(noun_start(tokens, floor, having, words), having, having)


def _first_clause(sentence: Sentence, verb: int, words: Words, *, lends: bool, reduced: bool) -> Clause:
    """Find the clause of a sentence's first predicate."""
    tokens = sentence.words
    border = _border(sentence, 1, verb, words)
    if border is None:
        return Clause(0, verb, verb)
    told = words.verb(tokens[border - 1])
    tells = told is not None and told.lemma in words.saying | words.showing
    if tokens[border] == words.that and tells and verb - border > 1:
        return Clause(border + 1, verb, verb)  # "Sources indicate that | the men have been seized"
    if lends and (reduced or tokens[border] in words.relatives):
        # "For this reason, the emergency | declared in May": its first comma ends no subject.
        end = verb if reduced and border < verb - 1 and tokens[0] in words.prepositions and tokens[1] else border
        return Clause(0, end, end)
    if tokens[border] in words.relatives - {words.that, words.when}:
        # "We think of | Austin Tice, who was taken", "She serves as head of | the board, where she has served since May"
        pronoun = border - 1 if tokens[border - 1] in words.prepositions else border
        names = tokens[border] in words.agentive and verb - border == 1 and tokens[border - 1] == ","
        is_short = sentence.starts[verb] - sentence.starts[0] <= _WHOLE and not names
        described = None if is_short else described_start(sentence, 0, pronoun, words)
        return Clause(0 if described is None else described, pronoun, pronoun)
    ends = sentence.text[sentence.ends[border] :][:1].isspace() and tokens[border] == ";"
    is_own = (tokens[border] in words.subordinators or ends) and verb - border > 1
    return Clause(border + 1 if is_own else 0, verb, verb)


def _interrupted(sentence: Sentence, floor: int, comma: int, words: Words) -> Clause | None:
    """Find the subject before what a verb's comma closes: "It came after | Conley |, a judge, ordered it"."""
    tokens = sentence.words
    opener = border_between(tokens, floor, comma, words) if tokens[comma] == "," else None
    while opener is not None and tokens[opener] == ",":
        opener = border_between(tokens, floor, opener, words)
    if opener is not None and tokens[opener] in words.agentive and tokens[opener + 1] == ",":
        # "Every American | who, before the act, stayed up".
        described = described_start(sentence, floor, opener, words)
        return None if described is None else Clause(described, opener + 1, comma + 1, skips=True)
    if opener is None or tokens[opener] not in words.openers:
        return None
    if tokens[opener] == words.conjunction and tokens[opener - 1] != ",":
        return None
    # "Closed after the flood, it reopened" has but one comma.
    end = tokens.index(",", opener)
    return Clause(opener + 1, end, comma + 1) if opener + 1 < end < comma and tokens[opener + 1] else None


def _said_start(tokens: list[str], floor: int, verb: int, words: Words) -> int:
    """Return where what is said begins behind `floor`: "told the paper on Monday | they saw", "said | the bridge fell"."""
    if verb - 1 > floor and tokens[verb - 1] in words.persons:
        return verb - 1
    first = max((at + 1 for at in range(floor, verb - 1) if not tokens[at]), default=floor)
    # "Said Monday's panic shook them" has its time in what is said.
    return floor if first == floor + 1 and tokens[first] not in words.determiners else first
