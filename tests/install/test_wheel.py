"""The wheel in an empty environment and an empty folder: a handbook of one's own, and mkdocs."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import installing
import pytest
import yaml
from installing import PIP, ROOT, Begun, Environment, files, missing_scripts, policy, run

pytestmark = pytest.mark.long  # minutes' worth of pip
SHIPPED = "handbook/shipped"
CHANGING = ("sitemap.xml.gz", ".handbook-site")  # hold the moment of the build, if it is MkDocs'


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel; nothing is downloaded for it."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder)
    run(*PIP, *options, ROOT, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return installing.environment(tmp_path_factory.mktemp("environment"), wheel)


@pytest.fixture(scope="module")
def begun(environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    folder = tmp_path_factory.mktemp("begun") / "my-handbook"
    environment.handbook("init", folder.name, cwd=folder.parent)
    written = policy(folder)
    environment.handbook("build", cwd=folder)
    return Begun(folder, written)


@pytest.fixture(scope="module")
def held(wheel: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(wheel) as archive:
        yield archive


def below(start: str, held: zipfile.ZipFile) -> dict[str, bytes]:
    """The files of the wheel below a folder."""
    inside = (name for name in held.namelist() if name.startswith(f"{start}/"))
    return {name.removeprefix(f"{start}/"): held.read(name) for name in inside}


def test_nothing_but_the_package_lands_in_site_packages(held: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in held.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"handbook"}


@pytest.mark.parametrize("name", ["docs", "macros", "overrides", "policy_data"])
def test_the_wheel_holds_every_file_of(name: str, held: zipfile.ZipFile) -> None:
    assert below(f"{SHIPPED}/{name}", held) == files(ROOT / name)


def test_the_wheel_holds_every_file_of_the_package(held: zipfile.ZipFile) -> None:
    shipped = {f"shipped/{name}" for name in below(SHIPPED, held)}
    assert set(below("handbook", held)) - shipped == set(files(ROOT / "handbook"))


def test_a_new_handbook_is_the_whole_example(begun: Begun) -> None:
    for name in ("policy_data", "docs"):
        assert files(begun.folder / name) == files(ROOT / name)
    tops = {name.split("/")[0] for name in begun.policy}
    assert tops == {".gitignore", "docs", "mkdocs.yml", "policy_data"}


def test_its_site_is_what_this_folder_builds(begun: Begun, tmp_path: Path) -> None:
    run(sys.executable, "-m", "handbook", "build", "--out", tmp_path, cwd=ROOT)
    site = files(begun.site)
    assert site == files(tmp_path / begun.site.name)
    features = {name for name in site if name.startswith("assets/features/")}
    assert features == {f"assets/features/{n}" for n in files(ROOT / "overrides/assets/features")}
    assert missing_scripts(begun.site) == []


def test_mkdocs_builds_the_same_site(
    begun: Begun, environment: Environment, tmp_path: Path
) -> None:
    environment.mkdocs("build", "-d", str(tmp_path / "by-mkdocs"), cwd=begun.folder)
    site, built = files(tmp_path / "by-mkdocs"), files(begun.site)
    assert list(site) == list(built)
    assert [n for n in site if site[n] != built[n] and n not in CHANGING] == []


def test_no_command_changes_what_belongs_to_the_company(
    begun: Begun, environment: Environment
) -> None:
    for command in ("check --all", "schema"):  # others have built by then, by both programs
        environment.handbook(*command.split(), cwd=begun.folder)
    assert policy(begun.folder) == begun.policy


def test_a_program_with_another_example_builds_the_same_handbook(
    begun: Begun, environment: Environment
) -> None:
    """An upgrade changes no text and no number: nobody reads the example any more."""
    example = environment.packages / SHIPPED
    away = environment.packages / "away"
    before = files(begun.site)
    away.mkdir()
    try:
        for name in ("docs", "policy_data"):
            (example / name).rename(away / name)
        environment.handbook("build", cwd=begun.folder)
    finally:
        for path in away.iterdir():
            path.rename(example / path.name)
        away.rmdir()
    assert policy(begun.folder) == begun.policy
    assert files(begun.site) == before


def test_a_folder_that_holds_only_policy_data(environment: Environment, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policy_data", tmp_path / "policy_data")
    said = environment.handbook("build", cwd=tmp_path)
    site = Begun(tmp_path, {}).site
    assert f"“{site.name}”" in said  # which of the companies it took
    assert (site / "roles").is_dir()
    assert missing_scripts(site) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", "policy_data", "site"]


def test_an_empty_handbook_knows_nothing_of_the_example(
    environment: Environment, tmp_path: Path
) -> None:
    environment.handbook("init", "e", "--empty", "--name", "甲乙公司", cwd=tmp_path)
    folder = tmp_path / "e"
    (company,) = folder.glob("policy_data/companies/*/*.yml")
    environment.handbook("build", cwd=folder)
    environment.mkdocs("build", "-d", "../by-mkdocs", cwd=folder)
    site = Begun(folder, {}).site
    assert missing_scripts(site) == []
    pages = {name: raw.decode() for name, raw in files(site).items() if name.endswith(".html")}
    pages["search"] = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "甲乙公司" in pages["index.html"]
    own = company.read_text(encoding="utf-8")
    names = [name for name in of_the_example() if name not in own]
    assert len(names) > 100
    assert [(page, name) for page in pages for name in names if name in pages[page]] == []


def of_the_example() -> set[str]:
    """What the example's companies, departments, processes, roles and parameters are called."""
    data, found = ROOT / "policy_data", set()
    kinds = ("companies", "departments", "processes", "roles")
    paths = [path for kind in kinds for path in (data / kind).rglob("*.yml")]
    for path in (*paths, data / "parameters.yml"):
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        for thing in said if isinstance(said, list) else [said]:
            named = [thing.get(field) for field in ("id", "name", "short_name")]
            found |= {name for name in named if isinstance(name, str) and len(name) > 3}
    return found
