"""The night of somebody who hears the window: a visit logged, watched, closed and printed through AT-SPI alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from pypdf import PdfReader

from mavis.bootstrap import open_program
from mavis.domain.record.care import CareKind
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from tests.architecture.source import ROOT
from tests.programs import FOUR_WORDS, cheap_vault
from tests.ui.windows import begin_night

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.domain.visit.visit import Visit
    from tests.pdf_printer import PdfPrinter

_PYTHON = "/usr/bin/python3"
"""That of the system: it has the library of screen readers."""


def test_a_whole_visit_and_the_end_of_the_shift_by_ear_alone(tmp_path: Path, pdf_printer: PdfPrinter) -> None:
    """What was chosen by ear is in the records, the summary is on paper, and no announcement told the name."""
    program = open_program(tmp_path / "Mavis", vault=cheap_vault)
    begin_night(program)
    program.close()

    announced = _by_ear(tmp_path)

    visit = _stored(tmp_path / "Mavis")
    assert (visit.name, visit.needs) == ("Blue Jay", (Presentation.ALCOHOL_INTOXICATION,))
    assert (visit.age_band, visit.gender) == (AgeBand.FROM_18, Gender.FEMALE)
    assert visit.triage is not None
    assert visit.triage.category is TriageCategory.AMBER
    (observed,) = visit.observations
    assert (observed.pulse, observed.consciousness, observed.news2) == (88, Consciousness.ALERT, 0)
    assert [given.kind for given in visit.care] == [CareKind.WATER]
    assert (visit.outcome, bool(visit.looked_after_by)) == (Outcome.TAXI, True)
    assert len(PdfReader(pdf_printer.printed()).pages) >= 2
    assert [sentence for sentence in announced if "Blue" in sentence] == []


def _by_ear(home: Path) -> list[str]:
    """Play the night on a virtual screen with a message bus of its own; returns what was announced."""
    programs = [shutil.which("xvfb-run"), "-a", "-s", "-screen 0 1366x768x24", shutil.which("dbus-run-session"), "--"]
    command = [*programs, _PYTHON, "-m", "tests.ui.everyone.by_ear", sys.executable, "-m", "mavis"]
    heard = {"XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=os.environ | heard, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _stored(folder: Path) -> Visit:
    program = open_program(folder, vault=cheap_vault)
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    shift = session.shifts.shift_on(session.shifts.all_shifts()[0][0])
    assert shift is not None
    assert not shift.is_open
    (visit,) = session.visits.of_shift(session.actor, shift.id)
    session.close()
    program.close()
    return visit
