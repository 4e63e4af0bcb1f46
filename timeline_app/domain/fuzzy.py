"""How well a few letters fit a name: as the beginnings of its words, as a part of it, or scattered over it in their order."""

from __future__ import annotations

import re

from timeline_app.domain.words import fold

_BEGINNINGS = re.compile(r"(?<![^\W_])[^\W_]")
_LONGEST = 200


def fuzzy_score(letters: str, name: str) -> float:
    """Return how well letters fit a name: 0 where they do not, more where they fit better.

    Capitals and accents do not count. Each blank-separated part must fit: a part that begins the name fits best, then one that
    begins one of its words, then one inside it, then its letters as beginnings of words, then its letters in their order.
    """
    folded = fold(name[:_LONGEST])
    parts = fold(letters).split()
    if not parts:
        return 1.0
    scores = [_score(part, folded) for part in parts]
    # Of two names that fit alike the shorter one is meant.
    return sum(scores) + 1 / (1 + len(folded)) if all(scores) else 0.0


def _score(part: str, name: str) -> float:
    at = name.find(part)
    if at == 0:
        return 8.0
    if at > 0:
        starts_word = any(not name[i - 1].isalnum() for i in _places(part, name))
        return 6.0 if starts_word else 4.0
    initials = "".join(match[0] for match in _BEGINNINGS.finditer(name))
    if part in initials:
        return 3.0
    return _scattered(part, name)


def _places(part: str, name: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(part), name) if match.start()]


def _scattered(part: str, name: str) -> float:
    """Return up to 2, less the farther the letters lie apart; 0 where they are not all there, or too far apart to be meant."""
    if len(part) < 2:
        return 0.0
    at = first = name.find(part[0])
    for letter in part[1:]:
        if at < 0:
            return 0.0
        at = name.find(letter, at + 1)
    if at < 0:
        return 0.0
    spread = (at - first + 1) / len(part)
    return 2.0 / spread if spread <= 4 else 0.0
