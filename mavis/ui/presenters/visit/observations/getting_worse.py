"""What NEWS2 warns of in words: for the card on the board, for the banner, and to be read out when it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import not_valid_for
from mavis.domain.scores.deterioration import News2Warning, warnings_of
from mavis.domain.scores.news2 import score
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit


def warnings_for(visit: Visit) -> tuple[News2Warning, ...]:
    """What the newest set warns of; nothing where NEWS2 is not valid, or once the person has left."""
    if not visit.is_open or not_valid_for(visit) is not None:
        return ()
    return warnings_of(visit.observations)


def worse_words(visit: Visit) -> str:
    """``NEWS2 11, was 7``, or ``NEWS2 at least 7`` of a set that is not complete; empty without a warning."""
    warnings = warnings_for(visit)
    if not warnings:
        return ""
    newest = score(visit.observations[-1])
    before = [taken.news2 for taken in visit.observations[:-1] if taken.news2 is not None]
    if newest.total is None:
        return words("observations.worse.at_least", points=newest.at_least)
    if before and before[-1] != newest.total:
        return words("observations.worse.was", total=newest.total, before=before[-1])
    return words("observations.worse.now", total=newest.total)


def worse_spoken(visit: Visit) -> str:
    """What is read out when a warning is new: the code, the score, and what to do; empty without a warning."""
    warnings = warnings_for(visit)
    if not warnings:
        return ""
    return words(f"observations.spoken.{warnings[0]}", code=visit.code, score=worse_words(visit))
