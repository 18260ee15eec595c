"""What belongs to who leads the team is no duty of a level below.

True anywhere, but duties of leading are told by Chinese words, so China's set holds the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import Duty, Role

_LEADING = re.compile(
    "管理(?!体系|系统|制度|办法|规定)|排班|考勤|绩效|预算|招聘"
    "|(组织|制定|建设|带领|领导|统筹|负责|培养).{0,8}(团队|部门|人员)"
)
_LEADING_AREA = re.compile("(部门|团队|人员|人事)管理|^人员$")
_WHOLE_TEAM = re.compile("^(?!.{0,6}(协助|配合|参与)).{0,12}(团队.{0,8}管理|管理.{0,6}团队)")


def find(book: Handbook) -> Iterator[Told]:
    """HB802: a role who leads nobody lists a duty of leading although a higher one leads.

    That is a duty of leading which the two share, or one of managing the team as a whole. A leader
    may take part in the ordinary work of the levels below.
    """
    leaders = {str(role.reports_to) for role in book.roles.values() if role.reports_to}
    for ladder in book.ladders.values():
        owners = [role for role in ladder if role.id in leaders]
        for role in ladder:
            above = [owner for owner in owners if owner.grade > role.grade]
            if role.id in leaders or not above:
                continue
            for i, duty_id in enumerate(role.duties):
                duty = book.duties[duty_id]
                yield from unread(book, ("duty", str(duty_id)), duty, fields=("text", "area"))
                owner = _owner(duty, above)
                if owner is not None:
                    facts = {
                        "role": Wording(role.name, book),
                        "above": Wording(owner.name, book),
                        "duty": Wording(duty.text, book),
                    }
                    about = (("role", str(owner.id)), ("duty", str(duty_id)))
                    key = ("role", str(role.id))
                    yield Finding("HB802", key, ("duties", i), facts, about=about)


def _owner(duty: Duty, above: Sequence[Role]) -> Role | None:
    """The lowest of the leading roles to which the duty belongs."""
    if _LEADING.search(duty.text.zh) or _LEADING_AREA.search(duty.area.zh):
        sharing = next((role for role in above if duty.id in role.duties), None)
        if sharing is not None:
            return sharing
    return above[0] if _WHOLE_TEAM.match(duty.text.zh) else None


RULE = Rule("HB802", find)
