"""What a company takes of the base, and what comes along."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import POLICY

from handbook.checks.check_all import check_company
from handbook.company.book import Handbook, mentions
from handbook.company.taking import NAMED
from handbook.company.workshop import Workshop
from handbook.reading.library import CompanyFolder, Library, load
from handbook.reading.node import ListNode, MapNode, ScalarNode
from handbook.words.problem import Place

HERE = Place("company.yml")


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text() if path.exists() else ""
    path.write_text(before + text)


def made(data: Path, identity: str = "acme") -> tuple[Handbook, list[str]]:
    """The handbook, and each problem of the data as file, line and code."""
    workshop = Workshop(load(data))
    _, problems = check_company(workshop, identity)
    book = workshop.make(identity).book
    assert book is not None
    told = [f"{p.place.file.split('/', 1)[1]}:{p.place.line} {p.code}" for p in problems]
    return book, [line for line in told if "HB4" in line or "HB2" in line or "HB3" in line]


def taking(library: Library, **uses: list[str] | str) -> Handbook:
    """The first company's handbook if its company.yml said so."""
    folder = library.companies["xingqiao-retail"]
    assert folder.node
    wishes = {
        kind: ScalarNode(ids, HERE) if isinstance(ids, str)
        else ListNode(tuple(ScalarNode(one, HERE) for one in ids), HERE)
        for kind, ids in uses.items()
    }  # fmt: skip
    node = MapNode(
        {**folder.node.entries, "uses": MapNode(dict(wishes), dict.fromkeys(wishes, HERE), HERE)},
        {**folder.node.keys, "uses": HERE},
        folder.node.place,
    )
    changed = CompanyFolder(folder.id, node, folder.overlay, folder.problems)
    book = Workshop(Library(library.folder, "", library.base, {folder.id: changed})).make(folder.id)
    assert book.book
    return book.book


def test_without_a_wish_everything_is_there(real_library: Library) -> None:
    workshop = Workshop(real_library)
    everything = workshop.make("xingqiao-retail").book
    every_kind = taking(real_library, **dict.fromkeys(NAMED.values(), "all"))
    assert everything
    assert everything.untaken == frozenset()
    lost = {key for key in everything.things if key not in every_kind.things}
    assert {kind for kind, _ in lost} <= {"term", "metric"}  # which nothing mentions


def test_who_takes_nothing_has_what_the_company_itself_mentions(real_library: Library) -> None:
    book = taking(real_library)
    assert {kind for kind, _ in book.things} <= {"parameter", "synonym", "term"}


NAMES = {
    kind: sorted(path.stem for path in (POLICY / folder).glob("*.yml"))
    for kind, folder in NAMED.items()
}


@given(
    st.fixed_dictionaries(
        {
            folder: st.lists(st.sampled_from(NAMES[kind]), unique=True)
            for kind, folder in NAMED.items()
        }
    )
)
def test_what_is_there_was_named_or_is_mentioned(
    real_library: Library, wishes: dict[str, list[str]]
) -> None:
    book = taking(real_library, **wishes)
    own = {key for key in book.things if key not in real_library.base.things}
    mentioned = {target for thing in book.things.values() for _, target in mentions(thing)}
    mentioned |= {target for _, target in mentions(book.company)}
    for key in book.things:
        kind, identity = key
        if kind in NAMED:
            assert identity in wishes[NAMED[kind]] or key in own
        elif kind not in ("term", "synonym"):
            assert key in mentioned or key in own
    left_out = {target for target in mentioned if target not in book.things}
    assert {kind for kind, _ in left_out} <= {*NAMED}
    assert not book.untaken & book.things.keys()
    for role in book.roles.values():
        assert all(("role", str(path.to)) in book.things for path in role.paths)
        assert role.reports_to is None or str(role.reports_to) in book.roles


def test_ways_to_what_is_not_taken_are_not_there(data: Path) -> None:
    add(data / "companies/acme/company.yml", "uses:\n  roles: [junior, senior]\n  processes: all\n")
    book, told = made(data)
    assert list(book.roles) == ["junior", "senior"]
    assert (book.roles["senior"].paths, book.roles["senior"].reports_to) == ((), None)
    assert ("role", "lead") in book.untaken
    assert told == []


def test_a_way_stays_though_its_process_is_not_taken(data: Path) -> None:
    add(data / "companies/acme/company.yml", "uses:\n  roles: [junior, senior]\n")
    book, told = made(data)
    (way,) = book.roles["junior"].paths
    assert (way.to, way.process, way.tenure) == ("senior", None, "tenure_junior")
    assert told == []


def test_a_mention_of_what_is_not_taken_is_told_where_it_stands(data: Path) -> None:
    add(data / "roles/junior.yml", "first_weeks:\n  - 向[[role:night]]报到\n")
    add(data / "companies/acme/company.yml", "uses:\n  roles: [junior, senior]\n  processes: all\n")
    _, problems = check_company(Workshop(load(data)), "acme")
    (found,) = (p for p in problems if p.code == "HB443")
    assert (found.place.file, found.place.line) == ("policy_data/roles/junior.yml", 21)
    assert found.message("zh").startswith("“初级客服”提到了岗位“night”，本公司却没有采用它。")
    assert "初级客服" in found.message("en")


def test_a_policy_shows_a_process_that_is_not_taken(data: Path) -> None:
    add(data / "companies/acme/company.yml", "uses:\n  roles: all\n  policies: all\n")
    _, told = made(data)
    assert {line.split()[1] for line in told} == {"HB443"}


def test_what_is_the_company_s_own_needs_no_name(data: Path) -> None:
    day = (data / "roles" / "night.yml").read_text().replace("night", "day")
    add(data / "companies/acme/roles/day.yml", day)
    add(data / "companies/acme/company.yml", "uses:\n  roles: [junior, senior]\n  processes: all\n")
    book, told = made(data)
    assert list(book.roles) == ["junior", "senior", "day"]
    assert told == []


def test_a_change_to_what_is_not_taken_is_told(data: Path) -> None:
    add(data / "companies/acme/roles/lead.yml", "id: lead\nname: 班长\n")
    add(data / "companies/acme/duties.yml", "- id: answer-calls\n  text: 接电话\n")
    add(data / "companies/acme/company.yml", "uses:\n  processes: all\n")
    _, told = made(data)
    assert "companies/acme/roles/lead.yml:1 HB318" in told
    assert "companies/acme/duties.yml:1 HB318" in told


def test_a_name_that_the_base_does_not_have_is_told(data: Path) -> None:
    add(data / "companies/acme/company.yml", "uses:\n  roles: [junoir]\n  processes: all\n")
    _, problems = check_company(Workshop(load(data)), "acme")
    (found,) = (p for p in problems if p.code == "HB402")
    assert (found.place.line, found.near) == (24, ("junior",))


@pytest.mark.parametrize(
    "uses",
    [
        "uses: all\n",
        "uses:\n  roles: alle\n",
        "uses:\n  role: [junior]\n",
        "uses:\n  roles:\n    - 初级\n",
    ],
)
def test_a_wish_that_nobody_understands_is_told_and_nothing_that_follows(
    data: Path, uses: str
) -> None:
    add(data / "companies/acme/company.yml", uses)
    _, told = made(data)
    assert len(told) == 1
    assert told[0].split()[1] in ("HB202", "HB204", "HB218", "HB220")


def test_a_subsidiary_takes_from_its_parent_as_from_the_base(data: Path) -> None:
    day = (data / "roles" / "night.yml").read_text().replace("night", "day")
    add(data / "companies/acme/roles/day.yml", day)
    add(data / "companies/acme/roles/junior.yml", "id: junior\nname: 坐席\n")
    add(
        data / "companies/beta/company.yml",
        "id: beta\nname: 分公司\nshort_name: 分公司\nextends: acme\n"
        "uses:\n  roles: [junior, lead, senior]\n  processes: all\n",
    )
    book, told = made(data, "beta")
    assert list(book.roles) == ["junior", "lead", "senior"]
    assert told == []  # neither the parent's changes nor its values are the subsidiary's concern


def test_a_subsidiary_without_a_wish_has_its_parent_s(data: Path) -> None:
    day = (data / "roles" / "night.yml").read_text().replace("night", "day")
    add(data / "companies/acme/roles/day.yml", day)
    add(data / "companies/acme/company.yml", "uses:\n  roles: [junior, senior]\n  processes: all\n")
    add(data / "companies/beta/company.yml", "id: beta\nname: 乙\nshort_name: 乙\nextends: acme\n")
    book, _ = made(data, "beta")
    assert list(book.roles) == ["junior", "senior", "day"]


def test_a_competency_comes_along_with_the_demands_of_its_chain(data: Path) -> None:
    (data / "competencies.yml").write_text(
        "- {id: listening, name: 倾听}\n- {id: unasked, name: 规划}\n", encoding="utf-8"
    )
    demands = data / "requirements.yml"
    text = demands.read_text(encoding="utf-8")
    text = text.replace("id: patience-1\n", "id: patience-1\n  competency: listening\n")
    demands.write_text(text, encoding="utf-8")
    company = data / "companies" / "acme" / "company.yml"
    text = company.read_text(encoding="utf-8")
    company.write_text(f"{text}uses: {{roles: [senior]}}\n", encoding="utf-8")
    book = Workshop(load(data)).make("acme").book
    assert book
    assert "patience-2" in book.requirements  # all that the role asks; patience-1 names it
    assert set(book.competencies) == {"listening"}
