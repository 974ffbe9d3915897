"""Forgetting who people were: how long the scheme keeps it, what would go now, and the deed itself in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.presenters.people.words import full_date
from mavis.ui.presenters.settings.page import SettingsPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program, Session
    from mavis.domain.people.forgetting import Forgettable
    from mavis.ui.presenters.desk.doors import Doors

_SETTING = "identity_months"
_NOTES = ("backups", "prints", "no_way_back")


class Forgetting:
    """What the page of it shows; the preview is what will be taken, and no more than that is."""

    def __init__(
        self,
        program: Program,
        session: Session,
        doors: Doors,
        shown: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """``shown`` is called when there is something else to show."""
        self._settings = SettingsPresenter(program, session, doors)
        self._session = session
        self._doors = doors
        self._shown = shown
        self._failed = failed
        self._preview: Forgettable | None = None
        self.lines: tuple[str, ...] = ()
        """What there is to say, a sentence a line."""
        self.notes: tuple[str, ...] = ()
        """What goes with it."""

    @property
    def may_forget(self) -> bool:
        """Whether there is anything to forget, and nothing is under way."""
        return self._preview is not None and not self._preview.is_empty

    def choices(self) -> list[tuple[str, str]]:
        """Code and words of each time that identities can be kept for."""
        return self._settings.choices(_SETTING)

    def chosen(self) -> str:
        """The code of the time that they are kept for now."""
        return self._settings.chosen(_SETTING)

    def choose(self, code: str, saved: Callable[[], None]) -> None:
        """Write another time; it counts at once: then ``saved`` is called, and what would go is counted anew."""

        def kept() -> None:
            saved()
            self.look()

        self._settings.choose(_SETTING, code, lambda _settings: kept(), self._refused)

    def look(self) -> None:
        """Count what would go now."""
        self._say(words("people.forgetting.looking"))
        session = self._session
        self._doors.query(lambda: session.retention.preview(session.actor), self._previewed, self._refused)

    def forget(self) -> None:
        """Take what was shown; it cannot be taken back."""
        preview, session = self._preview, self._session
        if preview is None or preview.is_empty:
            return

        def done(taken: Forgettable) -> None:
            visits = words("people.forgetting.done_visits", n=taken.visits)
            self._say(words("people.forgetting.done_people", n=taken.people, visits=visits))

        self._say(words("people.forgetting.working"))
        self._doors.change(lambda: session.retention.strip(session.actor, preview), done, self._refused)

    def _previewed(self, found: Forgettable) -> None:
        self._preview = found
        day = full_date(found.before)
        held = words("people.forgetting.held", n=found.held) if found.held else words("people.forgetting.nobody_held")
        if found.is_empty:
            self.lines, self.notes = (words("people.forgetting.nothing", day=day),), (held,)
        else:
            counted = {"people": found.people, "visits": found.visits, "notes": found.nights}
            self.lines = tuple(words(f"people.forgetting.{name}", n=n, day=day) for name, n in counted.items() if n)
            self.notes = (held, *(words(f"people.forgetting.{name}") for name in _NOTES))
        self._shown()

    def _refused(self, failure: Exception) -> None:
        self._say()
        self._failed(failure)

    def _say(self, *lines: str) -> None:
        self._preview = None
        self.lines, self.notes = lines, ()
        self._shown()
