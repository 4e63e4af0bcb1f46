"""Show where the extractions differ from the golden ones; with --write, keep them."""

from __future__ import annotations

import argparse
import difflib

from tests.corpus import FOLDER, NAMES, expected, found


def main() -> None:
    """Compare, print, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("--write", action="store_true", help="take what is found now as what is expected")
    options = parser.parse_args()
    for name in NAMES:
        path = FOLDER / f"{name}.json"
        before = expected(name) if path.exists() else ""
        now = found(name)
        print(
            "".join(
                difflib.unified_diff(before.splitlines(keepends=True), now.splitlines(keepends=True), name, name, n=0)
            ),
            end="",
        )
        if options.write and now != before:
            path.write_text(now, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
