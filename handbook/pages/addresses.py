"""Where each page stands: the one place that knows the paths of the site.

A path is a folder from the top of the site and ends in a slash: ``roles/manager/``; home is "".
"""

from __future__ import annotations

from itertools import product

from handbook.company.book import Handbook
from handbook.model.base import Key, Paged
from handbook.model.kinds import KINDS
from handbook.pages.blocks import Target

# Kinds of thing with a page of their own → the folder of these pages, called as that of the data
PAGE_FOLDERS = {kind.name: kind.folder for kind in KINDS if issubclass(kind.model, Paged)}
HOME = ""


def path_of(kind: str) -> str:
    """The path of a page that is the only one of its kind."""
    return HOME if kind == "home" else f"{kind}/"


# Those that others lead to
CAREERS = path_of("careers")
COMPARE = path_of("compare")
DATES = path_of("dates")
GLOSSARY = path_of("glossary")
REPORT = path_of("report")


def file_of(path: str) -> str:
    """The file that holds a page, which opens from a folder, too."""
    return f"{path}index.html"


def relative(start: str, path: str) -> str:
    """From the page at ``start`` to the file of the page at ``path``."""
    return f"{'../' * start.count('/')}{file_of(path)}"


def former_paths(book: Handbook) -> dict[str, str]:
    """Paths that pages had under former ids → their paths of today."""
    found: dict[str, str] = {}
    for key, thing in book.things.items():
        if isinstance(thing, Paged) and (path := page_path(key)):
            for former in thing.formerly:
                found[f"{PAGE_FOLDERS[key[0]]}/{former}/"] = path
    for role in book.roles.values():
        for career_path in role.paths:
            target = book.roles[career_path.to]
            today = step_path(str(role.id), str(target.id))
            pairs = product((role.id, *role.formerly), (target.id, *target.formerly))
            steps = {step_path(str(before), str(after)): today for before, after in pairs}
            found |= {old: new for old, new in steps.items() if old != new}
    return found


def page_path(key: Key) -> str | None:
    """The path of a thing's page, None for a kind without pages."""
    folder = PAGE_FOLDERS.get(key[0])
    return f"{folder}/{key[1]}/" if folder else None


def step_anchor(step: str) -> str:
    """The id of a step's line on the page of its process."""
    return f"step-{step}"


def score_sheet_path(process: str) -> str:
    """The path of the sheets on which the steps of a process are scored."""
    return f"score-sheets/{process}/"


def sheet_anchor(step: str) -> str:
    """The id of the heading above a step's sheet there."""
    return f"sheet-{step}"


def step_path(before: str, after: str) -> str:
    """The path of the comparison of two roles. No id holds two hyphens in a row."""
    return f"{COMPARE}{before}--{after}/"


def matrix_path(book: Handbook, family: str) -> str | None:
    """The path of a job family's matrix, None for a family without levels to compare."""
    levels = book.ladders.get(family, ())
    said = any(role.duties or role.requirements for role in levels)
    return f"{CAREERS}{family}/" if len(levels) > 1 and said else None


def rule_path(code: str) -> str:
    """The path of the page that explains a rule."""
    return f"rules/{code.lower()}/"


def target_of(book: Handbook, key: Key) -> Target | None:
    """Where a thing is shown: its page or its place on another; None if it has neither."""
    kind, identity = key
    if path := page_path(key):
        return Target(path)
    if kind == "family":
        matrix = matrix_path(book, identity)
        return Target(matrix) if matrix else Target(CAREERS, identity)
    if kind in ("term", "competency", "metric"):
        return Target(GLOSSARY, f"{kind}-{identity}")
    if kind == "actor" and (actor := book.actors.get(identity)):
        if actor.role:
            return target_of(book, ("role", str(actor.role)))
        return target_of(book, ("department", str(actor.department))) if actor.department else None
    return None
