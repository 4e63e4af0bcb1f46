"""Foretelling when some work will be done, from the pace of its results."""

from __future__ import annotations

from dataclasses import dataclass

_FORETELL_AFTER = 1.0
_FORETELL_AT_ONCE = 0.02
_FORETELL_ANYWAY = 10.0
"""Seconds since the first result, and the share that must be done by then: the first few results say little about the pace."""


@dataclass(slots=True)
class Pace:
    """How much there is to do and how much is done, both in one unit, such as bytes.

    The pace counts from the first result on: what went before it, such as starting processes, says nothing about it.
    """

    total: int = 0
    done: int = 0
    _from: tuple[float, int] | None = None
    """When the first result came, in seconds of a clock, and how much was done with it."""

    def skip(self, amount: int) -> None:
        """Take note of what was done before, or is done as something else."""
        self.done += amount

    def finish(self, amount: int, now: float) -> None:
        """Take note of a result."""
        self.done += amount
        if self._from is None:
            self._from = now, self.done

    def seconds_left(self, now: float) -> float | None:
        """Return how many seconds the rest will take; None as long as that cannot be told."""
        if self._from is None:
            return None
        seconds, amount = now - self._from[0], self.done - self._from[1]
        enough = _FORETELL_AFTER if self.done > _FORETELL_AT_ONCE * self.total else _FORETELL_ANYWAY
        if seconds <= enough or amount <= 0:
            return None
        return max(0.0, seconds * (self.total - self.done) / amount)
