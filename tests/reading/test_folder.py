"""Whatever lies in policy_data is read or told, and nothing but a file of its own is opened."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.testing import CliRunner

from handbook.cli.app import app
from handbook.reading import folder
from handbook.reading.folder import MAX_BYTES, TooLarge, content_of, walk

OVERLAY = "id: lead\nsummary: 本公司的写法\n"
SECRET = "id: secret-of-another-folder\n"


def told(*arguments: str) -> list[str]:
    """The findings of a check as ``file: CODE``, with what they name."""
    result = CliRunner().invoke(app, ["check", *(arguments or ("--all",)), "--lang", "zh"])
    assert isinstance(result.exception, SystemExit), result.exception
    assert "secret" not in result.stdout
    lines = [line for line in result.stdout.splitlines() if line and line[0] != " "]
    lines = [line for line in lines if " 未检查：" not in line]  # that rules had to wait
    assert result.exit_code == 1, result.stdout
    return [f"{line.split(':')[0]} {line.split(' ')[1]}" for line in lines]


def link(path: Path, target: Path | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that has no part in the handbook."""
    path = tmp_path / "outside"
    path.mkdir()
    (path / "lead.yml").write_text(SECRET)
    (path / "company.yml").write_text(SECRET)
    return path


# —— links ——


@pytest.mark.parametrize(
    "name",
    ["roles/extra.yml", "companies/acme/roles/lead.yml", "duties/extra.yml", "notes", "x.yml"],
)
def test_a_link_is_told_and_not_followed(data: Path, outside: Path, name: str) -> None:
    link(data / name, outside / "lead.yml")
    assert told() == [f"policy_data/{name} HB129"]


def test_a_link_that_leads_nowhere_is_told(data: Path) -> None:
    link(data / "companies/acme/roles/lead.yml", "nowhere.yml")
    assert told() == ["policy_data/companies/acme/roles/lead.yml HB129"]


def test_a_link_inside_the_folder_is_told_as_well(data: Path) -> None:
    link(data / "duties/again.yml", "../duties.yml")
    assert told() == ["policy_data/duties/again.yml HB129"]


@pytest.mark.parametrize("name", ["companies/acme/roles", "companies/acme/rolse", "companies"])
def test_a_linked_folder_is_told_and_not_entered(data: Path, outside: Path, name: str) -> None:
    if (data / name).exists():
        (data / name).rename(outside / "moved")
    link(data / name, outside)
    assert told() == [f"policy_data/{name} HB129"]


def test_a_company_that_is_a_link_is_told_and_stops_no_other(data: Path, outside: Path) -> None:
    link(data / "companies/beta", outside)
    assert told() == ["policy_data/companies/beta HB129"]
    assert told("--company", "beta") == ["policy_data/companies/beta HB129"]
    result = CliRunner().invoke(app, ["check", "--company", "acme"])
    assert result.exit_code == 0


def test_a_company_is_not_unknown_where_no_company_can_be_read(data: Path) -> None:
    (data / "companies").rename(data.parent / "elsewhere")
    link(data / "companies", data.parent / "elsewhere")
    assert told("--company", "acme") == ["policy_data/companies HB129"]


def test_a_folder_that_holds_itself_ends(data: Path) -> None:
    link(data / "roles/roles", "..")
    assert told() == ["policy_data/roles/roles HB129"]


def test_the_data_itself_may_be_a_link(data: Path) -> None:
    link(data.parent / "here", data)
    result = CliRunner().invoke(app, ["check", "--data", "here"])
    assert result.exit_code == 0


# —— what is no file ——


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have some 100 characters only
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
@pytest.mark.parametrize("make", [pipe, plug])
@pytest.mark.parametrize("name", ["roles/extra.yml", "companies/acme/company.yml"])
def test_pipes_and_sockets_are_told_and_not_opened(
    data: Path, make: Callable[[Path], None], name: str
) -> None:
    (data / name).unlink(missing_ok=True)
    make(data / name)
    assert told() == [f"policy_data/{name} HB130"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_logo_that_is_a_pipe_or_a_link_is_told_once(data: Path, outside: Path) -> None:
    own = data / "companies/acme/company.yml"
    own.write_text(own.read_text("utf-8") + "logo: logo.svg\n", "utf-8")
    os.mkfifo(data / "companies/acme/logo.svg")
    assert told() == ["policy_data/companies/acme/company.yml HB441"]
    (data / "companies/acme/logo.svg").unlink()
    (outside / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    link(data / "companies/acme/logo.svg", outside / "logo.svg")
    assert told() == ["policy_data/companies/acme/company.yml HB441"]


@pytest.mark.parametrize("name", ["roles/extra.yml", "companies/acme/company.yml"])
def test_a_huge_file_is_refused_before_it_is_read(
    data: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (data / name).open("wb") as file:
        file.truncate(2 << 30)  # sparse: it takes no room
    monkeypatch.setattr("handbook.reading.source.content_of", content_of_small_ones)
    assert told() == [f"policy_data/{name} HB109"]


def content_of_small_ones(path: Path, limit: int = MAX_BYTES) -> bytes:
    assert path.stat().st_size <= limit
    return content_of(path, limit)


def test_a_file_that_grows_after_it_was_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"#" * 11)
    with pytest.raises(TooLarge):
        content_of(path, 10)
    assert content_of(path, 11) == b"#" * 11


@pytest.mark.parametrize("name", ["roles/lead.yml/x.txt", "companies/acme/duties.yml/readme.txt"])
def test_a_folder_with_the_name_of_a_file_is_told(data: Path, name: str) -> None:
    path = data / name
    if path.parent.is_file():
        path.parent.unlink()
    path.parent.mkdir(parents=True)
    path.write_text("x")
    found = f"policy_data/{path.parent.relative_to(data).as_posix()} HB132"
    assert told() == [found]


# —— names ——


@pytest.mark.parametrize("name", ["lead", "lead.ylm", "lead.yml（1）", "lead.yml ", "lead.yml~"])
def test_a_name_that_nothing_reads_is_told(data: Path, name: str) -> None:
    path = data / "companies/acme/roles" / name
    path.parent.mkdir()
    path.write_text(OVERLAY)
    result = CliRunner().invoke(app, ["check", "--lang", "zh"])
    assert f"policy_data/companies/acme/roles/{name}:1:1: HB115 文件“{name}”" in result.stdout
    assert "是否想写“lead.yml”？" in result.stdout
    assert result.exit_code == 1


def test_notes_and_what_windows_leaves_are_no_mistakes(data: Path) -> None:
    for name in ("README.md", "roles/readme.txt", "companies/acme/README", "roles/Thumbs.db"):
        (data / name).write_text("x")
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


# —— what can't be opened ——


def closed(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Nobody may look into ``path``; tests may run as root, who may look into everything."""
    real = os.scandir

    def scandir(asked: Path) -> object:
        if Path(asked).absolute() == path:
            raise PermissionError(13, "Permission denied", str(asked))
        return real(asked)

    monkeypatch.setattr(folder.os, "scandir", scandir)


@pytest.mark.parametrize("name", ["roles", "companies", "companies/acme"])
def test_a_folder_that_cannot_be_opened_is_told(
    data: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    closed(monkeypatch, data / name)
    assert told() == [f"policy_data/{name} HB131"]


def test_a_folder_of_a_company_that_cannot_be_opened(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "companies/acme/roles").mkdir()
    (data / "companies/acme/roles/lead.yml").write_text(OVERLAY)
    closed(monkeypatch, data / "companies/acme/roles")
    assert told() == ["policy_data/companies/acme/roles HB131"]


@pytest.mark.skipif(os.name != "posix", reason="no such rights")
@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_rights_as_they_are(mode: int) -> None:
    """A folder without the right to enter, and one without any, for a user who is not root."""
    with TemporaryDirectory() as name:  # not below pytest's folders, which root alone may enter
        data = Path(name)
        (data / "roles").mkdir()
        (data / "roles" / "lead.yml").write_text(OVERLAY)
        (data / "roles").chmod(mode)
        data.chmod(0o755)
        child = os.fork()
        if child == 0:
            with_rights_of_nobody(data)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        (data / "roles").chmod(0o755)
    assert status == 0


def with_rights_of_nobody(data: Path) -> None:
    """In a process of its own: status 0 if the folder is told as one that can't be opened."""
    try:
        if os.getuid() == 0:
            os.setuid(65534)
        entries = walk(data, "policy_data")
        found = [f"{entry.name} {entry.problem.code}" for entry in entries if entry.problem]
        os._exit(0 if found == ["policy_data/roles HB131"] else 1)
    finally:
        os._exit(2)
