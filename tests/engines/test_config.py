"""mkdocs.yml and the environment: every mistake is told with its line, nothing else is raised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError

from handbook.engines.mkdocs.config import check_epoch, configured, own_mistakes, sources
from handbook.words.catalogue import languages

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of links, whose mkdocs.yml may be spoiled."""
    for name in ("docs", "overrides", "macros", "handbook", "policy_data"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(project: Path, lang: str = "zh") -> list[str]:
    """The lines about a project's mkdocs.yml."""
    with pytest.raises(ConfigurationError) as caught:
        configured(project / "mkdocs.yml", lang, strict=True)
    return str(caught.value).splitlines()


def line_of(project: Path, start: str) -> int:
    lines = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(start))


def _replaced(old: str, new: str) -> Callable[[str], str]:
    def replaced(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return replaced


@pytest.mark.parametrize(
    ("spoil", "start"),
    [
        (_replaced("name: material", "name: nope"), "theme:"),
        (_replaced("theme:", "themes:"), "themes:"),
        (_replaced("docs_dir: docs", "docs_dir: [1]"), "docs_dir:"),
        (_replaced("macros, handbook, overrides]", "nope]"), "watch:"),
        (_replaced("  handbook: {} # last", "  nope: {} # last"), "plugins:"),
        (_replaced("  handbook: {} # last", "# last"), "plugins:"),
        (_replaced("  macros:\n    modules: [macros]\n    on_undefined: strict\n", ""), "plugins:"),
        (_replaced("  handbook:\n    company:", "  own:\n    company:"), "extra:"),
        (_replaced("!ENV [HANDBOOK_EDITION, employee]", "boss"), "extra:"),
        (_replaced("!ENV [HANDBOOK_DRAFT, false]", "perhaps"), "extra:"),
        (_replaced("!ENV [HANDBOOK_COMPANY, xingqiao-retail]", "[a]"), "extra:"),
        (_replaced("site_name: 岗位手册", "site_name: [1]"), "site_name:"),
    ],
)
def test_wrong_setting_is_told_with_its_line(
    project: Path, spoil: Callable[[str], str], start: str
) -> None:
    path = project / "mkdocs.yml"
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    for lang in languages():
        places = [line.partition(" ")[0] for line in said(project, lang)]
        assert f"mkdocs.yml:{line_of(project, start)}:1:" in places


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"site_name: x\nfoo: [\n", "mkdocs.yml:3:1:"),
        (b"site_name: x\n\tfoo: 1\n", "mkdocs.yml:2:1:"),
        (b"a: 1\nb: 2026-13-45\n", "mkdocs.yml:1:1:"),
        (b"site_name: \xff\xfe\n", "mkdocs.yml:1:1:"),
        (b"site_name: \x00\n", "mkdocs.yml:1:1:"),
        (b"", "mkdocs.yml:1:1:"),
        (b"- a\n", "mkdocs.yml:1:1:"),
        (b"just text\n", "mkdocs.yml:1:1:"),
        (b"[" * 100_000, "mkdocs.yml:1:1:"),
        (b"a: !!python/name:nope.nope x\n", "mkdocs.yml:1:4:"),
        (b"INHERIT: nope.yml\n", "mkdocs.yml:1:1:"),
        (b"a: !nope x\n", "mkdocs.yml:1:4:"),
        (b"? [a]\n: b\n", "mkdocs.yml:1:3:"),
        (b"a: *nope\n", "mkdocs.yml:1:4:"),
        (b"site_name: x\nhooks: [nope.py]\n", "mkdocs.yml:2:1:"),
    ],
)
def test_file_that_is_no_configuration_is_told(project: Path, content: bytes, place: str) -> None:
    (project / "mkdocs.yml").write_bytes(content)
    lines = said(project)
    assert place in [line.partition(" ")[0] for line in lines]
    assert not [line for line in lines if "Traceback" in line or str(project) in line]


def test_folder_in_the_place_of_the_file_is_told(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").mkdir()
    (line,) = said(project)
    assert line.startswith("mkdocs.yml:1:1: HB920 ")


def test_settings_as_they_are_shipped_are_sound(project: Path) -> None:
    config = configured(project / "mkdocs.yml", "zh", strict=True)
    assert list(own_mistakes(config)) == []
    known = sources(config, project / "policy_data")
    for name in ("mkdocs.yml", "docs", "overrides", "macros", "handbook", "policy_data", ".git"):
        assert project / name in known, name


@pytest.mark.parametrize(
    "value", ["99999999999", "4294967296", "", "-1", "1e9", "x", "١", "\x1b[2J"]
)
def test_moment_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    for lang in languages():
        with pytest.raises(ConfigurationError) as caught:
            check_epoch(lang)
        assert "SOURCE_DATE_EPOCH" in str(caught.value)
        assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("value", ["0", "4294967295", None])
def test_moment_that_is_one_is_taken(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if value is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    check_epoch("zh")
