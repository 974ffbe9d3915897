"""The end of a night without a window: what is missing, hours, cost, counters, the print, and closing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.safety import tell_assault
from mavis.domain.edits.visit import answer, close_flag, leave, tick_flag, tick_need, tick_substance
from mavis.domain.errors import MavisError, StorageError
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation, Substance
from mavis.domain.summing_up.put_right import Gap
from mavis.services.crew import WhoMay
from mavis.system.wording import words
from mavis.ui.presenters.close_shift.missing import flags_left_open, listed, title_of
from mavis.ui.presenters.close_shift.page import CloseShiftPresenter
from tests.programs import FOUR_WORDS
from tests.ui.scheme import StraightDoors, a_desk, fail, hire, open_night, two_visits

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from tests.builders import SettableClock


@pytest.fixture
def close(program: Program, session: Session, clock: SettableClock) -> CloseShiftPresenter:
    """Tonight with four people aboard and two visits, half an hour in."""
    open_night(program, session, hire(session)[:4])
    two_visits(session, clock)
    doors = StraightDoors()
    return CloseShiftPresenter(a_desk(program, session, doors), doors, "Dilys")


def stored(close: CloseShiftPresenter) -> Shift:
    """The shift as the store holds it."""
    shift = close.desk.session.shifts.current()
    if shift is None:
        raise LookupError
    return shift


def gaps(close: CloseShiftPresenter) -> dict[Gap, str]:
    """The sentence of each kind of gap."""
    return {line.gap: line.words for line in close.missing() or ()}


def test_nothing_is_claimed_before_the_first_look(close: CloseShiftPresenter) -> None:
    """The words for a complete night must not flash up while it is being looked up."""
    assert close.missing() is None


def test_what_is_missing_is_said_with_a_visit_to_open(close: CloseShiftPresenter) -> None:
    """K2 is still aboard; both lack triage and age; no counter was touched."""
    close.look(lambda: None, fail)
    lines = close.missing() or ()

    assert gaps(close)[Gap.STILL_OPEN] == "K2: still open"
    assert gaps(close)[Gap.NO_TRIAGE] == "K1 and K2: no triage"
    still_open = next(line for line in lines if line.gap is Gap.STILL_OPEN)
    assert close.desk.visits[still_open.visit_id].code == "K2"
    assert title_of(lines) == words("close.missing.title_more", count=len(lines))


def test_an_assault_without_its_time_leads_to_its_block(close: CloseShiftPresenter) -> None:
    """The partnership cannot count it; the night closes without all the same, and a time takes the line away."""
    desk = close.desk
    visit = next(visit for visit in desk.visits.values() if visit.code == "K2")
    desk.edit(visit.id, tick_need(Presentation.ASSAULT, ticked=True), "said")
    close.look(lambda: None, fail)
    line = next(line for line in close.missing() or () if line.gap is Gap.ASSAULT_NO_TIME)
    desk.edit(visit.id, tell_assault(at=desk.clock()), "said")
    close.look(lambda: None, fail)

    assert (line.words, line.visit_id, line.question) == (
        words("close.missing.assault_no_time", codes="K2"),
        visit.id,
        "safety.assault",
    )
    assert Gap.ASSAULT_NO_TIME not in gaps(close)


def test_a_red_flag_that_stays_open_is_told(close: CloseShiftPresenter) -> None:
    """No gap for the crew, but the counts say how many: the page says on whom."""
    assert flags_left_open(close.desk, WhoMay()) == ""
    desk = close.desk
    visit = next(visit for visit in desk.visits.values() if visit.code == "K2")
    desk.edit(visit.id, tick_flag("unresponsive", True, desk.reference.flags, desk.clock(), "a"), "said")
    told = words("close.missing.flag_open", codes="K2")
    assert flags_left_open(desk, WhoMay()) == f"{told} {words('close.missing.flag_nobody')}"


def test_who_can_close_a_red_flag_is_named(close: CloseShiftPresenter) -> None:
    """A coordinator reads that they cannot and who can; a lead reads that they can, and how."""
    desk = close.desk
    visit = next(visit for visit in desk.visits.values() if visit.code == "K2")
    desk.edit(visit.id, tick_flag("unresponsive", True, desk.reference.flags, desk.clock(), "a"), "said")
    shift = stored(close)
    people = desk.session.people
    people.admit(desk.session.actor, shift.crew[0].person, Role.LEAD, FOUR_WORDS)
    people.admit(desk.session.actor, shift.crew[1].person, Role.VOLUNTEER, FOUR_WORDS)
    close.look(lambda: None, fail)

    assert close.closers == WhoMay((shift.crew[0].name,))
    assert words("close.missing.flag_who", names=shift.crew[0].name) in flags_left_open(desk, close.closers)
    desk.session.actor = Actor(shift.crew[0].person, Role.LEAD)
    assert words("close.missing.flag_you") in flags_left_open(desk, close.closers)


def test_who_could_close_a_red_flag_with_a_passphrase_is_named(close: CloseShiftPresenter) -> None:
    """The lead is in the crew without a passphrase: “nobody” would be false, and it says where one is given."""
    desk = close.desk
    visit = next(visit for visit in desk.visits.values() if visit.code == "K2")
    desk.edit(visit.id, tick_flag("unresponsive", True, desk.reference.flags, desk.clock(), "a"), "said")
    lead = stored(close).crew[0]
    close.look(lambda: None, fail)

    assert close.closers == WhoMay(with_passphrase=(lead.name,))
    told = flags_left_open(desk, close.closers)
    assert words("close.missing.flag_keyless", names=lead.name) in told
    assert words("close.missing.flag_nobody") not in told
    assert words("close.missing.flag_left") not in told

    desk.session.people.admit(desk.session.actor, lead.person, Role.LEAD, FOUR_WORDS)
    close.look(lambda: None, fail)
    assert close.closers == WhoMay((lead.name,))


def test_the_red_flag_of_somebody_who_left_is_closed_before_the_shift_is(close: CloseShiftPresenter) -> None:
    """Nothing has to be opened again for it; whoever can close it reads so, and who could with a passphrase."""
    desk = close.desk
    visit = next(visit for visit in desk.visits.values() if visit.code == "K2")
    desk.edit(visit.id, tick_flag("unresponsive", True, desk.reference.flags, desk.clock(), "a"), "said")
    desk.edit(visit.id, leave(Outcome.HOME_ALONE, desk.clock()), "said")
    desk.shut.add(visit.id)

    left = words("close.missing.flag_left")
    assert left in flags_left_open(desk, WhoMay(("Ruth E.",)))
    assert left in flags_left_open(desk, WhoMay(with_passphrase=("Ruth E.",)))
    assert left not in flags_left_open(desk, WhoMay())
    lead = Actor(stored(close).crew[0].person, Role.LEAD)
    desk.session.actor = lead
    desk.edit(visit.id, close_flag("unresponsive", desk.clock(), lead.id, "lead"), "said")
    assert flags_left_open(desk, WhoMay()) == ""
    kept = next(kept for kept in desk.session.visits.of_shift(lead, stored(close).id) if kept.id == visit.id)
    assert kept.open_clinical_flags == ()


def test_a_head_injury_that_stays_open_names_the_yes(close: CloseShiftPresenter) -> None:
    """Nobody has to guess why A&E was advised; a head injury without any yes says nothing more."""
    desk = close.desk
    visit = next(visit for visit in desk.visits.values() if visit.code == "K2")
    desk.edit(visit.id, answer(needs=(Presentation.HEAD_INJURY,), substances=(), intoxication=None), "said")
    open_flag = f"{words('close.missing.flag_open', codes='K2')} {words('close.missing.flag_nobody')}"
    assert flags_left_open(desk, WhoMay()) == open_flag
    desk.edit(visit.id, tick_substance(Substance.ALCOHOL, ticked=True), "said")
    assert (
        flags_left_open(desk, WhoMay())
        == f"{open_flag} K2, head injury: Drink or drugs tonight, from what is recorded."
    )


@pytest.mark.parametrize(("more", "told"), [(3, []), (4, [1]), (5, [2])])
def test_the_close_says_how_many_more_have_a_head_injury(
    close: CloseShiftPresenter, more: int, told: list[int]
) -> None:
    """Three are named; nobody takes them for all."""
    desk = close.desk
    for _ in range(more):
        hurt = answer(needs=(Presentation.HEAD_INJURY,), substances=(Substance.ALCOHOL,))
        desk.edit(desk.new_visit().id, hurt, "said")
    said = flags_left_open(desk, WhoMay())
    assert said.count(", head injury: ") == 3
    ends = [words("close.missing.head_injuries_more", n=number) for number in told]
    assert all(
        said.endswith(end) for end in ends or [words("triage.head.recorded", sign="Drink or drugs tonight") + "."]
    )


def test_counters_are_answered_in_place(close: CloseShiftPresenter) -> None:
    """0 is an answer, empty is not; the line names the last one and then goes."""
    close.look(lambda: None, fail)
    *most, last = close.desk.tallies
    for kind in most:
        assert close.type_tally(kind, "0") == ""
    name = close.desk.reference.tally_name(last)
    assert gaps(close)[Gap.TALLY_NOT_COUNTED] == words("close.missing.tally_one", name=name)
    assert close.type_tally(last, "many") == words("close.tally.wrong")
    assert close.type_tally(last, " 12 ") == ""

    assert Gap.TALLY_NOT_COUNTED not in gaps(close)
    counts = {tally.kind: tally.count for tally in close.desk.session.shifts.tallies(stored(close).id)}
    assert counts == dict.fromkeys(most, 0) | {last: 12}
    close.type_tally(last, "")
    assert close.desk.tallies[last].count is None


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        (["K1"], "K1"),
        (["K1", "K2", "K3"], "K1, K2 and K3"),
        (["K1", "K2", "K3", "K4", "K5"], "K1, K2, K3 and 2 more"),
    ],
)
def test_a_long_list_of_codes_is_cut(codes: list[str], sentence: str) -> None:
    """A line is one line."""
    assert listed(codes) == sentence


def test_hours_count_until_now_and_take_typed_times(close: CloseShiftPresenter, clock: SettableClock) -> None:
    """Ten o'clock to half past for four people; then Dev leaves early and comes back into the count."""
    assert close.hours.total() == words("close.crew.total", hours="2 h")
    assert [line.until for line in close.hours.lines()] == ["", "", "", ""]
    assert close.hours.now() == "22:30"
    assert close.hours.type_until(1, "2215") == ""
    assert close.hours.type_since(1, "21:45") == ""
    line = close.hours.lines()[1]
    assert (line.name, line.since, line.until, line.hours) == ("Dev P.", "21:45", "22:15", "0 h 30")
    assert stored(close).crew[1].until == datetime(2026, 3, 14, 22, 15, tzinfo=UTC)
    assert close.hours.type_until(1, "") == ""
    assert stored(close).crew[1].until is None


@pytest.mark.parametrize(("text", "key"), [("25", "start.error.time"), ("2130", "start.error.order")])
def test_a_wrong_time_says_whose_and_what_to_type(close: CloseShiftPresenter, text: str, key: str) -> None:
    """Nothing is changed."""
    assert close.hours.type_until(2, text) == words("close.crew.wrong", name="Mags T.", what=words(key))
    assert stored(close).crew[2].until is None


def test_looking_at_the_hours_changes_nothing(close: CloseShiftPresenter, clock: SettableClock) -> None:
    """The seconds of a start are kept when its field is only passed through."""
    clock.advance(seconds=17)
    close.hours.type_until(0, "2230")
    before = stored(close)
    close.hours.type_until(0, close.hours.lines()[0].until)
    assert stored(close) == before


@pytest.mark.parametrize(
    ("text", "pence", "shown"), [("120", 12_000, "120.00"), ("£1,250.5", 125_050, "1250.50"), ("", None, "")]
)
def test_the_cost_is_kept_in_pence(close: CloseShiftPresenter, text: str, pence: int | None, shown: str) -> None:
    """Pounds as people write them; optional."""
    close.type_cost("7")
    assert close.type_cost(text) == ""
    assert (stored(close).session_cost_pence, close.cost()) == (pence, shown)


def test_a_wrong_cost_says_what_to_type(close: CloseShiftPresenter) -> None:
    """Words are no amount."""
    assert close.type_cost("a lot") == words("close.more.cost_wrong")
    assert stored(close).session_cost_pence is None


def test_notes_and_incidents_are_saved(close: CloseShiftPresenter, clock: SettableClock) -> None:
    """Notes as they are typed; an empty incident is none; an incident can be undone."""
    close.type_notes("Foil blankets nearly gone.")
    close.add_incident("  ")
    close.add_incident("A bottle broke a window. ")

    assert stored(close).handover_notes == "Foil blankets nearly gone."
    assert close.incidents() == (("22:30", "A bottle broke a window."),)
    assert [(note.text, note.at) for note in stored(close).incidents] == [("A bottle broke a window.", clock())]
    close.desk.undo()
    assert stored(close).incidents == ()


def test_the_print_is_made_from_what_is_stored(close: CloseShiftPresenter) -> None:
    """A PDF and a picture of each of its pages."""
    close.draw(lambda: None, fail)

    if close.printed is None:
        pytest.fail("no print")
    assert close.printed.pdf.startswith(b"%PDF")
    assert [picture.width for picture in close.printed.pictures] == [910, 910]


def test_closing_signs_off_and_leaves_paper_counts_and_backup(close: CloseShiftPresenter, clock: SettableClock) -> None:
    """Afterwards no shift is open, and the print is the one that was saved."""
    close.close(lambda: None, fail)

    if close.closed is None:
        pytest.fail("not closed")
    assert close.desk.session.shifts.current() is None
    assert close.closed.shift.sign_off is not None
    assert close.closed.shift.sign_off.name == "Dilys"
    assert close.closed.backup_at == clock()
    close.draw(lambda: None, fail)
    if close.printed is None:
        pytest.fail("no print")
    assert close.printed.pdf == close.closed.summary_pdf.read_bytes()
    assert close.document() == words("close.document", date="2026-03-14")


def test_a_failed_close_can_be_done_again(close: CloseShiftPresenter, tmp_path: Path) -> None:
    """The folder of prints is in the way; what is typed stays; the second time goes through."""
    folder = tmp_path / "data" / "summaries"
    folder.write_text("in the way", encoding="utf-8")
    failures: list[Exception] = []
    close.close(lambda: None, failures.append)
    assert isinstance(failures[0], MavisError)
    assert close.closed is None

    folder.unlink()
    close.close(lambda: None, fail)
    assert close.closed is not None


def test_a_shift_does_not_close_over_changes_that_are_not_saved(close: CloseShiftPresenter) -> None:
    """The disk was full for a save: closing says the same sentence and waits."""
    full = StorageError("disk_full")
    close.desk.saves.failure = full
    failures: list[Exception] = []
    close.close(lambda: None, failures.append)

    assert failures == [full]
    assert close.closed is None


def test_the_print_is_saved_where_the_person_says(close: CloseShiftPresenter, tmp_path: Path) -> None:
    """The ending is added; a folder that is not there is a sentence."""
    close.draw(lambda: None, fail)
    said: list[str] = []
    close.save(f" {tmp_path / 'tonight'} ", said.append, fail)
    assert said == [words("close.preview.saved", file=str(tmp_path / "tonight.pdf"))]
    assert (tmp_path / "tonight.pdf").read_bytes().startswith(b"%PDF")

    failures: list[Exception] = []
    close.save(str(tmp_path / "nowhere" / "x.pdf"), said.append, failures.append)
    assert isinstance(failures[0], StorageError)


def test_hours_that_begin_later_than_planned_are_told(close: CloseShiftPresenter) -> None:
    """Opened at ten and planned from nine: said beside the hours, where they are typed over."""
    late = words("close.crew.late", start="22:00", planned="21:00")
    assert close.hours.how() == f"{late} {words('close.crew.how')}"

    close.desk.change_shift(lambda shift: replace(shift, opened_at=shift.planned_start), "said")
    assert close.hours.how() == words("close.crew.how")
