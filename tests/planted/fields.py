"""HB2xx: fields that are missing, unknown, or not what the field takes."""

from __future__ import annotations

import re
from collections.abc import Callable

from planted.ground import Ground, Line, Spot, Thing

Planter = Callable[[Ground], list[Spot]]
# Fields that every thing of the kind must have, in the base; a change may leave them out
NEEDED = {
    "role": ["name", "summary", "family", "grade", "department"],
    "process": ["name", "summary", "type", "applicant", "steps", "ends"],
    "policy": ["name", "purpose", "scope", "owner", "approver", "chapters", "review_on"],
    "form": ["name", "filled_by", "fields"], "script": ["name", "channel", "parts"],
    "department": ["name", "summary"], "duty": ["area", "text"],
    "requirement": ["category", "text"], "metric": ["name", "meaning", "better", "unit"],
    "actor": ["name", "meaning"], "term": ["name", "meaning"],
    "parameter": ["name", "type", "meaning", "group"], "family": ["name", "summary"],
}  # fmt: skip
TEXTS = ["name", "summary", "meaning", "text", "evidence", "purpose", "scope", "area", "group"]


def claimed(ground: Ground, thing: Thing) -> Thing:
    ground.claim(thing.key)
    return thing


def with_field(ground: Ground, fields: list[str], *kinds: str, **where: bool):
    """A thing that has one of the fields, and its line; now taken."""
    choices = [
        (thing, line)
        for thing in ground.things(*kinds, **where)
        for name in fields
        if (line := thing.field(name)) is not None
    ]
    thing, line = ground.pick(choices)
    claimed(ground, thing)
    return thing, line


def below(thing: Thing, line: Line) -> list[Line]:
    """The lines that belong to a field."""
    at = thing.lines.index(line)
    rest = thing.lines[at + 1 :]
    end = next(
        (i for i, other in enumerate(rest) if other.text.strip() and other.indent <= thing.margin),
        len(rest),
    )
    return rest[:end]


def drop(ground: Ground, thing: Thing, *lines: Line) -> None:
    for line in lines:
        ground.files[thing.file].remove(line)


def set_value(line: Line, value: str) -> None:
    line.text = line.text.split(":", 1)[0] + (f": {value}" if value else ":")


def inner(ground: Ground, pattern: str, *kinds: str, **where: bool):
    """A thing with a line anywhere inside of that form, now taken; and the line."""
    choices = [
        (t, line)
        for t in ground.things(*kinds, **where)
        for line in t.lines
        if re.search(pattern, line.text)
    ]
    thing, line = ground.pick(choices)
    claimed(ground, thing)
    return thing, line


def missing(ground: Ground) -> list[Spot]:
    things = [
        (t, line)
        for t in ground.things(own=False)
        for name in NEEDED.get(t.kind, ())
        if (line := t.field(name))
    ]
    thing, line = ground.pick(things)
    claimed(ground, thing)
    drop(ground, thing, line, *below(thing, line))
    return [Spot(thing.file, thing.lines[0], "HB201")]


def missing_in_step(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^  - id: ", "process", own=False)
    at = thing.lines.index(line)
    rest = thing.lines[at + 1 :]
    gone = next(o for o in rest if re.match(r"    (actor|name|result): ", o.text))
    drop(ground, thing, gone)
    return [Spot(thing.file, line, "HB201")]


def unknown(ground: Ground) -> list[Spot]:
    """A field more that nobody knows, or one misspelt."""
    things = [t for t in ground.things() if not t.field("remove")]
    thing = claimed(ground, ground.pick(things))
    text = ground.pick(["remark: 说明", "nots: [说明]", "owner_name: 张三", "colour: red"])
    fresh = ground.after(thing.file, thing.lines[0], " " * thing.margin + text)
    return [Spot(thing.file, fresh[0], "HB202")]


def misspelt(ground: Ground) -> list[Spot]:
    optional = [
        "also_called",
        "duties",
        "requirements",
        "source",
        "scripts",
        "forms",
        "policies",
        "training",
        "pay",
        "first_weeks",
        "evidence",
        "competency",
        "notes",
        "timers",
        "measure",
        "actions",
        "numerator",
        "min",
        "max",
        "parent",
        "head",
        "paths",
    ]
    thing, line = with_field(ground, optional)
    head = line.text.split(":", 1)[0]
    line.text = line.text.replace(head, f"{head}s", 1)
    return [Spot(thing.file, line, "HB202")]


def misspelt_inside(ground: Ground) -> list[Spot]:
    thing, line = inner(
        ground,
        r"^ +(within|reasons|at_most|decides|optional|tenure|evidence|tip"
        r"|form|guide|over): ",
        "process",
        "role",
        "script",
    )
    head = line.text.split(":", 1)[0]
    line.text = line.text.replace(head, f"{head}x", 1)
    return [Spot(thing.file, line, "HB202")]


def company_unknown(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "version")
    line = ground.of_company(company, "version")
    fresh = ground.after(f"companies/{company}/company.yml", line, "telephone: 400-100")
    return [Spot(f"companies/{company}/company.yml", fresh[0], "HB202")]


def no_choice(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["type", "category", "channel", "better"])
    set_value(line, ground.pick(["probably", "other-kind", "高"]))
    return [Spot(thing.file, line, "HB203")]


def no_choice_inside(ground: Ground) -> list[Spot]:
    thing, line = inner(
        ground,
        r"^ +(result: |type: (line|paragraph|promotion|transfer))",
        "form",
        "role",
        "process",
    )
    set_value(line, "maybe")
    return [Spot(thing.file, line, "HB203")]


def id_form(ground: Ground) -> list[Spot]:
    thing, line = with_field(
        ground,
        [
            "family",
            "department",
            "reports_to",
            "owner",
            "applicant",
            "filled_by",
            "expands_on",
            "head",
        ],
    )
    set_value(line, ground.pick(["Team_Lead!", "客服", "a b", "-x", "Manager"]))
    return [Spot(thing.file, line, "HB204")]


def _new_term(ground: Ground, identity: str, name: str | None = None) -> tuple[str, list[Line]]:
    company = ground.pick([None, *ground.companies])
    place = f"companies/{company}/" if company else ""
    number = ground.new()
    file = f"{place}glossary/x{number}.yml"
    ground.claim(file)
    name = name or f"新词{number}号"
    text = f"- id: {identity}\n  name: {name}\n  meaning: 一个新的说法，编号{number}"
    return file, ground.add(file, text)


def id_form_new(ground: Ground) -> list[Spot]:
    file, lines = _new_term(ground, ground.pick(["New_Term!", "新词", "9lives", "A"]))
    return [Spot(file, lines[0], "HB204")]


def id_long(ground: Ground) -> list[Spot]:
    file, lines = _new_term(ground, "long-" * 20 + "id")
    return [Spot(file, lines[0], "HB205")]


def id_reserved(ground: Ground) -> list[Spot]:
    file, lines = _new_term(ground, ground.pick(["index", "con", "nul", "com1"]))
    ground.claim("reserved id")
    return [Spot(file, lines[0], "HB206")]


def no_text(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, TEXTS)
    set_value(line, ground.pick(["12", "true", "2026-01-01", "[a, b]"]))
    return [Spot(thing.file, line, "HB207")]


def empty_text(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, TEXTS)
    set_value(line, ground.pick(['""', '" "', "''"]))
    return [Spot(thing.file, line, "HB208")]


def empty_item(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^ +- [\u4e00-\u9fff]")
    line.text = re.sub(r"- .*", '- ""', line.text)
    return [Spot(thing.file, line, "HB208")]


def long_text(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, TEXTS)
    set_value(line, "很长的说明" * 5000)
    return [Spot(thing.file, line, "HB209")]


def id_twice(ground: Ground) -> list[Spot]:
    """One more of the same id, in the same file or another."""
    kinds = ("duty", "requirement", "metric", "term", "actor", "parameter", "family")
    things = ground.things(*kinds)
    thing = claimed(ground, ground.pick(things))
    texts = [line.text for line in thing.lines]
    folder = {
        "duty": "duties",
        "requirement": "requirements",
        "metric": "metrics",
        "term": "glossary",
        "actor": "actors",
        "parameter": "parameters",
        "family": "families",
    }[thing.kind]
    place = f"companies/{thing.company}/" if thing.company else ""
    file = ground.pick([thing.file, f"{place}{folder}/zz{ground.new()}.yml"])
    fresh = ground.add(file, "\n".join(texts))
    return [Spot(file, fresh[0], "HB210")]


def id_not_file(ground: Ground) -> list[Spot]:
    things = ground.things("role", "process", "policy", "form", "script", "department", own=False)
    thing = claimed(ground, ground.pick(things))
    thing.lines[0].text = f"id: {thing.id}-x"
    return [Spot(thing.file, thing.lines[0], "HB211")]


def blank(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, [*TEXTS, "family", "department", "category", "type", "area"])
    set_value(line, "")
    return [Spot(thing.file, line, "HB212")]


def no_language(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["summary", "meaning", "evidence", "purpose"])
    set_value(line, '{zh: "说明文字", xx: other}')
    return [Spot(thing.file, line, "HB213")]


def two_thresholds(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^    (at_least|at_most): ", "requirement", own=False)
    least, value = line.text.strip().split(": ")
    other = "at_most" if least == "at_least" else "at_least"
    ground.after(thing.file, line, f"    {other}: {value}")
    lines = ground.files[thing.file]
    first = next(o for o in reversed(lines[: lines.index(line)]) if o.text == "  measure:")
    return [Spot(thing.file, lines[lines.index(first) + 1], "HB214")]


def two_ways_on(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^    outcomes:", "process", own=False)
    lines = ground.files[thing.file]
    at = lines.index(line)
    step = next(o for o in reversed(lines[:at]) if o.text.startswith("  - id: "))
    lines.insert(at, Line("    next: " + step.text.split(": ")[1]))
    return [Spot(thing.file, step, "HB214")]


def no_number(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["min", "max"], "parameter")
    set_value(line, ground.pick(['"5"', "五", "true", "[1]"]))
    return [Spot(thing.file, line, "HB215")]


def no_bool(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^ +(decides|reasons): true", "process")
    set_value(line, ground.pick(["1", "是", '"true"', "True"]))
    return [Spot(thing.file, line, "HB216")]


def no_date(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "effective_on")
    line = ground.of_company(company, "effective_on")
    set_value(line, ground.pick(['"2026-12-01"', "下月", "12", "2026年12月1日"]))
    return [Spot(f"companies/{company}/company.yml", line, "HB217")]


def no_list(ground: Ground) -> list[Spot]:
    fields = [
        "also_called",
        "source",
        "duties",
        "requirements",
        "policies",
        "forms",
        "training",
        "notes",
        "actions",
        "scripts",
    ]
    thing, line = with_field(ground, fields)
    drop(ground, thing, *below(thing, line))
    set_value(line, ground.pick(["一个词", "x", "12"]))
    return [Spot(thing.file, line, "HB218")]


def empty_list(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["steps", "ends", "chapters", "parts", "fields"], own=False)
    drop(ground, thing, *below(thing, line))
    set_value(line, "[]")
    return [Spot(thing.file, line, "HB219")]


def no_mapping(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["confirmation", "start", "measure"], own=False)
    drop(ground, thing, *below(thing, line))
    set_value(line, ground.pick(["x", "12", "[a]"]))
    return [Spot(thing.file, line, "HB220")]


def pattern(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    name, value = ground.pick(
        [
            ("colour", "red"),
            ("edit_at", "javascript:alert(1)"),
            ("colour", '"#12345"'),
            ("logo", "../x.svg"),
        ]
    )
    ground.claim_value(company, name)
    file = f"companies/{company}/company.yml"
    line = next((o for o in ground.files[file] if o.text.startswith(f"{name}:")), None)
    if line is None:
        line = ground.after(file, ground.of_company(company, "version"), f"{name}: x")[0]
    set_value(line, value)
    return [Spot(file, line, "HB221")]


def pattern_legal(ground: Ground) -> list[Spot]:
    thing = claimed(
        ground,
        ground.pick(
            t for t in ground.things("parameter") if not t.field("legal") and not t.field("remove")
        ),
    )
    fresh = ground.after(thing.file, thing.lines[-1], "  legal: Probation-Length")
    return [Spot(thing.file, fresh[0], "HB221")]


def out_of_range(ground: Ground) -> list[Spot]:
    if ground.rng.random() < 0.3:
        company = ground.pick(ground.companies)
        ground.claim_value(company, "contract_months")
        line = ground.of_company(company, "contract_months")
        set_value(line, ground.pick(["0", "601", "-3"]))
        return [Spot(f"companies/{company}/company.yml", line, "HB222")]
    thing, line = with_field(ground, ["grade"], "role")
    set_value(line, ground.pick(["0", "21", "-1"]))
    return [Spot(thing.file, line, "HB222")]


def not_whole(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["grade"], "role")
    set_value(line, ground.pick(["2.5", '"3"', "三", "true"]))
    return [Spot(thing.file, line, "HB223")]


def line_break(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["also_called", "source"])
    drop(ground, thing, *below(thing, line))
    set_value(line, '["客服\\n专员"]')
    return [Spot(thing.file, line, "HB224")]


def number_for_parameter(ground: Ground) -> list[Spot]:
    thing, line = inner(
        ground,
        r"^ +(within|tenure|at_least|at_most|over|by): [a-z]",
        "process",
        "role",
        "requirement",
    )
    set_value(line, ground.pick(["5", "5天", "3 个月"]))
    return [Spot(thing.file, line, "HB225")]


def unseen_only(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, TEXTS)
    set_value(line, ground.pick(['"\u200d"', '"\ufe0f"', '"\u0301"', "\u200d\u200d", '"\\u0301"']))
    return [Spot(thing.file, line, "HB226")]


FIELDS: dict[str, tuple[Planter, ...]] = {
    "HB201": (missing, missing_in_step),
    "HB202": (unknown, misspelt, misspelt_inside, company_unknown),
    "HB203": (no_choice, no_choice_inside), "HB204": (id_form, id_form_new), "HB205": (id_long,),
    "HB206": (id_reserved,), "HB207": (no_text,), "HB208": (empty_text, empty_item),
    "HB209": (long_text,), "HB210": (id_twice,), "HB211": (id_not_file,), "HB212": (blank,),
    "HB213": (no_language,), "HB214": (two_thresholds, two_ways_on), "HB215": (no_number,),
    "HB216": (no_bool,),
    "HB217": (no_date,), "HB218": (no_list,), "HB219": (empty_list,), "HB220": (no_mapping,),
    "HB221": (pattern, pattern_legal), "HB222": (out_of_range,), "HB223": (not_whole,),
    "HB224": (line_break,), "HB225": (number_for_parameter,), "HB226": (unseen_only,),
}  # fmt: skip
