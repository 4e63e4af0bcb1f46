"""Which of the languages that the program reads an article is written in, where nothing states it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFAULT = "en"
_LOOKED_AT = 3000
"""Characters from the beginning of a text that are enough to tell."""

_FEWEST = 3
"""Words of a language that nobody would take for chance."""

_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """Return the BCP 47 tag of the language whose small words a text has most of; English where it has few of any.

    Only the languages with data of their own are told apart, by the words that sentences begin with
    (`resources/data/<language>/sentences.toml`); those that two of them have count for neither.
    """
    counts = Counter(_WORD.findall(text[:_LOOKED_AT].lower()))
    found = {language: sum(counts[word] for word in words) for language, words in _own_words().items()}
    best = max(found, key=lambda language: (found[language], language == _DEFAULT))
    others = max((count for language, count in found.items() if language != best), default=0)
    return best if found[best] >= _FEWEST and found[best] > 2 * others else _DEFAULT


@cache
def _own_words() -> Mapping[str, frozenset[str]]:
    """Return, for each language, the small words that no other has."""
    words = {}
    for path in sorted(resource("data").glob("*/sentences.toml")):
        words[path.parent.name] = frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["openers"])
    counts = Counter(word for own in words.values() for word in own)
    return {language: frozenset(word for word in own if counts[word] == 1) for language, own in words.items()}
