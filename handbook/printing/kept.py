"""What is kept from build to build: bytes with their digest, so that no other bytes are trusted.

A cache is no reason to stop: what can't be read or written is simply made again.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

_SIZE = hashlib.sha256().digest_size * 2


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            part.write_bytes(_digest(path, content) + b"\n" + content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def kept(path: Path) -> bytes | None:
    """What was kept; None if nothing is there or it is not what was written."""
    with suppress(OSError):
        if path.is_file():
            said = path.read_bytes()
            content = said[_SIZE + 1 :]
            if said[: _SIZE + 1] == _digest(path, content) + b"\n":
                return content
    return None


def _digest(path: Path, content: bytes) -> bytes:
    """Of name and content: one file must not stand in for another."""
    return hashlib.sha256(path.name.encode() + b"\n" + content).hexdigest().encode()
