"""Every two colours of the themes that meet on a screen, and what they must be for: words 4.5, borders and signs 3."""

from __future__ import annotations

from itertools import product

_GROUNDS = ("bg", "rail", "surface", "raised")

WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "words of every tone on every ground": tuple(
        product(("text", "muted", "red_text", "amber_text", "green_text", "accent"), _GROUNDS)
    ),
    "a button or field that cannot be used now": (("muted", "bg"), ("muted", "surface"), ("muted", "raised")),
    "the hint in an empty field": (("muted", "surface"), ("muted", "raised")),
    "what is chosen, selected or pressed; a fresh message": (("on_sel", "sel"),),
    "the main action, and the key cap of an answer that is chosen": (("on_accent", "accent"),),
    "an overdue check": (("on_inv", "inv"),),
    "a warning and an error in the message bar, a banner": (
        ("text", "amber_soft"),
        ("text", "red_soft"),
        ("accent", "amber_soft"),
        ("accent", "red_soft"),
    ),
    "the letter in a triage sign": (("on_red", "red"), ("on_amber", "amber"), ("green_text", "surface")),
}

SIGNS: dict[str, tuple[tuple[str, str], ...]] = {
    "the border of a control, of a key cap, of one that cannot be used": tuple(product(("line",), _GROUNDS)),
    "the mark of the place in use, the border and tick of what is chosen": tuple(
        product(("accent",), (*_GROUNDS, "sel"))
    ),
    "icons": tuple(product(("text", "muted", "red_text", "amber_text", "green_text"), _GROUNDS)),
    "the sign and card of RED": (("red", "surface"), ("red_text", "surface"), ("red", "raised")),
    "the triangle of AMBER": tuple(product(("amber_text",), _GROUNDS)),
    "the ring of GREEN": tuple(product(("green",), _GROUNDS)),
    "the edge of a banner and of a message": (("red", "red_soft"), ("amber_text", "amber_soft")),
    "a field with a warning or an error": (("amber_text", "surface"), ("red_text", "surface")),
    "an overdue block among others": (("inv", "surface"), ("inv", "rail"), ("inv", "bg"), ("inv", "raised")),
    "a page of paper on the desk": (("text", "surface"),),
}

GROUNDS_OF_FOCUS = (*_GROUNDS, "sel", "accent", "red", "amber", "inv", "red_soft", "amber_soft", "paper")
"""What the two lines of the focus ring can touch."""

DECORATION = frozenset({"hair"})
"""Fine lines between things that belong together: never the only sign of anything."""
