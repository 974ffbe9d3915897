"""Open referrals of all nights on the desk: in the order of work, changed at once, taken back in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.safeguarding import refer
from mavis.domain.follow_up.contacts import Contact
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.system.wording import words
from mavis.ui.presenters.people.person import PersonCard
from mavis.ui.presenters.steps.contacts_card import ContactsCard
from mavis.ui.presenters.steps.follow_up import FollowUp
from mavis.ui.presenters.steps.open_referrals import OpenReferrals
from mavis.ui.presenters.steps.open_words import how_many_open, to_hand_on
from mavis.ui.presenters.visit.safety.referrals import make_referral
from tests.ui.presenters.desk.test_saving import HeldDoors
from tests.ui.scheme import StraightDoors, a_desk, fail, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.ui.presenters.desk.tonight import Desk
    from tests.builders import SettableClock


@pytest.fixture
def desk(program: Program, session: Session, clock: SettableClock) -> Desk:
    """Tonight, with a referral of last week that is still open and one of tonight that is urgent."""
    clock.advance(hours=-7 * 24)
    shift = open_night(program, session, hire(session)[:2])
    visit = session.visits.open_visit(session.actor)
    old = Referral("old", ReferralTarget.SARC, clock(), session.actor.id)
    session.visits.change(session.actor, visit.id, refer(old))
    session.closing.close(session.actor, shift.id)
    clock.advance(hours=7 * 24)
    open_night(program, session, ())
    made = a_desk(program, session, StraightDoors())
    FollowUp(made).load(StraightDoors(), fail)
    tonight = made.new_visit()
    make_referral(made, tonight.id, ReferralTarget.POLICE)
    return made


def _targets(desk: Desk) -> list[ReferralTarget]:
    return [one.referral.target for one in FollowUp(desk).open_ones()]


def test_both_nights_are_listed_and_counted(desk: Desk) -> None:
    """The oldest first while nothing is due; the panel says how many, and the next day on which somebody asks."""
    follow = FollowUp(desk)
    assert _targets(desk) == [ReferralTarget.SARC, ReferralTarget.POLICE]
    assert how_many_open(follow) == (words("referrals.panel", n=2), "")
    sarc = follow.open_ones()[0]
    follow.change(sarc, "Asked", chase_on=desk.clock().date() + timedelta(days=2))
    assert how_many_open(follow)[1] == words("referrals.panel.next", day=16, month="March")
    assert [said for *_ids, said in to_hand_on(follow)] == [
        words("referrals.close.line", code="K1", target="Police", who=words("referrals.close.nobody"), next="")
    ]


def test_an_answered_referral_is_not_said_to_wait(desk: Desk) -> None:
    """It stays open until it is closed, and the close of the shift says just that."""
    follow = FollowUp(desk)
    police = next(one for one in follow.open_ones() if one.visit_id in desk.visits)
    page = OpenReferrals(follow)
    page.choose("open", police.referral.id, on=True)
    assert page.choose("acknowledged", "yes", on=True) == "closed"
    rows = [said for _id, said in page.states()["open"].items]
    assert [said.endswith(words("referrals.list.answered")) for said in rows] == [False, True]

    assert [said for *_ids, said in to_hand_on(follow)] == [
        words("referrals.close.line", code="K1", target="Police", who=words("referrals.close.answered"), next="")
    ]
    follow.change(next(one for one in follow.open_ones() if one.visit_id in desk.visits), "Owner", owner="Dilys")
    both = f"{words('referrals.close.answered')}, {words('referrals.close.who', owner='Dilys')}"
    assert [both in said for *_ids, said in to_hand_on(follow)] == [True]


def test_a_referral_of_last_week_is_closed_and_opened_again_by_undo(desk: Desk, session: Session) -> None:
    """Saved though that night is signed off, and taken back in words."""
    page = OpenReferrals(FollowUp(desk))
    page.choose("open", "old", on=True)
    page.write("result", "She was seen")
    page.choose("closed", "yes", on=True)
    assert _targets(desk) == [ReferralTarget.POLICE]
    assert [one.referral.target for one in session.referrals.open(session.actor)] == [ReferralTarget.POLICE]

    told: list[str] = []
    desk.subscribe(lambda touched: told.append(touched.said))
    desk.undo()
    assert _targets(desk) == [ReferralTarget.SARC, ReferralTarget.POLICE]
    still = session.referrals.open(session.actor)
    assert next((one.referral.target, one.referral.result) for one in still) == (ReferralTarget.SARC, "She was seen")
    assert "referral to sexual assault referral centre: closed" in told[-1]


def test_a_volunteer_sees_tonight_only(program: Program, session: Session, desk: Desk) -> None:
    """The nights before are not read at all."""
    session.actor = Actor(session.actor.id, Role.VOLUNTEER)
    other = a_desk(program, session, StraightDoors())
    FollowUp(other).load(StraightDoors(), fail)
    assert _targets(other) == [ReferralTarget.POLICE]
    assert OpenReferrals(FollowUp(other)).how() == words("referrals.list.not_here")


def test_what_is_on_its_way_to_the_disk_is_not_read_over(program: Program, session: Session, desk: Desk) -> None:
    """An answer of the store that is older than what is shown is passed by."""
    doors = HeldDoors()
    slow = a_desk(program, session, doors)
    follow = FollowUp(slow)
    follow.load(StraightDoors(), fail)
    follow.change(follow.open_ones()[0], "Closed", closed_at=slow.clock())
    follow.load(StraightDoors(), fail)
    assert _targets(slow) == [ReferralTarget.POLICE]
    while doors.held:
        doors.let_through()


def test_the_card_is_written_line_by_line_and_taken_back(desk: Desk, session: Session) -> None:
    """Each line on its own; the day of the check is today; undo takes back a line and not the others."""
    card = ContactsCard(FollowUp(desk))
    card.choose("target", "sarc", on=True)
    card.write("number", "01632 960 001")
    card.write("name", "The centre")
    card.choose("checked", "checked", on=True)
    today = desk.clock().date()
    assert session.contacts.card()[8] == Contact(ReferralTarget.SARC, "The centre", "01632 960 001", checked_on=today)
    lines = [text for _, text in card.states()["target"].items]
    assert words("contacts.checked", day="Saturday 14 March") in lines[8]
    assert [text.partition("  ")[0] for text in lines[7:11]] == ["8", "9", "", ""]
    desk.undo()
    desk.undo()
    assert session.contacts.card()[8] == Contact(ReferralTarget.SARC, number="01632 960 001")
    assert words("contacts.never_checked") in card.states()["target"].items[8][1]


def test_a_card_that_is_old_says_so(desk: Desk, clock: SettableClock) -> None:
    """After ninety days, wherever the contact is shown."""
    card = ContactsCard(FollowUp(desk))
    card.choose("target", "police", on=True)
    card.write("number", "01632 960 002")
    card.choose("checked", "checked", on=True)
    clock.advance(hours=91 * 24)
    assert words("contacts.stale") in card.states()["target"].items[0][1]
    page = OpenReferrals(FollowUp(desk))
    page.choose("open", FollowUp(desk).open_ones()[1].referral.id, on=True)
    assert words("contacts.stale") in page.states()["told"].text


def test_only_the_coordinator_gets_fields(desk: Desk, session: Session) -> None:
    """Everybody else reads."""
    session.actor = Actor(session.actor.id, Role.LEAD)
    card = ContactsCard(FollowUp(desk))
    card.choose("target", "police", on=True)
    assert set(card.states()) == {"target"}
    assert card.how() == words("contacts.read_only")


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.LEAD, Role.COORDINATOR])
def test_each_list_says_how_to_go_back(desk: Desk, session: Session, role: Role) -> None:
    """In the same words, whoever looks: open referrals, contacts, and somebody's page."""
    session.actor = Actor(session.actor.id, role)
    follow, person = FollowUp(desk), PersonCard(desk, lambda: False, lambda _person: None, fail)
    for page in (OpenReferrals(follow), ContactsCard(follow), person):
        assert page.how().endswith("Esc goes back.")


def test_another_day_to_ask_again_is_typed(desk: Desk) -> None:
    """Kept once it is a day; a quick choice takes the field away, words that are no day are told and kept by nobody."""
    page = OpenReferrals(FollowUp(desk))
    page.choose("open", "old", on=True)
    for text in ("2", "27/", "27/3"):
        page.write("chase_day", text)
    assert page.states()["chase_day"].text == "27/3"
    page.end("chase_day")
    assert page.states()["chase_day"].text == "Friday 27 March"
    assert words("referrals.chase_on", day="Friday 27 March") in page.states()["told"].text

    told: list[str] = []
    desk.subscribe(lambda touched: told.append(touched.said))
    page.write("chase_day", "soon")
    page.end("chase_day")
    assert told[-1] == words("referrals.said.no_day")
    assert page.states()["chase_day"].text == "Friday 27 March"
    page.write("chase_day", "15/3")
    assert page.states()["chase"].chosen == {"tomorrow"}
    assert page.states()["chase_day"].text == "15/3"
    page.end("chase_day")
    assert "chase_day" not in page.states()
    page.choose("chase", "tomorrow", on=False)
    assert page.states()["chase_day"].text == ""


def test_a_no_is_told_what_it_means(desk: Desk) -> None:
    """Close it, or say why it must go ahead: the override takes the sentence away."""
    page = OpenReferrals(FollowUp(desk))
    page.choose("open", "old", on=True)
    for code, told in (("no", True), ("overridden_capacity", False)):
        page.choose("consent", code, on=True)
        assert (words("referrals.said_no") in page.states()["told"].text) is told
        assert ("decided_by" in page.states()) is not told


def test_what_is_read_first_is_shown_while_something_is_saved(program: Program, session: Session, desk: Desk) -> None:
    """After unlocking a line may be on its way to the disk: the board knows of the nights before all the same."""
    doors = HeldDoors()
    unlocked = a_desk(program, session, doors)
    unlocked.new_visit()
    FollowUp(unlocked).load(StraightDoors(), fail)

    assert unlocked.saves.waiting
    assert ReferralTarget.SARC in _targets(unlocked)
    while doors.held:
        doors.let_through()


def test_the_page_tells_what_was_closed_last(desk: Desk) -> None:
    """With its words, so that they can be checked; while another is open, it tells what can be done."""
    follow = FollowUp(desk)
    page = OpenReferrals(follow)
    for one in follow.open_ones():
        page.choose("open", one.referral.id, on=True)
        page.write("result", "Leah calls on Tuesday")
        assert page.how() == words("referrals.list.how")
        page.choose("closed", "yes", on=True)
    said = words("referrals.list.closed", target="Police", code="K1")
    assert page.how() == f"{said} “Leah calls on Tuesday” {words('referrals.list.none')}"

    desk.undo()
    assert page.how() == words("referrals.list.how")
