"""HR's report and the pages of the rules; nothing of them is in the employees' edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import Built, replace, run

from handbook.checks import POLICY_RULES
from handbook.checks.example import ID, example
from handbook.checks.explain import explained
from handbook.words.catalogue import languages, say

COUNSEL = {"zh": "是否违法由律师判断", "en": "ounsel decides"}


def stands_in_one_thing(code: str) -> bool:
    """Whether the example that fails is a file of one thing, which can accept findings."""
    case = example(code, "fail")
    if case is None or len(case.marks) != 1:
        return False
    name = case.marks[0][0]
    return name != "company.yml" and case.files[name].startswith("id:")


WARNING = next(r for r in POLICY_RULES if r.severity == "warning" and stands_in_one_thing(r.code))
LAWFUL = next(r for r in POLICY_RULES if r.severity == "error" and r.article)


def spoil(data: Path, code: str) -> tuple[str, int]:
    """Add the company whose policy breaks a rule; where the first finding is."""
    case = example(code, "fail")
    assert case is not None
    case.write(data)
    name, line, _ = case.marks[0]
    return f"companies/{ID}/{name}", line


def built(data: Path, out: Path, *options: str) -> Built:
    result = run("build", "--company", ID, "--data", data, "--out", out, *options)
    assert result.exit_code == 0, result.output
    (folder,) = (path for path in out.iterdir() if path.is_dir())
    return Built(ID, folder, data)


@pytest.mark.parametrize("lang", languages())
def test_the_report_tells_findings_rules_and_timelines(
    data: Path, tmp_path: Path, lang: str
) -> None:
    name, line = spoil(data, WARNING.code)
    site = built(data, tmp_path / "out", "--edition", "hr", "--lang", lang)
    page = site.pages["report/index.html"]
    assert f"{name}:{line}" in page.text
    assert say("report.counsel", lang) in page.text
    assert COUNSEL[lang] in page.text
    links = {e.attributes.get("href") for e in page.all("a")}
    assert f"../rules/{WARNING.code.lower()}/index.html" in links
    assert len(page.all("figure")) >= 4
    for code in explained():
        rule = site.pages[f"rules/{code.lower()}/index.html"]
        assert code in rule.all("h1")[0].text
    for rule_ in POLICY_RULES:
        if rule_.article:
            text = site.pages[f"rules/{rule_.code.lower()}/index.html"].text
            assert say(rule_.article, lang) in text
            assert COUNSEL[lang] in text


def test_employees_see_nothing_of_it(data: Path, tmp_path: Path) -> None:
    spoil(data, WARNING.code)
    site = built(data, tmp_path / "out")
    assert not [name for name in site.files if name.startswith(("report/", "rules/"))]
    told = [name for name, content in site.files.items() if WARNING.code.encode() in content]
    assert told == []
    assert not [n for n, c in site.files.items() if n.endswith(".html") and b"hb-findings" in c]


def test_a_broken_rule_stops_all_but_a_draft(data: Path, tmp_path: Path) -> None:
    name, line = spoil(data, LAWFUL.code)
    arguments = ("build", "--company", ID, "--data", data, "--out", tmp_path, "--edition", "hr")
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert f"{name}:{line}" in refused.output
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(ID)]
    drafted = run(*arguments, "--draft")
    assert drafted.exit_code == 0
    assert f"{name}:{line}" in drafted.output
    page = Built(ID, tmp_path / f"{ID}-hr-draft", data).pages["report/index.html"]
    assert f"{name}:{line}" in page.text


def test_a_draft_is_stopped_by_its_data(data: Path, tmp_path: Path) -> None:
    replace(data / "processes" / "promotion.yml", "within: publicity_days", "within: publicity_day")
    result = run(
        "build", "--company", "xingqiao-retail", "--data", data, "--out", tmp_path, "--draft"
    )
    assert result.exit_code == 1
    assert [path for path in tmp_path.iterdir() if path.name.startswith("xingqiao")] == []


def test_what_is_accepted_stays_in_the_report(data: Path, tmp_path: Path) -> None:
    name, line = spoil(data, WARNING.code)
    path = data / name
    with path.open("a", encoding="utf-8") as file:
        file.write(
            f"\naccept:\n  - {{code: {WARNING.code}, reason: 暂且 <b>, until: 2999-01-31}}\n"
        )
    site = built(data, tmp_path / "out", "--edition", "hr")
    text = site.pages["report/index.html"].text
    for part in (say("report.accepted", "zh"), "暂且 <b>", "2999 年 1 月 31 日", f"{name}:{line}"):
        assert part in text
