"""Finds again, over the whole article, the names that one place of it has made plain.

They hide at the start of sentences, in headlines, and inside longer runs of capitals that are no name themselves.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind
from timeline_app.ingest.extraction.participants.candidates import Candidate, known_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Tokens


_AUXILIARIES = frozenset({"is", "was", "has", "had", "would", "also", "did", "does"})


def find_again(candidates: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon) -> list[Candidate]:
    """Return the candidates that are participants, and the mentions of the same names that were passed over, in order."""
    kept = [candidate for candidate in candidates if candidate.kind]
    names = _names(kept, lexicon)
    shouted: dict[str, list[tuple[Words, Candidate]]] = defaultdict(list)
    for of_word in names.values():
        for words, model in of_word:
            shouted[words[0].upper()].append((tuple(word.upper() for word in words), model))
    free = [True] * len(tokens)
    for candidate in kept:
        free[candidate.title_from : candidate.last] = [False] * (candidate.last - candidate.title_from)
    in_event = [False] * len(tokens)
    for candidate in candidates:
        if not candidate.kind:
            in_event[candidate.first : candidate.last] = [True] * (candidate.last - candidate.first)
    found = []
    end = 0
    for at in tokens.numbers_of_capitals():
        if at < end or not free[at]:
            continue
        word = tokens.words[at]
        is_shouted = word.isupper() and (tokens.loud[at] or len(word) > 3) and word not in names
        table = shouted if is_shouted else names
        match = _match(table.get(word, ()), at, tokens, free)
        if match is None and in_event[at]:
            known = known_name(tokens, at, len(tokens), lexicon)
            # The UN of "UN Charter": an organisation inside the name of something else.
            if known and known.kind is ParticipantKind.ORGANISATION and all(free[at : at + len(known.words)]):
                match = Candidate(at, at + len(known.words), known.words, at, known=known, kind=known.kind)
        if match and not _is_doubtful(match, at, tokens, lexicon, in_event=in_event[at]):
            found.append(_mention(match, at))
            end = at + len(match.words)
    return sorted([*kept, *found], key=lambda candidate: candidate.first)


def _names(kept: Sequence[Candidate], lexicon: Lexicon) -> dict[str, list[tuple[Words, Candidate]]]:
    by_words: dict[Words, Candidate] = {}
    for candidate in kept:
        by_words.setdefault(candidate.words, candidate)
        first, rest = candidate.words[0], candidate.words[1:]
        if candidate.kind is ParticipantKind.PLACE and first == "River" and rest:  # the River Elbe, the Elbe
            by_words.setdefault(rest, Candidate(0, 0, rest, 0, kind=candidate.kind))
        if candidate.kind is ParticipantKind.PERSON and len(candidate.words) > 1:
            first, last = candidate.words[0], candidate.words[-1]
            surnames = (
                {first, last} if first in lexicon.family_names else {last}
            )  # Moon Jae-in: the family name comes first
            for surname in surnames:
                if surname not in lexicon.name_suffixes and len(surname) > 1:
                    by_words.setdefault((surname,), Candidate(0, 0, (surname,), 0, kind=ParticipantKind.PERSON))
    names: dict[str, list[tuple[Words, Candidate]]] = defaultdict(list)
    for words, model in sorted(by_words.items(), key=lambda item: -len(item[0])):
        names[words[0]].append((words, model))
    return names


def _match(
    entries: Sequence[tuple[Words, Candidate]], at: int, tokens: Tokens, free: Sequence[bool]
) -> Candidate | None:
    for words, model in entries:
        end = at + len(words)
        if end <= len(tokens) and all(free[at + i] and tokens.words[at + i] == words[i] for i in range(len(words))):
            return model
    return None


def _is_doubtful(match: Candidate, at: int, tokens: Tokens, lexicon: Lexicon, *, in_event: bool) -> bool:
    """Ordinary words say nothing where a capital is due, unless one speaks; a place inside an event's name is that event's."""
    if in_event and match.kind is ParticipantKind.PLACE:
        return True
    word = tokens.words[at]
    if len(match.words) > 1 or (word.lower() not in lexicon.common_words and word not in lexicon.calendar):
        return False
    after = tokens.words[at + 1] if at + 1 < len(tokens) else ""
    speaks = (
        after in lexicon.speech_words
        or after in _AUXILIARIES
        or after.endswith("ed")
        or (after == ":" and word.isupper())
    )
    due = tokens.openers[at] or tokens.loud[at] or word in lexicon.calendar or in_event
    return due and not (speaks and match.kind is ParticipantKind.PERSON)


def _mention(model: Candidate, at: int) -> Candidate:
    return Candidate(at, at + len(model.words), model.words, at, known=model.known, kind=model.kind)
