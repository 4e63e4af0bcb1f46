"""What tests do to a library in a process of its own: be killed, run out of room, have no permission.

Run as ``python -m tests.library.children ACTION PATH [NUMBER]``; what happened is printed a line at a time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.builders import make_extraction, many_extractions
from timeline_app.errors import LibraryError
from timeline_app.library import Library

BATCH = 20


def add_for_ever(path: Path, seed: int) -> None:
    """Add batch after batch until killed, saying how many are kept."""
    with Library.open(path) as library:
        kept, batch = 0, []
        for extraction in many_extractions(1_000_000, words=200, seed=seed):
            batch.append(extraction)
            if len(batch) == BATCH:
                kept += library.add(batch).added
                batch = []
                print(kept, flush=True)


def hold(path: Path) -> None:
    """Keep the right to add articles until the standard input ends."""
    with Library.open(path) as library:
        library.add([])
        print("held", flush=True)
        sys.stdin.read()


def add_within(path: Path, most_bytes: int) -> None:
    """Add batches under a limit on the size of files, as a quota sets one, then read while there is no room."""
    import resource

    with Library.open(path) as library:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        report_adding(library)
    Library.open(path).close()


def fill(path: Path) -> None:
    """Add batches until the disk is full."""
    with Library.open(path) as library:
        report_adding(library)
    try:
        Library.create(path.with_name("second.timeline"))
    except LibraryError as error:
        print(error)


def report_adding(library: Library) -> None:
    """Add until it fails; print the sentence, how many were kept, and what reading gives."""
    kept, extractions = 0, many_extractions(100_000, words=200)
    try:
        while True:
            kept += library.add([next(extractions) for _ in range(BATCH)]).added
    except LibraryError as error:
        print(error)
    print(kept, library.info().articles, len({*library.load_index().articles.tolist()}))


def without_rights(path: Path) -> None:
    """Open and use the library as a user who owns nothing."""
    # Loaded while this user may still read the program.
    import hashlib  # noqa: F401

    from timeline_app.library import entry, integrity, store  # noqa: F401

    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        with Library.open(path) as library:
            print(library.is_read_only, library.info().articles, len(library.search("stoltenberg")), library.check())
            for write in (lambda: library.add([make_extraction(title="New")]), lambda: library.set_state("a", "b")):
                try:
                    write()
                except LibraryError as error:
                    print(error)
    except LibraryError as error:
        print(error)
    try:
        Library.create(path.with_name("new.timeline"))
    except LibraryError as error:
        print(error)


if __name__ == "__main__":
    actions = {action.__name__: action for action in (add_for_ever, hold, add_within, fill, without_rights)}
    actions[sys.argv[1]](Path(sys.argv[2]), *map(int, sys.argv[3:]))
