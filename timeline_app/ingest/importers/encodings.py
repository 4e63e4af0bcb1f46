"""From bytes to text, whatever program wrote them."""

from __future__ import annotations

import codecs

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DETECTION_BYTES = 256 * 1024


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode text: by its byte order mark, else as UTF-8, else as declared, else by what its letters make likely.

    Never fails: what no encoding explains becomes U+FFFD.
    """
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    if (wide := wide_encoding(data)) is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    if _is_mostly_sound(damaged):
        return damaged
    for encoding in (declared, _detected(data)):
        if encoding is not None:
            try:
                return data.decode(encoding, "replace")
            except LookupError:
                continue
    return damaged


def wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by its zeros, which are all on one side; None where it is something else."""
    head = data[:4096]
    if len(head) < 4:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 5 and even == 0:
        return "utf-16-le"
    if even > len(head) // 5 and odd == 0:
        return "utf-16-be"
    return None


def has_byte_order_mark(data: bytes) -> bool:
    """Tell whether the data begins with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)


def _is_mostly_sound(damaged: str) -> bool:
    """Tell UTF-8 with a few damaged bytes, cut off in a letter for instance, from text in another encoding."""
    errors = damaged.count("\ufffd")
    if errors * 1000 > len(damaged):
        return False
    letters = sum(c > "\x7f" for c in damaged[:_DETECTION_BYTES]) - errors
    return letters > 10 * errors


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_DETECTION_BYTES]).best()
    return None if best is None else best.encoding
