"""Sound policies that are large in one way each, made from the real one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from bench.generate import COMPANY, SOURCE

ROLE, NEXT = "junior-agent", "intermediate-agent"


def long_process(target: Path, steps: int, *, branches: bool = False) -> None:
    """A process of so many steps.

    With ``branches`` every step but the last also leads on to the one after the next, and every
    tenth back to the one before, as often as a parameter allows.
    """
    _copy(target)
    lines = [
        "id: long",
        "name: 长流程",
        "type: other",
        "summary: 一步接一步",
        "applicant: employee",
    ]
    lines.append("steps:")
    for number in range(steps):
        ahead = f"s{number + 1}" if number + 1 < steps else "done"
        lines += [f"  - id: s{number}", f"    name: 第{number}步", "    actor: hr"]
        lines.append("    within: promotion_apply_days")
        if not branches:
            lines.append(f"    next: {ahead}")
            continue
        skipped = f"s{number + 2}" if number + 2 < steps else "stopped"
        lines += ["    outcomes:", f"      - {{label: 甲, to: {ahead}}}"]
        lines.append(f"      - {{label: 乙, to: {skipped}, reasons: true}}")
        if number % 10 == 9:
            back = f"to: s{number - 1}, reasons: true, at_most: promotion_return_limit"
            lines.append(f"      - {{label: 丙, {back}}}")
    lines += ["ends:", "  - {id: done, name: 办结, result: granted}"]
    if branches:
        lines.append("  - {id: stopped, name: 终止, result: refused}")
    _write(target / "processes" / "long.yml", "\n".join(lines) + "\n")


def one_ladder(target: Path, roles: int) -> None:
    """So many roles in one family and one department, each leading to the next."""
    _copy(target)
    text = (target / "roles" / f"{ROLE}.yml").read_text(encoding="utf-8")
    for number in range(roles):
        own = text.replace(f"id: {ROLE}", f"id: {ROLE}-{number}", 1)
        own = own.replace("\nname: ", f"\nname: 第{number}级", 1)
        ahead = f"{ROLE}-{number + 1}" if number + 1 < roles else NEXT
        own = own.replace(f"to: {NEXT}", f"to: {ahead}")
        _write(target / "roles" / f"{ROLE}-{number}.yml", own)


def full_role(target: Path, parts: int) -> None:
    """A role with so many duties and requirements."""
    _copy(target)
    role = (target / "roles" / f"{ROLE}.yml").read_text(encoding="utf-8")
    kinds = {"duties": "area: 服务客户", "requirements": "category: attitude"}
    for name, field in kinds.items():
        ids = [f"{name}-{number}" for number in range(parts)]
        listed = "".join(f"- id: {i}\n  {field}\n  text: 第{n}条\n" for n, i in enumerate(ids))
        _write(target / name / "many.yml", listed)
        own = "".join(f"  - {i}\n" for i in ids)
        role = role.replace(f"\n{name}:\n", f"\n{name}:\n{own}", 1)
    _write(target / "roles" / f"{ROLE}.yml", role)


# Name → what writes a policy of a size that is large in that way
SHAPES: dict[str, Callable[[Path, int], None]] = {
    "steps in a row": long_process,
    "steps with branches": lambda target, size: long_process(target, size, branches=True),
    "roles on one ladder": one_ladder,
    "duties of one role": full_role,
}


def _copy(target: Path) -> None:
    shutil.copytree(SOURCE, target)
    for company in (target / "companies").iterdir():
        if company.name != COMPANY:
            shutil.rmtree(company)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
