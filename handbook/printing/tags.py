"""HTML elements. Every text and every value of an attribute is escaped here and nowhere else."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from handbook.pages.blocks import Marks

_THEME = {"button": "md-button"}  # what the theme's own style sheet knows


@lru_cache(maxsize=1 << 14)
def shown(text: str) -> str:
    """Plain characters for HTML."""
    return escape(text)


@lru_cache(maxsize=1 << 10)
def classes(tone: str) -> str:
    """The class attribute for a tone; nothing for a part without one."""
    names = " ".join(_THEME.get(word, f"hb-{word}") for word in tone.split())
    return f' class="{shown(names)}"' if names else ""


def attributes(
    tone: str = "", marks: Marks = (), *, id: str = "", feature: str = "", label: str = "",  # noqa: A002
    role: str = "", hidden: bool = False, live: bool = False,
) -> str:  # fmt: skip
    """The attributes that any element may have."""
    found = classes(tone) if tone else ""
    if id:
        found += f' id="{shown(id)}"'
    if feature:
        found += f' data-feature="{shown(feature)}"'
    for name, value in marks:
        found += f' data-{shown(name)}="{shown(value)}"' if value else f" data-{shown(name)}"
    if role:
        found += f' role="{shown(role)}"'
    if label:
        found += f' aria-label="{shown(label)}"'
    if live:
        found += ' role="status" aria-live="polite"'
    return f"{found} hidden" if hidden else found


def own(**values: str | bool) -> str:
    """Attributes of one kind of element: those that are empty or False are left out."""
    return "".join(
        f" {name}" if value is True else f' {name}="{shown(value)}"'
        for name, value in values.items()
        if value
    )


def tag(name: str, inner: str, attributes: str = "") -> str:
    """An element around HTML."""
    return f"<{name}{attributes}>{inner}</{name}>"
