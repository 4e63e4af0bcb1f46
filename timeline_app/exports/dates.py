"""Periods in exports, written so that they come back whole: EDTF, and the granularity where EDTF alone does not tell it."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.domain.period import Granularity, Period

_BY_LABEL = {granularity.label: granularity for granularity in Granularity}


def period_from(edtf: str, granularity: str) -> Period:
    """Read back what `format_edtf` and the granularity's label say.

    A week is written as an interval of days and a part of a day as one of hours: the label makes them whole again.

    Raises:
        ValueError: It is no such date or granularity.
    """
    if granularity not in _BY_LABEL:
        raise ValueError(f"not a granularity: {granularity}")
    return replace(parse_edtf(edtf), granularity=_BY_LABEL[granularity])


def optional(period: Period | None) -> tuple[str, str]:
    """Return EDTF and granularity of a period, both empty for none."""
    return ("", "") if period is None else (format_edtf(period), period.granularity.label)


def optional_from(edtf: str, granularity: str) -> Period | None:
    """Read back what `optional` wrote."""
    return period_from(edtf, granularity) if edtf else None
