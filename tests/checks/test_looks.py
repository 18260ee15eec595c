"""What people see: what the rules find beyond their examples, and what they let pass."""

from __future__ import annotations

import pytest
from changing import changed, found, with_values

from handbook.checks.looks.same_role_name import RULE as SAME_ROLE_NAME
from handbook.company.book import Handbook


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("CSM", {"zh": "客户成功专员", "en": "csm"}, True),
        ("客服", "**客** 服", True),
        ("3 年客服", "${tenure_senior}客服", True),
        ("4 年客服", "${tenure_senior}客服", False),
        ({"zh": "客服", "en": "Agent"}, {"zh": "专员", "en": "Clerk"}, False),
        # Typed the same in one language: wrong data, which is told of any two things
        ("客服", "客 服", False),
        ({"zh": "客服", "en": "Agent"}, {"zh": "客服", "en": "Clerk"}, False),
    ],
)
def test_two_roles_that_are_shown_under_one_name(
    filled_books: dict[str, Handbook], first: object, second: object, told: bool
) -> None:
    book = with_values(filled_books["xingqiao-retail"], tenure_senior=3)
    assert found((SAME_ROLE_NAME,), book) == []
    for identity, name in {"first": first, "second": second}.items():
        fields = {"name": name, "summary": "岗位", "family": "operations", "grade": 1}
        book = changed(book, "role", identity, **fields)
    assert found((SAME_ROLE_NAME,), book) == ([("HB853", "second", "name")] if told else [])
    assert SAME_ROLE_NAME.severity == "warning"
