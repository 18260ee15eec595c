"""Commands answer in the language that they are asked in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from languages import LETTERS, PSEUDO, pseudo_strings, speaking
from typer.testing import CliRunner

from handbook.checks.laws import LAW_SETS
from handbook.cli.app import app
from handbook.words.catalogue import languages, say

# Ids, paths, options and codes that a command repeats as they were typed
TYPED = re.compile(
    r"\S*[/.\\]\S*|--[a-z]+|HB[0-9]{3}|acme|acne|nobody|no-such|No Such|^ {4}.*$"
    rf"|\b(?:{'|'.join(LAW_SETS)})\b",
    re.M,
)
pytestmark = pytest.mark.usefixtures("own_environment")
BOTH = ("--company", "acme", "--all")


@pytest.fixture(scope="module", autouse=True)
def _pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with speaking(tmp_path_factory.mktemp("pseudo") / "catalogue") as speak:
        speak(PSEUDO, pseudo_strings())
        yield


def said(*arguments: str, lang: str = PSEUDO) -> str:
    return CliRunner().invoke(app, [*arguments, "--lang", lang]).output


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--all"), ("check", *BOTH), ("check", "--company", "acne"),
        ("check", "--data", "no-such"), ("build", *BOTH), ("build", "--company", "acme"),
        ("build",), ("explain", "HB599"), ("schema",),
        ("serve", "--address", "8000"),
        ("init", "policy_data/roles"), ("init", "a/new"), ("init", "a/new", "--name", "x"),
        ("new", "company", "acme"), ("new", "company", "No Such"), ("new", "company", "nobody"),
        ("new", "role", "nobody"), ("new", "process", "nobody"),
        ("new", "role", "nobody", "--company", "acne"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_in_the_language_asked_for(arguments: tuple[str, ...], data: Path) -> None:
    text = said(*arguments)
    assert text
    assert LETTERS.findall(TYPED.sub(" ", text)) == []


def test_what_is_counted_is_told_in_it(data: Path) -> None:
    (data / "dutys.yml").write_text("- id: a\n")
    head, line, *rest = said("check").splitlines()
    assert line.strip() == "- id: a"
    told = TYPED.sub(" ", "\n".join([head, *rest]))
    assert set(LETTERS.findall(told)) <= {"dutys", "duties"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_ways_to_say_which_companies(lang: str, data: Path) -> None:
    for command in ("check", "build"):
        assert said(command, *BOTH, lang=lang).strip() == say("cli.both", lang)


@pytest.mark.parametrize(
    "command", ["check", "build", "schema", "serve", "explain HB501", "new role nobody"]
)
def test_a_language_that_is_not_there(command: str, data: Path) -> None:
    result = CliRunner().invoke(app, [*command.split(), "--lang", "qq"])
    assert result.exit_code == 2
    assert result.stderr.strip() == say("cli.lang", "zh", name="qq", known="、".join(languages()))


def test_json_has_every_language(data: Path) -> None:
    (data / "dutys.yml").write_text("- id: a\n")
    rows = json.loads(said("check", "--format", "json"))
    assert {row["severity"] for row in rows} == {"error", "unchecked"}
    assert {tuple(row["message"]) for row in rows} == {languages()}
    assert PSEUDO in languages()


def test_schemas_explain_in_it(data: Path) -> None:
    said("schema", lang="en")
    role = json.loads((data / ".schema" / "role.json").read_text(encoding="utf-8"))
    assert role["properties"]["grade"]["description"] == say("field.Role.grade", "en")
    texts = role["properties"]["name"]["anyOf"][1]["properties"]
    assert tuple(texts) == languages()
