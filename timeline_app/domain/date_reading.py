"""How the reader wants the dates of articles read, where the words leave it open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What expressions without an anchor of their own are counted from. The values are stored."""

    NEWS = "news"
    """The publication."""
    NARRATIVE = "narrative"
    """The date that the story has reached."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """What the reader decides about the dates of an article; None leaves a question to the article.

    `day_first` says whether 03/04/2023 is 3 April where the article itself does not decide.
    """

    mode: Mode | None = None
    day_first: bool | None = None

    def or_else(self, other: DateReading) -> DateReading:
        """Return this reading, with another's answers to what it leaves open."""
        return DateReading(
            other.mode if self.mode is None else self.mode,
            other.day_first if self.day_first is None else self.day_first,
        )


AS_WRITTEN = DateReading()
"""Nothing is decided: each article tells itself."""
