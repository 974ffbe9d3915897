"""What NEWS2 warns of in words: for the card on the board, for the banner, and to be read out when it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import not_valid_for
from mavis.domain.scores.deterioration import News2Warning, standing, warnings_of
from mavis.domain.scores.news2 import score
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit


def warnings_for(visit: Visit) -> tuple[News2Warning, ...]:
    """What the score that stands warns of; nothing where NEWS2 is not valid, or once the person has left."""
    if not visit.is_open or not_valid_for(visit) is not None:
        return ()
    return warnings_of(visit.observations)


def worse_words(visit: Visit) -> str:
    """``NEWS2 11, was 7``, or ``NEWS2 at least 7`` of a set that is not complete; empty without a warning.

    Where not all was measured since, the score that stands is told with its time: ``NEWS2 8 at 22:36``.
    """
    place = standing(visit.observations)
    if place is None or not warnings_for(visit):
        return ""
    told = _score_words(visit.observations, place)
    if place == len(visit.observations) - 1:
        return told
    return words("observations.worse.then", score=told, time=clock_text(visit.observations[place].at))


def _score_words(sets: Sequence[ObservationSet], place: int) -> str:
    stands = score(sets[place])
    before = [taken.news2 for taken in sets[:place] if taken.news2 is not None]
    if stands.total is None:
        return words("observations.worse.at_least", points=stands.at_least)
    if before and before[-1] != stands.total:
        return words("observations.worse.was", total=stands.total, before=before[-1])
    return words("observations.worse.now", total=stands.total)


def worse_spoken(visit: Visit) -> str:
    """What is read out when a warning is new: the code, the score, and what to do.

    Empty without a warning, and while the newest set leaves an older score standing, which was read out then.
    """
    warnings = warnings_for(visit)
    if not warnings or standing(visit.observations) != len(visit.observations) - 1:
        return ""
    return words(f"observations.spoken.{warnings[0]}", code=visit.code, score=worse_words(visit))
