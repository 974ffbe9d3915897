"""What is typed into the list of commands in a visit, and is no command: it can be kept in the visit all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.presenters.help.palette import Command

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.quick_line import QuickLinePresenter


def kept_words(quick: QuickLinePresenter, visit: Visit, text: str, *, alone: bool) -> Command | None:
    """Add the words to the visit as the quick line does: answers where they mean one, and the rest in a note.

    Offered where they mean an answer and say more than it (``vomiting`` is *Poorly*, and the note says vomiting), and
    ``alone`` where they are the words of no command.
    """
    reading = quick.read(text)
    if not reading.note or not (alone or reading.tags):
        return None
    tags = ", ".join(reading.tags) or words("palette.as_note")
    return Command(
        words("palette.add", code=visit.code, text=tags),
        lambda: quick.fill(visit.id, text),
        icon="note",
        detail=words("palette.new_visit_note", text=reading.note),
    )
