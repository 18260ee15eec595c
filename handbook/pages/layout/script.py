"""A script: what one says, part by part, ready to be copied."""

from __future__ import annotations

from handbook.model import Script
from handbook.pages.blocks import Blocks, Button, Line, Paragraph, Section, Toned, Words
from handbook.pages.views.script import spoken
from handbook.pages.writer import Writer
from handbook.words.text import Text


def script_page(w: Writer, script: Script) -> Blocks:
    """The subject, then each part with its words and a tip."""
    place = Toned("place", w.words("script.place"))
    intro = w.note(w.words("script.places-before"), (place,), w.words("script.places-after"))
    top = Section(
        (intro, _button(w, "all", "script.copy-all", w.say("script.copy-all"))),
        feature="copy",
        marks=(("done", w.say("script.copied")), ("failed", w.say("script.not-copied"))),
    )
    found: list[Blocks] = [(w.head(script, "script"), top)]
    if script.subject:
        name = w.say("script.copy-subject")
        found.append((
            w.note(w.words("script.subject")),
            _says(w, "subject", (script.subject,)),
            _button(w, "subject", "script.copy", name),
        ))  # fmt: skip
    for number, part in enumerate(script.parts, 1):
        name, identity = w.plain(part.name), f"says-{part.id}"
        title = w.say("script.part", number=number, name=name)
        copy = w.say("script.copy-part", name=name)
        found.append((
            w.heading(2, f"part-{part.id}", title),
            _says(w, identity, part.says),
            _button(w, identity, "script.copy", copy),
        ))  # fmt: skip
        if part.tip:
            found.append((w.note(w.words("script.tip"), w.text(part.tip)),))
    found.append((w.foot(script.source),))
    return tuple(block for blocks in found for block in blocks)


def _says(w: Writer, identity: str, texts: tuple[Text, ...]) -> Section:
    lines = tuple(Paragraph(_spoken(w, text), marks=(("line", ""),)) for text in texts)
    return Section(lines, tone="says", kind="quote", id=identity)


def _spoken(w: Writer, text: Text) -> Line:
    """A text in which the places that the speaker fills in are marked."""
    found: list[Line] = []
    for part in w.text(text):
        if isinstance(part, Words):
            found += [
                (Toned("place", (Words(s.text),)),) if s.place else (Words(s.text),)
                for s in spoken(part.text)
            ]
        else:
            found.append((part,))
    return tuple(part for line in found for part in line)


def _button(w: Writer, what: str, label: str, name: str) -> Section:
    """A button that copies, and the place where a script says whether it worked."""
    button = Button(w.words(label), marks=(("copy", what),), label=name)
    said = Paragraph((Toned("", live=True),), tone="bare")
    return Section((button, said), tone="copy", kind="group", hidden=True)
