"""Company: who publishes the handbook, and the values that it fills in."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from handbook.model.base import EMAIL, PHONE, Identified, Model, Word
from handbook.model.references import CompanyId
from handbook.model.uses import Uses
from handbook.words.text import Text

# A host without name and password, which every page would publish, then folders
_ADDRESS = r"^https?://[^\s<>\"'\\/?#@:{}\[\]]+(:[0-9]{1,5})?/([^\s<>\"'\\?#{}]*/)?$"


class Contact(Model):
    """Whom to ask; shown under every page."""

    name: Text
    phone: Word | None = Field(default=None, pattern=f"^{PHONE}$")
    email: Word | None = Field(default=None, pattern=f"^{EMAIL}$")
    place: Text | None = None


class Company(Identified):
    """A company; ``values`` are checked against the parameters, not here.

    ``uses`` is what it takes of the base; without it, everything. Without a ``contact`` no page
    promises one.
    ``draft`` marks a company that is still being filled in; ``invented`` one that is an example.
    ``days_off`` are days on which it does not work though they are working days in
    its country, whose rules and calendar ``laws`` names.
    ``contract_type`` is the kind of labour contract; where it is open, ``contract_months`` counts.
    ``edit_at`` is the address under which people can change policy_data, ``address`` the one under
    which the handbook is published. ``logo`` is a file beside company.yml.
    """

    kind: ClassVar[str] = "company"

    short_name: Text
    contact: Contact | None = None
    version: Word
    effective_on: date | None = Field(default=None, ge=date(2000, 1, 1), le=date(2100, 12, 31))
    extends: CompanyId | None = None
    uses: Uses | None = None
    draft: bool = False
    invented: bool = False
    laws: tuple[Word, ...] = Field(default=(), strict=False)
    days_off: tuple[date, ...] = Field(default=(), strict=False)
    contract_type: Literal["fixed", "open_ended", "task", "part_time"] | None = None
    contract_months: int | None = Field(default=None, ge=1, le=600)
    colour: str | None = Field(default=None, pattern=r"^#[0-9a-fA-F]{6}$")
    edit_at: str | None = Field(default=None, pattern=_ADDRESS)
    address: str | None = Field(default=None, pattern=_ADDRESS)
    logo: str | None = Field(default=None, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png)$")
    changes: tuple[Text, ...] = Field(default=(), strict=False)
    values: dict[str, Any] = Field(default_factory=dict)
