"""Where each page stands: the one place that knows the paths of the site."""

from __future__ import annotations

from handbook.company.book import Handbook
from handbook.model.base import Key

# Kinds that have a page of their own, in the order of the navigation: kind → folder of its pages
PAGE_FOLDERS = {
    "role": "roles",
    "process": "processes",
    "policy": "policies",
    "form": "forms",
    "script": "scripts",
    "department": "departments",
}
CAREERS = "careers/index.md"
COMPARE = "compare/index.md"
DATES = "dates/index.md"
GLOSSARY = "glossary/index.md"
REPORT = "report/index.md"
# Pages for HR alone: absent from every file of the employees' edition
HR_PAGES = {
    "report": REPORT,
    "parameters": "parameters/index.md",
    "reference": "reference/index.md",
}


def built_path(path: str) -> str:
    """Where the page of a Markdown path is built: ``roles/a/index.md`` → ``roles/a/index.html``."""
    return path.removesuffix(".md") + ".html"


def page_path(key: Key) -> str | None:
    """The Markdown path of a thing's page, None for a kind without pages."""
    folder = PAGE_FOLDERS.get(key[0])
    return f"{folder}/{key[1]}/index.md" if folder else None


def step_anchor(step: str) -> str:
    """The id of a step's line on the page of its process."""
    return f"step-{step}"


def step_path(before: str, after: str) -> str:
    """The Markdown path of the comparison of two roles. No id holds two hyphens in a row."""
    return f"compare/{before}--{after}/index.md"


def matrix_path(book: Handbook, family: str) -> str | None:
    """The Markdown path of a job family's matrix, None for a family without levels to compare."""
    return f"careers/{family}/index.md" if len(book.ladders.get(family, ())) > 1 else None


def rule_path(code: str) -> str:
    """The Markdown path of the page that explains a rule."""
    return f"rules/{code.lower()}/index.md"
