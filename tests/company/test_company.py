"""One company's handbook: its overlay, what it takes over from another, its values."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies, check_company
from handbook.company.book import Handbook
from handbook.company.workshop import NoCompany, UnknownCompany, Workshop, company_meant
from handbook.reading.library import load

NAMES = ("name", "short_name")
SUBSIDIARY = "id: beta\nname: 分公司\nshort_name: 分公司\nextends: acme\n"


def write(data: Path, **files: str) -> None:
    for name, text in files.items():
        path = data / "companies" / name.replace("__", "/").replace("_yml", ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def sound(data: Path, identity: str) -> Handbook:
    books, problems = check_companies(load(data), [identity])
    assert problems == ()
    return books[identity]


def test_an_overlay_changes_adds_and_removes(data: Path) -> None:
    write(
        data,
        acme__roles__junior_yml="id: junior\nname: 坐席\npaths: []\n",
        acme__roles__night_yml="id: night\nremove: true\n",
        acme__roles__day_yml=(data / "roles" / "night.yml").read_text().replace("night", "day"),
    )
    book = sound(data, "acme")
    assert (book.roles["junior"].name.zh, book.roles["junior"].paths) == ("坐席", ())
    assert list(book.roles) == ["junior", "lead", "senior", "day"]
    assert book.place(("role", "junior"), ("name",)).file.endswith("acme/roles/junior.yml")
    assert book.place(("role", "junior"), ("grade",)).file == "policy_data/roles/junior.yml"


def test_a_subsidiary_takes_over_all_but_what_is_its_own(data: Path) -> None:
    write(
        data,
        acme__roles__junior_yml="id: junior\nname: 坐席\n",
        beta__company_yml=SUBSIDIARY + "values:\n  apply_days: 7\n",
        beta__roles__lead_yml="id: lead\nname: 班长\n",
    )
    book = sound(data, "beta")
    assert book.company.name.zh == "分公司"
    assert book.company.contact.phone == "400-000-0001"
    assert [book.values[i].raw for i in ("apply_days", "csat_score")] == [7, 90]
    assert [book.roles[i].name.zh for i in ("junior", "lead")] == ["坐席", "班长"]
    assert sound(data, "acme").roles["lead"].name.zh == "客服组长"


def test_what_a_subsidiary_takes_away_has_to_be_there(data: Path) -> None:
    write(data, beta__company_yml=SUBSIDIARY + "contcat: null\n")
    (problem,) = Workshop(load(data)).make("beta").problems
    assert (problem.code, problem.near) == ("HB312", ("contact",))
    assert str(problem.place) == "policy_data/companies/beta/company.yml:5:1"


def test_a_draft_may_leave_values_open(data: Path) -> None:
    own = data / "companies" / "acme" / "company.yml"
    own.write_text(own.read_text().replace("apply_days: 5", "apply_days:") + "draft: true\n")
    assert sound(data, "acme").values["apply_days"].raw is None
    _, problems = check_companies(load(data), ["acme"], draft=False)
    assert [problem.code for problem in problems] == ["HB411", "HB426"]


def test_of_a_broken_company_only_what_broke_it_is_told(data: Path) -> None:
    """Its other fields may stand in the part that nobody can read."""
    write(data, acme__company_yml="id: acme\nname: 示例\nversion: 1\nvalues: [\n")
    made = Workshop(load(data)).make("acme")
    assert [problem.code for problem in made.problems] == ["HB120"]
    assert not made.sound


def test_texts_can_name_the_company(data: Path) -> None:
    assert sound(data, "acme").values["company_name"].text("zh") == "示例服务有限公司"


def test_an_unknown_company_is_told_with_near_ones(data: Path) -> None:
    write(data, beta__company_yml=SUBSIDIARY)
    with pytest.raises(UnknownCompany) as caught:
        check_company(Workshop(load(data)), "acne")
    assert (caught.value.id, str(caught.value)) == ("acne", "acne")
    assert caught.value.known == ["acme", "beta"]
    assert caught.value.near == ("acme",)


def test_the_company_that_is_meant_is_the_first_that_is_finished(data: Path) -> None:
    assert company_meant(load(data), "") == "acme"
    draft, open_, wrong = (SUBSIDIARY + f"draft: {word}\n" for word in ("true", "false", "'true'"))
    assert company_meant(load(data), "beta") == "beta"  # whether it is there or not
    own = data / "companies" / "acme" / "company.yml"
    own.write_text(own.read_text() + "draft: true\n")
    for text, meant in ((draft, "acme"), (open_, "beta"), (SUBSIDIARY, "beta"), (wrong, "beta")):
        write(data, beta__company_yml=text)
        assert company_meant(load(data), "") == meant
    shutil.rmtree(data / "companies")
    with pytest.raises(NoCompany, match=r"^policy_data$"):
        company_meant(load(data), "")
    (data / "format.yml").write_text("format: 9999\n")  # the first problem says why none is known
    assert company_meant(load(data), "") == ""


def test_the_companies_of_one_library_do_not_disturb_each_other(data: Path) -> None:
    write(data, beta__company_yml=SUBSIDIARY, beta__duties_yml="- id: coach\n  text: 辅导\n")
    together, problems = check_companies(load(data), ["beta", "acme"])
    assert problems == ()
    for identity, book in together.items():
        assert book.things == sound(data, identity).things
    own = {("duty", "coach"), *(("parameter", f"company_{name}") for name in NAMES)}
    for key in together["acme"].things.keys() - own:  # validated once for both
        assert together["beta"].things[key] is together["acme"].things[key]
    assert together["beta"].duties["coach"].text.zh == "辅导"
