"""A bad input is one file of ``tests/bad``: what it changes in the good handbook, what is told.

A line ``=== roles/lead.yml`` begins a file of the data. After ``=== roles/lead.yml escaped`` ends
of lines don't count, and ``\\n``, ``\\r``, ``\\t``, two backslashes and ``\\xe5`` are bytes: for
files that are no good text. ``=== expected`` begins the lines that ``handbook check --all`` must
print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from places import TESTS

FOLDER = TESTS / "bad"
CASES = sorted(path.stem for path in FOLDER.glob("*.txt"))
_HEAD = re.compile(r"^=== (\S.*?)( escaped)?\n", re.MULTILINE)
_ESCAPE = re.compile(rb"\\(x[0-9a-f]{2}|[nrt\\])")
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\\": b"\\"}


@dataclass(frozen=True, slots=True)
class BadCase:
    """``files`` by path inside policy_data, as bytes; ``expected`` is the text of the last part."""

    path: Path
    head: str
    files: dict[str, bytes]
    expected: str

    def write(self, data: Path) -> None:
        """Spoil a copy of the good handbook."""
        for name, content in self.files.items():
            place = data / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)

    def compare(self, told: str, *, renew: bool) -> None:
        """Hold what was told against ``expected``, or write it down."""
        if renew:
            self.path.write_bytes(f"{self.head}=== expected\n{told}\n".encode())
            return
        assert told.splitlines() == self.expected.splitlines()


def bad_case(name: str) -> BadCase:
    """Read ``tests/bad/<name>.txt``."""
    path = FOLDER / f"{name}.txt"
    text = path.read_bytes().decode()
    head, _, expected = text.rpartition("=== expected\n")
    parts = _HEAD.split(head)[1:]
    files = {
        file: _unescaped(body) if escaped else body.encode()
        for file, escaped, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }
    return BadCase(path, head, files, expected)


def _unescaped(body: str) -> bytes:
    def byte(found: re.Match[bytes]) -> bytes:
        name = found[1]
        return bytes.fromhex(name[1:].decode()) if len(name) > 1 else _PLAIN[name]

    return _ESCAPE.sub(byte, body.encode().replace(b"\n", b""))
