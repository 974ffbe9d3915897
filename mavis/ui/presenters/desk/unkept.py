"""The words of a visit that were typed and could not be kept, so that their writer gets them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.visit.visit import Visit


def unkept_words(shown: Visit, kept: Visit) -> str:
    """What the page shows in words and the store does not hold, a line each; empty when it holds all.

    What is told in confidence is left out, for these words are offered in a note that everybody reads.
    """
    held = set(_texts(kept))
    return "\n".join(text for text in _texts(shown) if text and text not in held)


def _texts(visit: Visit) -> Iterator[str]:
    yield from (visit.name, visit.label, visit.found_location)
    yield from (note.text for note in visit.notes if note.about is None)
