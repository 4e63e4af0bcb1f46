"""A filter as plain values, for JSON, and back. Participants go by their names: their numbers are one library's of one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline_app.domain.correction import ParticipantKey
from timeline_app.domain.event_filter import EventFilter
from timeline_app.domain.extraction import ParticipantKind
from timeline_app.domain.facets import Choice, Facet
from timeline_app.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline_app.library import Library


def filter_state(wanted: EventFilter, library: Library) -> dict[str, Any]:
    """Return a filter as plain values; a participant that is gone is left out."""
    return {
        "query": wanted.query,
        "chosen": list(_written(wanted.chosen, library)),
        "excluded": list(_written(wanted.excluded, library)),
        "after": wanted.after,
        "before": wanted.before,
        "show_hidden": wanted.show_hidden,
        "together": wanted.together,
    }


def filter_from(state: Mapping[str, Any], library: Library) -> EventFilter:
    """Read what `filter_state` wrote; what is missing or makes no sense, or is not in the library, is left out."""
    after, before = state.get("after"), state.get("before")
    return EventFilter(
        query=str(state.get("query") or ""),
        chosen=frozenset(_read(state.get("chosen"), library)),
        excluded=frozenset(_read(state.get("excluded"), library)),
        after=after if isinstance(after, int) else None,
        before=before if isinstance(before, int) else None,
        show_hidden=state.get("show_hidden") is True,
        together=state.get("together") is True,
    )


def _written(choices: Iterable[Choice], library: Library) -> Iterable[list[Any]]:
    for choice in sorted(choices, key=lambda choice: (choice.facet, str(choice.value))):
        if choice.facet is not Facet.PARTICIPANT:
            yield [choice.facet.value, choice.value]
            continue
        try:
            key = library.participant_key(int(choice.value))
        except LibraryError:
            continue
        yield [choice.facet.value, key.name, key.kind.value]


def _read(written: object, library: Library) -> Iterable[Choice]:
    for entry in written if isinstance(written, list) else ():
        match entry:
            case ["participant", str(name), str(kind)] if kind in set(ParticipantKind):
                participant = library.participant_of(ParticipantKey(name, ParticipantKind(kind)))
                if participant is not None:
                    yield Choice(Facet.PARTICIPANT, participant)
            case [str(facet), str() | int() as value] if facet in set(Facet) and facet != Facet.PARTICIPANT:
                yield Choice(Facet(facet), value)
            case _:
                continue
