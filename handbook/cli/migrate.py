"""handbook migrate: data of an older format becomes that of this program, after it was shown."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator

import typer
from rich.text import Text

from handbook.authoring.migrations.files import Change, Unfaithful
from handbook.authoring.migrations.plan import CannotMigrate, Plan, planned
from handbook.authoring.migrations.swap import Busy, Changed, Edited, put_in_place, undo
from handbook.cli.console import home, know, out, refuse, remark, report_unread, tell, writing
from handbook.cli.options import DATA, DataOption, LangOption, YesOption
from handbook.reading.library import NoData, label_of
from handbook.words.catalogue import FIRST, say
from handbook.words.terminal import clean

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def migrate(data: DataOption = DATA, yes: YesOption = False, lang: LangOption = FIRST) -> None:
    know(lang)
    folder = home(data, lang)
    try:
        with writing(lang):
            if undo(folder):
                remark("migrate.undone", lang, path=folder)
            label = label_of(folder)
            plan = planned(folder, label, say("migrate.heading", lang))
            if not plan.changes:
                tell("migrate.current", lang, path=label, n=plan.until)
                return
            _show(plan, lang)
            if not (yes or _agreed(lang)):
                remark("migrate.nothing", lang)
                raise typer.Exit(1)
            put_in_place(folder, plan.changes)
    except NoData:
        raise refuse("NoData", lang, name=folder) from None
    except CannotMigrate as error:
        report_unread(error.problems, lang)
        raise typer.Exit(1) from None
    except Unfaithful as error:
        raise refuse("migrate.unfaithful", lang, path=str(error)) from None
    except Edited as error:
        raise refuse("migrate.edited", lang, path=error.path) from None
    except Changed as error:
        raise refuse("migrate.changed", lang, path=error.path) from None
    except Busy:
        raise refuse("migrate.busy", lang, path=folder) from None
    tell("migrate.done", lang, path=label, n=plan.until)


def _agreed(lang: str) -> bool:
    """Whether somebody who has seen it says yes; nobody does where there is no terminal."""
    return sys.stdin.isatty() and typer.confirm(say("migrate.question", lang))


def _show(plan: Plan, lang: str) -> None:
    """What would change: by which steps, in which files, and line by line."""
    tell("migrate.formats", lang, path=plan.label, since=plan.since, until=plan.until)
    for number in plan.steps:
        tell("migrate.step", lang, n=number, text=say(f"migration.{number}", lang))
    moved = {change.origin for change in plan.changes if change.origin != change.path}
    shown = [c for c in plan.changes if c.after is not None or c.path not in moved]
    before = {change.path: change.before for change in plan.changes}
    for change in shown:
        facts = {"path": f"{plan.label}/{change.path}", "old": f"{plan.label}/{change.origin}"}
        tell(f"migrate.{_what(change)}-file", lang, **facts)
    for change in shown:
        for line in _difference(plan.label, change, before):
            out.print(Text(clean(line), style=_COLOURS.get(line[:1], "")))


def _what(change: Change) -> str:
    if change.after is None:
        return "removed"
    if change.origin not in (None, change.path):
        return "moved"
    return "added" if change.before is None else "changed"


def _difference(label: str, change: Change, before: dict[str, bytes | None]) -> Iterator[str]:
    """The unified diff of one file; of one that was moved only what else is new."""
    origin = change.origin or change.path
    old = before.get(origin, change.before) or b""
    yield from difflib.unified_diff(
        _lines(old),
        _lines(change.after or b""),
        f"{label}/{origin}",
        f"{label}/{change.path}",
        lineterm="",
    )


def _lines(raw: bytes) -> list[str]:
    return raw.decode("utf-8-sig").splitlines()
