"""The commands' exit status and what they say; nothing ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from handbook.cli.app import app


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_sound_data(data: Path) -> None:
    result = run("check", "--all", "--lang", "zh")
    told = "检查通过：查了 1 家公司、36 条规则；1 处未检查，不影响发布。"
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, told)


def test_problems_are_listed_and_counted(data: Path) -> None:
    (data / "dutys.yml").write_text("- id: a\n")
    result = run("check", "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout.startswith("policy_data/dutys.yml:1:1: HB116 ")
    assert "1 error" in result.stderr


def test_one_company_is_checked_by_itself(data: Path) -> None:
    (data / "companies" / "beta").mkdir()
    (data / "companies" / "beta" / "company.yml").write_text("id: beta\n")
    assert run("check", "--company", "acme").exit_code == 0
    assert run("check", "--company", "beta").exit_code == 1
    assert run("check").exit_code == 1


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/]", "[link=http://a.b]x[/link]", ":smile:"])
def test_text_of_the_data_is_printed_as_typed(data: Path, text: str) -> None:
    (data / "duties").mkdir()
    (data / "duties" / "more.yml").write_text(f"- id: '{text}'\n  area: a\n  text: b\n")
    assert f"id“{text}”" in run("check", "--lang", "zh").stdout


def test_an_unknown_company(data: Path) -> None:
    result = run("check", "--company", "acne", "--lang", "zh")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "acne" in result.stderr
    assert "acme" in result.stderr


def test_names_of_folders_reach_the_terminal_without_escapes(data: Path) -> None:
    (data / "companies" / "be\x1b[31mta").mkdir()
    result = run("check", "--company", "acne", "--lang", "zh")
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr + result.stdout
    assert "be�[31mta" in result.stderr


def test_an_unknown_language(data: Path) -> None:
    assert run("check", "--lang", "qq").exit_code == 2


@pytest.mark.parametrize("name", ["missing", "empty", "file"])
def test_no_data_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    result = run("check", "--data", name, "--lang", "zh")
    assert result.exit_code == 2
    assert name in result.stderr


def test_new_company(data: Path) -> None:
    assert run("new", "company", "beta").exit_code == 0
    assert (data / "companies" / "beta" / "company.yml").is_file()
    assert run("check").exit_code == 0


@pytest.mark.parametrize("identity", ["../x", "/etc/x", "Beta", "index", ".", "a" * 300, "", "con"])
def test_new_company_with_an_id_that_cannot_be_one(data: Path, identity: str) -> None:
    before = sorted(data.rglob("*"))
    assert run("new", "company", identity).exit_code == 2
    assert sorted(data.rglob("*")) == before


def test_new_company_overwrites_nothing(data: Path) -> None:
    own = data / "companies" / "acme" / "company.yml"
    before = own.read_bytes()
    assert run("new", "company", "acme").exit_code == 2
    assert own.read_bytes() == before


def test_schemas_are_written_beside_the_data(data: Path) -> None:
    result = run("schema", "--lang", "zh")
    assert (result.exit_code, result.stdout) == (0, "已写好 33 个 JSON Schema。\n")
    assert len(list((data / ".schema").iterdir())) == 33
    assert run("check").exit_code == 0


def test_a_draft_says_how_much_is_open_and_is_sound(data: Path) -> None:
    assert run("new", "company", "beta").exit_code == 0
    result = run("check", "--lang", "zh")
    assert result.exit_code == 0
    assert "“beta”还有 13 项" in result.stdout + result.stderr
    own = data / "companies" / "beta" / "company.yml"
    own.write_text(own.read_text("utf-8").replace("apply_days:", "apply_days: 5"), "utf-8")
    result = run("check", "--lang", "zh")
    assert "“beta”还有 12 项" in result.stdout + result.stderr
