"""A logo is a small picture that can do nothing but be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies
from handbook.company.logo import LARGEST, logo_path, objection
from handbook.reading.library import load

XHTML = "http://www.w3.org/1999/xhtml"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.svg", SVG.format('<circle r="3" fill="url(#x)"/>').encode(), None),
        ("a.png", PNG, None),
        ("a.svg", SVG.format("<script>1</script>").encode(), "logo.active"),
        ("a.svg", SVG.format("<foreignObject/>").encode(), "logo.active"),
        ("a.svg", SVG.format('<g onload="1"/>').encode(), "logo.active"),
        ("a.svg", SVG.format('<image href="http://x.example/"/>').encode(), "logo.active"),
        ("a.svg", SVG.format('<g fill="url(http://x.example)"/>').encode(), "logo.active"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY x 'y'>]>" + SVG.encode(), "logo.active"),
        (
            "a.svg",
            SVG.format("<s:script xmlns:s='http://www.w3.org/2000/svg'/>").encode(),
            "logo.active",
        ),
        ("a.svg", SVG.format('<g fill="&#117;rl(//x.example)"/>').encode(), "logo.active"),
        ("a.svg", SVG.format('<g style="fill:u\\72l(//x.example)"/>').encode(), "logo.active"),
        ("a.svg", SVG.format(f"<h:p xmlns:h='{XHTML}'/>").encode(), "logo.active"),
        ("a.svg", SVG.format("<g>").encode(), "logo.no-picture"),
        ("a.svg", b"<svg/>", "logo.no-picture"),
        ("a.svg", SVG.encode("utf-16"), "logo.no-picture"),
        ("a.svg", PNG, "logo.no-picture"),
        ("a.png", SVG.encode(), "logo.no-picture"),
        ("a.png", PNG + bytes(LARGEST), "logo.large"),
    ],
)
def test_what_can_be_shown(tmp_path: Path, name: str, content: bytes, expected: str | None) -> None:
    (tmp_path / name).write_bytes(content)
    assert objection(tmp_path / name) == expected


def test_a_file_that_is_not_there_is_told_at_its_line(data: Path) -> None:
    company = data / "companies" / "acme" / "company.yml"
    company.write_text(company.read_text(encoding="utf-8") + "logo: mark.svg\n", encoding="utf-8")
    lines = company.read_text(encoding="utf-8").count("\n")
    books, problems = check_companies(load(data), ["acme"])
    assert [(p.code, p.place.line) for p in problems] == [("HB441", lines)]
    (company.parent / "mark.svg").write_text(SVG.format(""))
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    path = logo_path(books["acme"])
    assert path is not None
    assert path.resolve() == (company.parent / "mark.svg").resolve()
