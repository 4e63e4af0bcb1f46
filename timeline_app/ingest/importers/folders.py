"""Finding the files below what the reader named, in an order that does not change from run to run."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.ingest.importers.opening import why
from timeline_app.ingest.importers.part import printable
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"})
_UNFINISHED = (".part", ".partial", ".crdownload", ".download")
"""What browsers add to the name of a file until all of it is there."""


def find_files(paths: Iterable[Path]) -> Iterator[Path | ImportIssue]:
    """Find every file at or below the paths, folders in the order of names, and say what is left out and why.

    Links are followed, each folder is entered once. A path that the reader named is taken whatever it is called; below it, hidden
    and system files are listed as skipped.
    """
    entered: set[tuple[int, int]] = set()
    for path in paths:
        yield from _below(path, entered)


def _below(named: Path, entered: set[tuple[int, int]]) -> Iterator[Path | ImportIssue]:
    # A stack and no recursion: folders can be nested deeper than Python calls can.
    waiting = [named]
    while waiting:
        path = waiting.pop()
        if path is not named and (reason := left_out(path.name)) is not None:
            yield ImportIssue(printable(path), reason, IssueKind.SKIPPED)
            continue
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path
                continue
            identity = (status.st_dev, status.st_ino)
            if identity in entered:
                already = message(QT_TRANSLATE_NOOP("Message", "The folder was already read by another way to it."))
                yield ImportIssue(printable(path), already, IssueKind.SKIPPED)
                continue
            entered.add(identity)
            with os.scandir(path) as entries:
                names = sorted((entry.name for entry in entries), reverse=True)
        except (OSError, ValueError) as error:
            yield ImportIssue(printable(path), why(error))
            continue
        pages = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith((".html", ".htm"))}
        for name in names:
            if name.endswith("_files") and name.removesuffix("_files") in pages:
                with_page = message(
                    QT_TRANSLATE_NOOP("Message", "It holds the pictures and scripts of a saved web page.")
                )
                yield ImportIssue(printable(path / name), with_page, IssueKind.SKIPPED)
            else:
                waiting.append(path / name)


def left_out(name: str) -> Message | None:
    """Say why a file of this name is no article of the reader; None where it may be one."""
    if name.casefold() in _LITTER or name.startswith("~$"):
        return message(
            QT_TRANSLATE_NOOP("Message", "It is a file that the system or an office program keeps for itself.")
        )
    if name.startswith("."):
        return message(QT_TRANSLATE_NOOP("Message", "It is hidden."))
    if name.casefold().endswith(_UNFINISHED):
        return message(QT_TRANSLATE_NOOP("Message", "It is a download that is not complete."))
    return None
