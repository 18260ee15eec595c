"""Processes that end, or are refused something, at a given file operation.

Python tells an audit hook of every one before it is done: those inside rmtree, too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

OPERATIONS = {
    "open", "os.chmod", "os.link", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
    "os.scandir", "os.symlink", "os.truncate", "os.utime", "os.setxattr", "os.walk",
}  # fmt: skip
DONE, REFUSED, CRASHED, KILLED = 0, 1, 3, 9


def run_in_child(
    action: Callable[[], object],
    hook: Callable[[str, tuple[Any, ...]], None],
    refusal: type[Exception] | tuple[()] = (),
) -> int:
    """Run ``action`` in a process of its own under an audit hook; gives its status."""
    if (process := os.fork()) == 0:
        status = CRASHED
        try:
            sys.addaudithook(hook)
            action()
            status = DONE
        except refusal:
            status = REFUSED
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def killed_at(number: int, action: Callable[[], object], *, half: bool = False) -> bool:
    """Whether ``action`` was killed at its file operation ``number``, counted from 0.

    ``half`` lets a file that is opened for writing be there already, empty.
    """
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event not in OPERATIONS:
            return
        count += 1
        if count <= number:
            return
        if half and event == "open" and "w" in str(arguments[1]):
            count = -(10**6)  # so that this one passes
            Path(arguments[0]).touch()
        os._exit(KILLED)

    status = run_in_child(action, hook)
    assert status in (DONE, KILLED), f"status {status}"
    return status == KILLED


def refused_at(number: int, action: Callable[[], object], error: type[Exception]) -> int:
    """The status of ``action`` whose file operation ``number`` is refused once by the machine."""
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in OPERATIONS:
            count += 1
            if count == number + 1:
                raise OSError(13, "refused for a test", str(arguments[0]))

    return run_in_child(action, hook, error)
