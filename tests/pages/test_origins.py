"""HR's page of what is the company's own, changed, taken, and left."""

from __future__ import annotations

from pathlib import Path

from handbook.company.workshop import Workshop
from handbook.pages.views.origins import origins_view
from handbook.reading.library import load


def test_every_thing_is_told_once_by_its_origin(data: Path) -> None:
    own = data / "companies/acme"
    with (own / "company.yml").open("a") as file:
        file.write("uses:\n  roles: [junior, senior]\n  processes: all\n")
    (own / "roles").mkdir()
    (own / "roles/day.yml").write_text(
        (data / "roles/night.yml").read_text().replace("night", "day")
    )
    (own / "roles/junior.yml").write_text("id: junior\nname: 坐席\nalso_called: [甲, 乙]\n")
    book = Workshop(load(data)).make("acme", draft=True).book
    assert book
    view = origins_view(book)
    assert [row.key for row in view.own] == [("role", "day")]
    (changed,) = view.changed
    assert changed.key == ("role", "junior")
    assert changed.changes == (("name", "坐席"), ("also_called.1", "甲"), ("also_called.2", "乙"))
    assert ("role", "senior") in {row.key for row in view.taken}
    every = [row.key for row in (*view.own, *view.changed, *view.taken)]
    assert sorted(every) == sorted(k for k in book.things if not k[1].startswith("company_"))
    assert {("role", "lead"), ("role", "night")} <= {*view.left}
    assert not {*view.left} & {*every}


def test_a_change_inside_a_list_is_named_by_ids(data: Path) -> None:
    path = data / "companies/acme/processes/promotion.yml"
    path.parent.mkdir()
    first = load(data).base.things["process", "promotion"].entries["steps"].items[0].text("id")
    path.write_text(f"id: promotion\nsteps:\n  - id: {first}\n    name: 提出申请\n")
    book = Workshop(load(data)).make("acme").book
    assert book
    (changed,) = origins_view(book).changed
    assert changed.changes == ((f"steps.{first}.name", "提出申请"),)
