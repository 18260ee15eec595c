"""HB5xx to HB8xx: policy that is unsound, late, unlawful or uneven.

Each by the rule's own example, as a company more, and many in other places, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from handbook.checks import POLICY_RULES
from handbook.checks.example import COMPANY, ID, example
from handbook.model.kinds import KIND_BY_FOLDER
from planted.fields import inner, set_value
from planted.ground import Ground, NoRoom, Spot, folder_of

Planter = Callable[[Ground], list[Spot]]
_LAW = ["laws", "contract_months", "contract_type", "effective_on", "days_off"]


def _by_example(code: str) -> Planter:
    def plant(ground: Ground) -> list[Spot]:
        case = example(code, "fail")
        assert case is not None
        company = f"{ID}-{ground.new()}"
        needs: list[object] = [f"companies/{COMPANY}/company.yml", ("company", COMPANY)]
        needs += [(COMPANY, field) for field in _LAW]
        for name, text in case.files.items():
            _, folder = folder_of(name)
            kind = KIND_BY_FOLDER.get(folder)
            ids = re.findall(r"^(?:- )?id: (\S+)", text, re.MULTILINE)
            needs += [(kind.name, i) for i in ids if kind]
            if name == "company.yml":
                for value in re.findall(r"^  ([a-z_]+):", text, re.MULTILINE):
                    needs += _standing_on(ground, value)
        ground.claim(f"companies/{company}", needs=needs)
        spots: list[Spot] = []
        for name, text in case.files.items():
            file = f"companies/{company}/{name}"
            lines = ground.add(file, text.replace(f"id: {ID}\n", f"id: {company}\n"))
            marks = [line for path, line, _ in case.marks if path == name]
            spots += [Spot(file, lines[mark - 1], code) for mark in marks]
        return spots

    return plant


def _standing_on(ground: Ground, value: str) -> list[object]:
    """The things that mention a value, and those that are counted with them."""
    name = re.compile(rf"\b{value}\b")
    keys = [t.key for t in ground.every() if any(name.search(line.text) for line in t.lines)]
    processes = [k for k in keys if k[0] == "process"]
    inside = [t for t in ground.every("process") if t.key in processes]
    appeals = {line.text.split()[-1] for t in inside if (line := t.field("appeal"))}
    inside += [t for t in ground.every("process") if t.id in appeals]
    for thing in inside:
        text = "\n".join(line.text for line in thing.lines)
        found = re.findall(r"(?:within|by|at_most): ([a-z_]+)", text)
        keys += [("parameter", i) for i in found]
        keys += [(c, i) for c in ground.companies for i in found]
        keys += [("actor", i) for i in re.findall(r"actor: ([a-z-]+)", text)]
        keys += [("process", i) for i in re.findall(r"^appeal: ([a-z-]+)", text, re.MULTILINE)]
    return [*keys, ("parameter", value)]


SMALL = """\
id: small-{n}
name: 小流程{n}
type: other
summary: 编号{n}的小流程。
applicant: employee
steps:
  - id: apply
    name: 提交申请
    actor: employee
    within: talk_days
    next: review
  - id: review
    name: 审核申请
    actor: department-head
    decides: true
    within: talk_days
    outcomes:
      - label: 同意
        to: done
      - label: 退回补充
        to: apply
        reasons: true
        at_most: return_limit
      - label: 不同意
        to: refused
        reasons: true
ends:
  - id: done
    name: 办成
    result: granted
  - id: refused
    name: 未办成
    result: refused
"""


def _small(code: str, *edits: tuple[str, str, str]) -> Planter:
    """A process more, edited: text to find, what to write instead, and the line that is told."""

    def plant(ground: Ground) -> list[Spot]:
        old, new, told = ground.pick(edits)
        number = ground.new()
        company = ground.pick([None, *ground.companies])
        place = f"companies/{company}/" if company else ""
        file = f"{place}processes/small-{number}.yml"
        ground.claim(
            file,
            needs=[
                ("actor", "employee"),
                ("actor", "department-head"),
                ("actor", "hr"),
                ("actor", "management"),
                ("parameter", "talk_days"),
                ("parameter", "return_limit"),
            ],
        )
        text = SMALL.format(n=number)
        assert old in text
        lines = ground.add(file, text.replace(old, new, 1))
        return [Spot(file, [o for o in lines if o.text.endswith(told)][-1], code)]

    return plant


LAST = "        to: refused\n        reasons: true\n"
LOST = "  - id: lost\n    name: 另一步\n    actor: hr\n    within: talk_days\n    next: done\nends:"


def _words(code: str, kinds: tuple[str, ...], pattern: str, *words: str) -> Planter:
    """A text with a sentence more."""

    def plant(ground: Ground) -> list[Spot]:
        thing, line = inner(ground, pattern, *kinds, own=False)
        own = {t.key for t in ground.things(base=False)}
        if thing.key in own:
            raise NoRoom
        line.text += ground.pick(words)
        return [Spot(thing.file, line, code)]

    return plant


def _value(code: str, name: str, choose: Callable[[dict[str, str]], str | None],
           *also: str) -> Planter:  # fmt: skip
    """One value of a company; ``choose`` gets all its values, None if there is no fitting one."""

    def plant(ground: Ground) -> list[Spot]:
        company = ground.pick(ground.companies)
        file = f"companies/{company}/company.yml"
        found = (re.fullmatch(r" *([a-z_]+): (.*)", line.text) for line in ground.files[file])
        known = {m[1]: m[2] for m in found if m}
        value = choose(known) if name in known else None
        if value is None:
            raise NoRoom
        needs = [*_standing_on(ground, name), *((company, field) for field in (*_LAW, *also))]
        ground.claim_value(company, name, needs=[n for n in needs if n != (company, name)])
        line = ground.value(company, name)
        set_value(line, value)
        return [Spot(file, line, code)]

    return plant


def _pale(ground: Ground) -> list[Spot]:
    company = ground.pick(ground.companies)
    ground.claim_value(company, "colour")
    line = ground.of_company(company, "colour")
    set_value(line, ground.pick(['"#f2b705"', '"#ffffff"', '"#a0e0a0"']))
    return [Spot(f"companies/{company}/company.yml", line, "HB851")]


REQUIRES = r"^  text: [\u4e00-\u9fff]"
IN_PLACE: dict[str, tuple[Planter, ...]] = {
    "HB501": (_small("HB501", ("ends:", LOST, "id: lost")),),
    "HB502": (_small("HB502", ("    next: review\n", "", "id: apply")),),
    "HB503": (_small("HB503", ("label: 退回补充", "label: 同意", "label: 同意"),
                     ("label: 不同意", "label: 退回补充", "label: 退回补充")),),
    "HB505": (_small("HB505", ("        at_most: return_limit\n", "", "to: apply")),),
    "HB506": (_small("HB506", ("    within: talk_days\n    next: review", "    next: review",
                               "id: apply"),
                     ("    within: talk_days\n    outcomes", "    outcomes", "id: review")),),
    "HB507": (_small("HB507", ("    actor: department-head", "    actor: employee # ",
                               "actor: employee # ")),),
    "HB508": (_small("HB508", (LAST, "        to: refused\n", "label: 不同意")),),
    "HB512": (_small("HB512", ("    decides: true\n", "    decides: true\n    optional: 需要时\n",
                               "optional: 需要时")),),
    "HB604": (_value("HB604", "publicity_days",
                     lambda v: "3" if v["appeal_deadline_days"] in "456789" else None,
                     "appeal_deadline_days"),),
    "HB708": (_value("HB708", "probation_pay_ratio", lambda v: "75"),),
    "HB716": (_value("HB716", "confirmation_policy_announced_on", lambda v: "2020-01-01",
                     "confirmation_policy_consulted_on", "confirmation_policy_effective_on"),
              _value("HB716", "promotion_policy_announced_on", lambda v: "2020-01-01",
                     "promotion_policy_consulted_on", "promotion_policy_effective_on")),
    "HB718": (_words("HB718", ("policy",), r"^        text: [\u4e00-\u9fff].*。$",
                     "员工福利包括五险一金、带薪年假与节日福利。"),),
    "HB719": (_words("HB719", ("requirement",), REQUIRES, "，已婚已育者优先", "，限男性"),),
    "HB805": (_value("HB805", "tenure_senior",
                     lambda v: "1" if v["tenure_intermediate"] in "23456" else None,
                     "tenure_intermediate"),),
    "HB806": (_words("HB806", ("duty",), REQUIRES, "，协助上级完成其他相关工作任务"),),
    "HB808": (_value("HB808", "confirmation_policy_review_on", lambda v: "2025-06-01"),
              _value("HB808", "promotion_policy_review_on", lambda v: "2025-06-01")),
    "HB810": (_value("HB810", "promotion_month_second", lambda v: v["promotion_month_first"],
                     "promotion_month_first"),),
    "HB851": (_pale,),
}  # fmt: skip

POLICIES: dict[str, tuple[Planter, ...]] = {
    rule.code: (_by_example(rule.code), *IN_PLACE.get(rule.code, ())) for rule in POLICY_RULES
}
