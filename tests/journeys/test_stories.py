"""What people come to Mavis for, told as short stories with real keys."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def labels(hands: Hands) -> str:
    """All words that labels show now."""
    return "\n".join(one.text() for one in hands.window.findChildren(QLabel) if one.isVisible())


def test_a_volunteer_logs_a_drunk_head_injury_and_sends_them_to_hospital(hands: Hands) -> None:
    """The flag comes by itself, the banner says refer, amber is set against the advice, and no claim is made."""
    hands.press("N D H R M")
    hands.type("Badger")
    hands.press("Down M A 3 V Enter I W Ctrl+9 7 M N U")
    said = labels(hands)
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
    assert "head_injury" in {flag.code for flag in visit.open_clinical_flags}
    assert visit.triage is not None
    assert (visit.triage.category, visit.triage.advised) == (TriageCategory.AMBER, TriageCategory.RED)
    assert visit.ambulance_requested_at is not None
    assert visit.outcome is Outcome.AMBULANCE_CONVEYED
    assert words("visit.claim.nothing") in said
    assert words("visit.claim.withheld_sent_to_ed") in said


def test_somebody_is_entered_late_with_the_true_time(hands: Hands, clock: SettableClock) -> None:
    """Busy since half past ten; typed at ten to midnight, here since 22:35, and the timeline says it was late."""
    clock.advance(minutes=110)
    hands.press("N D A")
    field = next(one for one in hands.page.findChildren(QLineEdit) if one.accessibleName() == words("visit.here_since"))
    field.setFocus()
    field.selectAll()
    hands.type("2235")
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.arrived_at == clock() - timedelta(minutes=75)
    assert (visit.entered_late, visit.entered_at) == (True, clock())


@pytest.fixture
def october(clock: SettableClock) -> SettableClock:
    """The evening before the clocks go back."""
    clock.now = datetime(2026, 10, 24, 20, tzinfo=UTC)
    return clock


def test_the_october_night_says_which_half_past_one(october: SettableClock, hands: Hands) -> None:
    """Two people at 01:30, an hour apart: the page tells them apart, and either can be typed."""
    clock = october
    clock.now = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    hands.press("N F2")
    clock.advance(hours=1)
    hands.press("N")
    field = next(one for one in hands.page.findChildren(QLineEdit) if one.accessibleName() == words("visit.here_since"))
    assert field.text() == "01:30 (2nd)"
    hands.press("Ctrl+Tab")
    assert field.text() == "01:30 (1st)"
    field.setFocus()
    field.selectAll()
    hands.type("0120 2nd")
    hands.press("Tab")
    hands.settle()

    assert hands.visit.arrived_at == datetime(2026, 10, 25, 1, 20, tzinfo=UTC)


def test_a_coordinator_brings_an_old_log_in_and_hands_the_counts_on(hands: Hands, tmp_path: Path) -> None:
    """Read, looked at, taken in, counted by month with small numbers hidden, and taken out again."""
    session = hands.session.session
    log = tmp_path / "old.csv"
    rows = [("Date", "Time", "Age", "Gender", "Problem", "Outcome")]
    rows += [(f"{day:02}/02/2025", "23:15", "22", "F", "Drunk", "Taxi") for day in (1, 8, 15, 22)]
    with log.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    preview = session.imports.preview(log)
    result = session.imports.run(session.actor, preview)
    assert result.visits == 4

    out = tmp_path / "counts"
    first, last = date(2025, 2, 1), date(2025, 2, 28)
    exported = session.counts.export(session.actor, first, last, "partner", "datapackage", out)
    assert exported.files
    assert exported.rows > 0
    package = json.loads(next(out.rglob("datapackage.json")).read_text(encoding="utf-8"))
    assert package["resources"]
    assert "Drunk" not in "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.csv"))
    session.imports.undo(session.actor, result.import_id)
    assert all(visits == 0 for night, visits in session.shifts.all_shifts() if night.year == 2025)


def test_a_coordinator_closes_the_night(hands: Hands) -> None:
    """F4, handover notes, hold Ctrl+Enter: summary, counts to send, a backup, and the next night can begin."""
    hands.press("N D R F 2 A 7 X Z Q Enter W W F4")
    hands.type("Blankets are nearly gone.")
    hands.settle()
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.until(lambda: hands.session.places.closed is not None)
    hands.settle()
    closed = hands.session.places.closed

    assert closed is not None
    assert closed.summary_pdf.read_bytes().startswith(b"%PDF")
    assert closed.counts
    assert closed.shift.handover_notes == "Blankets are nearly gone."
    assert hands.session.session.shifts.current() is None
    assert hands.session.session.counts.not_sent()
    (file,) = hands.session.session.counts.not_sent()
    hands.click(hands.button(words("window.not_sent", count=1)))
    hands.settle()
    assert file in {label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()}
    hands.press("Esc Ctrl+K")
    hands.type("outbox")
    hands.press("Enter")
    hands.settle()
    assert hands.focused.accessibleName() == words("close.waiting.close")
