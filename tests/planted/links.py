"""HB4xx: references, parameters, values and names."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from planted.fields import inner, set_value, with_field
from planted.ground import Ground, NoRoom, Spot

Planter = Callable[[Ground], list[Spot]]
FREE_TEXT = r"^ +- [\u4e00-\u9fff]|^ *(- )?(summary|meaning|evidence|purpose): [\u4e00-\u9fff]"


def _said(ground: Ground, code: str, *more: str, **where: bool) -> list[Spot]:
    """A text with something more at its end."""
    thing, line = inner(ground, FREE_TEXT, **where)
    line.text += ground.pick(more)
    return [Spot(thing.file, line, code)]


def unknown_kind(ground: Ground) -> list[Spot]:
    return _said(ground, "HB401", "，见[[rol:manager]]", "，见[[page:x]]", "，见[[roles:manager]]")


def nobody(ground: Ground) -> list[Spot]:
    return _said(
        ground,
        "HB402",
        "，见[[role:nobody]]",
        "，见[[term:no-such-word]]",
        "，至少 ${no_such_value}",
        "，见[[form:no-form|表]]",
    )


def nobody_in_a_field(ground: Ground) -> list[Spot]:
    thing, line = inner(
        ground,
        r"^ +(actor|form|metric|process|filled_by): [a-z]|^(applicant|owner|family"
        r"|department|reports_to|head|approver|filled_by|appeal): [a-z]|^  expands_on: ",
        own=False,
    )
    set_value(line, ground.pick(["no-such-thing", "nothing-here"]))
    return [Spot(thing.file, line, "HB402")]


def nobody_in_a_list(ground: Ground) -> list[Spot]:
    thing, line = inner(
        ground, r"^ +- [a-z][a-z0-9-]+$", "role", "department", "policy", "process", "duty"
    )
    fresh = ground.after(thing.file, line, f"{' ' * line.indent}- no-such-thing")
    return [Spot(thing.file, fresh[0], "HB402")]


def nobody_for_a_number(ground: Ground) -> list[Spot]:
    thing, line = inner(
        ground,
        r"^ +(within|tenure|at_most|at_least|over): [a-z]",
        "process",
        "role",
        "requirement",
        own=False,
    )
    set_value(line, "no_such_days")
    return [Spot(thing.file, line, "HB402")]


def local_twice(ground: Ground) -> list[Spot]:
    """A field, a part or an article more that has the id of another."""
    thing, line = inner(ground, r"^ +- id: ", "form", "script", "policy", "process", own=False)
    at = ground.files[thing.file].index(line)
    lines = ground.files[thing.file]
    end = at + 1
    while end < len(lines) and (not lines[end].text.strip() or lines[end].indent > line.indent):
        end += 1
    while not lines[end - 1].text.strip():
        end -= 1
    again = [o.text for o in lines[at:end]]
    fresh = ground.after(thing.file, lines[end - 1], *again)
    return [Spot(thing.file, fresh[0], "HB403")]


def leads_nowhere(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^ +(next|to): [a-z]", "process", own=False)
    set_value(line, "nowhere-at-all")
    return [Spot(thing.file, line, "HB404")]


def circle(ground: Ground) -> list[Spot]:
    thing, line = with_field(ground, ["reports_to", "parent", "expands_on"], own=False)
    set_value(line, thing.id)
    return [Spot(thing.file, line, "HB405")]


def way_twice(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^  - to: ", "role", own=False)
    lines = ground.files[thing.file]
    at = lines.index(line)
    end = at + 1
    while end < len(lines) and lines[end].indent > 2:
        end += 1
    fresh = ground.after(thing.file, lines[end - 1], *[o.text for o in lines[at:end]])
    return [Spot(thing.file, fresh[0], "HB406")]


def former(ground: Ground) -> list[Spot]:
    kind = ground.pick(["role", "form", "script", "policy"])
    things = ground.things(kind, own=False)
    if len(things) < 2:
        raise NoRoom
    thing, other = ground.rng.sample(things, 2)
    ground.claim(thing.key, needs=[other.key])
    fresh = ground.after(thing.file, thing.lines[0], f"formerly: [{other.id}]")
    return [Spot(thing.file, fresh[0], "HB407")]


USED = re.compile(r"  ([a-z_]+): \S")


def _value(ground: Ground, *types: str):
    """A company, the name of one of its values of such a type, and the line."""
    company = ground.pick(ground.companies)
    kinds = {
        t.id: t.field("type").text.split()[-1]
        for t in ground.every("parameter")
        if t.field("type") and not t.company
    }
    own = {t.id for t in ground.every("parameter") if t.company == company}
    file = f"companies/{company}/company.yml"
    start = next(i for i, o in enumerate(ground.files[file]) if o.text == "values:")
    lines = [
        (m[1], o)
        for o in ground.files[file][start + 1 :]
        if (m := USED.match(o.text))
        and m[1] not in own
        and (not types or kinds.get(m[1]) in types)
        and m[1] in kinds
    ]
    name, line = ground.pick(lines)
    users = [
        t.key for t in ground.every() if any(re.search(rf"\b{name}\b", o.text) for o in t.lines)
    ]
    ground.claim_value(company, name, needs=users)
    return company, name, line, file


def unfilled(ground: Ground) -> list[Spot]:
    _, _, line, file = _value(ground)
    set_value(line, "")
    return [Spot(file, line, "HB411")]


def unknown_value(ground: Ground) -> list[Spot]:
    _, _, line, file = _value(ground)
    fresh = ground.after(file, line, f"  no_such_value_{ground.new()}: 5")
    return [Spot(file, fresh[0], "HB412")]


def wrong_value(ground: Ground) -> list[Spot]:
    number = ground.rng.random() < 0.5
    types = ["days", "working_days", "months", "percentage", "count"] if number else ["date"]
    _, _, line, file = _value(ground, *types)
    set_value(line, ground.pick(["两天", "true", "5天"]) if number else "下月")
    return [Spot(file, line, "HB413")]


def outside(ground: Ground) -> list[Spot]:
    _, _, line, file = _value(
        ground, "days", "working_days", "months", "percentage", "years", "month_of_year"
    )
    set_value(line, ground.pick(["1000000", "-1"]))
    return [Spot(file, line, "HB414")]


def too_small(ground: Ground) -> list[Spot]:
    """A new parameter with a lower bound, used in a text, and values below it."""
    ground.claim("parameters are added", needs=["parameters.yml"])
    _, line = inner(ground, FREE_TEXT, "term", own=False)
    number = ground.new()
    name = f"new_number_{number}"
    ground.add("parameters.yml", f"- id: {name}\n  name: 新数{number}\n  type: count\n  min: 10\n"
                                 f"  group: 其他\n  meaning: 编号{number}的数")  # fmt: skip
    line.text += f"，共 ${{{name}}}"
    spots: list[Spot] = []
    for company in ground.companies:
        file = f"companies/{company}/company.yml"
        ground.claim_value(company, name)
        fresh = ground.after(file, ground.of_company(company, "values"), f"  {name}: 5")
        spots.append(Spot(file, fresh[0], "HB419"))
    return spots


def above_full(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    name, full = ground.pick(
        [
            ("csat_score", "csat_full_score"),
            ("exam_score", "exam_full_score"),
            ("quality_score", "quality_full_score"),
            ("rating_score", "rating_full_score"),
        ]
    )
    ground.claim_value(
        company, name, needs=[("parameter", name), ("parameter", full), (company, full)]
    )
    line, other = ground.value(company, name), ground.value(company, full)
    value = {"csat": 60, "exam": 150, "qual": 100, "rati": 100}[name[:4]]
    if not float(other.text.split()[-1]) < value:
        raise NoRoom
    set_value(line, str(value))
    return [Spot(f"companies/{company}/company.yml", line, "HB415")]


def unused(ground: Ground) -> list[Spot]:
    number = ground.new()
    company = ground.pick([None, *ground.companies])
    file = ground.pick([f"companies/{company}/" if company else ""]) + f"parameters/x{number}.yml"
    ground.claim(file)
    lines = ground.add(
        file,
        f"- id: idle_{number}\n  name: 闲数{number}\n  type: count\n"
        f"  group: 其他\n  meaning: 编号{number}的闲数",
    )
    return [Spot(file, lines[0], "HB416")]


def half_filled(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    field = ground.pick(["name", "short_name"])
    ground.claim_value(company, field)
    line = ground.of_company(company, field)
    set_value(line, "待填写公司名称")
    return [Spot(f"companies/{company}/company.yml", line, "HB417")]


def no_day(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "effective_on")
    file = f"companies/{company}/company.yml"
    ground.files[file].remove(ground.of_company(company, "effective_on"))
    return [Spot(file, ground.of_company(company, "id"), "HB418")]


def quoted(ground: Ground) -> list[Spot]:
    _, _, line, file = _value(
        ground, "days", "working_days", "months", "percentage", "years", "date", "score"
    )
    set_value(line, f'"{line.text.split()[-1]}"')
    return [Spot(file, line, "HB421")]


def full_width(ground: Ground) -> list[Spot]:
    return _said(
        ground,
        "HB422",
        "，见【【role:manager】】",
        "，共 $｛talk_days｝",
        "，＊＊重要＊＊",
        "，共 ＄{talk_days}",
    )


def brace_open(ground: Ground) -> list[Spot]:
    return _said(ground, "HB423", "，共 ${talk_days", "，共 ${talk_days 天")


def link_open(ground: Ground) -> list[Spot]:
    return _said(ground, "HB424", "，见[[role:manager]", "，**重要", "，见[[manager]]")


def link_in_name(ground: Ground) -> list[Spot]:
    thing, line = with_field(
        ground, ["name"], "role", "form", "script", "policy", "department", "term", "process"
    )
    line.text += "[[role:manager]]"
    return [Spot(thing.file, line, "HB425")]


def no_law(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "laws")
    line = ground.of_company(company, "laws")
    set_value(line, ground.pick(["[cn, xx]", "[CN, cn]"]))
    return [Spot(f"companies/{company}/company.yml", line, "HB427")]


def _synonym(ground: Ground, code: str, name: str, rest: str, at: int) -> list[Spot]:
    company = ground.pick([None, *ground.companies])
    number = ground.new()
    file = (f"companies/{company}/" if company else "") + f"synonyms/x{number}.yml"
    ground.claim(file)
    lines = ground.add(file, f"- id: group-{number}\n  name: {name}{rest}")
    return [Spot(file, lines[at], code)]


def word_twice(ground: Ground) -> list[Spot]:
    number = ground.new()
    return _synonym(
        ground, "HB428", f"词{number}", f"\n  also_called: [词甲{number}, 词甲{number}]", 2
    )


def word_alone(ground: Ground) -> list[Spot]:
    return _synonym(ground, "HB429", f"孤词{ground.new()}", "", 1)


def second_group(ground: Ground) -> list[Spot]:
    thing = ground.pick(ground.things("synonym", own=False))
    ground.claim(("synonym name", thing.id), needs=[thing.key])
    name = thing.field("name").text.split(": ")[1]
    return _synonym(ground, "HB430", name, f"\n  also_called: [另一说法{ground.new()}]", 1)


def accepts_nothing(ground: Ground) -> list[Spot]:
    kinds = ("role", "process", "form", "script", "policy")
    thing = ground.pick(ground.things(*kinds, own=False))
    ground.claim(thing.key)
    fresh = ground.after(
        thing.file,
        thing.lines[0],
        "accept:",
        "  - code: HB501",
        "    reason: 已经同意",
        "    until: 2099-01-01",
    )
    return [Spot(thing.file, fresh[1], "HB432")]


def acceptance_over(ground: Ground) -> list[Spot]:
    """The colour is too pale, and that was accepted until a day that is over."""
    company = ground.pick(ground.companies)
    ground.claim_value(company, "colour")
    file = f"companies/{company}/company.yml"
    line = ground.of_company(company, "colour")
    set_value(line, '"#f2b705"')
    fresh = ground.after(
        file, line, "accept:", "  - code: HB851", "    reason: 公司标准色", "    until: 2020-01-01"
    )
    return [Spot(file, line, "HB851"), Spot(file, fresh[3], "HB431")]


def wrong_kind(ground: Ground) -> list[Spot]:
    thing, line = inner(ground, r"^ +(within|tenure|by): [a-z]", "process", "role", own=False)
    name = ground.pick(["pay_ratio", "csat_score", "promotion_policy_version", "quality_score"])
    ground.claim(needs=[("parameter", name)])
    set_value(line, name)
    return [Spot(thing.file, line, "HB433")]


def name_twice(ground: Ground) -> list[Spot]:
    kind = ground.pick(
        [
            "role",
            "form",
            "script",
            "term",
            "actor",
            "metric",
            "parameter",
            "department",
            "policy",
            "process",
        ]
    )
    things = ground.things(kind, own=False)
    own = {t.key for t in ground.things(kind, base=False)}
    things = [t for t in things if t.key not in own and t.field("name")]
    if len(things) < 2:
        raise NoRoom
    one, two = ground.rng.sample(range(len(things)), 2)
    first, second = things[min(one, two)], things[max(one, two)]
    ground.claim(second.key, needs=[first.key])
    line = second.field("name")
    set_value(line, first.field("name").text.split(": ", 1)[1])
    return [Spot(second.file, line, "HB434")]


def other_unit(ground: Ground) -> list[Spot]:
    """A share in per cent measured against minutes."""
    found = [
        (t, line)
        for t in ground.things("requirement", own=False)
        for line in t.lines
        if re.match(r"    at_(least|most): [a-z_]*(rate|completion)$", line.text)
    ]
    thing, line = ground.pick(found)
    own = {t.key for t in ground.things("requirement", base=False)}
    if thing.key in own:
        raise NoRoom
    metric = next(o for o in thing.lines if o.text.startswith("    metric: ")).text.split()[-1]
    ground.claim(thing.key, needs=[("metric", metric), ("parameter", "escalation_minutes")])
    set_value(line, "escalation_minutes")
    return [Spot(thing.file, line, "HB435")]


def no_such_level(ground: Ground) -> list[Spot]:
    """A level of proficiency where the competency has none."""
    return _with_level(ground, "HB448", r"  competency: [a-z]")


def level_of_nothing(ground: Ground) -> list[Spot]:
    return _with_level(ground, "HB449", r"  category: (performance|discipline)$")


def _with_level(ground: Ground, code: str, beside: str) -> list[Spot]:
    found = [
        (thing, line)
        for thing in ground.things("requirement", own=False)
        for line in thing.lines
        if re.match(beside, line.text) and not thing.field("expands_on")
    ]
    thing, line = ground.pick(found)
    needs = []
    if about := thing.field("competency"):
        needs = [("competency", about.text.split(": ")[1])]
    ground.claim(thing.key, needs=needs)
    fresh = ground.after(thing.file, line, "  level: expert")
    return [Spot(thing.file, fresh[0], code)]


def no_working_day(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "days_off", needs=[(company, "effective_on")])
    file = f"companies/{company}/company.yml"
    days = [date(2026, 1, 1) + timedelta(n) for n in range(365)]
    line = ground.of_company(company, "version")
    fresh = ground.after(file, line, f"days_off: [{', '.join(map(str, days))}]")
    return [Spot(file, fresh[0], "HB438")]


def no_logo(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "logo")
    file = f"companies/{company}/company.yml"
    if any(line.text.startswith("logo:") for line in ground.files[file]):
        raise NoRoom
    fresh = ground.after(file, ground.of_company(company, "version"), "logo: picture.svg")
    return [Spot(file, fresh[0], "HB441")]


LINKS: dict[str, tuple[Planter, ...]] = {
    "HB401": (unknown_kind,),
    "HB402": (nobody, nobody_in_a_field, nobody_in_a_list, nobody_for_a_number),
    "HB403": (local_twice,), "HB404": (leads_nowhere,), "HB405": (circle,), "HB406": (way_twice,),
    "HB407": (former,), "HB411": (unfilled,), "HB412": (unknown_value,), "HB413": (wrong_value,),
    "HB414": (outside,), "HB415": (above_full,), "HB416": (unused,), "HB417": (half_filled,),
    "HB418": (no_day,), "HB419": (too_small,), "HB421": (quoted,), "HB422": (full_width,),
    "HB423": (brace_open,), "HB424": (link_open,), "HB425": (link_in_name,), "HB427": (no_law,),
    "HB428": (word_twice,), "HB429": (word_alone,), "HB430": (second_group,),
    "HB431": (acceptance_over,), "HB432": (accepts_nothing,), "HB433": (wrong_kind,),
    "HB434": (name_twice,), "HB435": (other_unit,), "HB438": (no_working_day,), "HB441": (no_logo,),
    "HB448": (no_such_level,), "HB449": (level_of_nothing,),
}  # fmt: skip
