"""Pages on paper: the text alone, all of it, charts in one piece."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Tab
from building import Built, squeezed
from lacking import skip

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]


def printed(built: Built, name: str, tab: Open, folder: Path) -> list[str]:
    """The text of each sheet of a page."""
    tool = shutil.which("pdftotext")
    if tool is None:
        skip("pdftotext: install poppler-utils")
    page = tab().page
    page.goto(f"{built.folder.as_uri()}/{name}")
    path = folder / "page.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    done = subprocess.run([str(tool), path, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def test_role_page_on_paper(retail: Built, tab: Open, tmp_path: Path) -> None:
    sheets = printed(retail, "roles/junior-agent/index.html", tab, tmp_path)
    text = squeezed("".join(sheets))
    first = squeezed(sheets[0])
    assert squeezed("星桥示例零售有限公司") in first
    assert "版本2.0" in first
    assert "初级客服" in first
    assert "本岗位" in first  # the ladder stands below the facts
    duty = next(
        d for d in retail.book.roles["junior-agent"].duties if retail.book.duties[d].actions
    )
    for action in retail.book.duties[duty].actions:
        assert squeezed(action.zh) in text  # folded on the screen
    for gone in ("搜索", "目录", "flowchart", "打开或关闭菜单", "¶"):
        assert gone not in text
    assert (
        re.search(r"\.\./|index\.html", text) is None
    )  # pages of the handbook have no address here


def test_charts_stay_in_one_piece(retail: Built, tab: Open, tmp_path: Path) -> None:
    """All steps of a chart are on one sheet."""
    sheets = printed(retail, "processes/appeal/index.html", tab, tmp_path)
    process = retail.book.processes["appeal"]
    ends = [squeezed(end.name.zh) for end in process.ends]
    names = [squeezed(step.name.zh) for step in process.steps]
    whole = [s for s in map(squeezed, sheets) if all(n in s for n in (*names, *ends))]
    assert whole
