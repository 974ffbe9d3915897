"""Safeguarding without a window: which topics the record asks for, where letters begin, what each act is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.safeguarding import follow_up
from mavis.domain.edits.visit import answer
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import Note, NoteAbout
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import (
    AbuseIndicator,
    ChildSafety,
    ReferralTarget,
    Safeguarding,
    SexualAssaultCare,
)
from mavis.system.wording import has_words, words
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.steps.column import StepKind
from mavis.ui.presenters.visit.safety.safeguarding import SafeguardingPresenter
from mavis.ui.presenters.visit.safety.safeguarding_steps import (
    FIRST_OF,
    REFERS,
    STEPS,
    TOPIC_OF,
    Topic,
    is_kept,
    topics_of,
)
from tests.builders import a_visit, at
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

_NOTE = Note("n", "made up", at("22:01"), "crew-1", NoteAbout.SAFEGUARDING)


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """A night with one visit of somebody of 16 or 17."""
    open_night(program, session, hire(session)[:1])
    made = a_desk(program, session, StraightDoors())
    visit = made.new_visit()
    made.edit(visit.id, answer(age_band=AgeBand.FROM_16))
    return made


def _part(desk: Desk) -> SafeguardingPresenter:
    return SafeguardingPresenter(desk, lambda: _visit(desk))


def _visit(desk: Desk) -> Visit:
    return next(iter(desk.visits.values()))


@pytest.mark.parametrize(
    ("visit", "topics"),
    [
        (a_visit(), set()),
        (a_visit(age_band=AgeBand.UNDER_16), {Topic.CHILD}),
        (a_visit(age_band=AgeBand.FROM_18), set()),
        (a_visit(age_band=NoAnswer.REFUSED), set()),
        (
            a_visit(needs=(Presentation.DOMESTIC_ABUSE, Presentation.SEXUAL_ASSAULT)),
            {"domestic_abuse", "sexual_assault"},
        ),
        (a_visit(safeguarding=Safeguarding(indicators=(AbuseIndicator.AFRAID,))), {Topic.DOMESTIC_ABUSE}),
        (a_visit(safeguarding=Safeguarding(child=ChildSafety(in_danger=False))), {Topic.CHILD}),
        (a_visit(safeguarding=Safeguarding(sexual_assault=SexualAssaultCare())), {Topic.SEXUAL_ASSAULT}),
        (a_visit(notes=(_NOTE,)), {Topic.OTHER}),
    ],
)
def test_what_the_record_asks_for_by_itself(visit: Visit, topics: set[str]) -> None:
    """By age, need, what was answered, or a note that was kept."""
    assert topics_of(visit) == topics


def test_every_step_has_its_words_and_its_place() -> None:
    """A title, a hint where one types, words to read, a topic that asks it; each first step is one that is asked."""
    for step in STEPS[1:]:
        assert step.title
        assert TOPIC_OF[step.id]
        if step.kind in (StepKind.LINE, StepKind.NOTE):
            assert step.hint
        if step.kind is StepKind.WORDS and step.id != "kept":
            assert has_words(f"safeguarding.words.{step.id}")
        if is_kept(step.id):
            assert has_words(f"safeguarding.said.{step.id}")
    assert {step.id for step in STEPS} >= {*FIRST_OF.values(), *REFERS}


def test_the_letters_begin_at_what_nobody_has_asked(desk: Desk) -> None:
    """A topic that the record asks for cannot be shut; its letter leads to its first question."""
    part = _part(desk)
    assert part.start() == "in_danger"
    assert part.choose("topic", "child", on=False) == "in_danger"
    part.choose("in_danger", "no", on=True)
    assert part.start() == "with_adult"
    assert "danger" not in part.states()
    part.choose("in_danger", "yes", on=True)
    assert part.states()["danger"].text == words("safeguarding.words.danger")


def test_not_known_and_a_step_back(desk: Desk) -> None:
    """Unknown is an answer, and an answer taken back is none; each is said in words."""
    part, told = _part(desk), []
    desk.subscribe(lambda touched: told.append(touched.said))
    part.choose("family_told", "refused", on=True)
    assert part.states()["family_told"].chosen == {"refused"}
    part.choose("family_told", "refused", on=False)
    assert part.states()["family_told"].chosen == frozenset()
    assert _visit(desk).safeguarding is None
    assert told == ["Family told: would not say", "Family told: would not say taken off"]


def test_a_yes_makes_the_referral_once(desk: Desk) -> None:
    """Saying it twice makes no second one; a no makes none; taking the yes back leaves what was made."""
    part = _part(desk)
    part.choose("topic", "sexual_assault", on=True)
    part.choose("wants_police", "no", on=True)
    for on in (True, False, True):
        part.choose("front_door_told", "yes", on=on)
    part.choose("refer_sarc", "yes", on=True)
    made = [referral.target for referral in _visit(desk).referrals]
    assert made == [ReferralTarget.FRONT_DOOR, ReferralTarget.SARC]
    assert part.states()["refer_sarc"].chosen == {"yes"}


def test_the_referral_that_an_answer_made_is_told_and_goes_with_it(desk: Desk) -> None:
    """One answer, one message, one Undo; another answer takes the referral back and says so."""
    part, told = _part(desk), []
    desk.subscribe(lambda touched: told.append(touched.said))
    part.choose("wants_police", "yes", on=True)
    part.choose("wants_police", "no", on=True)
    part.choose("refer_sarc", "yes", on=True)
    part.choose("refer_sarc", "yes", on=False)

    assert told == [
        "They want police: yes. Referral to police made",
        "They want police: no. No referral to police any more",
        "SARC asked for: yes. Referral to sexual assault referral centre made",
        "SARC asked for: yes taken off. No referral to sexual assault referral centre any more",
    ]
    desk.undo()
    assert [one.target for one in _visit(desk).referrals] == [ReferralTarget.SARC]


def test_a_note_is_one_until_its_field_is_left(desk: Desk) -> None:
    """Typed in pieces it is one note and one step of Undo; afterwards the next words are another."""
    part = _part(desk)
    for text in ("She", "She said", "She said no"):
        part.write("note_safeguarding", text)
    assert part.states()["note_safeguarding"].text == "She said no"
    part.end("note_safeguarding")
    part.write("note_safeguarding", "Later")
    assert [(note.text, note.about) for note in _visit(desk).notes] == [
        ("She said no", NoteAbout.SAFEGUARDING),
        ("Later", NoteAbout.SAFEGUARDING),
    ]
    desk.undo()
    desk.undo()
    assert _visit(desk).notes == ()


def test_nobody_is_told_to_call_999_once_that_is_written_down(desk: Desk) -> None:
    """Then it says when it was called, and nothing once the ambulance has taken them."""
    part = _part(desk)
    part.choose("in_danger", "yes", True)
    called = desk.clock()
    desk.edit(_visit(desk).id, answer(ambulance_requested_at=called))
    assert part.states()["danger"].text == words("safeguarding.words.danger_called", time=clock_text(called))

    desk.edit(_visit(desk).id, answer(outcome=Outcome.AMBULANCE_CONVEYED))
    assert "danger" not in part.states()


@pytest.mark.parametrize("name", REFERS)
def test_a_yes_and_its_referral_are_one(desk: Desk, name: str) -> None:
    """One Undo takes both back, and so does a no; a referral that was followed up outlives the no."""
    part = _part(desk)
    part.choose(name, "yes", True)
    assert [one.target for one in _visit(desk).referrals] == [REFERS[name]]
    desk.undo()
    assert (_visit(desk).referrals, _visit(desk).safeguarding) == ((), None)

    part.choose(name, "yes", True)
    part.choose(name, "no", True)
    assert _visit(desk).referrals == ()

    part.choose(name, "yes", True)
    (made,) = _visit(desk).referrals
    desk.edit(_visit(desk).id, follow_up(made.id, reference="made up"), "")
    part.choose(name, "no", True)
    assert [one.id for one in _visit(desk).referrals] == [made.id]
