"""A role for machines: schema.org's Occupation, with what the page says in words."""

from __future__ import annotations

from typing import Any

from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.model import Role
from handbook.words.text import Text

_SKILLS = ("ability", "knowledge")
_EXPERIENCE = ("tenure",)


def occupation(book: Handbook, role: Role, lang: str) -> dict[str, Any]:
    """JSON-LD by schema.org; only properties that Occupation defines and the role fills."""

    def plain(text: Text) -> str:
        return plain_text(text, book, lang)

    def demands(*categories: str) -> list[str]:
        found = (book.requirements[identity] for identity in role.requirements)
        return [plain(r.text) for r in found if not categories or r.category in categories]

    known = {
        "name": plain(role.name),
        "alternateName": list(role.also_called),
        "description": plain(role.summary),
        "responsibilities": [plain(book.duties[duty].text) for duty in role.duties],
        "qualifications": demands(),
        "skills": demands(*_SKILLS),
        "experienceRequirements": demands(*_EXPERIENCE),
    }
    filled = {name: value for name, value in known.items() if value}
    return {"@context": "https://schema.org", "@type": "Occupation", **filled}
