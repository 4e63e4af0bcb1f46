"""The records on the pages of an SQLite file, found page by page and not by way of its trees.

A tree is as good as each of the pages that lead to its leaves; a record needs no more than its own page and those that it
overflows to. The format is https://sqlite.org/fileformat2.html, 1.5 (the free list), 1.6 (pages and cells) and 2.1 (records).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap


class Text(bytes):
    """Text as the file has it: damage may have made it no text."""

    __slots__ = ()


Value: TypeAlias = "int | float | bytes | Text | None"

INDEX_INTERIOR, INDEX_LEAF, TABLE_LEAF = 2, 10, 13
"""The kinds of pages that have records. Rows without a row id, and entries of indexes, are on index pages, leaves and others."""

_FILE_HEADER = 100
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of a value of each type; from 12 on blobs, and texts between them, of growing length."""

_FLOAT, _ZERO, _ONE, _BLOB, _TEXT = 7, 8, 9, 12, 13
_VARINT_BYTES = 9


class Cell(NamedTuple):
    """Where a record is: `at` is where in the file its cell begins, `types` are the serial types of its values.

    `row` is the row id, None on an index page.
    """

    page: int
    at: int
    kind: int
    row: int | None
    types: tuple[int, ...]


class Pages:
    """The pages of a file, which is read as `content` and may have been damaged anywhere."""

    def __init__(self, content: bytes | mmap, page_bytes: int) -> None:
        """Use pages of this many bytes, whatever the file says of them."""
        self._content = content
        self._size = page_bytes
        self._count = len(content) // page_bytes

    def cells(self) -> Iterator[Cell]:
        """Yield all records of the pages in use, in the order of the file; what makes no sense is left out."""
        free = self._free()
        for number in range(1, self._count + 1):
            if number not in free:
                yield from self._cells_of(number)

    def values(self, cell: Cell) -> list[Value]:
        """Return the values of a record; where pages that it overflows to are gone, the last ones are cut off or missing."""
        size, payload_at = self._payload_of(cell.at, cell.kind)
        payload = self._payload(cell.page, payload_at, size, cell.kind)
        at = _varint(payload, 0)[0]
        values: list[Value] = []
        for kind in cell.types:
            length = _length(kind)
            values.append(_value(kind, payload[at : at + length], length))
            at += length
        return values

    # -- pages and cells ----------------------------------------------------------------------------------------------

    def _cells_of(self, number: int) -> Iterator[Cell]:
        start = (number - 1) * self._size
        header = start + (_FILE_HEADER if number == 1 else 0)
        kind = self._content[header]
        if kind not in {INDEX_INTERIOR, INDEX_LEAF, TABLE_LEAF}:
            return
        first = header + (12 if kind == INDEX_INTERIOR else 8)
        (count,) = struct.unpack_from(">H", self._content, header + 3)
        if first + 2 * count > start + self._size:
            return
        for (pointer,) in struct.iter_unpack(">H", self._content[first : first + 2 * count]):
            if first + 2 * count <= start + pointer < start + self._size - 4:
                cell = self._cell(number, start + pointer, kind)
                if cell is not None:
                    yield cell

    def _cell(self, page: int, at: int, kind: int) -> Cell | None:
        """Read the beginning of a cell: the types of a record say how long it is, which must be what the cell says."""
        end = page * self._size
        size, payload_at = self._payload_of(at, kind)
        local = self._local(size, kind)
        if not 0 < size < len(self._content) or payload_at + local > end:
            return None
        row = None
        if kind == TABLE_LEAF:
            row = _varint(self._content, _varint(self._content, at)[1])[0]
            row -= 1 << 64 if row >= 1 << 63 else 0
        header_bytes, here = _varint(self._content, payload_at)
        last, types, length = payload_at + header_bytes, list[int](), header_bytes
        if not 1 < header_bytes <= local:
            return None
        while here < last:
            serial, here = _varint(self._content, here)
            if serial in {10, 11}:
                return None
            types.append(serial)
            length += _length(serial)
        return Cell(page, at, kind, row, tuple(types)) if here == last and length == size else None

    def _payload_of(self, at: int, kind: int) -> tuple[int, int]:
        """Return how long a cell's record is and where it begins."""
        size, payload_at = _varint(self._content, at + 4 if kind == INDEX_INTERIOR else at)
        return size, _varint(self._content, payload_at)[1] if kind == TABLE_LEAF else payload_at

    def _local(self, size: int, kind: int) -> int:
        """Return how many bytes of a record are in its own page."""
        most = self._size - 35 if kind == TABLE_LEAF else (self._size - 12) * 64 // 255 - 23
        if size <= most:
            return size
        least = (self._size - 12) * 32 // 255 - 23
        wanted = least + (size - least) % (self._size - 4)
        return wanted if wanted <= most else least

    def _payload(self, page: int, at: int, size: int, kind: int) -> bytes:
        local = self._local(size, kind)
        payload = bytearray(self._content[at : at + local])
        met = {page}
        following = self._number_at(at + local) if local < size else 0
        while len(payload) < size and 0 < following <= self._count and following not in met:
            met.add(following)
            start = (following - 1) * self._size
            payload += self._content[start + 4 : start + 4 + min(self._size - 4, size - len(payload))]
            following = self._number_at(start)
        return bytes(payload)

    def _number_at(self, at: int) -> int:
        return int.from_bytes(self._content[at : at + 4], "big")

    # -- what is not in use -------------------------------------------------------------------------------------------

    def _free(self) -> set[int]:
        """Return the pages of the free list, which hold what was deleted; none where the list makes no sense."""
        free, trunk = set[int](), self._number_at(32)
        while trunk:
            if trunk in free or not self._is_inner(trunk):
                return set()
            start = (trunk - 1) * self._size
            count = self._number_at(start + 4)
            if count > self._size // 4 - 2:
                return set()
            leaves = struct.unpack_from(f">{count}I", self._content, start + 8)
            if not all(map(self._is_inner, leaves)):
                return set()
            free |= {trunk, *leaves}
            trunk = self._number_at(start)
        return free

    def _is_inner(self, number: int) -> bool:
        return 1 < number <= self._count


def _varint(content: bytes | mmap, at: int) -> tuple[int, int]:
    """Return the number at a place of the file and where it ends; 0 past the end of the file."""
    value = 0
    for position, byte in enumerate(content[at : at + _VARINT_BYTES]):
        if position == _VARINT_BYTES - 1:
            return value << 8 | byte, at + _VARINT_BYTES
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + position + 1
    return 0, at + _VARINT_BYTES


def _length(serial: int) -> int:
    return _SIZES[serial] if serial < len(_SIZES) else (serial - _BLOB) // 2


def _value(serial: int, content: bytes, length: int) -> Value:
    if serial >= _BLOB:
        return content if serial % 2 == 0 else Text(content)
    if serial == 0 or len(content) < length:
        return None
    if serial == _FLOAT:
        return float(struct.unpack(">d", content)[0])
    return {_ZERO: 0, _ONE: 1}.get(serial, int.from_bytes(content, "big", signed=True))
