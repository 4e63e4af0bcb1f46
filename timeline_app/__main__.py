"""The entry point: the window or a command without one, and first a look at what the machine has."""

from __future__ import annotations

import sys

from timeline_app import preflight

_MACHINE_LACKS_SOMETHING = 3


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit status (3 where the machine lacks something that the program needs)."""
    if problem := preflight.check_python():
        print(problem, file=sys.stderr)  # noqa: T201
        return _MACHINE_LACKS_SOMETHING
    from timeline_app import cli

    options = cli.parse(sys.argv[1:] if arguments is None else arguments)
    if options.command in cli.COMMANDS_WITHOUT_QT:
        return cli.run(options)
    if problems := preflight.check_system(on_screen=options.command is None):
        print(*problems, sep="\n", file=sys.stderr)  # noqa: T201
        return _MACHINE_LACKS_SOMETHING
    # Only now: Qt aborts the process where a library or the screen is missing, and no Python can catch that.
    if options.command == "screenshot":
        from timeline_app import screenshot

        return screenshot.run(options)
    from timeline_app import app

    return app.run(options)


if __name__ == "__main__":
    sys.exit(main())
