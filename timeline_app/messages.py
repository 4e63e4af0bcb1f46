"""Sentences for the reader, made where there is no Qt and translated where there is.

The lower layers say what happened as a `Message`: a template and what fills it. `str()` gives English, for the commands
without a window and for logs; the user interface looks the template up in the reader's language first.
"""

from __future__ import annotations

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name is what Qt's lupdate looks for
    """Mark `text` for Qt's translation tools and give it back unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence: `template` with `{name}` fields, and the values that fill them.

    Templates are marked with ``QT_TRANSLATE_NOOP("Message", "...")``. Values are strings, numbers or domain values such as
    `Period`; what is not a string is written by `str()` in English and by the locale's rules in the window.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def message(template: str, **values: object) -> Message:
    """Build a `Message`; the keywords are the template's fields."""
    return Message(template, tuple(values.items()))
