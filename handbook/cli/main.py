"""The door of the commands: light, so that Ctrl-C in the first moment ends quietly, too."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
BROKEN_MACHINE = 2


def main() -> None:
    """Run a command and end the process with its status."""
    try:
        from handbook.cli.app import app  # noqa: PLC0415 - takes a quarter of a second

        try:
            app()
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except KeyboardInterrupt:
        _end(INTERRUPTED)
    except OSError as error:
        if not _is_lost():
            raise
        if not isinstance(error, BrokenPipeError):  # whoever reads has seen enough
            _say_lost(error)
        _end(BROKEN_MACHINE)


def _is_lost() -> bool:
    """Whether what we print reaches nobody: the disk behind ``>`` is full, or the pipe closed."""
    try:
        os.write(1, b"\n")
    except OSError:
        return True
    return False


def _say_lost(error: OSError) -> None:
    from handbook.cli.console import refuse  # noqa: PLC0415
    from handbook.cli.options import LANG  # noqa: PLC0415

    try:
        refuse("cli.lost", LANG, reason=error.strerror or str(error))
        sys.stderr.flush()
    except OSError:
        return  # nowhere to say it


def _end(status: int) -> None:
    """Without Python's own last words about what could not be written."""
    os._exit(status)
