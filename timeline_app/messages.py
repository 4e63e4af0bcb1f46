"""Sentences for the reader, made where there is no Qt and translated where there is.

The lower layers say what happened as a `Message`: a template and what fills it. `str()` gives English, for the commands
without a window and for logs; the user interface looks the template up in the reader's language first.
"""

from __future__ import annotations

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name is what Qt's lupdate looks for
    """Mark `text` for Qt's translation tools and give it back unchanged."""
    return text


_COUNT, _ONE = "n", "one"
"""The values of a sentence that counts. They are values like others, so that a message is kept in a library by one rule."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence: `template` with `{name}` fields, and the values that fill them.

    Templates are marked with ``QT_TRANSLATE_NOOP("Message", "...")``, those that count something by `Message.tr`. Values are
    strings, numbers, other messages or a `Period`. Dates, and the number of what is counted, the window writes by the locale's
    rules.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def tr(cls, many: str, _comment: str, n: int, *, one: str, **values: object) -> Message:
        """Build a sentence that counts `n` things: "%Ln" in it is the number, and a language has as many forms of it as it needs.

        `one` is the English for one thing, `many` for any other number. The name, and the comment, which is empty, are what Qt's
        lupdate looks for.
        """
        return cls(many, ((_COUNT, n), (_ONE, one), *values.items()))

    @property
    def count(self) -> int | None:
        """How many things a sentence made by `tr` counts; None for all others."""
        counted = dict(self.values)
        n = counted.get(_COUNT)
        return n if isinstance(n, int) and _ONE in counted else None

    @property
    def english(self) -> str:
        """The template in English: of a sentence that counts the form for the number, with the number in it."""
        if self.count is None:
            return self.template
        form = str(dict(self.values)[_ONE]) if self.count == 1 else self.template
        return form.replace("%Ln", str(self.count))

    def __str__(self) -> str:
        return self.english.format(**dict(self.values))


def message(template: str, **values: object) -> Message:
    """Build a `Message`; the keywords are the template's fields."""
    return Message(template, tuple(values.items()))
