"""The parts of Safety as data: every letter answers, every answer is said in words, and what is said at each moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.safety import note_capacity, tell_assault, tell_spiking
from mavis.domain.edits.visit import answer
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, Attackers, Relationship
from mavis.domain.record.care import CanDecide, Refused
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import ChildSafety, Referral, ReferralTarget, Safeguarding
from mavis.system.wording import has_words, words
from mavis.ui.keys.letters import ANSWERS
from mavis.ui.keys.shortcuts import keys_in
from mavis.ui.presenters.visit.safety.assault import assault_part
from mavis.ui.presenters.visit.safety.capacity import capacity_part
from mavis.ui.presenters.visit.safety.part import Line, Part, Somebody, When
from mavis.ui.presenters.visit.safety.part_presenter import PartPresenter, fitting_names
from mavis.ui.presenters.visit.safety.parts import PARTS, safety_note
from mavis.ui.presenters.visit.safety.refusal import refusal_part, way_to_refusal
from mavis.ui.presenters.visit.safety.spiking import spiking_part, spiking_sign
from mavis.ui.presenters.visit.timeline.safety import safety_happenings
from tests.builders import a_visit, at
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program, Session
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from tests.builders import SettableClock

ALL = (assault_part(("The Old Pier",)), spiking_part(), refusal_part(("Ruth",)), capacity_part())


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """A night with one open visit."""
    open_night(program, session, hire(session)[:2])
    made = a_desk(program, session, StraightDoors())
    made.new_visit()
    return made


def _shown(desk: Desk) -> Visit:
    return next(iter(desk.visits.values()))


def _presenter(desk: Desk, part: Part) -> PartPresenter:
    return PartPresenter(desk, lambda: _shown(desk), part)


@pytest.mark.parametrize("part", ALL, ids=lambda part: part.name)
def test_every_letter_leads_somewhere(part: Part) -> None:
    """No key is promised that does nothing, and every row has its words."""
    known = {row.id for row in part.rows if not hasattr(row, "codes")}
    known |= {f"{question.id}.{code}" for question in part.questions for code in question.codes}
    known |= {f"{row.id}.{minutes}" for row in part.rows if isinstance(row, When) for minutes in row.ago}

    assert set(keys_in(part.name)) <= known
    assert [row.id for row in part.rows if isinstance(row, Line | When | Somebody) and not row_named(row.id)] == []
    assert [question.id for question in part.questions if not has_words(f"visit.question.{question.id}")] == []


def row_named(row_id: str) -> bool:
    """Whether a row has words beside it."""
    return has_words(f"safety.row.{row_id}")


def test_every_part_has_a_letter_of_its_own() -> None:
    """For whoever opens it by hand."""
    assert list(ANSWERS["safety.part"]) == list(PARTS)


@pytest.mark.parametrize("part", ALL, ids=lambda part: part.name)
def test_each_answer_is_kept_said_and_taken_back_in_words(desk: Desk, part: Part) -> None:
    """Chosen, undone, and not known and refused where the question can be left open so."""
    presenter = _presenter(desk, part)
    for question in part.questions:
        for code in (*question.codes, *(("not_known",) if question.takes_unknown else ())):
            before = _shown(desk)
            presenter.choose(question.id, code, True)
            assert code in question.chosen(_shown(desk)), (question.id, code)
            said = desk.undo_stack.last.words if desk.undo_stack.last else ""
            assert said[:1].isupper()
            assert "{" not in said
            desk.undo()
            assert _shown(desk) == before


def test_lines_times_and_people_are_kept(desk: Desk, clock: SettableClock) -> None:
    """As typed, as chosen, and with the day where it was not tonight; an hour ago is before they left."""
    presenter = _presenter(desk, ALL[0])
    presenter.write("assault.weapon", "a belt")
    presenter.ago("assault.at", 120)
    presenter.choose("assault.method", "foot", True)
    told = _shown(desk).assault

    assert told is not None
    assert (told.weapon, told.methods) == ("a belt", (AssaultMethod.FOOT,))
    assert told.at == (clock() - timedelta(minutes=120)).replace(second=0, microsecond=0)
    left = clock() - timedelta(hours=3)
    desk.edit(_shown(desk).id, answer(outcome=Outcome.TAXI, departed_at=left), "")
    presenter.ago("assault.at", 120)
    assert (late := _shown(desk).assault) is not None
    assert late.at == (left - timedelta(minutes=120)).replace(second=0, microsecond=0)
    refusing = _presenter(desk, ALL[2])
    name, person = refusing.crew[1]
    refusing.choose_somebody("refusal.by", person)
    assert (refused := _shown(desk).refusal) is not None
    assert refused.by == person
    assert desk.undo_stack.last is not None
    assert desk.undo_stack.last.words.endswith(name)


def test_who_is_signed_in_can_have_done_it(desk: Desk, session: Session) -> None:
    """Whoever took over with F9 and was not ticked as crew is in the list as well."""
    another = hire(session)[2]
    desk.names = {**desk.names, another.id: another.name}
    session.actor = session.actor._replace(id=another.id)

    assert (another.name, another.id) in _presenter(desk, ALL[2]).crew


def test_a_typed_time_is_the_last_one_that_a_clock_showed(desk: Desk, clock: SettableClock) -> None:
    """Tonight, else before the shift; words that are no time are refused, and an empty field takes the time off."""
    presenter = _presenter(desk, ALL[0])
    clock.now = at("22:50")

    assert presenter.take_time("assault.at", "2210") == ""
    assert presenter.time_of("assault.at") == "22:10"
    assert presenter.take_time("assault.at", "0130") == ""
    early = _shown(desk).assault
    assert early is not None
    assert early.at == at("22:50") - timedelta(hours=21, minutes=20)
    assert presenter.take_time("assault.at", "half ten") == words("visit.time_wrong")
    assert presenter.take_time("assault.at", " ") == ""
    assert _shown(desk).assault is None


def test_not_known_goes_from_question_to_question(desk: Desk) -> None:
    """Behind the one that was answered last; nobody has to point at it. A refusal is kept as a refusal."""
    presenter = _presenter(desk, ALL[0])
    presenter.choose("assault.method", "bite", True)
    assert presenter.answer_unknown("refused")
    assert presenter.answer_unknown("not_known")
    assert presenter.answer_unknown("not_known")
    assert presenter.answer_unknown("refused")
    told = _shown(desk).assault

    assert told is not None
    assert told.methods == (AssaultMethod.BITE,)
    assert told.place is NoAnswer.REFUSED
    assert told.attackers is Attackers.UNKNOWN
    assert told.relationship is Relationship.UNKNOWN
    assert told.reported_to_police is NoAnswer.REFUSED
    assert presenter.answer_unknown("not_known", "assault.place")
    assert (again := _shown(desk).assault) is not None
    assert again.place is NoAnswer.NOT_KNOWN


def test_the_assault_says_what_the_list_still_needs(desk: Desk) -> None:
    """The time in amber once something is told; nothing when nothing is missing."""
    part, now = ALL[0], at("22:00")
    assert not part.tell(a_visit(), now).pressing
    begun = tell_assault(place=AssaultPlace.STREET)(a_visit())
    assert part.tell(begun, now).headline == words("safety.assault.no_time")
    assert part.tell(begun, now).pressing
    assert words("safety.assault.missing.place") not in part.tell(begun, now).more.split(": ")[1].split(", ")
    timed = tell_assault(at=now)(begun)
    assert part.tell(timed, now).headline == ""
    presenter = _presenter(desk, part)
    presenter.ago("assault.at", 0)
    presenter.write("assault.place_description", "The Old Pier")
    while any(not question.chosen(_shown(desk)) for question in part.questions):
        presenter.answer_unknown("not_known")
    assert presenter.told.headline == words("safety.assault.complete")


@pytest.mark.parametrize(
    ("hours", "minutes", "left"),
    [(0, 0, "12 h 0 min"), (4, 40, "7 h 20 min"), (11, 59, "1 min"), (12, 0, ""), (14, 0, "")],
)
def test_the_hours_left_count_down_and_turn_to_words(hours: int, minutes: int, left: str) -> None:
    """To the minute; never 0 min while some time is left, and the board shows it as long as the visit is open."""
    happened = at("22:00")
    now = happened + timedelta(hours=hours, minutes=minutes)
    spiked = tell_spiking(happened_at=happened)(a_visit())
    told = ALL[1].tell(spiked, now)

    if left:
        assert told.headline == words("safety.spiking.left", time=left, until="10:00")
        assert spiking_sign(spiked, now) == words("safety.spiking.sign", time=left)
    else:
        assert told.headline == words("safety.spiking.over")
        assert spiking_sign(spiked, now) == ""
    assert told.pressing is bool(left)
    assert told.more.startswith(words("safety.spiking.keep"))
    assert told.more.endswith("Press 6 F P. Once they answer, say so at “Did they answer?”.")
    assert spiking_sign(answer(outcome=Outcome.TAXI)(spiked), now) == ""


def test_a_spiking_says_when_the_police_were_told_and_came() -> None:
    """That is a referral; the part leads to it, and tells what stands there."""
    told = Referral("r1", ReferralTarget.POLICE, at("22:10"), "p1")
    waiting, answered = ALL[1].tell(a_visit(referrals=(told,)), at("23:00")), replace(told, acknowledged_at=at("22:30"))
    assert waiting.more.endswith(words("safety.spiking.police_asked", time="22:10"))
    came = words("safety.spiking.police_came", time="22:10", answered="22:30")
    assert ALL[1].tell(a_visit(referrals=(answered,)), at("23:00")).more.endswith(came)


def test_without_a_time_nothing_is_counted_down() -> None:
    """Nobody knows when is not 12 hours ago."""
    assert ALL[1].tell(a_visit(), at("22:00")).headline == words("safety.spiking.when")
    assert spiking_sign(a_visit(), at("22:00")) == ""


def test_a_refusal_says_what_is_still_to_write(desk: Desk) -> None:
    """All that is open in the order of the page, each until it is answered; a “no” is an answer, too."""
    presenter = _presenter(desk, ALL[2])
    assert presenter.told.more == words("safety.refusal.how")
    presenter.choose("refusal.refused", Refused.AMBULANCE.value, True)
    acts: dict[str, Callable[[], object]] = {
        "advised": lambda: presenter.write("refusal.advised", "Go to A&E"),
        "risks": lambda: presenter.choose("refusal.risks", "yes", True),
        "understood": lambda: presenter.choose("refusal.understood", "no", True),
        "witness": lambda: presenter.write("refusal.witness", "Dev"),
    }
    for name, act in acts.items():
        still = ", ".join(words(f"safety.refusal.missing.{one}") for one in list(acts)[list(acts).index(name) :])
        assert presenter.told.more == words("safety.refusal.still", what=still)
        act()
    assert presenter.told.more == words("safety.refusal.complete")


def test_leaving_against_advice_leads_to_the_refusal_until_it_is_written(desk: Desk) -> None:
    """By its keys; for every other outcome nothing is said."""
    left = answer(outcome=Outcome.LEFT_AGAINST_ADVICE)(a_visit())

    assert words("safety.refusal.way", keys="6 R") == way_to_refusal(left, desk.reference.flags)
    assert PARTS["refusal"](left)
    presenter = _presenter(desk, ALL[2])
    presenter.choose("refusal.refused", Refused.STAYING.value, True)
    assert way_to_refusal(answer(outcome=Outcome.LEFT_AGAINST_ADVICE)(_shown(desk)), desk.reference.flags) == ""
    assert way_to_refusal(answer(outcome=Outcome.TAXI)(a_visit()), desk.reference.flags) == ""


def test_the_capacity_note_advises_and_a_person_decides() -> None:
    """One no points to no; what follows goes by what the person decided."""
    part, now = ALL[3], at("22:00")
    assert part.tell(a_visit(), now).more == words("safety.capacity.how")
    unable = note_capacity(now, "crew-1", weighs_up=False)(a_visit())
    assert part.tell(unable, now).headline == words("safety.capacity.points_no")
    assert part.tell(unable, now).more == words("safety.capacity.follows_no")
    able = note_capacity(now, "crew-1", can_decide=CanDecide.YES)(unable)
    assert part.tell(able, now).more == words("safety.capacity.follows_yes")


@pytest.mark.parametrize(
    ("need", "name"),
    [(Presentation.ASSAULT, "assault"), (Presentation.SUSPECTED_SPIKING, "spiking")],
)
def test_a_need_asks_for_its_part(need: Presentation, name: str) -> None:
    """And the rail says so until something is written."""
    visit = a_visit(needs=(need,))

    assert [part for part, asks in PARTS.items() if asks(visit)] == [name]
    assert safety_note(visit) == words("safety.rail.asked")
    assert safety_note(tell_spiking(place="bar")(tell_assault(weapon="belt")(visit))) == words(
        "safety.rail.written", count=2
    )
    assert safety_note(a_visit()) == ""


def test_the_rail_says_to_ask_while_a_part_that_is_asked_for_holds_nothing() -> None:
    """Of a child, a spiking that is written hides nothing; an answer about the child does."""
    child = tell_spiking(place="bar")(a_visit(age_band=AgeBand.FROM_16))
    assert safety_note(child) == words("safety.rail.asked")
    told = replace(child, safeguarding=Safeguarding(child=ChildSafety(in_danger=False)))
    assert safety_note(told) == words("safety.rail.written", count=2)


def test_the_timeline_tells_what_has_a_time(desk: Desk) -> None:
    """An assault and a spiking when somebody knows when; a refusal and a judgement when they were written."""
    assault, spiking, refusal, capacity = (_presenter(desk, part) for part in ALL)
    assault.choose("assault.method", "foot", True)
    spiking.choose("spiking.route", "drink", True)
    assert list(safety_happenings(_shown(desk), str)) == []
    assault.ago("assault.at", 60)
    spiking.ago("spiking.at", 60)
    refusal.choose("refusal.refused", "hospital", True)
    refusal.write("refusal.witness", "Dev")
    capacity.choose("capacity.can_decide", "yes", True)
    told = [(one.event, one.detail) for one in safety_happenings(_shown(desk), lambda _person: "Ruth")]

    assert [event for event, _detail in told] == [
        "Assault",
        "Spiked",
        "Said no to: going to A&E",
        "Can they decide? yes",
    ]
    assert [detail for _event, detail in told] == ["Kick", "Drink", "Ruth · seen by Dev", "Ruth"]


def test_names_are_offered_from_the_second_letter() -> None:
    """Those that begin so come first; one that stands there already is not offered."""
    names = ("Old Pier", "Pier Head", "Seafront")

    assert fitting_names("p", names) == []
    assert fitting_names("PIER", names) == ["Pier Head", "Old Pier"]
    assert fitting_names("seafront ", names) == []
