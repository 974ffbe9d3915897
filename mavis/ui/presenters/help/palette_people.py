"""People who were here before, under the commands: asked behind the scenes while somebody types, and shown when known.

Who it is stays hidden until names may be read, as it does of tonight's visits; then a row tells what the board would.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.people.visiting import is_own
from mavis.system.wording import words
from mavis.ui.presenters.help.palette import Command
from mavis.ui.presenters.people.finding import FEWEST_LETTERS, PeopleFinder

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.presenters.board.page import BoardPresenter
    from mavis.ui.presenters.people.finding import PersonLine

_MOST = 3


class PalettePeople:
    """Finds people for the typed text; ``commands`` open them, the last one looks for the text among all of them."""

    def __init__(
        self, board: BoardPresenter, open_person: Callable[[str], None], look_for: Callable[[str], None]
    ) -> None:
        """``board`` says whether names may be read; ``open_person`` takes an id, ``look_for`` the typed text."""
        self._board = board
        self._open = open_person
        self._look_for = look_for
        self._came: Callable[[], None] | None = None
        self._finder = PeopleFinder(board.desk, self._answered, open_person, open_person)
        self._people: tuple[Command, ...] = ()
        self._look: tuple[Command, ...] = ()

    @property
    def commands(self) -> tuple[Command, ...]:
        """Whoever is known to fit by now, and the way to everybody; nothing for less than two letters."""
        return self._people + self._look

    def typed(self, text: str, came: Callable[[], None]) -> None:
        """Ask for a text as it stands; ``came`` is called when people who fit are there."""
        self._came, self._people = None, ()
        wanted = text.strip()
        self._look = (self._look_command(wanted),) if len(wanted) >= FEWEST_LETTERS else ()
        self._finder.typed(text)
        self._came = came

    def _answered(self) -> None:
        brought_along = {visit.person_id for visit in self._board.desk.visits.values() if is_own(visit)}
        lines = [line for line in self._finder.lines if line.person_id not in brought_along]
        self._people = tuple(map(self._command, lines[:_MOST]))
        if self._people and self._came is not None:
            self._came()

    def _command(self, line: PersonLine) -> Command:
        shown = self._board.names_shown
        return Command(
            line.name if shown else line.looks or words("board.name_hidden"),
            partial(self._open, line.person_id),
            icon="returning",
            detail=line.detail if shown else line.hidden,
            aloud=words("palette.person"),
        )

    def _look_command(self, text: str) -> Command:
        name = words("palette.look_for", text=text)
        return Command(name, partial(self._look_for, text), icon="people", aloud=words("palette.look"))
