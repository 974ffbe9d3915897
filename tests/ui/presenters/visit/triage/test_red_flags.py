"""The red flags in one list: what raised each and who, how a grade closes one, and why the category is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import observe
from mavis.domain.record.diversion import Basis, WouldHave, counted_basis
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.system.wording import words
from mavis.ui.presenters.visit.page import VisitPresenter
from mavis.ui.presenters.visit.triage.head_injury import HeadInjuryPresenter
from mavis.ui.presenters.visit.words import banner, claim
from tests.builders import at
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from tests.builders import SettableClock


@pytest.fixture
def presenter(program: Program, session: Session) -> VisitPresenter:
    """Somebody drunk with a head injury, for the coordinator, who may close nothing."""
    open_night(program, session, hire(session)[:2])
    desk = a_desk(program, session, StraightDoors())
    made = VisitPresenter(desk)
    made.turn_to(desk.new_visit().id)
    made.choose("arrival.need", "alcohol_intoxication", on=True)
    made.choose("arrival.need", "head_injury", on=True)
    return made


def _sign_in(presenter: VisitPresenter, role: Role) -> None:
    presenter.desk.session.actor = Actor(presenter.desk.session.actor.id, role)


def _close(presenter: VisitPresenter, grade: str, own_words: str = "") -> None:
    presenter.flags.choose("flags", "head_injury", on=True)
    presenter.flags.choose("grade", grade, on=True)
    presenter.flags.write("grade_words", own_words)
    presenter.flags.choose("close", "now", on=True)


def test_answers_ticks_and_measurements_stand_in_one_list(presenter: VisitPresenter) -> None:
    """Each with what raised it; the most urgent first."""
    presenter.choose("triage.flag", "chest_pain", on=True)
    taken = ObservationSet("o1", at("22:05"), "crew-1", consciousness=Consciousness.VOICE, respiration=7)
    presenter.desk.edit(presenter.visit_id, observe(taken))
    lines = presenter.flags.states()["flags_read"].text.split("\n")

    assert [line.partition(":")[0] for line in lines] == [
        "Slow breathing",
        "Chest pain, breathless",
        "Confused or drowsy",
        "A bad vital sign",
        "Head injury",
    ]
    assert "ticked" in lines[1]
    assert "voice" in lines[2]
    assert "head injury" in lines[4].partition(":")[2]


def test_a_bad_vital_sign_is_told_with_its_sign_everywhere(presenter: VisitPresenter) -> None:
    """In the list of triage and in the banner; one that came later than the flag has its time in the list."""
    for taken in (
        ObservationSet("o1", at("22:05"), "crew-1", spo2=88),
        ObservationSet("o2", at("22:10"), "crew-1", pulse=140),
    ):
        presenter.desk.edit(presenter.visit_id, observe(taken))
    lines = presenter.flags.states()["flags_read"].text.split("\n")
    told = banner(presenter.visit, presenter.desk.reference.flags)

    assert any(line.startswith("A bad vital sign: pulse at 22:10, ") for line in lines)
    assert told is not None
    assert "A bad vital sign (pulse)" in told.why


def test_the_999_steps_stand_first(presenter: VisitPresenter) -> None:
    """In their order, each once, with what must not be done."""
    presenter.choose("triage.flag", "no_reply_to_voice", on=True)
    told = presenter.flags.states()["advice"].text.split("\n")

    assert told[:4] == ["1. Call 999", "2. Recovery position", "3. Do not leave alone", "4. No coffee, no cold shower"]
    assert told[-1] == words("triage.refer")


def test_a_closing_is_gone_on_with_after_a_lock(presenter: VisitPresenter) -> None:
    """The flag, the grade and the words as they were stated; where nobody was closing one, nobody is."""
    _sign_in(presenter, Role.CLINICIAN)
    presenter.flags.choose("flags", "head_injury", on=True)
    presenter.flags.choose("grade", "nurse", on=True)
    presenter.flags.write("closing_words", "well, no si")
    unfinished, stood = presenter.flags.unfinished, presenter.flags.states()
    presenter.flags.turn_to()
    assert presenter.flags.unfinished == {}
    presenter.flags.go_on_with(unfinished)
    assert presenter.flags.states() == stood
    presenter.flags.go_on_with({})

    assert presenter.flags.closing == ""


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.COORDINATOR])
def test_others_are_told_that_it_needs_a_clinician(presenter: VisitPresenter, role: Role) -> None:
    """They are offered nothing to close, whatever they try."""
    _sign_in(presenter, role)
    states = presenter.flags.states()

    assert states["ask_clinician"].text == words("triage.ask_clinician")
    assert "flags" not in states
    _close(presenter, "doctor")
    assert presenter.visit.open_clinical_flags


@pytest.mark.parametrize(
    ("grade", "own_words", "kept"), [("nurse", "", "nurse"), ("other", "emergency nurse", "emergency nurse")]
)
def test_a_clinician_closes_it_with_a_grade(presenter: VisitPresenter, grade: str, own_words: str, kept: str) -> None:
    """Who, when and which grade stay in the list."""
    _sign_in(presenter, Role.CLINICIAN)
    _close(presenter, grade, own_words)
    (flag,) = presenter.visit.flags

    assert (flag.closed_at, flag.closed_grade) == (presenter.desk.clock(), kept)
    assert kept in presenter.flags.states()["flags_read"].text
    assert "grade" not in presenter.flags.states()


_CLICKS = st.lists(st.tuples(st.sampled_from(["chest_pain", "fit", "head_injury"]), st.integers(2, 90)), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(clicks=_CLICKS)
def test_no_clicks_of_a_volunteer_later_on_make_a_claim(
    presenter: VisitPresenter, clock: SettableClock, clicks: list[tuple[str, int]]
) -> None:
    """Whatever is clicked off again two minutes after the tick and later: what stood open stands open."""
    _sign_in(presenter, Role.VOLUNTEER)
    presenter.choose("triage.flag", "chest_pain", on=True)
    presenter.choose("leaving.would_have", WouldHave.ED_OWN_MEANS.value, on=True)
    presenter.choose("leaving.outcome", "home_with_friend_family", on=True)
    for code, minutes in clicks:
        clock.advance(minutes=minutes)
        presenter.choose("triage.flag", code, on=code not in {flag.code for flag in presenter.visit.flags})

    assert {"chest_pain", "head_injury"} <= {flag.code for flag in presenter.visit.open_clinical_flags}
    assert claim(presenter.visit, presenter.desk.shift)[0] == words("visit.claim.nothing")


def test_without_a_grade_nothing_is_closed(presenter: VisitPresenter) -> None:
    """It is asked for; another grade needs words; what was begun can be left."""
    _sign_in(presenter, Role.CLINICIAN)
    presenter.flags.choose("flags", "head_injury", on=True)
    assert presenter.flags.choose("close", "now", on=True) == "grade"
    assert presenter.flags.choose("grade", "other", on=True) == "grade_words"
    assert presenter.flags.choose("close", "now", on=True) == "grade"
    assert presenter.flags.states()["close"].text == words("triage.needs_grade")
    presenter.flags.choose("close", "keep", on=True)

    assert (presenter.flags.closing, bool(presenter.visit.open_clinical_flags)) == ("", True)


def test_why_it_is_safe_becomes_a_note(presenter: VisitPresenter) -> None:
    """So that the handover and the next person read it."""
    _sign_in(presenter, Role.CLINICIAN)
    presenter.flags.next_flag()
    presenter.flags.write("closing_words", "Seen, well, no sign")
    presenter.flags.choose("grade", "doctor", on=True)
    presenter.flags.choose("close", "now", on=True)

    assert ["Seen, well, no sign" in note.text and "doctor" in note.text for note in presenter.visit.notes] == [True]


def test_drunk_with_a_head_injury_is_claimed_only_once_a_clinician_closed_it(presenter: VisitPresenter) -> None:
    """Until then section 7 says in words why not."""
    presenter.choose("leaving.would_have", WouldHave.ED_OWN_MEANS.value, on=True)
    presenter.choose("leaving.outcome", "home_with_friend_family", on=True)
    assert claim(presenter.visit, presenter.desk.shift) == (
        words("visit.claim.nothing"),
        words("visit.claim.withheld_head_injury"),
    )
    presenter.choose("arrival.need", "alcohol_intoxication", on=False)
    assert claim(presenter.visit, presenter.desk.shift)[1] == words("visit.claim.withheld_red_flag")
    _sign_in(presenter, Role.CLINICIAN)
    _close(presenter, "doctor")

    assert claim(presenter.visit, presenter.desk.shift)[1] == words("visit.claim.proof_no_flag")


def test_a_clinician_makes_the_basis_true_that_somebody_else_ticked(presenter: VisitPresenter) -> None:
    """One press keeps the tick and counts from then on; of their own the next one takes it off, as anywhere."""
    presenter.choose("leaving.would_have", WouldHave.ED_OWN_MEANS.value, on=True)
    presenter.choose("leaving.basis", "clinician_judged", on=True)
    assert counted_basis(presenter.visit.diversion) is Basis.VOLUNTEER_JUDGED
    _sign_in(presenter, Role.CLINICIAN)

    assert presenter.choose("leaving.basis", "clinician_judged", on=False) == {"clinician_judged"}
    assert counted_basis(presenter.visit.diversion) is Basis.CLINICIAN_JUDGED
    assert presenter.choose("leaving.basis", "clinician_judged", on=False) == frozenset()


def test_a_reason_is_offered_when_the_category_differs(presenter: VisitPresenter) -> None:
    """Quick or in own words, never needed; it goes when the category is as advised."""
    presenter.choose("triage.category", "red", on=True)
    assert "reason" not in presenter.flags.states()
    presenter.choose("triage.category", "amber", on=True)
    assert presenter.flags.start() == "reason"
    presenter.flags.choose("reason", "seen", on=True)
    states = presenter.flags.states()
    assert (states["reason"].chosen, states["reason_words"].text) == (frozenset({"seen"}), "A clinician has seen them")
    presenter.flags.write("reason_words", "Doctor on the bus")
    assert presenter.visit.triage is not None
    assert presenter.visit.triage.reason == "Doctor on the bus"
    presenter.choose("triage.category", "red", on=True)

    assert presenter.visit.triage.reason == ""


def test_the_list_asks_what_the_record_does_not_know(presenter: VisitPresenter) -> None:
    """Drink is answered already; the rest goes one after the other, and can be ruled out at once."""
    head = HeadInjuryPresenter(presenter.desk, lambda: presenter.visit)
    assert head.states()[HeadInjurySign.DRINK_OR_DRUGS].chosen == {"yes"}
    assert head.start() == HeadInjurySign.NOT_FULLY_AWAKE
    head.choose(HeadInjurySign.NOT_FULLY_AWAKE, "yes", on=True)
    head.choose(HeadInjurySign.LOST_CONSCIOUSNESS, "not_known", on=True)
    assert head.start() == HeadInjurySign.WEAK_OR_NUMB
    head.choose("rest", "no", on=True)
    states = head.states()

    assert "rest" not in states
    assert states["head_injury"].text.startswith(
        "2 times yes: Not fully awake (GCS below 15); Drink or drugs tonight, from what is recorded. They need A&E."
    )
    assert states[HeadInjurySign.LOST_CONSCIOUSNESS].chosen == {"not_known"}
    head.choose(HeadInjurySign.NOT_FULLY_AWAKE, "yes", on=False)
    assert head.start() == HeadInjurySign.NOT_FULLY_AWAKE


def test_the_yes_that_means_a_and_e_is_named(presenter: VisitPresenter) -> None:
    """Where the record alone says it, above the list and at the flag that a clinician closes; of many the first."""
    head = HeadInjuryPresenter(presenter.desk, lambda: presenter.visit)
    assert head.states()["head_injury"].text.startswith("Yes to: Drink or drugs tonight, from what is recorded. They")
    assert "head injury, drink or drugs tonight, from what is recorded, 22:00" in _told_of_head_injury(presenter)
    for sign in tuple(HeadInjurySign)[1:5]:
        head.choose(sign, "yes", on=True)

    assert "; Skull may be broken, or something went in; and 2 more. They" in head.states()["head_injury"].text
    assert "yes on the" not in _told_of_head_injury(presenter)


def _told_of_head_injury(presenter: VisitPresenter) -> str:
    """What raised the flag, where a clinician picks it to close it."""
    _sign_in(presenter, Role.CLINICIAN)
    return dict(presenter.flags.states()["flags"].items)["head_injury"]
