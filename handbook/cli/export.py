"""handbook export: the pages in another form, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handbook.cli.console import err, home, know, refuse, tell
from handbook.cli.options import (
    DATA,
    AllOption,
    CompanyOption,
    DataOption,
    DraftOption,
    EditionOption,
    LangOption,
    OutOption,
)
from handbook.words.catalogue import FIRST


def export(
    form: Annotated[str, typer.Argument(metavar="FORM")],
    company: CompanyOption = None,
    all_: AllOption = False,
    data: DataOption = DATA,
    out_dir: OutOption = Path("export"),
    edition: EditionOption = "employee",
    draft: DraftOption = False,
    lang: LangOption = FIRST,
) -> None:
    from handbook.cli.sites import publishing, sites  # noqa: PLC0415 - knows all pages
    from handbook.printing.ways_out import way_out, ways_out  # noqa: PLC0415
    from handbook.publishing.staging import staged  # noqa: PLC0415

    know(lang)
    if form not in ways_out():
        raise refuse("cli.form", lang, name=form, known=ways_out())
    with publishing(lang):
        for site in sites(company, all_, data, edition, draft, lang):
            owner = site.settings.owner(site.company)
            target = home(out_dir, lang) / form / owner.name
            with staged(target, owner, [site.settings.data]) as staging:
                for path, content in way_out(form).files(site.pages):
                    file = staging.folder / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(content)
            for note in staging.notes:
                err.print(note.message(lang), markup=False)
            tell("cli.exported", lang, path=target)
