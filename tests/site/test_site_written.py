"""Pages under docs/ that people write themselves: what the macros print, and mistakes in them."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from building import Built, build, copy_of_project, document, replace, run, squeezed, write

from handbook.words.catalogue import say

COMPANY = "xingqiao-retail"
NAME = "星桥[x](javascript:alert(1))**b**_c_有限公司"
ROLE = "主管[y](https://evil.example) _b_ `c` <i>{{ 7*7 }}"
ALSO = "## [z](javascript:alert(1))"
PAGE = """\
# 自己写的一页 {: #own }

公司叫{{ param("company_name") }}，岗位是{{ link("role", "supervisor") }}，也写作{{ link("role",
"supervisor", "甲[w](javascript:alert(1))**b**") }}。

| 项目 | 值 |
| --- | --- |
| 公司 | {{ param("company_name") }} |
| 岗位 | {{ link("role", "supervisor") }} |

- **{{ param("publicity_days") }}** 公示

{{ role_card("supervisor") }}

## 两个流程 {: #both }

{{ steps("promotion") }}

{{ steps("appeal") }}

{{ flowchart("promotion") }}

{{ flowchart("appeal") }}

{{ ladder_chart("customer-service") }}

{{ duties("supervisor") }}

{{ requirements("supervisor") }}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, and in it."""
    folder = copy_of_project(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def test_names_with_markup_are_shown_as_typed_in_a_page_of_ones_own(project: Path) -> None:
    data = project / "policy_data"
    company = data / "companies" / COMPANY / "company.yml"
    replace(company, "\nname: 星桥示例零售有限公司\n", f"\nname: '{NAME}'\n")
    role = data / "roles" / "supervisor.yml"
    text = re.sub(r"\nalso_called:.*(\n[ -].*)*", "", role.read_text(encoding="utf-8"))
    text, count = re.subn(r"\nname:.*", f"\nname: '{ROLE}'\nalso_called: ['{ALSO}']", text)
    assert count == 1
    role.write_text(text, encoding="utf-8")
    write(project / "docs" / "own.md", PAGE)
    site = build(COMPANY, data, project / "out")
    assert not [name for name, c in site.files.items() if b'href="javascript:a' in c]
    assert not [name for name, c in site.files.items() if b'href="https://evil' in c]

    page = site.pages["own.html"]
    shown = squeezed(page.text)
    assert f"公司叫{NAME}，岗位是{squeezed(ROLE)}，也写作甲[w](javascript:alert(1))**b**。" in shown
    cells = [cell.text for cell in page.all("td")]
    assert NAME in cells
    assert ROLE in cells
    value = squeezed(site.book.values["publicity_days"].text("zh"))
    bold = [squeezed(e.text) for e in page.all("strong") if "li" in e.within]
    assert bold[0] == value
    links = {e.text: e.attributes["href"] for e in page.all("a") if "p" in e.within}
    assert links[ROLE] == "roles/supervisor/index.html"

    own = site.pages["roles/supervisor/index.html"]
    assert own.all("h1")[0].text == ROLE
    assert ALSO in own.text
    assert [e.text for e in own.all("h2") if "[z]" in e.text] == []

    doubled = [identity for identity, count in Counter(page.ids).items() if count > 1]
    assert doubled == []
    anchors = [
        e.attributes["href"].removeprefix("#")
        for e in page.all("a")
        if e.attributes.get("href", "").startswith("#") and "hb-" not in e.attributes["href"]
    ]
    assert set(anchors) <= {*page.ids, ""}
    assert len([a for a in anchors if a.startswith("promotion-")]) > 3
    assert len([a for a in anchors if a.startswith("appeal-")]) > 3
    drawn = [svg for svg in page.all("svg") if svg.attributes.get("role")]
    assert len(drawn) == 3
    for svg in drawn:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(svg.attributes.get(name, "").split()) <= set(page.ids)


def test_page_in_another_encoding_is_told_with_its_line(project: Path) -> None:
    before = build(COMPANY, project / "policy_data", project / "out")
    write(project / "docs" / "gbk.md", "# Title\n\nplain\n手册里的一页\n", encoding="gbk")
    result = run("build", "--company", COMPANY, "--out", project / "out")
    assert result.exit_code == 1
    assert "docs/gbk.md:4:1: HB102 " in result.output
    assert "Traceback" not in result.output
    after = Built(COMPANY, project / "out" / COMPANY, project / "policy_data")
    assert after.files == before.files


def test_mistakes_of_all_pages_come_at_once(project: Path) -> None:
    write(project / "docs" / "one.md", "# 甲\n\n{{ role_card('no-such') }}\n")
    write(project / "docs" / "more" / "two.md", "# 乙\n\n\n{{ nothing }}\n")
    write(project / "docs" / "three.md", "# 丙\n\n```mermaid\nnonsense\n```\n")
    endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    write(project / "docs" / "four.md", f"---\ntitle: 丁\n---\n# 丁\n\n{endless}\n")
    result = run("build", "--company", COMPANY, "--out", project / "out")
    assert result.exit_code == 1
    found = re.findall(r"^(docs/\S+): (HB\d+)", result.output, re.MULTILINE)
    assert [(place.rsplit(":", 1)[0], code) for place, code in found] == [
        ("docs/four.md:6", "HB908"), ("docs/more/two.md:4", "HB903"), ("docs/one.md:3", "HB901"),
        ("docs/three.md:3", "HB904"),
    ]  # fmt: skip
    assert not (project / "out" / COMPANY).exists()


def test_the_reader_notices_an_id_that_is_there_twice() -> None:
    """So that the test above can fail."""
    assert Counter(document('<p id="a"></p><i id="a"></i>').ids)["a"] == 2


TOKENS = """# 说明

## 满意度不低于 {{ param("csat_score") }}

![图 {{ param("csat_score") }}](https://x.invalid/a.png "{{ param('csat_score') }}")

```mermaid
flowchart TD
  a["不低于 {{ param("csat_score") }}"] --> b
```

{{ glossary() }}

{{ dates() }}

## 后面

[去办一步](processes/promotion/index.md#step-apply)
"""


def test_values_stand_in_headings_drawings_and_attributes_as_words(project: Path) -> None:
    write(project / "docs" / "own.md", TOKENS.replace("https://x.invalid/a.png", "a.png"))
    write(project / "docs" / "a.png", "")
    site = build(COMPANY, project / "policy_data", project / "out")
    page = site.pages["own.html"]
    value = squeezed(site.book.values["csat_score"].text("zh"))
    assert squeezed(page.all("h2")[0].text) == f"满意度不低于{value}¶"
    assert not re.search(rb"[0-9a-f]{16}x\d+x", site.files["own.html"])
    index = json.loads(site.files["search/search_index.json"])
    assert not re.search(r"[0-9a-f]{16}x\d+x", json.dumps(index))
    assert any(entry["location"].startswith("own.html#term-") for entry in index["docs"])
    (drawn,) = [svg for svg in page.all("svg") if svg.attributes.get("role")]
    assert value in squeezed(page.text)
    assert drawn.attributes["role"]
    data = site.files["own.html"].decode()
    assert '"roles/supervisor/index.html"' in data  # as seen from this page
    assert "../roles/" not in data


def test_what_stands_at_the_address_of_a_page_is_told(project: Path) -> None:
    write(project / "docs" / "roles" / "supervisor" / "README.md", "# 我的\n")
    write(project / "docs" / "roles" / "chief" / "index.md", "# 旧的\n")
    role = project / "policy_data" / "roles" / "manager.yml"
    replace(role, "id: manager\n", "id: manager\nformerly: [chief]\n")
    result = run("build", "--company", COMPANY, "--out", project / "out")
    assert result.exit_code == 1
    assert "docs/roles/supervisor/README.md:1:1: HB906" in result.output
    assert "docs/roles/chief/index.md:1:1: HB906" in result.output


def test_a_configuration_without_our_plugin_says_so(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = re.sub(r"\n  handbook: .*", "", config.read_text(encoding="utf-8"))
    config.write_text(text, encoding="utf-8")
    result = run("build", "--company", COMPANY, "--out", project / "out")
    assert result.exit_code == 2
    assert say("config.plugin", "zh", name="handbook") in result.output
