"""HB3xx: what companies change, add and take away."""

from __future__ import annotations

import re
from collections.abc import Callable

from handbook.model.kinds import KIND_BY_NAME
from planted.ground import Ground, NoRoom, Spot

Planter = Callable[[Ground], list[Spot]]


def change(ground: Ground, company: str, kind: str, identity: str, body: str) -> tuple[str, list]:
    """A change to a thing that the company has not changed yet; the file and its lines."""
    known = KIND_BY_NAME[kind]
    place = f"companies/{company}/{known.folder}"
    if known.one_per_file:
        file = f"{place}/{identity}.yml"
        text = f"id: {identity}\n{body}"
    else:
        file = f"{place}/zz{ground.new()}.yml"
        text = f"- id: {identity}\n" + "\n".join(f"  {x}" for x in body.split("\n") if x)
    if file in ground.files:
        raise NoRoom
    return file, ground.add(file, text)


def target(ground: Ground, *kinds: str):
    """A company, and a base thing that it doesn't change; the thing is taken."""
    company = ground.pick(ground.companies)
    own = {(t.kind, t.id) for t in ground.things() if t.company == company}
    things = [t for t in ground.things(*kinds, own=False) if t.key not in own]
    thing = ground.pick(things)
    ground.claim(thing.key)
    return company, thing


def misspelt_id(ground: Ground) -> list[Spot]:
    """A change to something that is not there."""
    company = ground.pick(ground.companies)
    kind = ground.pick(
        [
            "role",
            "process",
            "duty",
            "requirement",
            "metric",
            "parameter",
            "form",
            "actor",
            "department",
            "term",
        ]
    )
    body = {
        "duty": "text: 说明",
        "requirement": "text: 说明",
        "metric": "meaning: 说明",
        "parameter": "min: 1",
        "actor": "meaning: 说明",
        "term": "meaning: 说明",
    }
    file, lines = change(
        ground,
        company,
        kind,
        f"nowhere-{ground.new()}".replace("-", "_" if kind == "parameter" else "-"),
        body.get(kind, "summary: 说明"),
    )
    return [Spot(file, lines[0], "HB311")]


def misspelt_inside(ground: Ground) -> list[Spot]:
    company, thing = target(ground, "process", "form", "script", "policy")
    part = {
        "process": "steps:\n  - id: nowhere\n    within: talk_days",
        "form": "fields:\n  - id: nowhere\n    label: 说明",
        "script": "parts:\n  - id: nowhere\n    name: 说明",
        "policy": "chapters:\n  - id: nowhere\n    name: 说明",
    }
    file, lines = change(ground, company, thing.kind, thing.id, part[thing.kind])
    return [Spot(file, lines[2], "HB311")]


def removes_nothing(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    kind = ground.pick(["role", "process", "duty", "requirement", "metric", "form", "term"])
    file, lines = change(ground, company, kind, f"nowhere-{ground.new()}", "remove: true")
    return [Spot(file, lines[0], "HB312")]


def removes_nothing_inside(ground: Ground) -> list[Spot]:
    company, thing = target(ground, "process", "form", "script", "policy")
    part = {"process": "steps", "form": "fields", "script": "parts", "policy": "chapters"}
    body = ground.pick(
        [f"{part[thing.kind]}:\n  - id: nowhere\n    remove: true", "nothing_of_the_kind: null"]
    )
    file, lines = change(ground, company, thing.kind, thing.id, body)
    return [Spot(file, lines[2 if "\n" in body else 1], "HB312")]


def beside_nothing(ground: Ground) -> list[Spot]:
    company, thing = target(ground, "form", "script")
    part = {
        "form": "fields:\n  - id: one-more\n    after: nowhere\n    label: 说明\n    type: line",
        "script": "parts:\n  - id: one-more\n    before: nowhere\n    name: 说明\n    says: [说明]",
    }
    file, lines = change(ground, company, thing.kind, thing.id, part[thing.kind])
    return [Spot(file, lines[3], "HB313")]


def extends_itself(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "extends")
    line = ground.of_company(company, "version")
    file = f"companies/{company}/company.yml"
    fresh = ground.after(file, line, f"extends: {company}")
    return [Spot(file, fresh[0], "HB314")]


def removed_but_used(ground: Ground) -> list[Spot]:
    company, thing = target(
        ground,
        "metric",
        "requirement",
        "actor",
        "duty",
        "script",
        "form",
        "process",
        "parameter",
        "policy",
        "term",
    )
    texts = "\n".join(
        line.text
        for name, lines in ground.files.items()
        if not name.startswith("companies/")
        for line in lines
    )
    pattern = {
        "metric": r"(metric|metrics): .*{0}\b",
        "actor": r"(actor|applicant): {0}$",
        "process": r"process: {0}$",
        "parameter": r"\$\{{{0}\}}",
        "term": r"\[\[term:{0}\]\]",
    }.get(thing.kind, r"^ +- {0}$|\[.*\b{0}\b.*\]")
    if not re.search(pattern.format(re.escape(thing.id)), texts, re.MULTILINE):
        raise NoRoom
    file, lines = change(ground, company, thing.kind, thing.id, "remove: true")
    return [Spot(file, lines[1], "HB315")]


def added_unused(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim(needs=[("every mention", None), ("every mention", company)])
    number = ground.new()
    kind, body = ground.pick(
        [
            ("duty", f"area: 其他\ntext: 整理编号{number}的资料"),
            (
                "requirement",
                f"category: ability\ntext: 熟悉编号{number}的资料\nevidence: 资料登记表",
            ),
            (
                "metric",
                f"name: 指标{number}\nmeaning: 编号{number}的指标\nbetter: higher\nunit: 份",
            ),
            ("actor", f"name: 办理人{number}\nmeaning: 编号{number}的办理人"),
            ("family", f"name: 序列{number}\nsummary: 编号{number}的序列"),
        ]
    )
    file, lines = change(ground, company, kind, f"added-{number}", body)
    return [Spot(file, lines[0], "HB316")]


def removed_and_more(ground: Ground) -> list[Spot]:
    """Beside what takes a thing away stands something else."""
    found = [t for t in ground.things() if t.company and t.field("remove")]
    if found and ground.rng.random() < 0.5:
        thing = ground.pick(found)
        ground.claim(thing.key)
        text = " " * thing.margin + ground.pick(["name: 说明", "summary: 说明", "source: [x]"])
        return [Spot(thing.file, ground.after(thing.file, thing.lines[-1], text)[0], "HB317")]
    company, thing = target(ground, "synonym")
    file, lines = change(ground, company, thing.kind, thing.id, "remove: true\nname: 说明")
    return [Spot(file, lines[2], "HB317")]


CHANGES: dict[str, tuple[Planter, ...]] = {
    "HB311": (misspelt_id, misspelt_inside), "HB312": (removes_nothing, removes_nothing_inside),
    "HB313": (beside_nothing,), "HB314": (extends_itself,), "HB315": (removed_but_used,),
    "HB316": (added_unused,), "HB317": (removed_and_more,),
}  # fmt: skip
