"""The document pass: from a text to its time expressions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.date_reading import Mode
from timeline_app.domain.extraction import Resolution, TimeExpression
from timeline_app.domain.period import Granularity
from timeline_app.ingest.extraction.timexes.bearers import find_bearers, is_borne
from timeline_app.ingest.extraction.timexes.dateline import match_dateline
from timeline_app.ingest.extraction.timexes.day_order import choose_day_order
from timeline_app.ingest.extraction.timexes.guards import GUARDS
from timeline_app.ingest.extraction.timexes.heads import Heading, find_heads
from timeline_app.ingest.extraction.timexes.joins import join_atoms
from timeline_app.ingest.extraction.timexes.lexicon import load_lexicon
from timeline_app.ingest.extraction.timexes.matcher import find_atoms, fold
from timeline_app.ingest.extraction.timexes.mode import choose_mode, is_timeless
from timeline_app.ingest.extraction.timexes.modifiers import left_context
from timeline_app.ingest.extraction.timexes.place import Place
from timeline_app.ingest.extraction.timexes.resolver import Resolver
from timeline_app.ingest.extraction.timexes.sharing import (
    leave_to_modifiers,
    share_appositions,
    share_sides,
    share_wholes,
    split_ranges,
)
from timeline_app.ingest.extraction.timexes.stretches import makes_range
from timeline_app.ingest.extraction.timexes.surroundings import Surroundings
from timeline_app.ingest.extraction.timexes.titles import is_in_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon


_LONGEST_GAP = 12
_LONGEST_ASIDE = 60
_SHORTEST_GUIDE = 2500  # characters


def find_time_expressions(
    text: str,
    published: Period | None,
    *,
    sentences: Sequence[Span] | None = None,
    mode: Mode | None = None,
    language: str = "en",
    day_first: bool | None = None,
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text, in order, not overlapping.

    Args:
        text: The article's body.
        published: When it was published; None leaves what is counted from it without a period.
        sentences: The sentences of the text; without them an expression looks for its verb as far as the next stop.
        mode: How the document tells time; None chooses by its own dates.
        language: A BCP 47 tag; English where the language is not known.
        day_first: Whether 03/04/2023 is 3 April where the text itself does not decide; None leaves it to the habit of the
            language, and the date says that it is ambiguous.
    """
    lexicon = load_lexicon(language)
    folded = fold(text)
    atoms = share_sides(join_atoms(find_atoms(folded, text, lexicon), folded, text, lexicon), folded, lexicon)
    mode = mode or choose_mode(atoms, published)
    timeless = len(text) > _SHORTEST_GUIDE and is_timeless(atoms)
    atoms = split_ranges(leave_to_modifiers(atoms, folded, lexicon), folded, lexicon, lists_only=mode is Mode.NEWS)
    atoms = share_wholes(share_appositions(atoms, folded, lexicon), folded, lexicon)
    atoms, heads = find_heads(atoms, text, folded, lexicon)
    order = choose_day_order(atoms, published, setting=day_first, habit=lexicon.settings["day_first"])
    resolver = Resolver(published, mode, order)
    dateline = match_dateline(text)
    bearers = find_bearers(atoms, folded, text, lexicon)
    expressions: list[TimeExpression] = []
    position = 0
    for atom in atoms:
        context = left_context(atom, folded, lexicon)
        guard = GUARDS.get(atom.guard)
        last_end = expressions[-1].end if expressions else 0
        heading = heads.get(atom.start)
        if guard is not None and heading is None:
            place = Place(atom, context, folded, text, lexicon, published, last_end)
            if not guard(place) or (place.words in bearers and is_borne(place)):
                continue
        if is_in_title(text, atom.start, atom.end, atom.reading, lexicon):
            continue
        start = context.start if context.start >= position else atom.start
        words = text[start : atom.end]
        surroundings = Surroundings(
            context,
            folded,
            (atom.start, atom.end),
            sentences,
            lexicon,
            is_timeless=timeless,
            is_story=resolver.mode is Mode.NARRATIVE,
        )
        first_side = _first_side(expressions, folded, start, lexicon)
        resolved = resolver.resolve(
            atom.reading,
            " ".join(words.split()),
            surroundings,
            start,
            first_side=first_side,
            listed_after=_listed_after(expressions, folded, start, lexicon),
            is_aside=_is_aside(folded, start, lexicon),
            in_dateline=dateline is not None and atom.end <= dateline.end(),
        )
        if resolved is None:
            continue
        period = resolved.period
        if heading is not None and period is not None:
            resolver.begin(heading, period)
        if period is not None:
            if context.mod == "APPROX" or (context.mod == "MID" and period.granularity >= Granularity.MONTH):
                period = period.about()
            if first_side is None:
                period = _opened(period, context.opens)
        position = atom.end
        reason = Resolution(atom.rule, resolved.explanation)
        expressions.append(
            TimeExpression(
                start,
                atom.end,
                words,
                resolved.type,
                resolved.value,
                period,
                reason,
                context.mod,
                heads=heading in (Heading.ENTRY, Heading.WRITTEN),
            )
        )
    return tuple(expressions)


def _first_side(expressions: Sequence[TimeExpression], folded: str, start: int, lexicon: Lexicon) -> Period | None:
    """Return the period that an expression ends a range from."""
    if not expressions or start - expressions[-1].end > _LONGEST_GAP:
        return None
    first = expressions[-1]
    left = folded[max(0, first.start - _LONGEST_GAP) : first.start]
    return first.period if makes_range(left, folded[first.end : start], lexicon) else None


def _listed_after(expressions: Sequence[TimeExpression], folded: str, start: int, lexicon: Lexicon) -> Period | None:
    """Return the period of the expression before in a list: "May 4, August 3 and November 2"."""
    if not expressions or start - expressions[-1].end > _LONGEST_GAP:
        return None
    return expressions[-1].period if folded[expressions[-1].end : start] in lexicon.joints["listed"] else None


def _is_aside(folded: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a place is within brackets, or behind a label: "the treaty (ratified in 1956) was ...", "DOB 04/12/1985"."""
    first = max(0, start - _LONGEST_ASIDE)
    if folded[first:start].rstrip(" :.").endswith(tuple(lexicon.words["heads"]["asides"])):
        return True
    return folded.rfind("(", first, start) > folded.rfind(")", first, start)


def _opened(period: Period, side: str) -> Period:
    if side == "end":
        return replace(period, end=None)
    return replace(period, start=None) if side == "start" else period
