"""Referrals by touch and by key, the ways to the list and the card and back, and nothing half typed that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from mavis.domain.edits.safety import tell_assault
from mavis.domain.record.safeguarding import ReferralConsent, ReferralTarget
from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.pages.steps.column import StepsForm
from mavis.ui.pages.steps.page import StepsPage
from mavis.ui.presenters.visit.safety.assault import assault_told
from mavis.ui.widgets.rail import RailButton
from tests.ui.test_put_right import open_gap

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def _page(hands: Hands) -> StepsPage:
    """The list that is shown.

    Raises:
        LookupError: another page is shown.
    """
    page = hands.session.workplace.page
    if not isinstance(page, StepsPage):
        raise LookupError(page)
    return page


def _click(hands: Hands, step: str, code: str) -> None:
    """Click an answer of a step in the visit."""
    form = next(form for form in hands.page.findChildren(StepsForm) if form.isVisible())
    chip = form.rows[step].findChild(QAbstractButton, f"chip.{code}")
    if not isinstance(chip, QAbstractButton):
        raise LookupError(code)
    hands.page.scroller.ensureWidgetVisible(chip)
    hands.click(chip)


def test_a_referral_by_touch(hands: Hands) -> None:
    """A click makes it, a second click on the same place makes no second one; a click answers."""
    hands.press("N 6 F")
    hands.settle()
    _click(hands, "target", "police")
    _click(hands, "consent", "overridden_capacity")
    hands.press("Esc 6 F")
    _click(hands, "target", "police")
    hands.settle()
    (referral,) = hands.stored()[0].referrals
    assert (referral.target, referral.consent) == (ReferralTarget.POLICE, ReferralConsent.OVERRIDDEN_CAPACITY)
    assert referral.made_by == hands.session.session.actor.id


def test_a_slip_is_taken_back_in_words(hands: Hands) -> None:
    """Undo names the place."""
    hands.press("N 6 F V Ctrl+Z")
    hands.settle()
    assert hands.stored()[0].referrals == ()
    assert "referral to violence reduction unit made" in hands.message


def test_the_answer_of_the_police_answers_whether_they_were_told(hands: Hands) -> None:
    """The assault asks no more, the bar and the part say why, and one Undo takes both back; a finished visit too."""
    still = words("safety.assault.missing.reported_to_police")
    hands.press("N A 6 A F 6 F P Y")
    _click(hands, "acknowledged", "yes")
    assert "Assault: police told" in hands.message
    assert hands.visit.assault is not None
    assert hands.visit.assault.reported_to_police is True
    told = assault_told(hands.visit, hands.visit.arrived_at)
    assert words("safety.assault.police_answered") in told.more
    assert still not in told.more
    denied = tell_assault(reported_to_police=False)(hands.visit)
    assert words("safety.assault.police_may_know") in assault_told(denied, denied.arrived_at).more
    hands.press("Ctrl+Z")
    assert still in assault_told(hands.visit, hands.visit.arrived_at).more
    assert [one.acknowledged_at for one in hands.visit.referrals] == [None]

    visit_id = hands.visit.id
    hands.press("7 A Enter")
    hands.session.show_visit(visit_id)
    hands.press("6 F")
    _click(hands, "acknowledged", "yes")
    hands.settle()
    (stored,) = hands.stored()
    assert stored.assault is not None
    assert stored.assault.reported_to_police is True


def test_one_key_goes_round_the_referrals_of_a_visit(hands: Hands) -> None:
    """What is answered then is of the other one."""
    hands.press("N 6 F P V Q Y")
    hands.settle()
    police, unit = hands.stored()[0].referrals
    assert (police.consent, unit.consent) == (ReferralConsent.YES, None)


def _ticked(hands: Hands, step: str) -> list[str]:
    """What stands in a question about the referral that is open."""
    form = next(form for form in hands.page.findChildren(StepsForm) if form.isVisible())
    chips = form.rows[step].findChildren(QAbstractButton)
    return [chip.objectName() for chip in chips if chip.isChecked()]


def test_what_nobody_asked_is_not_answered(hands: Hands) -> None:
    """Neither yes nor no is ticked until somebody says it; a yes that is taken back leaves the question open."""
    hands.press("N 6 F P")
    hands.settle()
    asked = ("urgent", "acknowledged", "closed")
    assert [_ticked(hands, step) for step in asked] == [[], [], []]
    for step in asked:
        _click(hands, step, "yes")
        _click(hands, step, "yes")
    assert [_ticked(hands, step) for step in asked] == [[], [], []]


def test_a_no_shows_as_answered_and_leads_on(hands: Hands) -> None:
    """The key says so and goes on, Y turns it round, and a lock leaves it as it is."""
    hands.press("N 6 F P Y")
    hands.type("takes his coat")
    hands.press("Enter N")
    form = next(form for form in hands.page.findChildren(StepsForm) if form.isVisible())
    assert _ticked(hands, "urgent") == ["chip.no"]
    assert words("referrals.answer.urgent.no") in hands.message
    assert form.at == "how"
    hands.press("Esc")
    form.begin("urgent")
    hands.press("Y")
    assert (_ticked(hands, "urgent"), hands.visit.referrals[0].urgent, form.at) == (["chip.yes"], True, "how")
    hands.press("Ctrl+Z")
    _click(hands, "closed", "no")
    hands.press("Ctrl+L")
    hands.until_locked()
    hands.unlock()
    assert (_ticked(hands, "urgent"), _ticked(hands, "closed")) == (["chip.no"], ["chip.no"])
    assert hands.stored()[0].referrals[0].closed_at is None


def test_words_that_stand_are_gone_on_with(hands: Hands) -> None:
    """The caret is behind them, so that the next letter does not take their place."""
    hands.press("N 6 F P Y")
    hands.type("takes")
    hands.press("Enter Enter")
    hands.type("phone 101")
    hands.press("Esc 6 F P Enter Enter Enter")
    hands.type(", Dev")
    hands.press("Esc Esc 6 R W")
    hands.type("rest")
    hands.press("Esc W")
    hands.type(" here")
    hands.page.flush()

    assert (hands.visit.referrals[0].how, hands.visit.referrals[0].reason) == ("phone 101, Dev", "takes")
    assert hands.visit.refusal is not None
    assert hands.visit.refusal.advised == "rest here"


def test_the_card_is_a_key_away_and_escape_leads_back(hands: Hands) -> None:
    """From a visit to the card, a field, the page, and the visit again, in the section where it was."""
    hands.press("N 6 F P F7 1")
    hands.type("Front desk")
    hands.press("Esc")
    assert _page(hands).isVisible()
    hands.press("Esc")
    assert hands.session.room.isVisible()
    hands.settle()
    assert "Front desk" in hands.session.session.contacts.card()[0].name
    assert hands.page.section.value == "safety"


def test_the_panel_of_the_board_opens_the_list(hands: Hands) -> None:
    """And the list's digits open a referral; Escape goes home."""
    hands.press("N 6 F P F2")
    hands.click(hands.button(words("referrals.panel", n=1)))
    hands.press("1 Y")
    hands.settle()
    assert hands.stored()[0].referrals[0].acknowledged_at is not None
    assert _page(hands).form.at == "closed"
    hands.press("Esc")
    assert hands.session.workplace.place == "board"


def test_another_day_is_typed_and_half_a_day_is_none(hands: Hands) -> None:
    """Enter goes from the quick days to the field and on; what is no day is told and leaves the day as it was."""
    hands.press("N 6 F P Esc Esc F6 1 Y N Enter")
    hands.type("friday")
    hands.press("Enter")
    hands.settle()
    assert _page(hands).form.at == "owner"
    friday = hands.stored()[0].referrals[0].chase_on
    assert friday is not None
    assert friday.strftime("%A") == "Friday"

    field = _page(hands).form.rows["chase_day"].field
    assert field is not None
    field.setFocus()
    hands.press("Ctrl+A")
    hands.type("some day")
    hands.press("Enter")
    hands.settle()
    assert words("referrals.said.no_day") in hands.message
    assert hands.stored()[0].referrals[0].chase_on == friday


def test_the_palette_finds_both(hands: Hands) -> None:
    """By a word of their names."""
    for typed, place in (("contacts", "contacts"), ("open ref", "open_referrals")):
        hands.press("Ctrl+K")
        hands.type(typed)
        hands.press("Enter")
        assert hands.session.workplace.place == place


def test_at_the_close_a_row_leads_to_the_referral(hands: Hands) -> None:
    """What nobody answered and who asks again, each a click away from its answer; the close does not wait for it."""
    hands.press("N 6 F P Esc Esc 7 A Enter F4")
    hands.settle()
    row = hands.button("K1  " + words("codes.referral_target.police"))
    row.setFocus()
    hands.press("Space")
    assert hands.page.section.value == "safety"
    hands.press("F P Y")
    hands.settle()
    assert hands.stored()[0].referrals[0].consent is ReferralConsent.YES


def test_what_nobody_answered_is_asked_at_its_question(hands: Hands) -> None:
    """From the close the letters answer whether they answered, in view; none of them is the place it was made for."""
    hands.press("N 6 F S P Esc Esc 7 A Enter")
    open_gap(hands, Gap.REFERRAL_NOT_ANSWERED)
    form = next(form for form in hands.page.findChildren(StepsForm) if form.isVisible())
    hands.until(lambda: form.rows["acknowledged"].visibleRegion().boundingRect() == form.rows["acknowledged"].rect())
    assert form.at == "acknowledged"
    hands.press("Y")
    hands.settle()
    first, second = hands.stored()[0].referrals
    assert (first.acknowledged_at is not None, second.acknowledged_at) == (True, None)
    hands.until(lambda: form.rows["closed"].visibleRegion().boundingRect() == form.rows["closed"].rect())
    assert form.at == "closed"
    hands.press("F4")
    row = hands.button("K1  " + words("codes.referral_target.police"))
    row.setFocus()
    hands.press("Space N")
    assert form.at == "chase"


@pytest.mark.parametrize("away", ["Ctrl+L", "F2", "7"])
def test_half_a_word_is_kept(hands: Hands, away: str) -> None:
    """Lock, board, another section: what was typed in a field of a referral is saved first."""
    hands.press("N 6 F P Y")
    hands.type("Fell ove")
    if away == "7":
        hands.press("Esc")
    hands.press(away)
    if away == "Ctrl+L":
        hands.until_locked()
        hands.unlock()
    hands.settle()
    assert hands.stored()[0].referrals[0].reason == "Fell ove"


def test_in_the_week_the_list_works_without_a_shift(hands: Hands) -> None:
    """The night is signed off and no shift is open: answered and closed all the same, and taken back."""
    hands.press("N 6 F P Esc Esc F2")
    hands.settle()
    session = hands.session.session
    shift_id = hands.stored()[0].shift_id
    session.closing.close(session.actor, shift_id)
    hands.session.reload()
    hands.until(lambda: hands.session.desk.shift is None and hands.session.workplace.place == "start")
    hands.settle()
    hands.press("F6 1 Y")
    hands.settle()
    (visit,) = session.visits.of_shift(session.actor, shift_id)
    assert visit.referrals[0].acknowledged_at is not None
    hands.press("Ctrl+Z")
    hands.settle()
    (visit,) = session.visits.of_shift(session.actor, shift_id)
    assert visit.referrals[0].acknowledged_at is None
    hands.press("Esc")
    assert hands.session.workplace.place == "start"


def test_the_rail_stays_as_it_is_while_a_list_is_looked_up(hands: Hands) -> None:
    """F6 and F7 lead to lists that are no places of their own: nothing comes and goes beside them."""
    rail = [button.accessibleName() for button in hands.session.workplace.findChildren(RailButton)]
    for key, place in (("F6", "open_referrals"), ("F7", "contacts")):
        hands.press(key)
        assert hands.session.workplace.place == place
        shown = [button.accessibleName() for button in hands.session.workplace.findChildren(RailButton)]
        assert shown == rail
        hands.press("Esc")


def test_a_step_is_built_when_it_is_first_asked(hands: Hands) -> None:
    """A list with nothing in it waits for no question about its lines; later ones stand in the order of the steps."""
    hands.press("F7")
    hands.settle()
    form = _page(hands).form
    before = list(form.rows)
    hands.press("1")
    hands.settle()
    across = [row.mapTo(form, row.rect().topLeft()).y() for row in form.rows.values() if row.isVisible()]

    assert set(before) < set(form.rows)
    assert across == sorted(across)


def test_the_spiking_says_where_the_answer_of_the_police_goes(hands: Hands) -> None:
    """The keys make the referral; Y is then whether they agree, and the row that is named takes the answer."""
    hands.press("N 6 F P Y")
    assert hands.visit.referrals[0].acknowledged_at is None
    form = next(form for form in hands.page.findChildren(StepsForm) if form.isVisible())
    row = form.rows["acknowledged"]
    assert words("referrals.ask.acknowledged") in [label.text() for label in row.findChildren(QLabel)]
    _click(hands, "acknowledged", "yes")

    assert hands.visit.referrals[0].acknowledged_at is not None
