"""A new company takes some of the base, and its file asks for what that needs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.authoring.new_company import company_text, new_company
from handbook.authoring.take import NothingOfTheName, meant
from handbook.checks.check_all import check_companies
from handbook.reading.library import Library, load

SOME = ["junior-agent", "intermediate-agent", "promotion", "appeal"]


def test_what_is_taken_is_there_and_the_rest_a_remark(real_library: Library) -> None:
    text = company_text(real_library, "beta", "zh", SOME)
    uses = yaml.safe_load(text)["uses"]
    assert uses == {
        "roles": ["intermediate-agent", "junior-agent"],
        "processes": ["appeal", "promotion"],
    }
    assert "    # - manager\n" in text
    more = text.replace("# policies:", "policies:").replace(
        "#   - promotion-policy", "  - promotion-policy"
    )
    more = more.replace("    # - manager", "    - manager")
    uses = yaml.safe_load(more)["uses"]
    assert uses["policies"] == ["promotion-policy"]
    assert "manager" in uses["roles"]


def test_only_what_that_needs_is_asked_for(real_library: Library) -> None:
    asked = yaml.safe_load(company_text(real_library, "beta", "zh", SOME))["values"]
    every = yaml.safe_load(company_text(real_library, "beta", "zh"))["values"]
    assert "tenure_junior" in asked
    assert "transfer_apply_days" not in asked
    assert asked.keys() < every.keys()


def test_the_draft_is_sound(data: Path) -> None:
    new_company(load(data), "beta", "zh", ["junior", "senior", "lead", "night", "promotion"])
    books, problems = check_companies(load(data), ["beta"])
    assert problems == ()
    assert list(books["beta"].roles) == ["junior", "lead", "night", "senior"]


def test_a_name_may_say_its_kind(data: Path) -> None:
    (data / "scripts/junior.yml").write_text(
        (data / "scripts/greeting.yml").read_text().replace("id: greeting", "id: junior")
    )
    library = load(data)
    assert meant(library, ["junior"]) == {("role", "junior"), ("script", "junior")}
    assert meant(library, ["script:junior"]) == {("script", "junior")}


@pytest.mark.parametrize("name", ["junoir", "process:junior", "answer-calls", ""])
def test_what_nobody_can_take_is_told(data: Path, name: str) -> None:
    with pytest.raises(NothingOfTheName) as error:
        new_company(load(data), "beta", "zh", [name])
    assert not (data / "companies/beta").exists()
    assert name != "junoir" or error.value.near == ("junior",)
