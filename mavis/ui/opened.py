"""What an open session offers to its keys and its places, so that neither has to know the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.ui.guard import Guard
    from mavis.ui.presenters.board import BoardPresenter
    from mavis.ui.presenters.desk import Desk
    from mavis.ui.visit_room import VisitRoom
    from mavis.ui.workplace import Workplace


class Opened(Protocol):
    """The rooms of an unlocked Mavis and the ways between them."""

    program: Program
    session: Session
    desk: Desk
    board: BoardPresenter
    workplace: Workplace
    room: VisitRoom
    guard: Guard

    def show_visit(self, visit_id: str, question: str = "") -> None:
        """Open a visit."""

    def show_place(self, place: str) -> None:
        """Go to a place; half-typed words of a visit are kept first."""

    def go_home(self, place: str = "board") -> None:
        """Back to the board or to another place of the night, or to the start of a shift when none is open."""

    def show_keys(self) -> None:
        """Show the keys of the page that is seen; the same key hides them."""

    def lock(self) -> None:
        """Keep what is half typed, then close the database."""

    def reload(self) -> None:
        """Read the night from the store and show the place that is due."""

    def fail(self, failure: Exception) -> None:
        """Say a failure in the message bar."""
