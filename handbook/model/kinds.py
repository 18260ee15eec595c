"""The kinds of thing, and where each one's files stand. A new kind is one more line here."""

from __future__ import annotations

from dataclasses import dataclass

from handbook import model
from handbook.model.base import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing.

    ``one_per_file``: ``<folder>/<id>.yml`` holds one thing. Otherwise ``<folder>.yml`` or any
    ``<folder>/*.yml`` holds a list of them.
    """

    name: str
    folder: str
    model: type[Model]
    one_per_file: bool


KINDS: tuple[Kind, ...] = (
    Kind("family", "families", model.Family, one_per_file=False),
    Kind("department", "departments", model.Department, one_per_file=True),
    Kind("role", "roles", model.Role, one_per_file=True),
    Kind("duty", "duties", model.Duty, one_per_file=False),
    Kind("competency", "competencies", model.Competency, one_per_file=False),
    Kind("requirement", "requirements", model.Requirement, one_per_file=False),
    Kind("metric", "metrics", model.Metric, one_per_file=False),
    Kind("actor", "actors", model.Actor, one_per_file=False),
    Kind("process", "processes", model.Process, one_per_file=True),
    Kind("flowchart", "flowcharts", model.Flowchart, one_per_file=True),
    Kind("policy", "policies", model.Policy, one_per_file=True),
    Kind("script", "scripts", model.Script, one_per_file=True),
    Kind("form", "forms", model.Form, one_per_file=True),
    Kind("term", "glossary", model.Term, one_per_file=False),
    Kind("synonym", "synonyms", model.Synonym, one_per_file=False),
    Kind("parameter", "parameters", model.Parameter, one_per_file=False),
)

KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_FOLDER = {kind.folder: kind for kind in KINDS}
COMPANIES_FOLDER = "companies"
COMPANY_FILE = "company.yml"
