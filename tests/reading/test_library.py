"""A folder → the whole library."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.reading.library import NoData, load


def test_everything_is_there_by_kind_and_id(data: Path) -> None:
    library = load(data)
    assert library.base.problems == []
    assert ("role", "junior") in library.base.things
    assert list(library.companies) == ["acme"]
    node = library.companies["acme"].node
    assert node is not None
    assert node.place.file == "policy_data/companies/acme/company.yml"


def test_hidden_files_and_notes_are_passed_over(data: Path) -> None:
    for name in (".git/x.yml", "roles/.draft.yml", "README.md", "companies/.x/company.yml"):
        path = data / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("[")
    library = load(data)
    assert library.base.problems == []
    assert list(library.companies) == ["acme"]


def test_the_order_does_not_depend_on_the_file_system(data: Path) -> None:
    before = list(load(data).base.things)
    for path in sorted((data / "roles").iterdir(), reverse=True):
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
    assert list(load(data).base.things) == before


def test_files_are_named_from_the_working_folder_or_in_full(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "roles.yml").write_text("")
    assert load(data).base.problems[0].place.file == "policy_data/roles.yml"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert load(data).base.problems[0].place.file == f"{data.as_posix()}/roles.yml"


@pytest.mark.parametrize("name", ["", "missing", "roles/junior.yml"])
def test_no_data(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoData):
        load(tmp_path / name)
