"""The real data: clean sentences, companies that differ, requirements that line up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.model import Process, Role, walk
from handbook.model.kinds import KIND_BY_NAME
from handbook.pages.compare import compare
from handbook.reading.library import Library
from handbook.reading.validate import salvage
from handbook.words.text import Text, Words, flatten

FIVE_LEVELS = "customer-service"
PLACEHOLDER = re.compile(
    r"\[\s*X*\s*\]|【\s*】|［\s*X*\s*］|XX|TODO|FIXME|TBD|待填写|待定|某某|\.\.\."
)
# 等 that leaves a list open; not 等待, 等级, 平等 and the like
OPEN_END = re.compile(r"(?<![平同中高优对上初])等(?![待级候])|其他|其它|诸如")
SENTENCE_END = re.compile(r"[。；！？.;!?]")


def texts(book: Handbook) -> Iterator[tuple[str, Text]]:
    for (kind, identity), thing in book.things.items():
        for path, value in walk(thing):
            if isinstance(value, Text):
                yield f"{kind} {identity} {path}", value
    for path, value in walk(book.company):
        if isinstance(value, Text):
            yield f"company {path}", value


def test_no_duty_and_no_demand_stands_twice_on_a_page(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        for thing in (*book.roles.values(), *book.departments.values()):
            for name, known in (("duties", book.duties), ("requirements", book.requirements)):
                ids = getattr(thing, name, ())
                words = [plain_text(known[i].text, book, "zh") for i in ids]
                assert len(set(ids)) == len(ids), (thing.id, name)
                assert len(set(words)) == len(words), (thing.id, name)


def test_no_two_duties_and_no_two_demands_say_the_same(filled_books: dict[str, Handbook]) -> None:
    """Where two variants say the same there is one fact."""
    for book in filled_books.values():
        for things in (book.duties, book.requirements):
            first: dict[str, str] = {}
            for identity, thing in things.items():
                words = plain_text(thing.text, book, "zh")
                assert first.setdefault(words, identity) == identity, words


def test_each_duty_is_one_sentence_that_leaves_nothing_open(
    filled_books: dict[str, Handbook],
) -> None:
    for book in filled_books.values():
        for identity, duty in book.duties.items():
            for text in (duty.text, *duty.actions):
                words = plain_text(text, book, "zh")
                assert not OPEN_END.search(words), (identity, words)
                assert not SENTENCE_END.search(words), (identity, words)


def asked_of(role: Role) -> tuple[str, ...]:
    confirmation = role.confirmation.requirements if role.confirmation else ()
    return (*role.requirements, *confirmation)


def test_each_demand_can_be_told(filled_books: dict[str, Handbook]) -> None:
    """It has a figure, or it says what shows it."""
    for book in filled_books.values():
        used = {str(i) for role in book.roles.values() for i in asked_of(role)}
        bare = [
            i for i in used if not (book.requirements[i].measure or book.requirements[i].evidence)
        ]
        assert bare == []


def test_numbers_of_the_base_are_parameters(real_library: Library) -> None:
    found = []
    for (kind, identity), node in real_library.base.things.items():
        if kind == "parameter":
            continue
        for path, value in walk(salvage(KIND_BY_NAME[kind].model, node)):
            if isinstance(value, Text):
                words = "".join(p.text for p in flatten(value.pieces("zh")) if isinstance(p, Words))
                if re.search(r"[0-9０-９]", words):
                    found.append((kind, identity, path, value.zh))
    assert found == []


def test_nothing_is_left_to_fill_in(filled_books: dict[str, Handbook]) -> None:
    for company, book in filled_books.items():
        for where, text in texts(book):
            for lang in ("zh", "en"):
                shown = plain_text(text, book, lang)
                assert not PLACEHOLDER.search(shown), (company, where, shown)


# —— companies that really differ ——


def steps(book: Handbook) -> dict[str, list[str]]:
    return {i: [str(step.id) for step in p.steps] for i, p in book.processes.items()}


def confirmation(book: Handbook) -> Process:
    return book.processes["confirmation"]


def deadlines(book: Handbook) -> dict[tuple[str, str], object]:
    return {
        (identity, str(step.id)): book.values[step.within].raw
        for identity, process in book.processes.items()
        for step in process.steps
        if step.within
    }


def names(book: Handbook) -> set[str]:
    things = (*book.roles.values(), *book.departments.values())
    return {plain_text(thing.name, book, "zh") for thing in things}


def ladder(book: Handbook) -> list[str]:
    return [plain_text(role.name, book, "zh") for role in book.ladders[FIVE_LEVELS]]


def said(book: Handbook) -> dict[str, list[str]]:
    """What each script says, company's name and numbers aside."""
    return {
        identity: [text.zh for part in script.parts for text in part.says]
        for identity, script in book.scripts.items()
    }


@pytest.mark.parametrize(
    "aspect",
    [
        lambda book: steps(book)["confirmation"],
        lambda book: steps(book)["director-confirmation"],
        deadlines,
        names,
        ladder,
        lambda book: {i: book.forms[i].fields for i in book.forms},
        said,
    ],
    ids=["steps", "leaders-steps", "deadlines", "names", "ladder", "forms", "scripts"],
)
def test_every_two_companies_differ(filled_books: dict[str, Handbook], aspect: object) -> None:
    assert len(filled_books) >= 3
    for first, second in combinations(filled_books, 2):
        one, other = (aspect(filled_books[c]) for c in (first, second))  # type: ignore[operator]
        assert one != other, (first, second)


@pytest.mark.parametrize(
    "aspect",
    [
        lambda book: next(str(s.actor) for s in confirmation(book).steps if s.decides),
        lambda book: book.values["probation_months"].raw,
        lambda book: book.company.contract_months,
        lambda book: len(book.ladders[FIVE_LEVELS]),
        lambda book: sorted(book.scripts),
        lambda book: len(book.roles),
        lambda book: order_of_interview_and_decision(book.processes["director-confirmation"]),
    ],
    ids=["approver", "probation", "contract", "levels", "scripts", "roles", "interview"],
)
def test_not_all_companies_do_the_same(filled_books: dict[str, Handbook], aspect: object) -> None:
    found = {str(aspect(book)) for book in filled_books.values()}  # type: ignore[operator]
    assert len(found) >= 2


def order_of_interview_and_decision(process: Process) -> str:
    order = [str(step.id) for step in process.steps]
    return "before" if order.index("interview") < order.index("decision") else "after"


def test_one_company_has_no_supervisor(filled_books: dict[str, Handbook]) -> None:
    without = [c for c, book in filled_books.items() if "supervisor" not in book.roles]
    assert without == ["lancheng-service-desk"]
    assert [len(book.ladders[FIVE_LEVELS]) for book in filled_books.values()] == [4, 5, 5]


# —— requirements that line up ——


def test_a_raised_demand_is_of_the_same_category_and_each_chain_ends(
    filled_books: dict[str, Handbook],
) -> None:
    for book in filled_books.values():
        chained = 0
        for requirement in book.requirements.values():
            seen = {str(requirement.id)}
            lower = requirement.expands_on
            while lower is not None:
                chained += 1
                assert str(lower) not in seen
                seen.add(str(lower))
                assert book.requirements[lower].category == requirement.category, requirement.id
                lower = book.requirements[lower].expands_on
        assert chained


def test_each_level_asks_more_than_the_one_below(filled_books: dict[str, Handbook]) -> None:
    for company, book in filled_books.items():
        levels = book.ladders[FIVE_LEVELS]
        assert len(levels) >= 4
        for lower, higher in pairwise(levels):
            result = compare(book, lower, higher)
            here = (company, str(lower.id), str(higher.id))
            assert result.raised_requirements, here
            assert result.new_requirements, here
            assert result.new_duties, here
            assert {r.before.id for r in result.raised_requirements} <= set(lower.requirements)
            known = (
                *result.new_requirements,
                *(r.after for r in result.raised_requirements),
                *result.kept_requirements,
            )
            assert sorted(r.id for r in known) == sorted(higher.requirements), here


def test_each_way_up_leads_to_the_next_level_and_names_its_years(
    filled_books: dict[str, Handbook],
) -> None:
    for company, book in filled_books.items():
        for lower, higher in pairwise(book.ladders[FIVE_LEVELS]):
            up = [path for path in lower.paths if path.type == "promotion"]
            assert [str(path.to) for path in up] == [str(higher.id)], (company, lower.id)
            assert up[0].tenure is not None
            assert isinstance(book.values[up[0].tenure].raw, (int, float))
