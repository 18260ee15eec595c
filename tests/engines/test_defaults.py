"""A folder without settings, or with few: the program's own fill in what a company leaves out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from typer.testing import CliRunner, Result

from handbook.authoring.new_handbook import empty_handbook
from handbook.cli.app import app
from handbook.engines.mkdocs import defaults, theme, theme_files
from handbook.engines.mkdocs.config import configured, own_mistakes, settings_of
from handbook.engines.site import Settings, load_site
from handbook.words.catalogue import say

ROOT = Path(__file__).parents[2]
SHORT = "site_name: x\ntheme: handbook\nplugins: [handbook]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new handbook without anything that a company may leave out."""
    empty_handbook(tmp_path / "own", "甲", "zh")
    monkeypatch.chdir(tmp_path / "own")
    for name in ("HANDBOOK_COMPANY", "HANDBOOK_DATA", "HANDBOOK_EDITION"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "own" / "mkdocs.yml").unlink()
    shutil.rmtree(tmp_path / "own" / "docs")
    return tmp_path / "own"


def build(*options: str) -> Result:
    return CliRunner().invoke(app, ["build", "--lang", "zh", *options])


def page(folder: Path, name: str) -> str:
    return (folder / "site" / "my-company" / name).read_text(encoding="utf-8")


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_settings_are_the_clone_s_where_there_are_none(folder: Path) -> None:
    clone = configured(ROOT / "mkdocs.yml", "zh", strict=True)
    own = configured(folder / "mkdocs.yml", "zh", strict=True)
    for name in ("extra_css", "markdown_extensions", "mdx_configs", "use_directory_urls"):
        assert own[name] == clone[name], name
    assert own.validation == clone.validation
    assert {**own.extra["handbook"], "company": ""} == {**clone.extra["handbook"], "company": ""}
    assert {k: own.theme[k] for k in clone.theme if k != "name"} == {
        k: clone.theme[k] for k in clone.theme if k != "name"
    }
    assert Path(own.theme.dirs[0]) == ROOT / "overrides"
    assert own.theme.dirs[1:] == clone.theme.dirs[1:]
    for name in ("material/search", "macros"):
        expected = dict(clone.plugins[name].config)
        if name == "macros":
            expected["include_dir"] = own.plugins[name].config["include_dir"]  # there is no docs/
        assert dict(own.plugins[name].config) == expected
    assert settings_of(own).data == folder / "policy_data"
    assert list(own_mistakes(own)) == []


def test_a_company_s_own_word_comes_last(folder: Path) -> None:
    text = (
        "theme: {name: handbook, features: [toc.follow]}\nextra_css: [own.css]\n"
        "plugins: [search: {lang: en}, handbook: {}]\nmarkdown_extensions: [footnotes]\n"
        "extra: {analytics: none, handbook: {company: my-company}}\n"
    )
    write(folder, {"mkdocs.yml": text, "docs/own.css": ""})
    own = configured(folder / "mkdocs.yml", "zh", strict=True)
    assert own.theme["features"] == ["toc.follow"]
    assert own.theme["font"] is False
    assert own.extra_css == ["assets/handbook.css", "own.css"]
    assert own.plugins["material/search"].config.lang == ["en"]
    assert "。" in own.plugins["material/search"].config.separator
    assert "footnotes" in own.markdown_extensions
    assert "pymdownx.superfences" in own.markdown_extensions
    assert own.extra["analytics"] == "none"
    assert own.extra["handbook"]["company"] == "my-company"
    assert own.extra["polyfills"] == ["assets/iframe-worker.js"]


@pytest.mark.parametrize("name", ["search", "material/search", "handbook/search"])
def test_material_s_search_is_there_once_whatever_it_is_called(folder: Path, name: str) -> None:
    extensions = "markdown_extensions: {toc: {toc_depth: 2}}\n"
    write(folder, {"mkdocs.yml": f"plugins:\n  {name}:\n  handbook: {{}}\n{extensions}"})
    own = configured(folder / "mkdocs.yml", "zh", strict=True)
    plugin = own.plugins["material/search"]
    assert {id(one) for key, one in own.plugins.items() if "search" in key} == {id(plugin)}
    heard = [method for method in own.plugins.events["post_build"] if _owner(method) is plugin]
    assert len(heard) == 1
    assert "。" in plugin.config.separator
    assert own.mdx_configs["toc"] == {"toc_depth": 2}
    assert build().exit_code == 0
    assert 'role="search"' in page(folder, "index.html")


def _owner(method: object) -> object:
    return getattr(method, "__self__", None)


def test_the_environment_names_the_company_whatever_the_file_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"mkdocs.yml": f"{SHORT}extra: {{handbook: {{company: my-company}}}}\n"})
    monkeypatch.setenv("HANDBOOK_COMPANY", "another")
    assert settings_of(configured(folder / "mkdocs.yml", "zh")).company == "another"


def test_mkdocs_own_command_gets_them_from_the_plugin(folder: Path) -> None:
    """It loads the file by itself, and asks the plugin only afterwards."""
    write(folder, {"mkdocs.yml": SHORT, "docs/a.md": "# 甲\n"})
    config = load_config("mkdocs.yml")
    assert "macros" not in config.plugins
    defaults.complete(config)
    whole = configured(folder / "mkdocs.yml", "zh")
    assert set(config.plugins) == set(whole.plugins)
    assert config.theme.dirs == whole.theme.dirs
    before = dict(config)
    defaults.complete(config)
    assert dict(config) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra: {handbook: 5}\n", "extra"),
        ("extra: {handbook: {lang: xx}}\n", "xx"),
        ("plugins: [search]\n", "handbook"),
        ("plugins: {macros: {on_undefined: 5}, handbook: {}}\n", "on_undefined"),
        ("theme: {features: []}\n", "theme"),
        ("INHERIT: nope.yml\n", "nope.yml"),
    ],
)
def test_wrong_settings_are_told(folder: Path, text: str, said: str) -> None:
    write(folder, {"mkdocs.yml": text})
    with pytest.raises(ConfigurationError, match=said) as caught:
        configured(folder / "mkdocs.yml", "zh", strict=True)
    assert all(line.startswith("mkdocs.yml:1:1:") for line in str(caught.value).splitlines())
    assert build().exit_code == 2


def test_what_a_company_has_of_its_own_is_used_where_it_is(folder: Path) -> None:
    own = {
        "docs/greeting.md": "# 您好\n\n```mermaid\nflowchart TD\n  a --> b\n```\n",
        "overrides/main.html": '{% extends "handbook/main.html" %}\n'
        "{% block footer %}<p>页脚在此</p>{% endblock %}\n",
        "overrides/assets/menu.js": "// ours",
    }
    write(folder, own)
    assert build().exit_code == 0
    greeting = page(folder, "greeting.html")
    for text in ("页脚在此", "assets/features/chart-zoom.js", "assets/search/worker.js"):
        assert text in greeting
    assert page(folder, "assets/menu.js") == "// ours"


def test_a_main_html_that_forgets_ours_is_told(folder: Path) -> None:
    assert build().exit_code == 0
    before = page(folder, "index.html")
    write(folder, {"overrides/main.html": '{% extends "base.html" %}\n'})
    result = build()
    assert result.exit_code == 1
    assert "overrides/main.html" in result.output
    assert '{% extends "handbook/main.html" %}' in result.output
    assert page(folder, "index.html") == before


@pytest.mark.parametrize("name", [*theme_files.NEEDED, "assets/features/chart-zoom.js"])
def test_a_file_that_the_theme_lacks_is_told_by_name(
    name: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Path(shutil.copytree(ROOT / "overrides", tmp_path / "theme"))
    (theme / name).unlink()
    monkeypatch.setattr(defaults, "TEMPLATES", theme)
    monkeypatch.setattr(theme_files, "TEMPLATES", theme)
    write(folder, {"docs/a.md": "# 甲\n\n```mermaid\nflowchart TD\n  a --> b\n```\n"})
    result = build()
    assert result.exit_code == 1
    assert f"主题里缺少文件 {name}" in result.output
    assert not (folder / "site" / "my-company").exists()


def test_a_company_may_bring_what_the_theme_lacks(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Path(shutil.copytree(ROOT / "overrides", tmp_path / "theme"))
    (theme / "assets" / "menu.js").unlink()
    monkeypatch.setattr(defaults, "TEMPLATES", theme)
    monkeypatch.setattr(theme_files, "TEMPLATES", theme)
    write(folder, {"overrides/assets/menu.js": "// ours"})
    assert build().exit_code == 0


@pytest.mark.parametrize("names", [["b", "c"], ["c", "b"]])
def test_one_of_several_companies_is_taken_and_told(folder: Path, names: list[str]) -> None:
    """The first that is no draft."""
    companies = folder / "policy_data" / "companies"
    text = (companies / "my-company" / "company.yml").read_text(encoding="utf-8")
    for name in names:
        draft = "draft: true\n" if name == "b" else ""
        own = text.replace("id: my-company", f"id: {name}") + draft
        write(companies, {f"{name}/company.yml": own})
    shutil.rmtree(companies / "my-company")
    result = build()
    assert result.exit_code == 0, result.output
    assert "“c”" in result.stderr
    assert (folder / "site" / "c" / "index.html").is_file()


def test_no_company_at_all_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "policy_data" / "companies" / "my-company")
    result = build()
    assert result.exit_code == 2
    assert "handbook new company" in result.stderr


def test_data_of_an_unknown_format_is_told_before_a_company_is_asked_for(folder: Path) -> None:
    write(folder, {"policy_data/format.yml": "format: 99\n"})
    result = build()
    assert "HB140" in result.stdout
    assert "handbook new company" not in result.output
    site = load_site(Settings("", folder / "policy_data", "zh", draft=False))  # mkdocs build
    assert "HB140" in [problem.code for problem in site.problems]
    assert site.book is None


def test_a_word_that_the_catalogue_lacks_is_no_mistake_in_the_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(key: str, lang: str, **facts: object) -> str:
        return say("no.such.key" if key == "foot.version" else key, lang, **facts)

    monkeypatch.setattr(theme, "say", lacking)
    result = build()
    assert isinstance(result.exception, KeyError)
    assert "HB924" not in result.output


def test_a_main_html_may_reach_ours_by_another_of_the_company_s(folder: Path) -> None:
    write(folder, {"overrides/main.html": '{% extends "main2.html" %}\n'})
    write(folder, {"overrides/main2.html": '{% extends "handbook/main.html" %}\n'})
    result = build()
    assert result.exit_code == 0, result.output
