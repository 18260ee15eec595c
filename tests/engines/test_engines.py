"""Any folder of engines/ is one that the command builds with, and none knows another."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from importlib import invalidate_caches
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from handbook import engines
from handbook.cli.app import app
from handbook.words.facts import told

TINY = """
from handbook.engines.site import CannotBuild
from handbook.publishing.staging import staged

def build_site(config_file, target, site):
    with staged(target, site.settings.owner(site.company)) as staging:
        for page in site.pages:
            if page.key == ("form", "application") and {broken}:
                raise CannotBuild("no ink")
            file = staging.folder / page.address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(site.printer(page.path).blocks(page.view), encoding="utf-8")
    return [note.message(site.settings.lang) for note in staging.notes]
"""


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Writes an engine that is nothing but a folder."""
    folder = tmp_path / "more" / "tiny"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    monkeypatch.setattr(engines, "__path__", [*engines.__path__, str(folder.parent)])

    def write(*, broken: bool = False) -> None:
        (folder / "build.py").write_text(TINY.format(broken=broken))
        forget()

    def forget() -> None:
        for name in [name for name in sys.modules if name.startswith("handbook.engines.tiny")]:
            del sys.modules[name]
        invalidate_caches()

    yield write
    forget()


def build(*options: str) -> Result:
    return CliRunner().invoke(app, ["build", "--company", "acme", "--lang", "en", *options])


def test_a_folder_is_an_engine_and_nothing_lists_it(tiny: Callable[..., None], data: Path) -> None:
    tiny()
    assert {engines.USUAL, "tiny"} <= set(engines.engines())
    done = build("--engine", "tiny")
    assert done.exit_code == 0, done.output
    site = data.parent / "site" / "acme"
    assert "<h1>" in (site / "careers" / "index.html").read_text("utf-8")
    assert not (site / "search").exists()


def test_what_an_engine_says_is_told_and_the_old_site_stays(
    tiny: Callable[..., None], data: Path
) -> None:
    tiny()
    assert build("--engine", "tiny").exit_code == 0
    home = data.parent / "site" / "acme" / "index.html"
    before = home.stat().st_ino
    tiny(broken=True)
    done = build("--engine", "tiny")
    assert done.exit_code == 1
    assert "no ink" in done.output
    assert home.stat().st_ino == before


def test_an_engine_that_is_not_there(data: Path) -> None:
    done = build("--engine", "tinny")
    assert done.exit_code == 2
    assert done.stderr.strip() == told("cli.engine", "en", name="tinny", known=engines.engines())
    assert not (data.parent / "site").exists()


def test_no_engine_knows_another() -> None:
    for name in engines.engines():
        folder = Path(str(engines.__file__)).parent / name
        named = {
            other
            for path in folder.rglob("*.py")
            for other in re.findall(r"handbook\.engines\.(\w+)", path.read_text("utf-8"))
        }
        assert named & set(engines.engines()) <= {name}
