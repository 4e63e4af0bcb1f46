"""The words of an article as one compact value: the names found in it and its body, deflated.

Half of a library would be text, and half of a text is what deflate leaves. Whoever has the file and no program reads an article
with `zlib.decompress`: names, a line each, then NUL, then the body. Deflate's own checksum notices damage.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import apsw

if TYPE_CHECKING:
    from collections.abc import Callable

_EFFORT = 4
"""Beyond it, deflate takes twice the time for a fortieth of the space."""

_LONGEST = 1 << 28
"""Bytes of which nobody writes an article: a library from a stranger may hold what inflates without end."""

_MENDED_AT_ONCE = 64


class Words(NamedTuple):
    """The names of an article's participants, a line each, and its body."""

    names: str
    body: str


def deflated(words: Words) -> bytes:
    """Write the words of an article, which are storable: no NUL is among them."""
    return zlib.compress(f"{words.names}\0{words.body}".encode(), _EFFORT)


def inflated(text: bytes) -> Words:
    """Read what `deflated` wrote.

    Raises:
        ValueError: It is damaged.
    """
    inflater = zlib.decompressobj()
    try:
        found = inflater.decompress(text, _LONGEST)
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error
    if not inflater.eof:
        raise ValueError("the text is cut off")
    names, _, body = found.decode().partition("\0")
    return Words(names, body)


def inflated_as_far_as_possible(text: bytes) -> Words:
    """Read what is before the first damage of a text, and what deflate made of the damage."""
    inflater, found = zlib.decompressobj(), bytearray()
    with suppress(zlib.error):
        for at in range(0, len(text), _MENDED_AT_ONCE):
            if len(found) < _LONGEST:
                found += inflater.decompress(text[at : at + _MENDED_AT_ONCE], _LONGEST - len(found))
    names, _, body = found.decode(errors="replace").partition("\0")
    return Words(names, body)


def teach(connection: apsw.Connection) -> None:
    """Let SQL read the words of a text by `names_of` and `body_of`: NULL where they are damaged.

    They need nothing but their argument and change nothing, so the schema of a file may call them.
    """
    last: tuple[bytes, Words | None] = (b"", None)

    def words_of(text: bytes) -> Words | None:
        nonlocal last  # both are asked of one row, one after the other
        if text != last[0]:
            try:
                last = text, inflated(text)
            except ValueError:
                last = text, None
        return last[1]

    def reader(field: int) -> Callable[..., str | None]:
        return lambda text: None if (words := words_of(text)) is None else words[field]

    for name, field in (("names_of", 0), ("body_of", 1)):
        connection.create_scalar_function(name, reader(field), 1, deterministic=True, flags=apsw.SQLITE_INNOCUOUS)
