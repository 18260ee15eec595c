"""What `handbook check` passes, `handbook build` builds: pages of one's own, settings, theme."""

from __future__ import annotations

import errno
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from handbook.cli.app import app

ROOT = Path(__file__).parents[2]
Write = Callable[[str, str], None]


def run(*arguments: str) -> Result:
    """The handbook command in this process, never with a traceback."""
    result = CliRunner().invoke(app, list(arguments))
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def told(result: Result) -> list[str]:
    """Places and codes of the findings that were printed."""
    found = re.findall(r"^([^\s:]+:\d+):\d+: (HB\d+) (?!未检查)", result.stdout, re.MULTILINE)
    return [f"{place} {code}" for place, code in found]


@pytest.fixture
def project(data: Path) -> Path:
    """A project with two companies that are alike and no page of its own."""
    shutil.copytree(data / "companies" / "acme", data / "companies" / "bolt")
    company = data / "companies" / "bolt" / "company.yml"
    company.write_text(company.read_text().replace("id: acme", "id: bolt"))
    folder = data.parent
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("overrides", "macros", "handbook"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "docs").mkdir()
    return folder


@pytest.fixture
def page(project: Path) -> Write:
    """Writes a file below docs."""

    def write(name: str, text: str) -> None:
        path = project / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write


def test_a_folder_without_pages_is_sound(project: Path) -> None:
    assert run("check").exit_code == 0
    (project / "docs").rmdir()
    found = run("check")
    # MkDocs builds nothing without it
    assert (found.exit_code, told(found)) == (1, ["mkdocs.yml:4 HB923"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# 甲\n\n{{ role_card('junior') }} [乙](roles/junior/index.md)\n", []),
        ("# 甲\n\n{{ role_card('junor') }}\n", ["3 HB901"]),
        ("# 甲\n{{ role_card('junior' }}\n", ["2 HB902"]),
        ("{{ nothing }}\n", ["1 HB903"]),
        ("```mermaid\nnonsense\n```\n", ["1 HB904"]),
        ("{{ role_card() }}\n", ["1 HB905"]),
        ("\n{{ report_page() }}\n", ["2 HB907"]),
        ("\n{% set n = 'junor' %}\n{{ role_card(n) }}\n", ["3 HB901"]),
        ("---\ntitle: 甲\n---\n\n{{ 1 / 0 }}\n", ["5 HB908"]),
        ("---\ntemplate: nope.html\n---\n", ["2 HB910"]),
        ("---\ntitle: 甲\ncompanies: [acme, blot]\n---\n", ["3 HB911"]),
        ("---\ntitle: 甲\n", ["1 HB912"]),
        ("---\ntitle: [1\n---\n", ["2 HB123"]),
        ("---\ntitel: 甲\ncompanies: acme\nhide: []\ntitle: 1\n---\n",
         ["2 HB202", "3 HB218", "5 HB207"]),
        ("---\ntitle: 客服 #1\n---\n", ["2 HB134"]),
        ("---\n- a\n---\n", ["2 HB118"]),
        ("---\n# 没有设置\n---\n甲\n", []),
        ("---\n---\n甲\n", []),
        ("甲\n\n[乙](nope.md) ![丙](no.png)\n<a href='roles/junior/'>丁</a>\n",
         ["3 HB913", "3 HB913", "4 HB913"]),
        ("[乙](/roles/junior/index.md)\n", ["1 HB914"]),
        ("# 甲 {: #here }\n[乙](#here) [丙](#nope)\n[丁](roles/junior/index.md#nope)\n",
         ["2 HB915", "3 HB915"]),
        ("[乙](roles/junior/index.html?x=1) [丙](https://x.invalid/a) [丁](mailto:a@b.cn)\n", []),
        ("甲\n[乙](http://[)\n", ["1 HB916"]),
    ],
)  # fmt: skip
def test_check_tells_what_build_would_stumble_on(page: Write, text: str, found: list[str]) -> None:
    page("own.md", text)
    checked, built = run("check", "--company", "acme"), run("build", "--company", "acme")
    expected = [f"docs/own.md:{one}" for one in found]
    assert (told(checked), checked.exit_code) == (expected, 1 if found else 0)
    assert (told(built), built.exit_code) == (expected, 1 if found else 0)


def test_what_no_page_is(project: Path, page: Write) -> None:
    page("gbk.md", "")
    (project / "docs" / "gbk.md").write_bytes("# 甲\n乙\n".encode("gbk"))
    page("role.markdown", "# 甲")
    page("roles/junior/index.md", "# 甲")
    (project / "docs" / "link.md").symlink_to("gbk.md")
    assert told(run("check")) == [
        "docs/gbk.md:1 HB102", "docs/link.md:1 HB129", "docs/role.markdown:1 HB136",
    ]  # fmt: skip
    for name in ("gbk.md", "link.md", "role.markdown"):
        (project / "docs" / name).unlink()
    assert set(told(run("check"))) == {"docs/roles/junior/index.md:1 HB906"}


@pytest.mark.parametrize(
    "names",
    [("README.md", "index.md"), ("a.md", "a.html"), ("404.html",), ("sitemap.xml",),
     ("report/index.md",), ("search/search_index.json",), ("roles",), ("report",), ("assets",),
     ("index.html/x.txt",), ("roles/junior/index.html/x.md",), ("compare/roles.json",)],
)  # fmt: skip
def test_two_files_in_one_place_are_told(page: Write, names: tuple[str, ...]) -> None:
    for name in names:
        page(name, "# 甲\n")
    checked, built = run("check", "--company", "acme"), run("build", "--company", "acme")
    for result in (checked, built):
        assert result.exit_code == 1, names
        assert [line.split(" ")[1] for line in told(result)] == ["HB917"]


def test_a_first_line_with_a_colon_is_text(project: Path, page: Write) -> None:
    page("own.md", "Note: this stays\n\n甲\n")
    assert run("build", "--company", "acme").exit_code == 0
    assert "Note: this stays" in (project / "site" / "acme" / "own.html").read_text()


def test_a_page_is_in_the_sites_of_its_companies(project: Path, page: Write) -> None:
    page("all.md", "# 甲\n")
    page("own.md", "---\ncompanies: [bolt]\n---\n# 乙\n\n[甲](all.md)\n")
    assert run("check").exit_code == 0
    assert run("build", "--all").exit_code == 0
    site = project / "site"
    assert (site / "bolt" / "own.html").is_file()
    assert "own.html" in (site / "bolt" / "all.html").read_text()
    assert not (site / "acme" / "own.html").exists()
    assert "own.html" not in (site / "acme" / "all.html").read_text()
    assert "../acme/index.html" in (site / "bolt" / "own.html").read_text()


def test_a_page_names_what_only_one_company_lacks(project: Path, page: Write) -> None:
    page("own.md", "[甲](bolt.md)\n")
    page("bolt.md", "---\ncompanies: [bolt]\n---\n[甲](own.md#nope)\n")
    assert told(run("check", "--company", "acme")) == ["docs/own.md:1 HB913"]
    assert told(run("check", "--company", "bolt")) == ["docs/bolt.md:4 HB915"]
    assert told(run("check")) == ["docs/bolt.md:4 HB915", "docs/own.md:1 HB913"]


def test_pages_are_looked_at_though_the_data_has_to_be_mended_first(
    project: Path, page: Write
) -> None:
    page("own.md", "---\ntitel: 甲\n---\n{{ role_card('junior') }}\n")
    (project / "policy_data" / "processes" / "promotion.yml").unlink()
    found = run("check", "--company", "acme")
    assert "docs/own.md:2 HB202" in told(found)
    assert any(one.endswith("HB402") for one in told(found))


def test_broken_settings_are_a_problem_with_a_line(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("name: material", "name: nope"))
    assert [one.split(" ")[1] for one in told(run("check"))] == ["HB923"]
    config.write_text("a: [\n")
    assert told(run("check")) == ["mkdocs.yml:2 HB922"]


def test_a_broken_theme_is_told(project: Path) -> None:
    (project / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project / "overrides")
    with (project / "overrides" / "main.html").open("a") as file:
        file.write("{% if %}\n")
    checked, built = run("check", "--company", "acme"), run("build", "--company", "acme")
    assert (told(checked), checked.exit_code) == (["mkdocs.yml:1 HB919"], 1)
    assert "main.html" in checked.stdout
    assert built.exit_code == 1
    assert "main.html" in built.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      scheme: slate\n", ""),
        ("  - toc: { permalink: true, toc_depth: 3 }\n", ""),
        ("  polyfills: [assets/iframe-worker.js]", "  polyfills: 5"),
        ("    lang: [zh, en]", "    lang: [zh, xx]"),
        ("strict: true", "strict: true\nextra_javascript: [nope.js]\nextra_templates: [nope.html]"),
    ],
)
def test_settings_that_the_theme_or_a_plugin_cannot_take(project: Path, old: str, new: str) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text()
    assert old in text
    config.write_text(text.replace(old, new))
    checked, built = run("check", "--company", "acme"), run("build", "--company", "acme")
    assert (checked.exit_code, bool(told(checked))) in ((1, True), (0, False)), checked.output
    assert checked.exit_code == 1 if built.exit_code else checked.exit_code == 0


def test_a_moment_that_does_not_exist_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999")
    assert run("check", "--company", "acme").exit_code == 2
    assert run("build", "--company", "acme").exit_code == 2


def test_a_full_disk_is_no_mistake_in_a_page(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_: bytes, path: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", path)

    monkeypatch.setattr("mkdocs.utils.write_file", write)
    for command in ("check", "build"):
        result = run(command, "--company", "acme")
        assert (result.exit_code, told(result)) == (2, []), result.output
        assert "No space left on device" in result.output
    monkeypatch.setattr("tempfile.tempdir", str(project / "nowhere"))
    found = run("check", "--company", "acme")
    assert found.exit_code == 2
    assert str(project / "nowhere") in found.output.replace("\n", "")


def test_the_place_of_a_link_is_where_all_of_it_stands(page: Write) -> None:
    page("web.md", "# 乙\n")
    page("own.md", "# 甲\n[乙](web.md)\n\n[丙](b.md)\n")
    assert told(run("check", "--company", "acme")) == ["docs/own.md:4 HB913"]


def test_a_folder_s_name_is_guessed_too(page: Write) -> None:
    page("own.md", "[乙](roles/juniro/index.md)\n")
    result = run("check", "--company", "acme")
    assert "roles/junior/index.html" in result.stdout
    assert "index.html, index.html" not in result.stdout


def test_check_writes_no_site(project: Path, page: Write) -> None:
    page("own.md", "# 甲\n")
    before = sorted(project.rglob("*"))
    assert run("check").exit_code == 0
    after = [p for p in sorted(project.rglob("*")) if ".cache" not in p.parts]
    assert after == before


def test_pages_that_wait_for_the_data_are_told(page: Write, data: Path) -> None:
    page("help.md", "{{ parm(1) }}\n")
    company = data / "companies" / "acme" / "company.yml"
    company.write_text(company.read_text().replace("apply_days: 5", "apply_days：5"))
    result = run("check", "--company", "acme")
    assert result.exit_code == 1
    (line,) = (one for one in result.stdout.splitlines() if one.startswith("docs:"))
    assert line.startswith("docs:1:1: HB908 未检查：")
    assert "还没有填写" not in result.stdout  # they are, in what can't be read
    rows = json.loads(run("check", "--company", "acme", "--format", "json").stdout)
    assert [row["severity"] for row in rows if row["file"] == "docs"] == ["unchecked"]
