"""From extractions to disk and back: one SQLite file a library. The only SQL.

`Library` is the door. Behind it, each file does one thing: `schema` says what is stored, `migrations` brings older files up to
date, `recognition` tells a library from other files, `connection` opens and refuses, `locking` keeps writers apart, `failures`
turns SQLite's errors into sentences, `entry` makes rows of an extraction, `texts` deflates its words and `record` keeps it whole,
`store` writes them, `room` gives back what that left empty,
`participation` who is in them, `refine` puts better ones in their place, `index`, `reads`, `articles` and `search` give back,
`query` is the language of a search, `corrections` holds what the reader asserts, `history` in which steps that was done, `effects`
what follows from it, `information` counts, `integrity` notices damage, `backups` keeps copies and `repair` saves
what `salvage` finds on the `pages`.
`sources` knows the files that articles are from and `imports` when they came and how they go again; `likeness` tells near copies
and `copies` what follows from that.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.library.backups import Backup, articles_in, back_up, compact, put_in_place, stage
    from timeline_app.library.entry import Entry, entry_of
    from timeline_app.library.information import sqlite_version
    from timeline_app.library.library import Library
    from timeline_app.library.query import as_typed, is_barely_begun, phrases_of, while_typing
    from timeline_app.library.recognition import LIBRARY_SUFFIX, is_library
    from timeline_app.library.search import MOST_RANKED

__all__ = [
    "LIBRARY_SUFFIX",
    "MOST_RANKED",
    "Backup",
    "Entry",
    "Library",
    "articles_in",
    "as_typed",
    "back_up",
    "compact",
    "entry_of",
    "is_barely_begun",
    "is_library",
    "phrases_of",
    "put_in_place",
    "sqlite_version",
    "stage",
    "while_typing",
]

_WHEN_WANTED = {
    **dict.fromkeys(("Backup", "articles_in", "back_up", "compact", "put_in_place", "stage"), "backups"),
    **dict.fromkeys(("Entry", "entry_of"), "entry"),
    "sqlite_version": "information",
    "Library": "library",
    **dict.fromkeys(("as_typed", "is_barely_begun", "phrases_of", "while_typing"), "query"),
    **dict.fromkeys(("LIBRARY_SUFFIX", "is_library"), "recognition"),
    "MOST_RANKED": "search",
}


def __getattr__(name: str) -> object:
    """Load a part when it is first wanted: no window needs what writes to come up, no worker process what reads."""
    if name not in _WHEN_WANTED:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_WHEN_WANTED[name]}"), name)
