"""One class of reference per kind, so that a field's type says what it points at.

Of parameters one class for each use: ``takes`` are the types of parameter that a field can count
with, none for any. The catalogue says the same in words under ``takes.<class>``.
"""

from typing import ClassVar

from handbook.model.base import Reference
from handbook.model.parameter_type import MEASURED, ParameterType


class ActorId(Reference):
    kind = "actor"


class CompanyId(Reference):
    kind = "company"


class CompetencyId(Reference):
    kind = "competency"


class DepartmentId(Reference):
    kind = "department"


class DutyId(Reference):
    kind = "duty"


class FamilyId(Reference):
    kind = "family"


class FlowchartId(Reference):
    kind = "flowchart"


class FormId(Reference):
    kind = "form"


class MetricId(Reference):
    kind = "metric"


class ParameterId(Reference):
    kind = "parameter"
    takes: ClassVar[tuple[ParameterType, ...]] = ()


class PeriodId(ParameterId):
    """A deadline, or how long before a day something lies."""

    takes = ("days", "working_days", "months")


class ReviewPeriodId(ParameterId):
    """The time over which a figure is measured."""

    takes = ("days", "working_days", "months", "years")


class TenureId(ParameterId):
    takes = ("years", "months")


class ValidityId(ParameterId):
    """How long a certificate holds."""

    takes = ("months", "years")


class ProbationId(ParameterId):
    takes = ("months",)


class MonthId(ParameterId):
    takes = ("month_of_year",)


class LimitId(ParameterId):
    """How often something may happen."""

    takes = ("count",)


class ThresholdId(ParameterId):
    """What a figure is compared with."""

    takes = MEASURED


class FullScoreId(ParameterId):
    takes = ("score",)


class MarkId(ParameterId):
    """A score that is enough."""

    takes = ("score",)


class HeadCountId(ParameterId):
    """How many people."""

    takes = ("count",)


class VersionId(ParameterId):
    takes = ("text",)


class DayId(ParameterId):
    takes = ("date",)


class PolicyId(Reference):
    kind = "policy"


class ProcessId(Reference):
    kind = "process"


class RequirementId(Reference):
    kind = "requirement"


class RoleId(Reference):
    kind = "role"


class ScriptId(Reference):
    kind = "script"
