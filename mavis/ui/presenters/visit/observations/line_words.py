"""What the line of observations says of itself: what Enter does, what a digit means, what was kept, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.observation_words import gcs_of_many
from mavis.system.wording import words
from mavis.ui.presenters.visit.observations.kept_set import some_readings
from mavis.ui.presenters.visit.question import SECTIONS

if TYPE_CHECKING:
    from mavis.domain.record.observation import ObservationSet
    from mavis.ui.presenters.visit.observations.taken_set import TakenSet
    from mavis.ui.presenters.visit.question import Section


def section_in(line: str) -> Section | None:
    """The section whose digit stands alone in the line; None for anything else."""
    return SECTIONS.get(line.strip())


def waiting_words(line: str, kept: ObservationSet | None) -> str:
    """What an empty line does with the next key, or with a digit that stands alone in it; ``kept`` was just ended."""
    section = section_in(line)
    if section is not None:
        return words("observations.line_digit", section=words(f"visit.section.{section.value}"))
    if kept is not None:
        return words("observations.line_kept", values=some_readings(kept))
    return words("observations.line_empty")


def wrong_words(found: TakenSet) -> str:
    """What is wrong with a line, then what is odd about it; nothing when all is well."""
    if found.refused:
        return found.refused
    if found.not_understood:
        text = " ".join(found.not_understood)
        if total := gcs_of_many(text):
            return words("observations.gcs_parts", total=total)
        number = any(letter.isdigit() for letter in text)
        return words(f"observations.{'number_not_understood' if number else 'not_understood'}", text=text)
    if found.dropped:
        return words("observations.dropped", digit=found.dropped)
    return words("observations.odd", what=words(f"observations.box.{found.odd[0]}")) if found.odd else ""
