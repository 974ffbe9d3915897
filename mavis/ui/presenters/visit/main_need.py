"""Which of several needs is the main one: the one a visit is counted by, and that the board and the handover name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.system.wording import words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.visit.questions import OTHER_NEEDS

if TYPE_CHECKING:
    from mavis.domain.record.presentation import Presentation
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk


def main_need_words(visit: Visit) -> str:
    """``Main need: Drunk``; empty while there is nothing to choose between."""
    main = visit.main_need if len(visit.needs) > 1 else None
    return words("visit.main_need", need=_words_of(main)) if main is not None else ""


def next_main_need(desk: Desk, visit: Visit) -> bool:
    """Make the next of the needs, in the order they were ticked, the main one; False where there is no other.

    However often it goes round, one Undo takes it back to the need it began with.
    """
    main = visit.main_need
    if main is None or len(visit.needs) < 2:
        return False
    need = visit.needs[(visit.needs.index(main) + 1) % len(visit.needs)] if main in visit.needs else visit.needs[0]
    said = words("visit.said.main_need", need=inside(_words_of(need)))
    desk.edit(visit.id, edits.choose_main_need(need), said, thread="main_need")
    return True


def _words_of(need: Presentation) -> str:
    """What stands on its chip."""
    question = "arrival.other_need" if need in OTHER_NEEDS else "arrival.need"
    return words(f"chips.{question}.{need.value}")
