"""One class of reference per kind, so that a field's type says what it points at."""

from handbook.model.base import Reference


class ActorId(Reference):
    kind = "actor"


class CompanyId(Reference):
    kind = "company"


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
