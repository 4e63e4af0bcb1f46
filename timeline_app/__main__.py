"""The entry point: the window or a command without one, and first a look at what the machine has."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from timeline_app import preflight

if TYPE_CHECKING:
    from types import ModuleType

_MACHINE_LACKS_SOMETHING = 3


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit status (3 where the machine lacks something that the program needs)."""
    if problem := preflight.check_python():
        print(problem, file=sys.stderr)  # noqa: T201
        return _MACHINE_LACKS_SOMETHING
    # numpy brings linear algebra along, which starts a thread for every core; nothing here multiplies matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from timeline_app.arguments import COMMANDS_WITHOUT_QT, parse

    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.command in COMMANDS_WITHOUT_QT:
        from timeline_app import cli

        return cli.run(options)
    if problems := preflight.check_system(on_screen=options.command is None):
        print(*problems, sep="\n", file=sys.stderr)  # noqa: T201
        return _MACHINE_LACKS_SOMETHING
    # Only now: Qt aborts the process where a library or the screen is missing, and no Python can catch that.
    if options.command == "screenshot":
        from timeline_app import screenshot

        return screenshot.run(options)
    return load_app().run(options)  # type: ignore[no-any-return]


def load_app() -> ModuleType:
    """Import the window, what knows no Qt first: PySide6 reads the source of every module that is imported after it.

    What is imported stays, so garbage is not looked for among it, now or later; the application collects it on its own thread.
    """
    gc.disable()
    from timeline_app import snapshots  # noqa: F401
    from timeline_app.domain import edtf, event_filter  # noqa: F401
    from timeline_app.timeline import arrange, extent, grouping, lanes, scale, summary  # noqa: F401

    from timeline_app import app  # isort: skip

    gc.freeze()
    return app


if __name__ == "__main__":
    sys.exit(main())
