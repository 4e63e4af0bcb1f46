"""The rules of a language, as its files have them and ready to be tried at a word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline_app.ingest.extraction.timexes.pattern import Pattern

_NEVER = r"(?!)"
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True)
class Rule:
    """One rule of a family: a pattern, the normaliser that makes a reading of it, and the examples that prove it.

    `before` and `after` are regular expressions for what must stand to the left and to the right; `options` are further arguments
    of the normaliser. `examples` are pairs of a text and the TIMEX3 value of the rule's expression in it, read on Thursday
    2023-02-16; `counter_examples` are texts that the rule must leave alone.
    """

    id: str
    pattern: str
    make: str
    family: str
    before: str = ""
    after: str = ""
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


@dataclass(frozen=True)
class Bucket:
    """The rules that can begin with a word.

    Most words that a rule can begin with begin none: `free` tells at once whether any rule matches that does not depend on what
    stands before; `bound` are the others. It is made when the word is first met: a text has few of all words of time.
    """

    rules: tuple[CompiledRule, ...]
    bound: tuple[CompiledRule, ...]

    @classmethod
    def of(cls, rules: Sequence[CompiledRule]) -> Bucket:
        """Put rules together."""
        return cls(tuple(rules), tuple(rule for rule in rules if rule.before is not None))

    @cached_property
    def free(self) -> Callable[[str, int], re.Match[str] | None]:
        """The method that matches any rule that does not depend on what stands before."""
        free = [rule.pattern for rule in self.rules if rule.before is None]
        if len(free) == 1:
            return free[0].match
        sources = [_GROUP_NAME.sub("(?:", pattern.source) for pattern in free]
        return re.compile("|".join(sources) or _NEVER).match

    @cached_property
    def bound_before(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """The method that finds what any of the bound rules wants before it."""
        sources = [f"(?:{rule.before.pattern})" for rule in self.bound if rule.before is not None]
        return re.compile("|".join(sources) or _NEVER).search
