"""What may be published of the folder of hand-written pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.reading.docs import MAX_ATTACHMENT, docs_in


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "bus").mkdir(parents=True)
    for name in ("index.md", "bus/times.md", "bus/map.png", "CNAME", "bus/list.pdf"):
        (folder / name).write_text("x")
    return folder


def told(docs: Path) -> list[str]:
    return [f"{problem.place.file} {problem.code}" for problem in docs_in(docs).problems]


def test_pages_and_what_they_show_may_be_published(docs: Path) -> None:
    (docs / ".hidden").symlink_to("/etc/passwd")
    found = docs_in(docs)
    assert found.problems == ()
    assert [page.name for page in found.pages] == ["bus/times.md", "index.md"]
    assert {entry.name for entry in found.files} == {
        "docs/index.md", "docs/bus/times.md", "docs/bus/map.png", "docs/CNAME", "docs/bus/list.pdf"
    }  # fmt: skip


@pytest.mark.parametrize("name", ["x.txt", "x.md", "bus/all", "nowhere.md"])
def test_no_link_is_published(docs: Path, name: str) -> None:
    target = {"bus/all": "/etc", "nowhere.md": "/nowhere"}.get(name, "/etc/passwd")
    (docs / name).symlink_to(target)
    assert told(docs) == [f"docs/{name} HB129"]
    assert name not in ["/".join(entry.parts) for entry in docs_in(docs).files]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_no_pipe_is_waited_for(docs: Path) -> None:
    os.mkfifo(docs / "news.md")
    assert told(docs) == ["docs/news.md HB130"]


def test_a_folder_with_the_name_of_a_page(docs: Path) -> None:
    (docs / "news.md").mkdir()
    assert told(docs) == ["docs/news.md HB132"]


@pytest.mark.parametrize(
    ("name", "size", "is_told"),
    [
        ("a.md", 1_000_001, True),
        ("a.png", 1_000_001, False),
        ("a.png", MAX_ATTACHMENT + 1, True),
    ],
)
def test_what_is_too_large(docs: Path, name: str, size: int, is_told: bool) -> None:
    with (docs / name).open("wb") as file:
        file.truncate(size)
    assert told(docs) == ([f"docs/{name} HB109"] if is_told else [])


@pytest.mark.parametrize("name", ["news.md（1）", "news.MD", "news.md ", "news.markdown"])
def test_a_page_that_would_not_become_one(docs: Path, name: str) -> None:
    (docs / name).write_text("# 新闻\n")
    (problem,) = docs_in(docs).problems
    assert (problem.code, problem.near) == ("HB136", ("news.md",))


def test_a_folder_that_mkdocs_leaves_out(docs: Path) -> None:
    (docs / "templates").mkdir()
    (docs / "templates" / "contract.md").write_text("# 合同\n")
    assert told(docs) == ["docs/templates HB137"]
