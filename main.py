"""Start the program from a checkout: `python main.py` does what the installed `timeline-app` does."""

import sys

if __name__ == "__main__":  # the worker processes import this file again
    if sys.version_info < (3, 11):
        sys.exit("This program needs Python 3.11 or later; this is Python {}.{}.".format(*sys.version_info))
    from timeline_app.__main__ import main

    sys.exit(main())
