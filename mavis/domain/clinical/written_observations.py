"""A set of observations as the line that gives it: what the section brings back when somebody corrects the last set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.observation_line import LETTERS, PUPILS, TENTHS
from mavis.domain.record.observation import BreathedGas
from mavis.domain.scores.gcs import NOT_TESTABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.record.observation import ObservationSet

_COMA = frozenset({"gcs_eye", "gcs_verbal", "gcs_motor"})


def written(taken: ObservationSet) -> str:
    """The set by letters, ``r18 s97 p88 t36.8 b120/80 a``; ``understand`` reads the same values from it.

    Air goes without a word, as everybody breathes it who was not given oxygen.
    """
    return " ".join(_words(taken))


def _words(taken: ObservationSet) -> Iterator[str]:
    for letter, name in LETTERS.items():
        value = getattr(taken, name)
        if value is not None:
            yield letter + _figure(taken, name, value)
    if taken.gas is BreathedGas.OXYGEN:
        yield "o2"
    if taken.consciousness is not None:
        yield taken.consciousness.casefold()
    if taken.pupils is not None:
        yield "q" + next(code for code, pupils in PUPILS.items() if pupils is taken.pupils)


def _figure(taken: ObservationSet, name: str, value: int) -> str:
    if name in TENTHS:
        return f"{value // 10}.{value % 10}"
    if name == "systolic" and taken.diastolic is not None:
        return f"{value}/{taken.diastolic}"
    return "nt" if name in _COMA and value == NOT_TESTABLE else str(value)
