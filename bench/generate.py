"""A large policy_data made from the real one: the same things under more ids."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "policy_data"
COMPANY = "xingqiao-retail"


def generate(target: Path, *, roles: int, processes: int = 5, companies: int = 1) -> None:
    """Write a folder like policy_data with at least that many roles, processes and companies.

    Copies form ladders of their own, so links and charts stay as large as in the real data.
    """
    shutil.copytree(SOURCE, target)
    for company in (target / "companies").iterdir():
        if company.name != COMPANY:
            shutil.rmtree(company)
    ladder = ("junior-agent", "intermediate-agent", "senior-agent", "supervisor", "manager")
    texts = {name: (target / f"roles/{name}.yml").read_text(encoding="utf-8") for name in ladder}
    families = (target / "families.yml").read_text(encoding="utf-8")
    for copy in range((roles - 6) // len(ladder) + 1):
        names = re.compile(rf"(?<=[ ])({'|'.join(ladder)})$", re.MULTILINE)
        for name, text in texts.items():
            own = names.sub(rf"\1-{copy}", text)
            own = re.sub(r"^family: .*$", f"family: family-{copy}", own, flags=re.MULTILINE)
            own = re.sub(r"^name: (.*)$", rf"name: \1第{copy}组", own, flags=re.MULTILINE)
            (target / f"roles/{name}-{copy}.yml").write_text(own, encoding="utf-8")
        families += f"- id: family-{copy}\n  name: 序列{copy}\n  summary: 序列{copy}的岗位\n"
    (target / "families.yml").write_text(families, encoding="utf-8")
    kinds = ("promotion", "confirmation", "director-confirmation", "transfer")
    made = {kind: (target / f"processes/{kind}.yml").read_text(encoding="utf-8") for kind in kinds}
    for copy in range(processes - len(list((target / "processes").iterdir()))):
        kind = kinds[copy % len(kinds)]
        own = made[kind].replace(f"id: {kind}\n", f"id: {kind}-{copy}\n", 1)
        own = re.sub(r"^name: (.*)$", rf"name: \1第{copy}组", own, flags=re.MULTILINE)
        (target / f"processes/{kind}-{copy}.yml").write_text(own, encoding="utf-8")
    company = (target / "companies" / COMPANY / "company.yml").read_text(encoding="utf-8")
    for copy in range(companies - 1):
        folder = target / "companies" / f"company-{copy}"
        shutil.copytree(target / "companies" / COMPANY, folder)
        own = company.replace(f"id: {COMPANY}", f"id: company-{copy}", 1)
        own = own.replace("\n  publicity_days: 5\n", f"\n  publicity_days: {5 + copy % 10}\n")
        (folder / "company.yml").write_text(own, encoding="utf-8")
