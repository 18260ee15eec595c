"""Certificates: what is asked, by whom it is issued, its level, how long it holds, who asks."""

from __future__ import annotations

from handbook.pages.blocks import Blocks, Cell, Row
from handbook.pages.views.certificates import CertificateRow
from handbook.pages.writer import Writer

_HEAD = ("demand", "issuer", "level", "validity", "roles")


def certificates_page(w: Writer, rows: tuple[CertificateRow, ...]) -> Blocks:
    """A table, a certificate a row."""
    head = tuple(w.words(f"certificates.{name}") for name in _HEAD)
    return (
        w.title(w.say("certificates.title"), w.say("certificates.lead")),
        w.table(head, (_row(w, row) for row in rows)),
        w.foot(),
    )


def _row(w: Writer, row: CertificateRow) -> Row:
    asked = row.certificate
    held = w.value(asked.valid_for) if asked.valid_for else w.words("certificates.for-good")
    return Row(
        (
            Cell(w.text(row.requirement.text), heads_row=True),
            Cell(w.text(asked.issuer)),
            Cell(w.text(asked.level) if asked.level else ()),
            Cell(held),
            Cell(w.links("role", row.roles)),
        )
    )
