"""handbook init: the whole example or nothing of it, into a folder of its own or an empty one."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from typer.testing import CliRunner, Result

from handbook.authoring import new_handbook as module
from handbook.authoring.new_handbook import EXAMPLE, NotEmpty, empty_handbook, new_handbook
from handbook.authoring.writing import CannotWrite
from handbook.checks.check_all import check_companies
from handbook.cli.app import app
from handbook.reading.library import load

cli_init = import_module("handbook.cli.init")
ROOT = Path(__file__).parents[2]
NAMES = ["甲公司", "a: b #c", '"x"', "- y", "{{ z }}", "${csat_score}", "'", "null", "12", "<b>&"]


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def init(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["init", *map(str, arguments), "--lang", "zh"])


def test_the_example_is_copied_whole(tmp_path: Path) -> None:
    new_handbook(tmp_path / "a" / "own", "zh")
    for name in ("policy_data", "docs"):
        assert files(tmp_path / "a" / "own" / name) == files(ROOT / name)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["own"]


def test_its_company_is_the_one_that_a_clone_builds(tmp_path: Path) -> None:
    clone = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"!ENV [HANDBOOK_COMPANY, {EXAMPLE}]" in clone
    new_handbook(tmp_path / "own", "zh")
    settings = yaml.safe_load((tmp_path / "own" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["extra"]["handbook"]["company"] == EXAMPLE


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_one_is_a_company_and_sound(tmp_path: Path, lang: str) -> None:
    empty_handbook(tmp_path / "own", "甲公司", lang)
    own = {name for name in files(tmp_path / "own") if "/.schema/" not in name}
    assert own == {
        ".gitignore", "docs/.gitkeep", "mkdocs.yml",
        "policy_data/companies/my-company/company.yml",
        "policy_data/format.yml",
    }  # fmt: skip
    library = load(tmp_path / "own" / "policy_data")
    books, problems = check_companies(library, list(library.companies))
    assert problems == ()
    assert not books["my-company"].company.draft
    first = (tmp_path / "own" / "policy_data/companies/my-company/company.yml").read_text("utf-8")
    schema = re.match(r"# yaml-language-server: \$schema=(.*)\n", first)
    assert schema is not None
    assert (tmp_path / "own/policy_data/companies/my-company" / schema[1]).is_file()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_as_it_was_typed(tmp_path: Path, name: str) -> None:
    empty_handbook(tmp_path / "own", name, "zh")
    library = load(tmp_path / "own" / "policy_data")
    books, problems = check_companies(library, ["my-company"])
    assert problems == ()
    assert books["my-company"].company.name.zh.replace("$${", "${") == name


@pytest.mark.parametrize("options", [(), ("--empty",)])
def test_an_empty_folder_is_filled_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    result = init(".", *options)
    assert result.exit_code == 0, result.output
    assert tmp_path.stat().st_ino == before
    expected = [".gitignore", "docs", "mkdocs.yml", "policy_data"]
    assert sorted(path.name for path in tmp_path.iterdir()) == expected


@pytest.mark.parametrize("options", [(), ("--empty",)])
def test_it_says_what_to_type_next(tmp_path: Path, options: tuple[str, ...]) -> None:
    result = init(tmp_path / "my own", *options)
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[-2:] == [f"cd '{tmp_path}/my own'", "handbook build"]


@pytest.mark.parametrize("options", [(), ("--empty",)])
@pytest.mark.parametrize("there", ["policy_data/roles/a.yml", ".hidden", "docs/b.md"])
def test_a_folder_with_things_in_it_is_refused_by_their_names(
    tmp_path: Path, there: str, options: tuple[str, ...]
) -> None:
    path = tmp_path / "own" / there
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    result = init(tmp_path / "own", *options)
    assert result.exit_code == 2
    assert there.split("/", maxsplit=1)[0] in result.stderr
    assert files(tmp_path) == {f"own/{there}": b"mine"}


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("mine", encoding="utf-8")
    with pytest.raises(NotEmpty):
        new_handbook(tmp_path / "own", "zh")
    assert files(tmp_path) == {"own": b"mine"}


@pytest.mark.parametrize("options", [("--name", "x"), ("--empty", "--name", " ")])
def test_a_name_belongs_to_an_empty_one(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert init(tmp_path / "own", *options).exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("number", range(1, 9))
def test_where_something_fails_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, there: bool
) -> None:
    """At each renaming, and while files are copied."""
    own = tmp_path / "own"
    if there:
        own.mkdir()
    left = number

    def failing(*arguments: object, **options: object) -> object:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError(28, "No space left on device")
        return real(*arguments, **options)

    real = os.rename if number < 5 else module.shutil.copyfile
    if number < 5:
        monkeypatch.setattr(Path, "rename", lambda path, to: (failing(path, to), Path(to))[1])
    else:
        monkeypatch.setattr(module.shutil, "copyfile", failing)
    with suppress(CannotWrite):
        new_handbook(own, "zh")
    if left > 0:  # it has done with fewer
        assert files(own / "policy_data") == files(ROOT / "policy_data")
    else:
        assert own.exists() == there
        assert files(tmp_path) == {}
    assert list(tmp_path.rglob(".handbook-new-*")) == []


def test_what_may_not_be_written_in_the_program_may_be_in_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed program may be read-only."""
    for name in ("policy_data", "docs"):
        (tmp_path / "shipped" / name / "x").mkdir(parents=True)
        (tmp_path / "shipped" / name / "x" / "a.yml").write_text("a", encoding="utf-8")
        (tmp_path / "shipped" / name / "x" / "a.yml").chmod(0o444)
        (tmp_path / "shipped" / name / "x").chmod(0o555)
    monkeypatch.setattr(module, "shipped", lambda name: tmp_path / "shipped" / name)
    new_handbook(tmp_path / "own", "zh")
    for path in (tmp_path / "own").rglob("*"):
        assert path.stat().st_mode & 0o200, path
    for name in ("policy_data", "docs"):
        (tmp_path / "shipped" / name / "x").chmod(0o755)


@pytest.mark.parametrize("name", ["甲 [[role:zz]]", "**甲**", "甲［［乙", "甲\x07", "甲\n乙"])
def test_a_name_that_is_not_plain_words_is_refused(tmp_path: Path, name: str) -> None:
    result = init(tmp_path / "own", "--empty", "--name", name)
    assert result.exit_code == 2
    assert "[[" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_no_hindrance_and_goes(tmp_path: Path) -> None:
    left = tmp_path / f".handbook-new-{'0' * 16}" / "docs"
    left.mkdir(parents=True)
    assert init(tmp_path, "--empty").exit_code == 0
    assert not left.parent.exists()


def test_windows_takes_double_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("my dir")
    monkeypatch.setattr(cli_init, "os", SimpleNamespace(name="nt"))
    assert cli_init._quoted(folder) == '"my dir"'
