"""Headings: the one part of a printed page that an engine's Markdown sees, for its contents."""

from __future__ import annotations

import re
import secrets

from markupsafe import Markup

from handbook.printing.escape import for_markdown

# Nobody can write this into the data: it is new in every run and never reaches a page
TOKEN = secrets.token_hex(8)
MARK = f"<!--{TOKEN}-->"
HEADING = re.compile(rf"^{MARK}(#+ .*)$", re.MULTILINE)


def heading(level: int, identity: str, text: str) -> Markup:
    """A Markdown heading with its id, so that it reaches the contents and the search."""
    line = f"\n\n{MARK}{'#' * level} {for_markdown(text)} {{: #{identity} }}\n\n"
    return Markup(line)  # noqa: S704 - escaped for Markdown, where it goes
