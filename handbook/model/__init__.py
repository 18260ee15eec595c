"""The kinds of thing that a handbook is made of; one module per kind or close family of kinds."""

from handbook.model.assessment import Assessment, Criterion, Member, Panel
from handbook.model.base import Acceptance, FieldPath, Key, LocalId, Reference, Thing, walk
from handbook.model.company import Company, Contact
from handbook.model.competency import Competency, OutsideLink, Proficiency
from handbook.model.duty import Duty
from handbook.model.flowchart import Flowchart
from handbook.model.form import Form, FormField
from handbook.model.metric import Metric
from handbook.model.organisation import Actor, Department, Family
from handbook.model.parameter import Parameter
from handbook.model.policy import Article, Chapter, Policy, Shown
from handbook.model.process import End, Offset, Outcome, Process, Step
from handbook.model.requirement import Certificate, Measure, Requirement
from handbook.model.role import CareerPath, Confirmation, Role
from handbook.model.script import Part, Script
from handbook.model.term import Synonym, Term
from handbook.model.uses import Uses

__all__ = [
    "Acceptance", "Actor", "Article", "Assessment", "CareerPath", "Certificate", "Chapter",
    "Company", "Competency", "Confirmation", "Contact", "Criterion", "Department", "Duty",
    "End", "Family", "FieldPath", "Flowchart", "Form", "FormField", "Key", "LocalId", "Measure",
    "Member", "Metric", "Offset", "Outcome", "OutsideLink", "Panel", "Parameter", "Part",
    "Policy", "Process", "Proficiency", "Reference", "Requirement", "Role", "Script", "Shown",
    "Step", "Synonym", "Term", "Thing", "Uses", "walk",
]  # fmt: skip
