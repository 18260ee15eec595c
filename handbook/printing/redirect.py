"""What stands at the address that a page had before: it leads on, from a folder, too."""

from __future__ import annotations

from handbook.pages.addresses import relative
from handbook.pages.listing import Page
from handbook.printing.html import TEMPLATES


def redirect(old: str, page: Page, lang: str) -> str:
    """The HTML for the path ``old``, which leads to ``page``."""
    template = TEMPLATES.get_template("redirect.html")
    return template.render(lang=lang, title=page.title, href=relative(old, page.path))
