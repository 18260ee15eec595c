"""Where sites go and what is told of it: foreign folders, killed builds, caches, settings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from building import DATA, ROOT, Built, changed, copy_of_project, replace, run, write
from test_site_build import command, mkdocs_build

from handbook.publishing.unfinished import noted
from handbook.words.catalogue import say

COMPANY = "yihe-elder-care"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project for builds that go wrong."""
    return copy_of_project(tmp_path_factory.mktemp("output") / "project")


@pytest.fixture
def own(alone: Built, tmp_path: Path) -> Built:
    """A copy of a published site, to be built again."""
    shutil.copytree(alone.folder, tmp_path / "out" / COMPANY)
    return Built(COMPANY, tmp_path / "out" / COMPANY)


def again(site: Built, *options: str) -> tuple[int, str]:
    result = run(
        "build", "--company", COMPANY, "--data", DATA, "--out", site.folder.parent, *options
    )
    return result.exit_code, result.output


def test_what_others_laid_into_a_site_stays_and_is_named(alone: Built, own: Built) -> None:
    write(own.folder / ".git" / "HEAD", "ref")
    write(own.folder / "roles" / "contract.pdf", "signed")
    for _ in range(2):
        status, said = again(own)
        assert status == 0
        assert ".git、roles/contract.pdf" in said
    assert changed(alone, Built(COMPANY, own.folder)) == [".git/HEAD", "roles/contract.pdf"]


def test_page_that_somebody_changed_stops_the_build_by_name(own: Built) -> None:
    write(own.folder / "index.html", "corrected by hand")
    status, said = again(own)
    assert status == 2
    assert "index.html" in said
    assert (own.folder / "index.html").read_text() == "corrected by hand"


@pytest.mark.parametrize(
    "place", ["overrides", "policy_data", "policy_data/companies", "docs", "macros", "handbook"]
)
def test_no_site_goes_among_the_sources(place: str) -> None:
    before = sorted((ROOT / place).iterdir())
    result = run("build", "--company", COMPANY, "--edition", "hr", "--out", place)
    assert result.exit_code == 2
    assert str(ROOT / place) in result.output
    assert sorted((ROOT / place).iterdir()) == before


def test_site_for_hr_goes_into_no_other_site(own: Built) -> None:
    result = run("build", "--company", COMPANY, "--edition", "hr", "--out", own.folder)
    assert result.exit_code == 2
    assert not (own.folder / f"{COMPANY}-hr").exists()


def test_tilde_behind_an_option_is_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = run("build", "--company", COMPANY, "--out=~/web")
    assert result.exit_code == 0
    assert (tmp_path / "web" / COMPANY / "index.html").is_file()
    assert not (ROOT / "~").exists()


def test_old_site_returns_though_the_data_has_errors(own: Built, data: Path) -> None:
    """A build was killed between its renames, and the next one can't publish anything."""
    own.folder.rename(own.folder.with_name(f".{COMPANY}.old-{'0' * 32}"))
    replace(data / "processes" / "promotion.yml", "within: publicity_days", "within: publicity_day")
    with noted(own.folder):
        status, said = again(own, "--data", str(data))
    assert status == 1
    assert say("publish.restored", "zh", path=own.folder) in said
    assert (own.folder / "index.html").is_file()


def test_cache_cut_short_or_changed_ends_no_build_and_reaches_no_page(
    project: Path,
) -> None:
    """As a full disk or a curious person leaves it."""
    assert command("build", "--company", COMPANY, "--out", "out", cwd=project)[0] == 0
    before = Built(COMPANY, project / "out" / COMPANY)
    assert before.files
    kept = [path for path in (project / ".cache").rglob("*") if path.is_file()]
    assert {path.parent.name for path in kept} == {"templates", "drawings"}
    for path in kept:
        if path.suffix == ".svg":
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("<g ", "<script>alert(1)</script><g ", 1), "utf-8")
        else:
            path.write_bytes(path.read_bytes()[:20])
    assert command("build", "--company", COMPANY, "--out", "out", cwd=project)[0] == 0
    site = Built(COMPANY, project / "out" / COMPANY)
    assert changed(before, site) == []
    assert not [name for name in site.files if b"alert(1)" in site.files[name]]


@pytest.mark.parametrize("name", ["build", "serve"])
@pytest.mark.parametrize(
    ("spoil", "place"), [("\nfoo: [\n", ":2:"), ("\nplugins: [nope]\n", ":2:")]
)
def test_broken_settings_are_told_with_their_line(
    project: Path, name: str, spoil: str, place: str
) -> None:
    path = project / "mkdocs.yml"
    sound = path.read_text(encoding="utf-8")
    line = sound.count("\n") + int(place.strip(":"))
    path.write_text(sound + spoil, encoding="utf-8")
    try:
        status, lines = command(name, cwd=project)
    finally:
        path.write_text(sound, encoding="utf-8")
    assert status == 2
    assert all(text.startswith("mkdocs.yml:") for text in lines), lines
    assert [text for text in lines if text.startswith((f"mkdocs.yml:{line}:", "mkdocs.yml:71:"))]


def test_moment_that_does_not_exist_is_told(
    monkeypatch: pytest.MonkeyPatch, own: Built, project: Path
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999")
    status, said = again(own)
    assert status == 2
    assert "SOURCE_DATE_EPOCH=99999999999" in said
    done = mkdocs_build(project, COMPANY, SOURCE_DATE_EPOCH="99999999999")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH=99999999999" in done.stderr
    assert "Traceback" not in done.stderr


def test_page_that_asks_for_no_template_is_told_with_its_line(project: Path, own: Built) -> None:
    page = write(project / "docs" / "own.md", "---\ntitle: x\ntemplate: nope.html\n---\n# x\n")
    try:
        for lines in (
            command("build", "--company", COMPANY, cwd=project)[1],
            mkdocs_build(project, COMPANY).stderr.splitlines(),
        ):
            assert [line for line in lines if line.startswith("docs/own.md:3:1: HB910 ")], lines
            assert not [line for line in lines if "无法写入" in line or "Traceback" in line]
    finally:
        page.unlink()


def test_broken_theme_is_told_with_its_line(project: Path) -> None:
    theme = project / "overrides" / "main.html"
    sound = theme.read_text(encoding="utf-8")
    line = sound.count("\n") + 1
    theme.write_text(f"{sound}{{% if %}}\n", encoding="utf-8")
    try:
        status, lines = command("build", "--company", COMPANY, cwd=project)
    finally:
        theme.write_text(sound, encoding="utf-8")
    assert status == 1
    assert [text for text in lines if f"overrides/main.html:{line}:" in text]
    assert not [text for text in lines if "Traceback" in text or "无法写入" in text]


# —— mkdocs build ——


@pytest.mark.parametrize(
    "place", ["policy_data", "policy_data/companies", "overrides", ".", "docs"]
)
def test_mkdocs_deletes_no_sources(project: Path, place: str) -> None:
    before = sorted(project.rglob("*"))
    done = mkdocs_build(project, COMPANY, "-d", place)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert sorted(p for p in project.rglob("*") if "__pycache__" not in p.parts) == [
        p for p in before if "__pycache__" not in p.parts
    ]


def test_mkdocs_replaces_only_its_own_site(project: Path, alone: Built, tmp_path: Path) -> None:
    out = tmp_path / "web"
    day = alone.book.company.effective_on
    assert day is not None
    assert mkdocs_build(project, COMPANY, "-d", str(out)).returncode == 0
    assert {*Built(COMPANY, out).files} == {*alone.files}
    write(out / "contract.pdf", "signed")
    done = mkdocs_build(project, COMPANY, "-d", str(out))
    assert done.returncode == 0
    assert "contract.pdf" in done.stderr
    assert (out / "contract.pdf").read_text() == "signed"
    before = Built(COMPANY, out).files
    for options in ({"HANDBOOK_EDITION": "hr"}, {"HANDBOOK_DRAFT": "true"}):
        assert mkdocs_build(project, COMPANY, "-d", str(out), **options).returncode == 1
    assert mkdocs_build(project, "xingqiao-retail", "-d", str(out)).returncode == 1
    assert Built(COMPANY, out).files == before


def test_mkdocs_publishes_nothing_that_it_refuses(project: Path, own: Built) -> None:
    """A broken link ends a strict build, but only after its last event; with -q never."""
    page = write(project / "docs" / "own.md", "# x\n\n[x](nope.md)\n")
    before = own.files
    try:
        done = mkdocs_build(project, COMPANY, "-d", str(own.folder))
    finally:
        page.unlink()
    assert done.returncode == 1
    assert "nope.md" in done.stderr
    assert Built(COMPANY, own.folder).files == before
    assert [p.name for p in own.folder.parent.iterdir() if p.suffix != ".lock"] == [COMPANY]


def test_mkdocs_brings_back_what_a_killed_build_took_away(
    project: Path, own: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    target = project / "site" / COMPANY
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(own.folder, target.with_name(f".{COMPANY}.old-{'0' * 32}"))
    with noted(target):
        done = mkdocs_build(project, "no-such-company")
    assert done.returncode == 1
    assert str(target) in done.stderr
    assert Built(COMPANY, target).files == own.files


def test_build_of_an_older_version_is_replaced_once(alone: Built, own: Built) -> None:
    (own.folder / ".handbook-site").write_text("")
    assert again(own)[0] == 0
    assert changed(alone, Built(COMPANY, own.folder)) == []
    (own.folder / ".handbook-site").write_text("")
    write(own.folder / "contract.pdf", "signed")
    status, said = again(own)
    assert status == 2
    assert "contract.pdf" in said
