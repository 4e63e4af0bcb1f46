"""What the encoder is told of a word besides its letters in lower case: its shape, and what the program's tables know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.domain.extraction import ParticipantKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline_app.ingest.extraction.participants.lexicon import Lexicon
    from timeline_app.ingest.extraction.participants.tokens import Tokens

SHAPES = ("small", "capital", "first capital", "capitals", "mixed", "initial", "number", "sign", "loud")
FLAGS = (
    "given name",
    "family name",
    "place",
    "begins place",
    "organisation",
    "begins organisation",
    "organisation head",
    "company suffix",
    "title",
    "role noun",
    "role modifier",
    "demonym",
    "calendar",
    "end of place",
    "no name",
    "common word",
    "particle",
    "known acronym, no name",
)
CLUES = (*SHAPES, *FLAGS)
"""The columns of a word's clues, in order. Weights know them by their number: a change of these needs a new training."""


class ClueReader:
    """Looks words up, each form once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._flags: dict[str, NDArray[np.float32]] = {}

    def read(self, tokens: Tokens) -> NDArray[np.float32]:
        """Return the clues of each token, 0 or 1: shape (tokens, clues)."""
        clues = np.zeros((len(tokens), len(CLUES)), dtype=np.float32)
        clues[:, len(SHAPES) - 1] = tokens.loud
        for row, word, is_opener in zip(clues, tokens.words, tokens.openers, strict=True):
            row[shape_of(word, is_opener=is_opener)] = 1
            if word[0].isalpha():
                row[len(SHAPES) :] = self._flags_of(word)
        return clues

    def _flags_of(self, word: str) -> NDArray[np.float32]:
        flags = self._flags.get(word)
        if flags is None:
            if len(self._flags) > _MOST_KEPT:
                self._flags.clear()
            flags = self._flags[word] = np.array(self._look_up(word), dtype=np.float32)
        return flags

    def _look_up(self, word: str) -> list[bool]:
        lexicon = self._lexicon
        if word.isupper() and len(word) > 3 and word not in lexicon.known:
            word = word.capitalize()
        small = word.lower()
        names = lexicon.known.get(word, ())
        return [
            word in lexicon.given_names,
            word in lexicon.family_names,
            any(len(name.words) == 1 and name.kind is ParticipantKind.PLACE for name in names),
            any(len(name.words) > 1 and name.kind is ParticipantKind.PLACE for name in names),
            any(len(name.words) == 1 and name.kind is ParticipantKind.ORGANISATION for name in names),
            any(len(name.words) > 1 and name.kind is ParticipantKind.ORGANISATION for name in names),
            word in lexicon.organisation_heads,
            word in lexicon.company_suffixes,
            word in lexicon.titles or lexicon.is_rank(word),
            small in lexicon.role_nouns,
            small in lexicon.role_modifiers,
            word in lexicon.demonyms,
            word in lexicon.calendar,
            word in lexicon.place_last_words,
            word.capitalize() in lexicon.junk_words,
            small in lexicon.common_words,
            small in lexicon.particles,
            word in lexicon.not_acronyms,
        ]


_MOST_KEPT = 50_000


def shape_of(word: str, *, is_opener: bool) -> int:
    """Return the number of a token's shape among `SHAPES`; being loud is told besides."""
    if not word[0].isalnum():
        shape = "sign"
    elif word[0].isdigit():
        shape = "number"
    elif len(word.rstrip(".")) == 1 and word[0].isupper():
        shape = "initial"
    elif word.isupper():
        shape = "capitals"
    elif word[0].isupper() and not any(map(str.isupper, word[1:])):
        shape = "first capital" if is_opener else "capital"
    else:
        shape = "small" if word.islower() else "mixed"
    return SHAPES.index(shape)
