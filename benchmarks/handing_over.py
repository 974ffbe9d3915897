"""The handover sheet of a long visit, from the record to pages a printer can be given; the first of a night is dearest.

It is measured in a process that has drawn nothing yet, for the first sheet loads what draws and what makes pictures.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.evening import WallClock, begin_night, set_up, the_program, the_session
from benchmarks.table import Row, limited, seconds
from mavis.domain.edits.visit import answer, observe, set_triage
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session

_TARGET_MS = 1000
_PRINT_DPI = 300
_SETS = 8
_PATIENCE_SECONDS = 120
_ROOT = Path(__file__).parent.parent


def measure(_folder: Path, rounds: int) -> list[Row]:
    """The row of the table: the middle of so many first sheets, and beside it the middle of the ones that follow."""
    times = [_elsewhere() for _ in range(rounds)]
    first, next_one = (1000 * statistics.median(column) for column in zip(*times, strict=True))
    return [limited("handover sheet, the first of a night", first, "ms", _TARGET_MS, f"{next_one:.0f} ms after that")]


def _elsewhere() -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.handing_over"]
    said = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True, timeout=_PATIENCE_SECONDS)
    first, next_one = map(float, said.stdout.split())
    return first, next_one


def _two_sheets() -> tuple[float, float]:
    """Seconds of the first sheet of this process, and of a second one."""
    clock = WallClock()
    with TemporaryDirectory(prefix="mavis-bench-") as folder:
        program = the_program(Path(folder) / "data", clock)
        set_up(program, clock)
        begin_night(program, clock)
        session = the_session(program)
        visit_id = _long_visit(program, session, clock)
        times = [seconds(lambda: _sheet(session, visit_id)) for _ in range(2)]
        session.close()
        program.close()
    return times[0], times[1]


def _sheet(session: Session, visit_id: str) -> None:
    pdf = session.handovers.pdf(session.handovers.of_visit(session.actor, visit_id))
    session.pictures(pdf, _PRINT_DPI)


def _long_visit(program: Program, session: Session, clock: WallClock) -> str:
    actor = session.actor
    visit = session.visits.open_visit(actor)
    needs = (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
    session.visits.change(actor, visit.id, answer(needs=needs, name="Made-up Somebody"))
    session.visits.change(actor, visit.id, set_triage(TriageCategory.RED, program.reference.flags, clock(), actor.id))
    for number in range(_SETS):
        clock.wait(minutes=15)
        session.visits.change(actor, visit.id, observe(_set(f"set-{number}", clock, actor.id)))
    return visit.id


def _set(set_id: str, clock: WallClock, by: str) -> ObservationSet:
    return ObservationSet(
        set_id,
        clock() - timedelta(minutes=1),
        by,
        respiration=22,
        spo2=94,
        gas=BreathedGas.AIR,
        systolic=104,
        pulse=112,
        consciousness=Consciousness.VOICE,
        temperature_tenths=361,
        gcs_eye=3,
        gcs_verbal=4,
        gcs_motor=6,
    )


if __name__ == "__main__":
    sys.stdout.write(" ".join(map(str, _two_sheets())) + "\n")
