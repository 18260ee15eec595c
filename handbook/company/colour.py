"""Colours by the formulas of WCAG 2: contrast, and the nearest shade that people can read."""

from __future__ import annotations

READABLE = 4.5  # WCAG 2 AA for text
LIGHT, DARK = "#f6f7f9", "#20242b"  # the surfaces of overrides/assets/handbook.css
_STEPS = 50

Colours = tuple[tuple[str, str], ...]


def brand_colours(colour: str) -> Colours:
    """A company's colour as custom properties: itself, and as text on light and on dark paper."""
    return (
        ("brand", colour),
        ("brand-on-light", readable(colour, LIGHT)),
        ("brand-on-dark", readable(colour, DARK)),
    )


def contrast(one: str, other: str) -> float:
    """How far two colours ``#rrggbb`` stand apart: 1 for the same, 21 for black and white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, from 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: str, ground: str) -> str:
    """``colour``, mixed with as little black or white as lets it be read on ``ground``."""
    toward = "#000000" if luminance(ground) > 0.5 else "#ffffff"
    shades = (_mix(colour, toward, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if contrast(shade, ground) >= READABLE)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _mix(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
