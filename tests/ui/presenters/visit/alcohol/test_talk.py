"""The talk about alcohol, page by page: what an answer does, where it is taken up again, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.edits.alcohol import talk_of
from mavis.domain.edits.visit import answer
from mavis.domain.record.identity import Gender
from mavis.domain.record.presentation import Intoxication
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, Tool
from mavis.domain.visit.brief_intervention import AlcoholReferral, Frames, InterventionStatus, NotAppropriate
from mavis.system.wording import words
from mavis.ui.keys.letters import ASKED_KEYS, TALK
from mavis.ui.look.tokens import Tone
from mavis.ui.presenters.visit.alcohol import pages
from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter
from mavis.ui.presenters.visit.alcohol.words import (
    answer_words,
    answered_rows,
    caution_words,
    counts_words,
    score_words,
    title_words,
)
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.timeline.events import timeline
from mavis.ui.presenters.visit.words import section_note
from tests.builders import a_shift
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

TO_SCORE = ("yes", "yes", "audit-c", "3", "2", "2")
"""Offered, fit, the usual questions, and seven points."""


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """A night with one open visit."""
    open_night(program, session, hire(session)[:2])
    made = a_desk(program, session, StraightDoors())
    made.new_visit()
    return made


@pytest.fixture
def asking(desk: Desk) -> AlcoholPresenter:
    """The section of that visit."""
    return anew(desk)


def anew(desk: Desk) -> AlcoholPresenter:
    """The section as it is after a crash: only the record is left."""
    return AlcoholPresenter(desk, lambda: visit_of(desk))


def visit_of(desk: Desk) -> Visit:
    """The one visit."""
    return next(iter(desk.visits.values()))


def talk(desk: Desk) -> BriefIntervention:
    """Its talk, as it is recorded."""
    return talk_of(visit_of(desk))


def choose(asking: AlcoholPresenter, *codes: str) -> None:
    """Choose these, one a page."""
    for code in codes:
        asking.choose(code, on=True)


def test_an_answer_turns_the_page(desk: Desk, asking: AlcoholPresenter) -> None:
    """Offer, fit, tool, three questions, the score."""
    seen = [asking.page.id]
    for code in TO_SCORE:
        choose(asking, code)
        seen.append(asking.page.id)
    assert seen == ["offer", "fit", "tool", "ask_1", "ask_2", "ask_3", "score"]
    screening = talk(desk).screening
    assert screening is not None
    assert (screening.score, screening.positive) == (7, True)


def test_a_whole_talk_is_recorded(desk: Desk, asking: AlcoholPresenter) -> None:
    """To the last page, from where it is completed and counts."""
    choose(asking, *TO_SCORE)
    assert asking.place.step(1)
    asking.tick_all()
    asking.place.step(1)
    asking.write("no shots")
    asking.place.step(1)
    choose(asking, "yes", "10")
    assert asking.choose_usual()
    choose(asking, "yes", "gp", "yes", "fortnight")
    assert asking.page == pages.SUMMARY
    assert not counts_words(talk(desk))[0]
    asking.finish()

    found = talk(desk)
    assert found.status is InterventionStatus.COMPLETED
    assert (found.frames, found.goal, found.leaflet, found.minutes) == (tuple(Frames), "no shots", True, 10)
    assert (found.delivered_by, found.trained) == (desk.session.actor.id, True)
    assert (found.referral, found.referral_consent) == (AlcoholReferral.GP, True)
    assert found.follow_up == date(2026, 3, 28)
    assert counts_words(found) == (True, words("alcohol.counts.yes"))
    assert not asking.place.step(1)


def test_it_is_taken_up_behind_the_last_answer(desk: Desk, asking: AlcoholPresenter) -> None:
    """After a crash at any page; what was passed over lies behind, not ahead."""
    for at, code in enumerate(TO_SCORE):
        choose(asking, code)
        assert anew(desk).page == asking.page, TO_SCORE[: at + 1]
    asking.place.step(1)
    choose(asking, "menu")
    asking.place.step(1)
    asking.place.step(1)
    assert asking.page.id == "leaflet"
    choose(asking, "no")
    assert anew(desk).page == asking.page


def test_whoever_comes_back_is_where_they_were(desk: Desk) -> None:
    """Also one page back, and for each visit by itself."""
    first = visit_of(desk)
    shown = [first.id]
    asking = AlcoholPresenter(desk, lambda: desk.visits[shown[0]])
    choose(asking, "yes", "yes")
    asking.place.step(-1)
    shown[0] = desk.new_visit().id
    assert asking.page == pages.OFFER
    shown[0] = first.id
    assert asking.page == pages.FIT


@pytest.mark.parametrize(
    ("codes", "path", "status"),
    [
        (("no",), "offer summary", InterventionStatus.DECLINED),
        (("not_offered", "no_privacy"), "offer reason summary", InterventionStatus.NOT_OFFERED),
        (("not_right", "under_16"), "offer reason summary", InterventionStatus.NOT_APPROPRIATE),
        (("yes", "no", "unwell"), "offer fit reason summary", InterventionStatus.NOT_APPROPRIATE),
    ],
)
def test_a_talk_that_ends_early(
    desk: Desk, asking: AlcoholPresenter, codes: tuple[str, ...], path: str, status: InterventionStatus
) -> None:
    """Declined, not offered, not right tonight with its reason, not fit with its reason."""
    choose(asking, *codes)
    assert " ".join(page.id for page in pages.path(visit_of(desk))) == path
    assert asking.page == pages.SUMMARY
    assert talk(desk).status is status
    assert not counts_words(talk(desk))[0]
    if "reason" in path:
        assert talk(desk).not_appropriate is NotAppropriate(codes[-1])


def test_0_and_9_leave_a_question_open(desk: Desk, asking: AlcoholPresenter) -> None:
    """Nothing is recorded for it, and there is no score; an offer that is refused is declined."""
    choose(asking, *TO_SCORE)
    asking.place.step(-1)
    assert asking.skip(refused=False)
    assert asking.page == pages.SCORE
    assert score_words(talk(desk)).headline == words("alcohol.score.open")
    assert "3" in score_words(talk(desk)).meaning
    assert pages.OTHER_REASON in pages.path(visit_of(desk))

    asking.place.go_to("offer")
    assert not asking.skip(refused=False)
    assert asking.skip(refused=True)
    assert talk(desk).status is InterventionStatus.DECLINED


def test_undo_takes_an_answer_back_and_asks_again(desk: Desk, asking: AlcoholPresenter) -> None:
    """In words, on the page that it was given on; and forward again."""
    choose(asking, *TO_SCORE)
    asking.place.follow()
    step = desk.undo_stack.last
    assert step is not None
    assert step.words == "Their answer: monthly"
    desk.undo()
    asking.place.follow()
    assert asking.page == pages.page_of(AlcoholQuestion.MANY_AT_ONCE)
    assert asking.chosen == frozenset()
    desk.undo(again=True)
    asking.place.follow()
    assert asking.chosen == {"2"}


def test_who_never_drinks_is_asked_no_more(desk: Desk, asking: AlcoholPresenter) -> None:
    """The score is there after the first question, and low; another reason to talk is asked for."""
    choose(asking, "yes", "yes", "audit-c", "0")
    assert asking.page == pages.SCORE
    assert score_words(talk(desk)).headline == words("alcohol.score.lower")
    asking.place.step(1)
    asking.write("liver clinic")
    asking.finish()
    assert counts_words(talk(desk))[0]


@pytest.mark.parametrize("tool", Tool)
def test_every_tool_can_be_chosen_and_says_its_score(desk: Desk, asking: AlcoholPresenter, tool: Tool) -> None:
    """The highest answers to all that it asks are positive, in words."""
    choose(asking, "yes", "yes", tool.value)
    while asking.page.question is not None:
        choose(asking, asking.page.codes[-1])
    assert asking.page == pages.SCORE
    found = score_words(talk(desk))
    assert found.tone is Tone.AMBER
    assert talk(desk).screening is not None
    assert pages.OTHER_REASON not in pages.path(visit_of(desk))


@pytest.mark.parametrize(
    ("gender", "many"), [(Gender.FEMALE, "6"), (Gender.MALE, "8"), (None, "6 or more units (women) or 8")]
)
def test_many_is_told_by_gender(desk: Desk, gender: Gender | None, many: str) -> None:
    """Six for women, eight for men, both when nobody knows."""
    page = pages.page_of(AlcoholQuestion.MANY_AT_ONCE)
    desk.edit(visit_of(desk).id, answer(gender=gender))
    title = title_words(page, visit_of(desk))
    assert many in title
    assert ("6" in title) is (gender is not Gender.MALE)


def test_drunk_means_caution_in_words(desk: Desk, asking: AlcoholPresenter) -> None:
    """By triage before anything is asked, and with the score ever after."""
    assert not caution_words(visit_of(desk))
    desk.edit(visit_of(desk).id, answer(intoxication=Intoxication.SEVERE))
    assert caution_words(visit_of(desk)) == words("alcohol.caution.triage")
    choose(asking, "yes", "yes")
    assert caution_words(visit_of(desk)) == words("alcohol.caution.by_triage")
    choose(asking, "audit-c", "3")
    desk.edit(visit_of(desk).id, answer(intoxication=Intoxication.NONE))
    assert caution_words(visit_of(desk)) == words("alcohol.caution.taken")
    asking.place.go_to("offer")
    choose(asking, "no")
    assert not caution_words(visit_of(desk))


def test_minutes_and_days_of_ones_own(desk: Desk, asking: AlcoholPresenter) -> None:
    """Typed ones are taken or refused with what to type."""
    choose(asking, *TO_SCORE)
    asking.place.go_to("minutes")
    for wrong in ("", "0", "241", "ten", "-5", "\N{SUPERSCRIPT TWO}", "9" * 5000):
        assert asking.type_other(wrong) == words("alcohol.wrong.minutes", most=240)
    assert (asking.type_other(" 12 "), talk(desk).minutes) == ("", 12)
    asking.place.go_to("follow_up")
    for wrong in ("soon", "14 March 2026", "40 April", "\N{SUPERSCRIPT TWO}", f"{'9' * 5000}/4"):
        assert asking.type_other(wrong) == words("alcohol.wrong.day")
    assert (asking.type_other("3 April"), talk(desk).follow_up) == ("", date(2026, 4, 3))
    assert not asking.chosen
    rows = {row.page_id: row for row in answered_rows(visit_of(desk), pages.path(visit_of(desk)), asking.name_of)}
    assert (rows["minutes"].answer, rows["follow_up"].answer) == ("12 minutes", "Fri 3 April")
    assert rows["goal"].is_open


def test_a_talk_that_stopped_early_stays_begun(desk: Desk, asking: AlcoholPresenter) -> None:
    """Once; whoever goes on with it later can finish it."""
    choose(asking, *TO_SCORE)
    asking.stop_early()
    asking.finish()
    assert talk(desk).status is InterventionStatus.STARTED
    asking.finish()
    assert talk(desk).status is InterventionStatus.COMPLETED


def test_nobody_who_is_not_referred_is_asked_to_agree(desk: Desk, asking: AlcoholPresenter) -> None:
    """And consent goes with the referral it was given for."""
    choose(asking, *TO_SCORE)
    asking.place.go_to("referral")
    choose(asking, "gp", "yes")
    assert pages.CONSENT in pages.path(visit_of(desk))
    asking.place.go_to("referral")
    choose(asking, "none")
    assert pages.CONSENT not in pages.path(visit_of(desk))
    assert talk(desk).referral_consent is None


def test_rail_and_timeline_tell_of_it(desk: Desk, asking: AlcoholPresenter) -> None:
    """How far it has come, with the score."""

    def told() -> tuple[str, list[str]]:
        visit, now = visit_of(desk), desk.clock()
        note = section_note(visit, Section.ALCOHOL, now, CheckIntervals())
        return note, [one.event for one in timeline(visit, str, None, now) if one.icon == "speech_lines"]

    assert told() == ("", [])
    choose(asking, "yes")
    assert told() == (words("alcohol.rail.started"), [words("alcohol.happened.started")])
    asking.finish()
    assert told() == (words("alcohol.rail.completed"), [words("alcohol.happened.completed")])


def test_each_answer_has_a_letter_and_words(desk: Desk, asking: AlcoholPresenter) -> None:
    """No letter twice on a page, and none that leads to a section."""
    choose(asking, *TO_SCORE)
    known = [*pages.path(visit_of(desk)), pages.REASON, pages.CONSENT]
    for page in (page for page in known if page.codes and page.question is None):
        letters = [TALK[page.id][code] for code in page.codes]
        assert len(set(letters)) == len(letters), page.id
        assert all(letter.isalpha() for letter in letters)
        assert "O" not in letters or not page.other
    for question in AlcoholQuestion:
        page = pages.page_of(question)
        assert len(page.codes) <= len(ASKED_KEYS)
        assert len({answer_words(page, code, visit_of(desk), str) for code in page.codes}) == len(page.codes)


def test_who_talked_stands_chosen_where_nobody_else_is_there(desk: Desk, asking: AlcoholPresenter) -> None:
    """One in the crew: it is that one, a key on it records it, and nothing is recorded before."""
    me, shift = desk.session.actor.id, desk.shift or a_shift()
    choose(asking, *TO_SCORE)
    asking.place.step(1)
    asking.tick_all()
    asking.place.step(1)
    asking.place.step(1)
    choose(asking, "yes", "10")
    assert (asking.page, asking.chosen) == (pages.WHO, frozenset())
    desk.shift = replace(a_shift(), crew=tuple(member for member in shift.crew if member.person == me))
    assert (asking.chosen, talk(desk).delivered_by) == (frozenset({me}), "")
    asking.choose(me, on=False)
    assert talk(desk).delivered_by == me
