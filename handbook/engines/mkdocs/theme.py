"""What the theme shows of the company on every page: names, colours, logo, address, labels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.config.defaults import MkDocsConfig

from handbook.company.colour import brand_colours
from handbook.company.logo import logo_path
from handbook.engines.site import Site
from handbook.printing.escape import for_html
from handbook.words.catalogue import say, strings

_WORDS = "theme."


class NoPlace(Exception):
    """The settings of the theme have no place for what we write there; the message says which."""


@contextmanager
def _writing() -> Iterator[None]:
    """Around look-ups in settings alone: what else is missing is a mistake of ours."""
    try:
        yield
    except (AttributeError, KeyError, TypeError) as error:
        raise NoPlace(f"{type(error).__name__} {error}") from error


def speak(config: MkDocsConfig, lang: str) -> None:
    """Let the theme speak ``lang``: with its own words, or the catalogue's under ``theme.``"""
    own = {k.removeprefix(_WORDS): t for k, t in strings(lang).items() if k.startswith(_WORDS)}
    config.theme["language"] = say("language.theme", lang)
    config.extra["theme_words"] = {"language": lang, **own}
    config.extra["say"] = lambda key: say(key, lang)
    permalink = say("appearance.permalink", lang)
    with _writing():
        config.mdx_configs["toc"]["permalink_title"] = permalink


def dress(config: MkDocsConfig, site: Site) -> None:
    """Write it into ``config``, where the theme reads it; the handbook must be sound."""
    company, lang, writer = site.sound_book.company, site.settings.lang, site.writer
    name = say("site.name", lang, company=writer.plain(company.short_name))
    config.site_name = for_html(name)
    config.site_description = config.copyright = for_html(writer.plain(company.name))
    config.edit_uri = company.edit_at
    if company.address and site.settings.is_published:
        config.site_url = company.address
    logo = logo_path(site.sound_book)
    config.extra["logo"] = f"assets/{logo.name}" if logo else None
    with _writing():
        config.theme["favicon"] = config.extra["logo"] or config.theme["favicon"]
    config.extra["entries"] = [(for_html(page.title), page.address) for page in site.entries]
    config.extra["colours"] = brand_colours(company.colour) if company.colour else ()
    config.extra["edition"] = for_html(say("foot.version", lang, version=company.version))
    config.extra["switch"] = say("switch.company", lang)
    config.extra["notice"] = say("draft.notice", lang) if site.settings.draft else None
    with _writing():  # a scheme that the catalogue has no name for is of the settings, too
        for palette in config.theme["palette"]:
            palette["toggle"]["name"] = say(f"palette.{palette['scheme']}", lang)
