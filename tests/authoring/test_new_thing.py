"""A new role or process needs only its texts; every mistake about it is said."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from places import POLICY, TESTS
from typer.testing import CliRunner

from handbook.authoring.new_company import Exists
from handbook.authoring.new_thing import NothingToReferTo, new_thing
from handbook.checks.check_all import check_companies
from handbook.cli.app import app
from handbook.reading.library import load
from handbook.words.problem import Problem

KINDS = {"role": "roles", "process": "processes"}
EMPTY = re.compile(r"^( *(?:name|summary):)$", re.MULTILINE)


def problems(folder: Path) -> tuple[Problem, ...]:
    library = load(folder)
    return check_companies(library, list(library.companies))[1]


@pytest.fixture(params=["good", "real"])
def folder(request: pytest.FixtureRequest, data: Path) -> Path:
    """A small handbook and the real one, to be changed at will."""
    if request.param == "real":
        shutil.rmtree(data)
        shutil.copytree(POLICY, data)
    return data


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_only_its_texts_are_missing_and_with_them_it_is_sound(
    folder: Path, kind: str, lang: str
) -> None:
    assert problems(folder) == ()
    path = new_thing(load(folder), kind, "quite-new", lang)
    assert path == folder / KINDS[kind] / "quite-new.yml"
    text = path.read_text("utf-8")
    fresh = problems(folder)
    assert {problem.code for problem in fresh} == {"HB212"}
    assert {problem.place.file for problem in fresh} == {path.relative_to(folder.parent).as_posix()}
    lines = {n for n, line in enumerate(text.split("\n"), 1) if EMPTY.fullmatch(line)}
    assert {problem.place.line for problem in fresh} == lines
    assert len(lines) == {"role": 2, "process": 6}[kind]
    path.write_text(EMPTY.sub(r"\1 新的内容", text), "utf-8")
    assert problems(folder) == ()
    first = text.split("\n", 1)[0]
    assert first == f"# yaml-language-server: $schema=../.schema/{kind}.json"


def test_a_new_step_takes_working_days(folder: Path) -> None:
    path = new_thing(load(folder), "process", "quite-new", "zh")
    path.write_text(EMPTY.sub(r"\1 新的内容", path.read_text("utf-8")), "utf-8")
    library = load(folder)
    books, _ = check_companies(library, list(library.companies))
    for book in books.values():
        steps = book.processes["quite-new"].steps
        kinds = [book.parameters[step.within].type for step in steps if step.within]
        assert kinds == ["working_days", "working_days"]


def test_what_stands_in_comments_can_be_used_by_taking_the_mark_away(folder: Path) -> None:
    path = new_thing(load(folder), "role", "quite-new", "zh")
    library = load(folder)

    overlays = [company.overlay.things for company in library.companies.values()]
    taken = {key for things in overlays for key, node in things.items() if "remove" in node.entries}

    def first(kind: str) -> str:
        return next(i for k, i in library.base.things if k == kind and (k, i) not in taken)

    text = EMPTY.sub(r"\1 新的内容", path.read_text("utf-8"))
    used = {
        "also_called": "[又一个叫法]",
        "reports_to": first("role"),
        "duties": f"[{first('duty')}]",
        "requirements": f"[{first('requirement')}]",
    }
    for name, value in used.items():
        text, count = re.subn(rf"^# {name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert count == 1, name
    path.write_text(text, "utf-8")
    assert problems(folder) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_overwritten(data: Path, kind: str) -> None:
    taken = {"role": "junior", "process": "promotion"}[kind]
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    with pytest.raises(Exists):
        new_thing(load(data), kind, taken, "zh")
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("identity", ["../x", "/etc/x", "Beta", "index", ".", "a" * 65, "", "con"])
def test_an_id_that_cannot_be_one(data: Path, kind: str, identity: str) -> None:
    before = sorted(data.rglob("*"))
    with pytest.raises(ValueError):  # noqa: PT011 - pydantic's own is one
        new_thing(load(data), kind, identity, "zh")
    result = CliRunner().invoke(app, ["new", kind, "--lang", "zh", "--", identity])
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 2
    assert sorted(data.rglob("*")) == before


@pytest.mark.parametrize(
    ("kind", "file", "missing"),
    [
        ("role", "families.yml", "family"),
        ("process", "actors.yml", "actor"),
        ("process", "parameters.yml", "parameter"),
    ],
)
def test_what_it_must_refer_to_is_not_there_yet(
    data: Path, kind: str, file: str, missing: str
) -> None:
    (data / file).unlink()
    with pytest.raises(NothingToReferTo) as caught:
        new_thing(load(data), kind, "quite-new", "zh")
    assert caught.value.kind == missing
    assert not (data / KINDS[kind] / "quite-new.yml").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_says_where_it_is(data: Path, kind: str) -> None:
    result = CliRunner().invoke(app, ["new", kind, "quite-new", "--lang", "zh"])
    assert result.exit_code == 0
    assert f"{KINDS[kind]}/quite-new.yml" in result.stdout
    again = CliRunner().invoke(app, ["new", kind, "quite-new", "--lang", "zh"])
    assert again.exit_code == 2
    assert "quite-new.yml" in again.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_company_has_it_alone(folder: Path, kind: str) -> None:
    """Its texts are all that is missing, and only there; nobody else hears of it."""
    library = load(folder)
    for company in library.companies:
        path = new_thing(library, kind, "quite-new", "zh", company)
        assert path == folder / "companies" / company / KINDS[kind] / "quite-new.yml"
        text = path.read_text("utf-8")
        schema = text.split("\n", 1)[0].partition("$schema=")[2]
        assert (path.parent / schema).resolve() == (folder / ".schema" / f"{kind}.json").resolve()
        places = {problem.place.file for problem in problems(folder)}
        assert places == {path.relative_to(folder.parent).as_posix()}
        path.write_text(EMPTY.sub(r"\1 新的内容", text), "utf-8")
        assert problems(folder) == ()
        path.unlink()


def test_a_company_s_own_things_are_offered(data: Path) -> None:
    own = data / "companies" / "acme" / "families.yml"
    own.write_text("- id: own-family\n  name: 自己的序列\n  summary: 无\n", "utf-8")
    assert "own-family" in new_thing(load(data), "role", "a", "zh", "acme").read_text("utf-8")
    assert "own-family" not in new_thing(load(data), "role", "b", "zh").read_text("utf-8")


def test_what_a_company_takes_away_is_not_offered_to_it(data: Path) -> None:
    library = load(data)
    families = [identity for kind, identity in library.base.things if kind == "family"]
    gone = "".join(f"- id: {family}\n  remove: true\n" for family in families)
    (data / "companies" / "acme" / "families.yml").write_text(gone, "utf-8")
    with pytest.raises(NothingToReferTo):
        new_thing(load(data), "role", "a", "zh", "acme")


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_takes_a_company_that_is_there(data: Path, kind: str) -> None:
    run = CliRunner().invoke
    good = run(app, ["new", kind, "quite-new", "--company", "acme", "--lang", "zh"])
    assert good.exit_code == 0
    assert f"companies/acme/{KINDS[kind]}/quite-new.yml" in good.stdout
    before = sorted(data.rglob("*"))
    bad = run(app, ["new", kind, "another", "--company", "acne", "--lang", "zh"])
    assert bad.exit_code == 2
    assert "acme" in bad.stderr
    assert sorted(data.rglob("*")) == before


def test_what_a_company_has_is_not_made_anew_for_all(data: Path) -> None:
    """It would become that company's change of the new one."""
    new_thing(load(data), "role", "own-role", "zh", "acme")
    with pytest.raises(Exists, match=r"acme/roles/own-role\.yml"):
        new_thing(load(data), "role", "own-role", "zh")


def test_things_of_the_company_that_is_extended_are_offered(data: Path) -> None:
    own = data / "companies" / "acme" / "families.yml"
    own.write_text("- id: own-family\n  name: 自己的序列\n  summary: 无\n", "utf-8")
    (data / "companies" / "below").mkdir()
    text = "id: below\nname: 子公司\nextends: acme\n"
    (data / "companies" / "below" / "company.yml").write_text(text, "utf-8")
    text = new_thing(load(data), "role", "a", "zh", "below").read_text("utf-8")
    assert "own-family" in text


def test_a_role_without_departments_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "policy_data"
    shutil.copytree(TESTS / "data" / "tiny", folder)
    text = new_thing(load(folder), "role", "quite-new", "en").read_text("utf-8")
    assert "department" not in text
    assert "grade: 1\n# take the # away" in text
