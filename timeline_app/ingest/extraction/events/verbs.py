"""Finds what a sentence predicates: its finite verbs, with tense, plan and negation, by word lists and word order.

No parser and no model: a verb group is read from its first auxiliary to its main verb. That is enough to tell "met", "will meet",
"was not met", "would have met" and "is to meet" apart, at a hundred times the speed of a parser.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.events.clauses import (
    PUNCTUATION,
    QUOTES,
    STRONG_STOPS,
    Predicate,
    Tense,
    border_between,
    is_boundary,
)

if TYPE_CHECKING:
    from timeline_app.ingest.extraction.events.clauses import Sentence
    from timeline_app.ingest.extraction.events.words import Verb, Words

_CONFESSION = 6
"""How many words can stand between "pleaded" and what was pleaded to: "guilty on Monday morning to"."""

_EXPECTED = 4
"""How many words can stand between "expect" and what is expected: "the price of oil to"."""

_PREDECESSOR = 8
"""How many tokens back a name can begin."""


def find_predicates(sentence: Sentence, words: Words) -> list[Predicate]:
    """Return the finite verb groups in order."""
    tokens = sentence.words
    found: list[Predicate] = []
    condition, behind = -1, 0
    heads = words.heads
    for at in [i for i, word in enumerate(tokens) if heads[word]]:
        word = tokens[at]
        predicate = None
        if at < behind:
            continue
        opens = at == 0 or tokens[at - 1] == ";"
        if word in words.conditions or (opens and word in words.supposing):
            condition = at  # "If the bill passes", "Had the bill passed"
        elif word in STRONG_STOPS or word in QUOTES:
            condition = -1
        elif at > 0 and "'" not in word and tokens[at - 1] not in PUNCTUATION and sentence.is_capital(at):
            pass  # a name: "Pan Am", "Will Smith"
        elif at > 0 and tokens[at - 1] == "," and _is_of_predecessor(sentence, at, words):
            pass
        elif word in words.auxiliaries or "'" in word:
            predicate = _auxiliary_group(tokens, at, words)
        elif word == words.be:
            predicate = _to_be_done(tokens, at, words)
        else:
            predicate = _simple_verb(tokens, at, words)
        if predicate is not None:
            told = predicate.saying and "," in tokens[condition:at]
            if (
                (condition >= 0 and not told)
                or _lacks(tokens, predicate, words)
                or _is_denied(tokens, predicate, found, words)
            ):
                predicate = replace(predicate, tense=Tense.UNREAL)
            found.append(predicate)
            behind = predicate.main + 1
    return found


def _is_of_predecessor(sentence: Sentence, at: int, words: Words) -> bool:
    """Tell whether a verb only says why a post is free: "Ann Roe, to be ambassador, vice Jo Doe, | resigned"."""
    low = max(0, at - _PREDECESSOR)
    if words.instead not in sentence.words[low:at]:
        return False
    instead = sentence.words.index(words.instead, low, at)
    return not sentence.is_capital(instead) and sentence.is_capital(instead + 1)


def _lacks(tokens: list[str], predicate: Predicate, words: Words) -> bool:
    """Tell whether what was done is said to be nothing: "gave no details", and not "no fewer than ten"."""
    at = predicate.main + 1
    return words.no in tokens[at : at + 1] and words.bounds.isdisjoint(tokens[at + 1 : at + 2])


def _is_denied(tokens: list[str], predicate: Predicate, found: list[Predicate], words: Words) -> bool:
    """Tell whether nobody did it, or it is said not to be so: "no flights left", "denied that he left", "rumours that he left"."""
    first = predicate.first
    while first > 0 and not is_boundary(tokens[first - 1], words):
        first -= 1
    if tokens[first] in words.nobody and first < predicate.first and tokens[first + 1] not in words.bounds:
        return True
    if first > 1 and tokens[first - 1] == words.that and _is_untrue(tokens, first - 2, words):
        return True
    if not found or found[-1].lemma not in words.denying or found[-1].tense is Tense.UNREAL:
        return False
    border = border_between(tokens, found[-1].main + 1, predicate.first, words)
    return border is None or tokens[border] in words.complementizers


def _is_untrue(tokens: list[str], at: int, words: Words) -> bool:
    """Tell whether the word before "that" makes its clause untrue: "rumours that", "it is not true that"."""
    if tokens[at] in words.true:
        return not words.negations.isdisjoint(tokens[max(0, at - 2) : at])
    return tokens[at] in words.untrue


def _auxiliary_group(tokens: list[str], at: int, words: Words) -> Predicate | None:
    """Read a group that begins with an auxiliary; None where none begins here."""
    seen = set[str]()
    negated = False
    i = at
    while i < len(tokens) and i < at + 9:
        word = tokens[i]
        role = _role(word, words)
        negative = word in words.negations
        negated |= negative
        if role:
            seen.add(role)
        elif not seen:
            return None
        elif not (negative or word in words.adverbs or word.endswith("ly")):
            break
        i += 1
    i = min(i, len(tokens) - 1)
    if "been" in tokens[at:i] or "be" in tokens[at:i]:
        seen.add("be_past" if "have" in seen else "be_present")
    tense, main = _tense(seen, tokens, i, words.verb(tokens[i]), words)
    if negated:
        tense = Tense.UNREAL
    head = words.verb(tokens[main])
    is_copula = tense in (Tense.STATE, Tense.WAS) or (
        tense is Tense.PLANNED and head is None and "be" in tokens[at:main]
    )
    copula = "be" if "be_past" in seen or "be_present" in seen else "have"
    lemma = copula if is_copula else head.lemma if head else tokens[main]
    active = ("be_past" not in seen and "be_present" not in seen) or (head is not None and head.ing)
    return Predicate(at, max(at, main), tense, lemma, active and lemma in words.saying)


def _to_be_done(tokens: list[str], at: int, words: Words) -> Predicate | None:
    """Read what is still to happen to an event: "the talks | to be held in May", "a new ship, | to be launched in May"."""
    if at < 2 or tokens[at - 1] != words.to or at + 1 >= len(tokens):
        return None
    done, noun = words.verb(tokens[at + 1]), tokens[at - 2]
    is_told_of = noun in words.event_nouns or (noun == "," and words.verb(tokens[at - 3]) is None)
    return Predicate(at - 1, at + 1, Tense.GERUND, done.lemma) if is_told_of and done and done.participle else None


def _role(word: str, words: Words) -> str:
    """Return which auxiliary a token is or ends in ("he'll"), empty if none."""
    role = words.auxiliaries.get(word, "")
    if not role and "'" in word:
        role = words.auxiliaries.get(word[word.rindex("'") :], "")
    return role


def _tense(seen: set[str], tokens: list[str], at: int, verb: Verb | None, words: Words) -> tuple[Tense, int]:
    """Judge an auxiliary group whose first word that is no auxiliary stands at `at`; return the tense and the main verb's place."""
    be = "be_past" in seen or "be_present" in seen
    before_present = "be_past" in seen or "have" in seen
    tense = Tense.WAS if "be_past" in seen or "had" in tokens[:at] else Tense.STATE
    main = at - 1
    if "modals" in seen:
        tense, main = (Tense.UNREAL if "have" in seen else Tense.POSSIBLE), at
    elif "will" in seen or (be and words.to in tokens[max(0, at - 2) : at]):
        tense, main = Tense.PLANNED, at
    elif (be and tokens[at] in words.planning_participles and not _is_up(verb, tokens[at + 1 : at + 2], words)) or (
        "have" in seen and verb is not None and verb.lemma in words.planning and tokens[at + 1 : at + 2] == [words.to]
    ):
        goes_on = tokens[at + 1 : at + 2] == [words.to] and at + 2 < len(tokens)
        tense, main = Tense.PLANNED, at + 2 if goes_on else at
    elif verb is not None and ((verb.participle and (be or "have" in seen)) or (verb.ing and be)):
        tense, main = (Tense.PAST if before_present else Tense.PRESENT), at
        if verb.lemma in words.attitudes and not be:
            tense = Tense.STATE  # "Had expected it to close": nothing happened.
        elif verb.lemma in words.states and be and tense is Tense.PAST:
            tense = Tense.WAS  # "Was located near the coast"
    elif verb is not None and verb.base and "do" in seen:
        tense, main = Tense.PAST, at
    return tense, main


def _is_up(verb: Verb | None, following: list[str], words: Words) -> bool:
    """Tell whether a small word belongs to the verb before it: "was set | up" is no plan, "is due | out" is one."""
    return verb is not None and verb.past and not words.particles.isdisjoint(following)


def _simple_verb(tokens: list[str], at: int, words: Words) -> Predicate | None:
    """Read a verb without auxiliary: a past, a present that plans or stages something, or an "-ing" behind a preposition."""
    verb = words.verb(tokens[at])
    if (
        at > 0
        and tokens[at] in words.planning_participles
        and tokens[at - 1] == ","
        and tokens[at + 1 : at + 2] == [words.to]
    ):
        # "The trial, due to open on Monday, ..."
        opened = words.verb(tokens[at + 2]) if at + 2 < len(tokens) else None
        return Predicate(at, at + 2, Tense.PLANNED, opened.lemma) if opened is not None and opened.base else None
    # "Said in a letter, dated Monday": so was the saying.
    is_dating = at > 0 and verb is not None and verb.lemma in words.bearing and tokens[at - 1] == ","
    if (
        verb is None
        or tokens[at] in words.having
        or "-" in tokens[at]
        or (is_dating and tokens[at + 1 : at + 2] == [""])
    ):
        return None
    if at == 0:
        return Predicate(at, at, Tense.PAST, verb.lemma) if verb.participle and not verb.base else None
    before = tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    is_done = before in words.having and verb.participle
    if verb.ing or is_done:
        opens = before in words.gerund_openers or (before == words.to and _is_confessed(tokens, at, words))
        is_deed = is_done or (opens and (following == words.to or following not in words.prepositions))
        return Predicate(at, at, Tense.GERUND, verb.lemma) if is_deed else None
    is_adverb = before in words.adverbs or (before.endswith("ly") and before not in words.ly_nouns)
    subject = tokens[at - 2] if at > 1 and is_adverb else before
    # "The quarter ended Sept. 30": both are times.
    ends_time = not before and not following and verb.lemma in words.ending
    # "Both died in the fire": they stand for a noun.
    stands = subject in words.standing and (
        not following or following in words.prepositions or following in PUNCTUATION
    )
    if (
        ends_time
        or (subject in words.determiners and not stands)
        or subject in words.prepositions
        or subject == words.aside
        or subject.endswith("'s")
    ):
        return None
    return _finite_verb(tokens, at, verb, following, words)


def _is_confessed(tokens: list[str], at: int, words: Words) -> bool:
    """Tell whether somebody owns shortly before to what an "-ing" names."""
    verbs = (words.verbs.get(word) for word in tokens[max(0, at - _CONFESSION) : at])
    return any(verb is not None and verb.lemma in words.confessing for verb in verbs)


def _is_apposed(tokens: list[str], at: int, verb: Verb, words: Words) -> bool:
    """Tell whether a participle that looks like a base describes what stands before its comma: "the fund, | set up in 1994,"."""
    behind = tokens[at + 1 :]
    if behind[:1] and behind[0] in words.particles:
        behind = behind[1:]
    is_subject = at > 1 and tokens[at - 1] == "," and tokens[0] in words.determiners
    return is_subject and verb.participle and not words.prepositions.isdisjoint(behind[:1]) and "," in behind


def _finite_verb(tokens: list[str], at: int, verb: Verb, following: str, words: Words) -> Predicate | None:
    """Read a past or present that has a subject before it."""
    before = tokens[at - 1]
    saying = verb.lemma in words.saying
    is_infinitive = following == words.to and not words.determiners.issuperset(tokens[at + 2 : at + 3])
    if verb.lemma in words.planning and is_infinitive:
        return Predicate(at, min(at + 2, len(tokens) - 1), Tense.PLANNED, verb.lemma)
    # "Expect inflation to fall"
    is_expected = verb.lemma in words.attitudes and words.to in tokens[at + 2 : at + 2 + _EXPECTED]
    is_planned = verb.lemma in words.planning and (following in words.determiners or is_expected)
    if is_planned and (verb.base or verb.present) and before != words.to:
        return Predicate(at, at, Tense.PLANNED, verb.lemma)
    is_bare = verb.base and before in PUNCTUATION and "," not in tokens[1 : at - 1]
    if verb.past and before != words.to and not (is_bare and not _is_apposed(tokens, at, verb, words)):
        tense = Tense.WAS if verb.lemma in words.states else Tense.PAST
        tense = Tense.STATE if verb.lemma in words.attitudes else tense
        return Predicate(at, at, Tense.UNREAL if before in words.never else tense, verb.lemma, saying)
    if verb.present and verb.lemma in words.stative:
        return Predicate(at, at, Tense.STATE, verb.lemma)
    # "The rights expire on Nov. 21": a plural's present, where a date follows.
    is_plural = (
        verb.base
        and following != words.of
        and before != words.to
        and before not in words.auxiliaries  # "is open from May"
        and verb.lemma in words.staged
        and "" in tokens[at + 1 : at + 4]
    )
    # "Reports said", "notes due in May" are nouns.
    is_told = verb.present and saying and following not in words.prepositions
    is_told = is_told and following not in words.saying_pasts and following not in words.owed
    is_staged = verb.present and (
        verb.lemma in words.staged or (verb.lemma in words.dated and "" in tokens[at + 1 : at + 5])
    )
    # "..., officials say."
    is_told_on = following in ("", ",", words.that) or following in words.persons
    tell = verb.base and saying and before.endswith("s") and is_told_on
    # "274,500 marks", "the Paris attacks of May"
    is_noun = before[:1].isdigit() or following == words.of
    if is_plural or tell or (not is_noun and ((is_told or is_staged) and following not in words.boundaries)):
        return Predicate(at, at, Tense.PRESENT, verb.lemma, saying and not is_plural)
    return None
