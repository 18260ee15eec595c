"""What a checklist's script has to say and to offer; without the script nobody sees most of it."""

from __future__ import annotations

from handbook.pages.blocks import (
    Block,
    Blocks,
    Button,
    Line,
    Marks,
    Meter,
    Paragraph,
    Pattern,
    Section,
    Toned,
    Words,
)
from handbook.pages.views.checklist import Checklist
from handbook.pages.writer import Writer

_WITH: Marks = (("with", ""),)  # shown where the script works


def names_of(w: Writer, found: Checklist) -> dict[str, str]:
    """From which role to which."""
    return {"role": w.plain(found.role.name), "target": w.plain(found.target.name)}


def top(w: Writer, found: Checklist) -> Blocks:
    """What stands on paper above the list, and on the screen what the script has to say."""
    heading = w.say("checklist.heading", **names_of(w, found))
    company = w.book.company
    today = Toned("", marks=(("today", w.say("checklist.day", day="{day}")),))
    name: Line = (Words(w.plain(company.name)),)
    edition = w.words("checklist.edition", version=company.version)
    dated = (*w.joined([name, edition], "middle-dot"), today)
    trouble = (
        ("trouble", ""),
        ("closed", w.say("checklist.no-storage")),
        ("broken", w.say("checklist.broken")),
    )
    return (
        Section(
            (
                Paragraph((Toned("strong", (Words(heading),)),)),
                Paragraph(dated),
                Paragraph((), marks=(("summary", ""),)),
            ),
            tone="checklist__head",
        ),
        w.note(w.words("checklist.intro")),
        Paragraph(w.words("checklist.unkept"), tone="note", marks=(("without", ""),)),
        Paragraph((), tone="checklist__news", marks=trouble, hidden=True, live=True),
        _news(w),
        Section(
            (
                Meter(found.count, heading),
                Paragraph((Toned("", marks=(("live", ""),), live=True),), tone="bare"),
            ),
            tone="checklist__meter",
            marks=_WITH,
            hidden=True,
        ),
    )


def _news(w: Writer) -> Section:
    """What differs from the edition in which the list was ticked."""
    names = ("before", "now", "changed", "added", "gone")
    said = w.say("checklist.news", **{name: f"{{{name}}}" for name in names})
    gone = w.say("checklist.gone", names="{names}")
    between = w.say("list-separator")
    return Section(
        (
            Paragraph((), marks=(("said", said),)),
            Paragraph((), marks=(("gone", gone), ("separator", between)), hidden=True),
            _button(w, "seen"),
        ),
        tone="checklist__news",
        marks=(("news", ""),),
        hidden=True,
    )


def tools(w: Writer) -> Blocks:
    """What can be done with the list, and what the script copies into it."""
    private = Paragraph(w.words("checklist.private"), tone="note", marks=_WITH, hidden=True)
    buttons = (
        _button(w, "print", mark="out"),
        _button(w, "text", "export", mark="out"),
        _button(w, "clear"),
    )
    sure = w.say("checklist.sure", done="{done}")
    return (
        private,
        Section(
            buttons, tone="checklist__buttons", marks=_WITH, feature="checklist-out", hidden=True
        ),
        Section(
            (Paragraph(()), _button(w, "yes"), _button(w, "no")),
            tone="checklist__news",
            marks=(("sure", sure),),
            role="group",
            hidden=True,
        ),
        _mark(w, "changed", w.say("checklist.was", text="{text}"), _button(w, "checked")),
        _mark(w, "added"),
    )


def _mark(w: Writer, name: str, was: str = "", *more: Block) -> Pattern:
    """What the script adds to a demand that is not as it was when the list was ticked."""
    line: Line = (Toned("strong", w.words(f"checklist.{name}"), marks=(("say", ""),)),)
    if was:
        line += (Words(" "), Toned("", marks=(("was", was),)))
    own = Section((Paragraph(line, tone="bare"), *more), tone="checklist__mark")
    return Pattern((own,), marks=(("mark", name),))


def _button(w: Writer, name: str, label: str = "", mark: str = "do") -> Button:
    return Button(w.words(f"checklist.{label or name}"), marks=((mark, name),))
