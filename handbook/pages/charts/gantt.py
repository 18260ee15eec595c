"""The steps of a process by date → Mermaid's Gantt chart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

# What would be syntax in the name of a task becomes the full-width sign that looks the same
_SYNTAX = str.maketrans(":;#%,\n", "：；＃％， ")


def gantt(title: str, bars: Iterable[tuple[str, date, date]]) -> str:
    """One line for each bar; one that takes no time is a milestone."""
    lines = ["gantt", f"accTitle: {title.translate(_SYNTAX)}"]
    lines += ["dateFormat YYYY-MM-DD", "axisFormat %m-%d"]
    for number, (name, begins, ends) in enumerate(bars, 1):
        when = f"{begins}, {ends}" if begins < ends else f"{begins}, 0d"
        kind = "" if begins < ends else "milestone, "
        lines.append(f"{number}. {name.translate(_SYNTAX)} :{kind}t{number}, {when}")
    return "\n".join(lines) + "\n"
