"""Forms on paper and scripts on the clipboard, as people use them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Tab
from building import DATA, Built, build, squeezed, write
from lacking import skip
from playwright.sync_api import Page, expect

from handbook.company.wording import plain_text

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
Root = Callable[[Built], str]


def on_paper(page: Page, path: Path) -> list[str]:
    """The text of each sheet that the page prints on A4."""
    if not shutil.which("pdftotext"):
        skip("pdftotext, from poppler-utils")
    page.pdf(path=path, format="A4")
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    return text.removesuffix("\f").split("\f")


def test_every_form_prints_on_one_sheet(
    site: Built, retail: Built, somewhere: Root, tab: Open, tmp_path: Path
) -> None:
    page = tab().page
    company = site.book.company
    for identity, form in site.book.forms.items():
        if site is not retail and form == retail.book.forms.get(identity):
            continue  # printed there
        page.goto(f"{somewhere(site)}/forms/{identity}/index.html")
        sheets = on_paper(page, tmp_path / "form.pdf")
        assert len(sheets) == 1, identity
        printed = squeezed(sheets[0])
        name = squeezed(plain_text(form.name, site.book, "zh"))
        assert printed.startswith(squeezed(plain_text(company.name, site.book, "zh")) + name)
        assert printed.endswith("起生效")
        assert f"{name}·手册版本{company.version}" in printed
        for elsewhere in ("发现有误", "打印这张表", "用于流程", "搜索"):
            assert elsewhere not in printed, identity
        # Room to write: a line is 5 mm high at least, a paragraph 8
        page.emulate_media(media="print")
        for kind, least in (("line", 5), ("signature", 5), ("paragraph", 8)):
            heights = page.locator(f".hb-form__{kind} dd").evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect().height * 25.4 / 96)"
            )
            assert all(height >= least for height in heights), (identity, kind)
        page.emulate_media(media="null")


def test_a_score_sheet_prints_on_one_sheet_with_room_to_write(
    sites: dict[str, Built], tab: Open, tmp_path: Path
) -> None:
    page = tab().page
    address = "score-sheets/promotion/index.html"
    page.goto((sites["yihe-elder-care"].folder / address).as_uri())
    (sheet,) = on_paper(page, tmp_path / "scores.pdf")
    printed = squeezed(sheet)
    assert printed.startswith("颐和示例养老服务有限公司晋升面试评分表")
    assert printed.count("评审人") == 1 + 5  # the one who is assessed, and the panel
    for elsewhere in ("这一步怎样办理", "打印这张表", "发现有误"):
        assert elsewhere not in printed
    page.emulate_media(media="print")
    rows = page.locator(".hb-scores tbody tr").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height * 25.4 / 96)"
    )
    assert len(rows) == 4
    assert min(rows) >= 8


def test_a_form_longer_than_a_sheet_goes_on_with_nothing_lost(tab: Open, tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "policy_data"))
    labels = [f"第{number}栏的内容" for number in range(1, 61)]
    fields = "".join(
        f"  - id: field-{n}\n    label: {label}\n    type: paragraph\n"
        for n, label in enumerate(labels)
    )
    write(
        data / "forms" / "long-form.yml",
        f"id: long-form\nname: 长表\nsummary: 很长的表\nfilled_by: employee\nfields:\n{fields}",
    )
    built = build("yihe-elder-care", data, tmp_path / "out")
    page = tab().page
    page.goto((built.folder / "forms/long-form/index.html").as_uri())
    sheets = on_paper(page, tmp_path / "long.pdf")
    assert 1 < len(sheets) < 4
    printed = squeezed("".join(sheets))
    assert [label for label in labels if printed.count(label) != 1] == []


def test_a_form_reads_well_on_a_phone(retail: Built, somewhere: Root, tab: Open) -> None:
    page = tab(viewport={"width": 390, "height": 844}).page
    for identity in retail.book.forms:
        page.goto(f"{somewhere(retail)}/forms/{identity}/index.html")
        expect(page.get_by_role("button", name="打印这张表")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        narrow = page.locator(".hb-form dd").evaluate_all("all => all.map((e) => e.clientWidth)")
        assert min(narrow) > 150


def test_the_print_button_prints(retail: Built, root: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/forms/appeal-form/index.html")
    page.evaluate("addEventListener('beforeprint', () => { window.asked = true; })")
    page.get_by_role("button", name="打印这张表").click()
    page.wait_for_function("window.asked")


def pasted(page: Page) -> str:
    """What the clipboard holds, pasted as people do."""
    page.evaluate(
        """() => { const field = document.createElement('textarea');
            field.id = 'pasted'; document.body.append(field); field.focus(); }"""
    )
    page.keyboard.press("Control+v")
    text = page.locator("#pasted").input_value()
    page.evaluate("document.getElementById('pasted').remove()")
    return text


@pytest.mark.parametrize("clipboard", [True, False])
def test_scripts_are_copied_with_the_companys_values(
    clipboard: bool, site: Built, somewhere: Root, tab: Open
) -> None:
    opening = tab()
    if not clipboard:  # as on plain http, where browsers have none
        opening.page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        )
    page = opening.page
    for identity, script in site.book.scripts.items():
        page.goto(f"{somewhere(site)}/scripts/{identity}/index.html")
        said = [[plain_text(line, site.book, "zh") for line in part.says] for part in script.parts]
        for part, lines in zip(script.parts[:2], said, strict=False):
            name = plain_text(part.name, site.book, "zh")
            button = page.get_by_role("button", name=f"复制“{name}”", exact=True)
            button.click()
            expect(button.locator("xpath=..").get_by_role("status")).to_have_text("已复制")
            expect(button).to_be_focused()
            assert pasted(page) == "\n".join(lines)
        button = page.get_by_role("button", name="复制全部话术")
        button.click()
        expect(button.locator("xpath=..").get_by_role("status")).to_have_text("已复制")
        whole = pasted(page)
        assert whole == "\n\n".join("\n".join(lines) for lines in said)
        assert "${" not in whole
        assert not any(part.tip and part.tip.zh in whole for part in script.parts)


def test_a_script_names_the_company_and_marks_what_the_speaker_fills_in(site: Built) -> None:
    for identity, script in site.book.scripts.items():
        page = site.pages[f"scripts/{identity}/index.html"]
        marked = [e.text for e in page.all("span") if e.attributes.get("class") == "hb-place"]
        texts = [plain_text(line, site.book, "zh") for part in script.parts for line in part.says]
        assert marked[1:] == re.findall("〔[^〔〕]*〕", "".join(texts))
    shown = "".join(site.pages[f"scripts/{one}/index.html"].text for one in site.book.scripts)
    for value in ("service_phone", "service_centre_name"):
        assert site.book.values[value].text("zh") in shown


def test_without_script_no_button_is_shown(retail: Built, root: Root, tab: Open) -> None:
    page = tab(java_script_enabled=False).page
    for path in ("forms/appeal-form", "scripts/complaint-call"):
        page.goto(f"{root(retail)}/{path}/index.html")
        expect(page.get_by_role("article").get_by_role("button")).to_have_count(0)
