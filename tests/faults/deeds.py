"""What another Mavis can be told to do: each deed saves something and answers in one word what it has saved."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mavis.bootstrap.program import Program, open_program
from mavis.bootstrap.session import Session
from mavis.domain.edits.visit import answer, give_care
from mavis.domain.record.care import CareGiven, CareKind
from mavis.exports import datapackage, workbook
from mavis.reports import shift_summary
from mavis.services import past_logs
from tests.builders import SettableClock
from tests.programs import FOUR_WORDS, a_program, cheap_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOADED = (datapackage, workbook, shift_summary, past_logs)
"""What a deed would otherwise load when it is first done; a Mavis that is forked has it already."""


@dataclass(frozen=True)
class Unlocked:
    """A program with its open records, and the clock that it goes by."""

    program: Program
    session: Session
    clock: SettableClock


def set_up(root: Path) -> Path:
    """A data folder that was set up."""
    program = a_program(root / "data")
    program.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS)
    program.close()
    return program.paths.root


def a_log(folder: Path) -> Path:
    """A spreadsheet log of seven nights with ten visits each."""
    lines = [f"{night:02}/01/2017,23:{minute},drunk" for night in range(1, 8) for minute in range(10, 20)]
    path = folder / "log.csv"
    path.write_text("\n".join(["Date,Time in,Problem", *lines, ""]), encoding="utf-8")
    return path


@contextmanager
def unlocked(folder: Path) -> Iterator[Unlocked]:
    """The records of the folder, open for its coordinator until the block ends."""
    clock = SettableClock()
    program = open_program(folder, clock=clock, vault=cheap_vault)
    try:
        session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
        yield Unlocked(program, session, clock)
        session.close()
    finally:
        program.close()


def start(mavis: Unlocked, weeks: str) -> str:
    """Open a shift so many weeks after the first Saturday; answers its id."""
    mavis.clock.now = SettableClock().advance(hours=7 * 24 * int(weeks))
    plan = mavis.session.shifts.plan(mavis.clock())
    return mavis.session.shifts.open_shift(mavis.session.actor, plan).id


def visit(mavis: Unlocked, visit_id: str) -> str:
    """Save a visit with an answer and two kinds of care; doing it again adds nothing."""
    session, now = mavis.session, mavis.clock()
    session.visits.open_visit(session.actor, visit_id=visit_id, arrived_at=now)
    session.visits.change(session.actor, visit_id, answer(label="one"))
    for kind in (CareKind.WATER, CareKind.LISTENING):
        care = CareGiven(f"{visit_id}-{kind.value}", kind, now, session.actor.id)
        if care not in session.visits.get(session.actor, visit_id).care:
            session.visits.change(session.actor, visit_id, give_care(care))
    return visit_id


def tap(mavis: Unlocked, tap_id: str) -> str:
    """Count one bottle of water; the same tap counts once."""
    shift = mavis.session.shifts.current()
    shift_id = shift.id if shift else ""
    mavis.session.shifts.count(mavis.session.actor, shift_id, "water", 1, tap_id)
    return tap_id


def close(mavis: Unlocked, shift_id: str) -> str:
    """Close the shift: sign, print, counts, backup."""
    return mavis.session.closing.close(mavis.session.actor, shift_id).shift.id


def bring_in(mavis: Unlocked, log: str) -> str:
    """Bring in an old log; answers the id of the import."""
    imports = mavis.session.imports
    return imports.run(mavis.session.actor, imports.preview(Path(log))).import_id


def imported(mavis: Unlocked, _: str) -> str:
    """How many imports there are, and how many visits in the shifts of all nights."""
    visits = sum(count for _, count in mavis.session.shifts.all_shifts())
    return f"{len(mavis.session.imports.all_imports())} {visits}"


def back_up(mavis: Unlocked, _: str) -> str:
    """Make a verified backup."""
    return mavis.session.backups.make("due").path.name


def prefer(mavis: Unlocked, percent: str) -> str:
    """Change a setting."""
    return str(mavis.program.preferences.change(text_percent=int(percent)).text_percent)


def new_passphrase(mavis: Unlocked, _: str) -> str:
    """Write the key file anew, with the same words under another salt."""
    actor = mavis.session.actor
    mavis.session.people.set_passphrase(actor, actor.id, FOUR_WORDS)
    return actor.id


def export(mavis: Unlocked, out: str) -> str:
    """Write the counts of a month for a partner."""
    month, actor = date(2026, 3, 1), mavis.session.actor
    form = "xlsx" if out.endswith(".xlsx") else "datapackage"
    return mavis.session.counts.export(actor, month, month, "partner", form, Path(out)).files[0].name


def lock(mavis: Unlocked, _: str) -> str:
    """Close the records; what still stands in the journal goes into the database file."""
    mavis.session.close()
    return "locked"


DEEDS: dict[str, Callable[[Unlocked, str], str]] = {
    deed.__name__: deed
    for deed in (start, visit, tap, close, bring_in, imported, back_up, prefer, new_passphrase, export, lock)
}
