"""Where an expression stands: what the guards look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.matcher import Atom
    from timeline_app.ingest.extraction.timexes.modifiers import Context

_NEXT_WORD = re.compile(r"[\s\"']{0,3}([^\W_]+(?:[-'][^\W_]+)*)")
_STOP = re.compile(r"$|[.,;)\n]| \(")


class Place:
    """Where an expression stands, for a guard to look around."""

    def __init__(
        self, atom: Atom, context: Context, folded: str, text: str, lexicon: Lexicon, published: Period | None
    ) -> None:
        self.atom = atom
        self.published = published
        self.context = context
        self.text = text
        self.lexicon = lexicon
        self.words = folded[atom.start : atom.end]
        self.folded = folded
        match = _NEXT_WORD.match(folded, atom.end)
        self.next = match[1] if match else ""
        self.next_start = match.start(1) if match else atom.end

    def after(self, guard: str) -> bool:
        """Tell whether one of the guard's words stands before the expression, or a modifier does."""
        return self.context.modified or self.context.previous in self.lexicon.guards[guard] or bool(self.context.opens)

    @property
    def has_article(self) -> bool:
        """True where the article is the expression's own."""
        return self.context.start < self.atom.start

    @property
    def is_capital(self) -> bool:
        """True where the expression begins with a capital letter."""
        return self.text[self.atom.start].isupper()

    @property
    def next_is_capital(self) -> bool:
        """True where the next word begins with a capital letter."""
        return self.text[self.next_start : self.next_start + 1].isupper()

    @property
    def previous_is_capital(self) -> bool:
        """True where the word before begins with a capital letter."""
        at = self.context.start - len(self.context.previous) - 1
        return bool(self.context.previous) and self.text[max(0, at) : at + 1].isupper()

    @property
    def before_character(self) -> str:
        """The character to the left."""
        return self.folded[self.context.start - 1 : self.context.start]

    @property
    def is_before_stop(self) -> bool:
        """True where a stop or a bracket follows, or nothing."""
        return _STOP.match(self.folded, self.atom.end) is not None

    @property
    def ends_phrase(self) -> bool:
        """True where the expression is not said of a noun that follows."""
        return self.is_before_stop or self.next in self.lexicon.guards["after_ordinal"]
