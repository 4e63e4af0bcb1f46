"""The rules of a language, as its files have them and ready to be tried at a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timeline_app.ingest.extraction.timexes.pattern import ANY, END

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from timeline_app.ingest.extraction.timexes.pattern import Pattern


@dataclass(frozen=True)
class Rule:
    """One rule of a family: a pattern, the normaliser that makes a reading of it, and the examples that prove it.

    `before` and `after` are regular expressions for what must stand to the left and to the right; `opens_line` marks one that
    holds at the head of a line only, and `options` are further arguments of the normaliser. `examples` are pairs of a text and
    the TIMEX3 value of the rule's expression in it, read on Thursday 2023-02-16; `counter_examples` are texts that the rule must
    leave alone.
    """

    id: str
    pattern: str
    make: str
    family: str
    before: str = ""
    after: str = ""
    opens_line: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[tuple[str, str], ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompiledRule:
    """A rule ready to be tried at a word; `capitalised` are its slots in which a capital letter can count."""

    rule: Rule
    pattern: Pattern
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    decoders: tuple[tuple[str, Callable[[str], Any]], ...]
    capitalised: tuple[str, ...]


class Bucket:
    """The rules that can begin with a word; `seconds` are the words that any of them can go on with.

    Most words that a rule can begin with begin none, and the next word tells: "third quarter", not "third man". What can follow is
    worked out when it is first met: a text has few of all pairs of words. `counts`: some rules begin with a number, and can be told
    by what follows all of it.
    """

    def __init__(self, rules: Sequence[tuple[CompiledRule, frozenset[str]]]) -> None:
        """Put rules together, each with the words that can follow."""
        self._rules = rules
        self.seconds = frozenset[str]().union(*(seconds for _, seconds in rules))
        self.counts = any(rule.pattern.behind is not None for rule, _ in rules)
        self._of: dict[str, tuple[CompiledRule, ...]] = {}

    def of(self, second: str) -> tuple[CompiledRule, ...]:
        """Return the rules that can match where a word follows, "#n" for a number of n digits, in their order."""
        if second not in self.seconds:
            second = END  # as any other word that none of the rules knows
        found = self._of.get(second)
        if found is None:
            may_follow = frozenset({second, END, ANY})
            found = tuple(rule for rule, seconds in self._rules if not may_follow.isdisjoint(seconds))
            self._of[second] = found
        return found
