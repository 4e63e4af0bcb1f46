"""What the sentence around an expression says: which way it looks, and whether it tells of one time or of many."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from timeline_app.ingest.extraction.timexes.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.modifiers import Context


class Surroundings:
    """The sentence of an expression, read where the answer matters."""

    def __init__(
        self, context: Context, folded: str, span: Span, sentences: Sequence[Span] | None, lexicon: Lexicon
    ) -> None:
        self._context = context
        self._folded = folded
        self._span = span
        self._sentences = sentences
        self._lexicon = lexicon

    @property
    def looks_ahead(self) -> bool:
        """True where the expression ends a stretch: "by Friday", "until Friday"."""
        return self._context.opens == "start"

    @property
    def may_look_ahead(self) -> bool:
        """True where the sentence looks ahead, or neither way before a word that does: "before the summer"."""
        if self.tense is Tense.UNKNOWN:
            return self._context.previous in self._lexicon.guards["before_ahead"]
        return self.tense is Tense.FUTURE

    @cached_property
    def tense(self) -> Tense:
        """The tense at the expression; "by Friday" and "through January" look ahead unless all is told as done before."""
        finder, where = self._lexicon.tense, (self._folded, *self._span, self._sentence)
        if self.looks_ahead:
            return Tense.PAST if finder.is_perfect(*where) else Tense.FUTURE
        return finder.at(*where)

    @cached_property
    def is_habitual(self) -> bool:
        """True where the sentence tells of what happens again and again: "in July it usually rains"."""
        return self.tense is Tense.UNKNOWN and self._lexicon.tense.is_habitual(
            self._folded, *self._span, self._sentence
        )

    @property
    def is_record(self) -> bool:
        """True where a length measures a record: "the fastest growth in this country in 40 years"."""
        return self._lexicon.tense.is_record(self._folded, self._span[0], self._sentence)

    @property
    def _sentence(self) -> Span:
        if self._sentences:
            at = bisect_right(self._sentences, self._span[0], key=lambda sentence: sentence[0]) - 1
            if at >= 0 and self._span[1] <= self._sentences[at][1]:
                return self._sentences[at]
        return 0, len(self._folded)
