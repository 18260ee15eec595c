"""What is kept from build to build is trusted only as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.printing.kept import keep, kept


@pytest.mark.parametrize("content", [b"", b"x", bytes(range(256)) * 100])
def test_what_is_kept_comes_back(tmp_path: Path, content: bytes) -> None:
    keep(tmp_path / "a" / "b", content)
    assert kept(tmp_path / "a" / "b") == content
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_what_was_changed_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    keep(path, b"content")
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert kept(path) is None, length
    for position in range(len(whole)):
        path.write_bytes(whole[:position] + b"\x00" + whole[position + 1 :])
        assert kept(path) is None, position
    path.write_bytes(whole + b"x")
    assert kept(path) is None


def test_one_file_does_not_stand_in_for_another(tmp_path: Path) -> None:
    keep(tmp_path / "a", b"content")
    (tmp_path / "a").rename(tmp_path / "b")
    assert kept(tmp_path / "b") is None


@pytest.mark.parametrize("name", ["missing", "folder", "file/below"])
def test_what_cannot_be_read_or_written_is_no_reason_to_stop(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    assert kept(tmp_path / name) is None
    if name != "missing":
        keep(tmp_path / name, b"content")
        assert kept(tmp_path / name) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
