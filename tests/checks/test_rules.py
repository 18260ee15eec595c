"""What holds for every rule of the policy: its texts, its examples, its place in the table."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from places import POLICY

from handbook.checks import POLICY_RULES, by_code
from handbook.checks.check_all import check_company
from handbook.checks.data import DATA_RULES, LATE_RULES
from handbook.checks.example import ID, Example, example
from handbook.checks.laws import LAW_SETS
from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule
from handbook.company.workshop import Workshop
from handbook.reading.library import load
from handbook.words.catalogue import languages, strings
from handbook.words.problem import Problem

HOUSE = Path(__file__).parents[2] / "handbook"
CHECKS = HOUSE / "checks"
LISTED = re.compile(r"\bHB[5-8][0-9]{2}\b")
TODAY = date(2026, 11, 21)
each_rule = pytest.mark.parametrize("rule", POLICY_RULES, ids=[r.code for r in POLICY_RULES])
Found = Callable[[Example], set[tuple[str, int, str]]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The findings of an example company beside the real data: file, line and code."""
    home = tmp_path_factory.mktemp("examples")
    real = Workshop(load(POLICY), TODAY)

    def find(case: Example) -> set[tuple[str, int, str]]:
        folder = home / "policy_data"
        shutil.rmtree(folder, ignore_errors=True)
        case.write(folder)
        (folder / "duties").mkdir()
        company = load(folder).companies[ID]
        real.library.companies[ID] = company
        _, problems = check_company(real, ID)
        start = f"{folder.as_posix()}/companies/{ID}/"
        return {(p.place.file.removeprefix(start), p.place.line, p.code) for p in problems}

    return find


def test_there_are_rules() -> None:
    assert len(POLICY_RULES) > 30


def test_two_rules_with_one_code_are_refused() -> None:
    rule = POLICY_RULES[0]
    with pytest.raises(ValueError, match=rule.code):
        by_code((rule, *POLICY_RULES))
    assert list(by_code(POLICY_RULES)) == [rule.code for rule in POLICY_RULES]


def test_every_file_of_examples_belongs_to_a_rule() -> None:
    files = {path for path in CHECKS.rglob("*.yml") if "catalogue" not in path.parts}
    assert files == {rule.file.with_suffix(".yml") for rule in POLICY_RULES}


@each_rule
def test_a_rule_has_its_texts(rule: Rule) -> None:
    assert re.fullmatch(r"HB[5-8][0-9]{2}", rule.code)
    assert rule.severity in ("error", "warning")
    for lang in languages():
        known = strings(lang)
        for key in (rule.code, f"{rule.code}.summary", f"{rule.code}.why", rule.article):
            assert key is None or known[key].strip()
        assert "\n" not in known[rule.code].strip()
        assert "\n" not in known[f"{rule.code}.summary"].strip()


def test_a_link_leads_to_an_official_page() -> None:
    rules = LAW_SETS["cn"].rules
    links = {rule.source.link for rule in rules if rule.source and rule.source.link}
    assert links
    assert all(re.match(r"https?://www\.(npc\.)?gov\.cn/", link) for link in links)


@each_rule
def test_the_example_that_fails_is_reported_at_its_marks(rule: Rule, found: Found) -> None:
    case = example(rule.code, "fail")
    assert case is not None
    assert {code for _, _, code in case.marks} == {rule.code}
    assert found(case) == set(case.marks)


@each_rule
def test_the_example_that_passes_is_not_reported(rule: Rule, found: Found) -> None:
    case = example(rule.code, "pass")
    assert case is not None
    assert case.marks == ()
    assert found(case) == set()


def test_the_real_companies_are_sound() -> None:
    workshop = Workshop(load(POLICY), TODAY)
    found: list[Problem] = []
    for company in workshop.library.companies:
        found += check_company(workshop, company, draft=company == "blank-company")[1]
    assert [problem.line("zh") for problem in found] == []


def test_a_module_of_a_folder_is_a_rule_and_nothing_lists_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "some_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "shared.py").write_text("CODES = ('HB999',)\n")
    for name, code in (("a", "HB902"), ("b", "HB901")):
        made = (
            f"from handbook.checks.rule import Rule\nRULE = Rule({code!r}, lambda book: iter(()))\n"
        )
        (folder / f"{name}.py").write_text(made)
    monkeypatch.syspath_prepend(tmp_path)
    rules = rules_in("some_rules", [str(folder)], Rule)
    assert [rule.code for rule in rules] == ["HB901", "HB902"]
    assert [rule.file for rule in rules] == [folder / "b.py", folder / "a.py"]


def test_whatever_makes_a_rule_is_found() -> None:
    """One whose RULE is called otherwise, or that stands in no rules' folder, would never run."""
    sources = {path: path.read_text("utf-8") for path in CHECKS.rglob("*.py")}
    made = {
        (c, path) for path, text in sources.items() for c in re.findall(r'Rule\(\s*"(HB\d+)', text)
    }
    assert sorted(made) == sorted((rule.code, rule.file) for rule in POLICY_RULES)


def test_a_rule_about_the_data_says_which_codes_it_has() -> None:
    rules = {rule.find.__module__.rpartition(".")[2]: rule for rule in (*DATA_RULES, *LATE_RULES)}
    for path in (CHECKS / "data").glob("*.py"):
        text = re.sub(r"^_LOSES = .*", "", path.read_text("utf-8"), flags=re.MULTILINE)
        told = set(re.findall(r'"(HB[0-9]{3})"', text.partition("\nRULE = ")[0]))
        rule = rules.get(path.stem)
        assert told == set(rule.codes if rule else ())
        assert rule is None or told.issuperset(rule.harmless)


def test_no_code_belongs_to_two_rules_about_the_data() -> None:
    codes = [code for rule in (*DATA_RULES, *LATE_RULES) for code in rule.codes]
    assert len(codes) == len(set(codes)) > 30
    assert {code for lang in languages() for code in codes if code not in strings(lang)} == set()


def test_only_a_rule_itself_names_its_code() -> None:
    """Its module, its examples and its sentences; what only tells of another rule is named here."""
    own = {rule.code: {rule.file, rule.file.with_suffix(".yml")} for rule in POLICY_RULES}
    named = {
        (path.relative_to(HOUSE).as_posix(), code)
        for path in HOUSE.rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".png")
        if "catalogue" not in path.parts
        for code in LISTED.findall(path.read_text("utf-8"))
        if path not in own.get(code, ())
    }
    assert named == {
        ("checks/example.py", "HB501"),
        ("checks/flow/unreachable.py", "HB502"),
        ("checks/laws/cn/in_time.py", "HB509"),
        ("checks/laws/cn/in_time.py", "HB513"),
    }
