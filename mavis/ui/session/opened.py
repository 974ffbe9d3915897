"""What an open session offers to its keys and its places, so that neither has to know the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from mavis.bootstrap import Program, Session
    from mavis.ui.presenters.board.page import BoardPresenter
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.session.guard import Guard
    from mavis.ui.session.visit_room import VisitRoom
    from mavis.ui.session.workplace import Workplace


class HandingOver(Protocol):
    """The page on which another person takes over."""

    @property
    def is_shown(self) -> bool:
        """Whether it is what the person sees."""

    def open(self, who: str = "") -> None:
        """Show it, with a person picked already or with nobody."""

    def stay(self) -> QWidget | None:
        """Let the page be looked at until those of whoever took over are there; None when it is not shown."""

    def leave(self) -> None:
        """Nobody takes over: back to where the person was."""


class KnowingPeople(Protocol):
    """The ways to people who were here before."""

    def show_person(self, person_id: str) -> None:
        """Go to the page of one person."""

    def show_nights(self, person_id: str) -> None:
        """Ask why somebody looks, and show the nights of a person."""

    @property
    def ways(self) -> Mapping[str, Callable[[], None]]:
        """The pages about everybody that whoever is signed in may see, by name."""


class Closing(Protocol):
    """The place where a shift is closed."""

    @property
    def is_over(self) -> bool:
        """Whether the shift is signed off and its close is still looked at."""

    def show_waiting(self) -> None:
        """Show which counts of closed shifts wait to be sent."""


class ReadingNight(Protocol):
    """Takes what the store holds onto the desk."""

    def read(self, then: Callable[[], None]) -> None:
        """Put the night on the desk and its places on the rail, then go on."""

    def gives_back(self, then: Callable[[], None]) -> bool:
        """Whether words that were refused have still to go into the mark of whoever leaves; ``then`` comes after it."""


class LookingUp(Protocol):
    """The lists that are looked up from everywhere."""

    @property
    def people(self) -> KnowingPeople:
        """The ways to people who were here before."""

    @property
    def closing(self) -> Closing:
        """The place where a shift is closed."""

    def go_back(self) -> None:
        """Go back to where the person came from: a place, or a visit."""

    def show_referrals(self) -> None:
        """Go to the referrals that are open."""

    def show_contacts(self) -> None:
        """Go to the contacts card."""

    def show_follow_ups(self) -> None:
        """Show who is to be asked again after a talk about alcohol."""


class Opened(Protocol):
    """The rooms of an unlocked Mavis and the ways between them."""

    program: Program
    session: Session
    desk: Desk
    board: BoardPresenter
    workplace: Workplace
    room: VisitRoom
    guard: Guard
    lock: Callable[[], None]
    """Keep what is half typed, then close the database."""
    hand_on: Callable[[Session], None]
    """Throw the pages away, and give the open records to another person."""
    keep_place: Callable[[], None]
    """Remember where the person is, for when they come back."""

    @property
    def night(self) -> ReadingNight:
        """What the store holds."""

    @property
    def places(self) -> LookingUp:
        """The lists."""

    @property
    def handing_over(self) -> HandingOver:
        """The page on which another person takes over."""

    def show_visit(self, visit_id: str, question: str = "") -> None:
        """Open a visit."""

    def show_place(self, place: str) -> None:
        """Go to a place; half-typed words of a visit are kept first."""

    def go_home(self, place: str = "board") -> None:
        """Back to the board or to another place of the night, or to the start of a shift when none is open."""

    def flush(self) -> None:
        """Keep what is half typed, wherever it is."""

    def when_read(self, act: Callable[[], None]) -> None:
        """Act once every question asked of the store until now is answered and shown."""

    def overdue_lines(self) -> list[str]:
        """The codes that must be looked at, without a name."""

    def reload(self, said: str = "") -> None:
        """Read the night from the store and show the place that is due."""

    def fail(self, failure: BaseException) -> None:
        """Say a failure in the message bar, and a bug as a bug."""


class Shuttable(Opened, Protocol):
    """An open session that can be thrown away."""

    @property
    def is_ready(self) -> bool:
        """Whether the first page is shown."""

    def tear_down(self) -> None:
        """Throw the pages away; the records stay open."""

    def shut(self) -> None:
        """Throw the pages away and close the records."""
