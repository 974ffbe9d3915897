"""The end of a shift: what is missing, notes, incidents and cost, the live print, and closing as one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.record.care import Note
from mavis.services.crew import WhoMay
from mavis.system.files import file_failure, write_whole
from mavis.system.wording import label, words
from mavis.ui.presenters.close_shift.hours import CrewHours
from mavis.ui.presenters.close_shift.missing import missing_lines
from mavis.ui.presenters.close_shift.signing import Signing
from mavis.ui.presenters.shared.folders import typed_path
from mavis.ui.presenters.shared.paper import Picture
from mavis.ui.presenters.shared.times import clock_text, night_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.counting.summary import ToPutRight
    from mavis.domain.shift.shift import Shift
    from mavis.services.closing import ClosedShift
    from mavis.ui.presenters.close_shift.missing import MissingLine
    from mavis.ui.presenters.desk.doors import Doors
    from mavis.ui.presenters.desk.tonight import Desk

SCREEN_DPI = 110
_AMOUNT = re.compile(r"£?\s*(\d{1,6})(?:\.(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Print:
    """The summary as it would be printed now: the PDF, and its pages as pictures."""

    pdf: bytes
    pictures: Sequence[Picture]


def _nothing() -> None:
    """Nobody needs to hear of it."""


class CloseShiftPresenter:
    """Tonight until it is closed, and afterwards what closing left behind."""

    def __init__(self, desk: Desk, doors: Doors, signer: str) -> None:
        """``signer`` is the name of whoever is signed in, who signs the shift off."""
        self.desk = desk
        self._signer = signer
        self.hours = CrewHours(desk)
        self.printed: Print | None = None
        self.closed: ClosedShift | None = None
        self.signing = Signing(desk)
        self._doors = doors
        self._found: tuple[ToPutRight, ...] | None = None
        self.closers = WhoMay()
        """Who in tonight's crew can close a red flag, as far as is known."""

    def night(self) -> str:
        """``Saturday night, 14 November · opened 20:52``: the night as everywhere, however late it was opened."""
        shift = self._shift()
        return words("close.opened", night=night_text(shift.date), time=clock_text(shift.opened_at))

    def signature(self) -> str:
        """``Signed off by Ruth E., lead``."""
        return words("close.signed_by", name=self._signer, role=label(self.desk.session.actor.role).lower())

    def document(self) -> str:
        """The name of the print, without anybody's name in it; in training it says so."""
        name = words("close.document", date=self._shift().date.isoformat())
        return self.desk.session.summaries.path(Path(name)).name

    @property
    def saving(self) -> bool:
        """Whether the store does not hold all that was typed yet."""
        return self.desk.saves.waiting > 0

    def missing(self) -> tuple[MissingLine, ...] | None:
        """What is missing as far as is known; None before the first look."""
        return None if self._found is None else missing_lines(self._found, self.desk)

    def look(self, shown: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Ask the store what is missing, and who can close a red flag."""
        shift, session = self._shift(), self.desk.session

        def job() -> tuple[tuple[ToPutRight, ...], WhoMay]:
            return session.shifts.missing(shift.id), session.crew.who_may(Right.CLOSE_CLINICAL_FLAG, shift.crew)

        def take(found: tuple[tuple[ToPutRight, ...], WhoMay]) -> None:
            self._found, self.closers = found
            shown()

        self._doors.query(job, take, failed)

    def draw(self, shown: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Make the print as it stands now, or take the one that closing saved."""

        def take(made: Print) -> None:
            self.printed = made
            shown()

        self._doors.query(self._drawing(), take, failed)

    def type_notes(self, text: str) -> None:
        """Keep the handover notes as they are typed."""
        self.desk.change_shift(
            lambda shift: replace(shift, handover_notes=text), words("close.notes.changed"), thread="notes"
        )

    def incidents(self) -> tuple[tuple[str, str], ...]:
        """Time and words of each incident."""
        return tuple((clock_text(note.at), note.text) for note in self._shift().incidents)

    def add_incident(self, text: str, *, half: bool = False) -> None:
        """Write down an incident as it is known now; an empty one is none.

        ``half``: the words were half typed at the lock, which made an incident of them; that one is gone on with.
        """
        note = Note(self.desk.new_id(), text.strip(), self.desk.clock(), self.desk.session.actor.id)
        if not note.text:
            return

        def add(shift: Shift) -> Shift:
            last = shift.incidents[-1] if shift.incidents else None
            same = half and last is not None and last.by == note.by and note.text.startswith(last.text)
            return replace(shift, incidents=(*(shift.incidents[:-1] if same else shift.incidents), note))

        self.desk.change_shift(add, words("close.more.incident_added"))

    def cost(self) -> str:
        """The cost of the session in pounds, empty when nobody said."""
        pence = self._shift().session_cost_pence
        return "" if pence is None else f"{pence // 100}.{pence % 100:02}"

    def type_cost(self, text: str) -> str:
        """Take the cost in pounds; returns what is wrong with it."""
        amount = _AMOUNT.fullmatch(text.strip().replace(",", ""))
        if text.strip() and amount is None:
            return words("close.more.cost_wrong")
        pence = int(amount[1]) * 100 + int((amount[2] or "0").ljust(2, "0")) if amount else None
        said = words("close.more.cost_changed")
        self.desk.change_shift(lambda shift: replace(shift, session_cost_pence=pence), said)
        return ""

    def type_tally(self, kind: str, text: str) -> str:
        """Take how many there were; empty means that nobody counted. Returns what is wrong with it."""
        number = text.strip()
        if number and not (number.isascii() and number.isdigit() and len(number) <= 4):
            return words("close.tally.wrong")
        count = int(number) if number else None
        if self.desk.tallies[kind].count != count:
            self.desk.answer_tally(kind, count)
        return ""

    def close(
        self, done: Callable[[], None], failed: Callable[[Exception], None], begun: Callable[[], None] = _nothing
    ) -> None:
        """Close after all that was typed is saved; may be done again after a failure.

        From ``begun`` on, which comes once all is saved, the desk need not hold the shift any more.
        """

        def take(closed: ClosedShift) -> None:
            self.closed, self.printed = closed, None
            done()

        self.signing.begin(take, failed, begun)

    def save(self, where: str, done: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
        """Write the print to a file of the person's choice; ``done`` gets the sentence to say."""
        path = typed_path(where)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        pdf = self.printed.pdf if self.printed else b""
        self._doors.query(
            lambda: write_whole(path, pdf), lambda _: done(words("close.preview.saved", file=str(path))), failed
        )

    def _drawing(self) -> Callable[[], Print]:
        session, signer, shift_id, closed = self.desk.session, self._signer, self._shift().id, self.closed

        def job() -> Print:
            if closed is not None:
                pdf = _read(closed.summary_pdf)
            else:
                pdf = session.summaries.pdf(session.summaries.of_shift(shift_id, signer))
            return Print(pdf, session.pictures(pdf, SCREEN_DPI))

        return job

    def _shift(self) -> Shift:
        shift = self.closed.shift if self.closed else self.desk.shift or self.signing.shift
        if shift is None:
            raise ValueError(shift)
        return shift


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as refused:
        raise file_failure(refused) from refused
