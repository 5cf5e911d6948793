"""The command ``pybundle``, also as ``python -m pybundle``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command and exit with its code.

    ``pybundle --version`` alone is answered before anything heavy is loaded.
    """
    if sys.argv[1:] == ["--version"]:
        from pybundle import __version__

        print(f"pybundle {__version__}")
        return
    try:
        from pybundle.cli import run
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
