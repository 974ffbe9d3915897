"""Below the chips of triage: the head-injury list by one key each, flags closed by a clinician alone, the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.head_injury import answers, unanswered
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.domain.summing_up.put_right import Gap
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.pages.visit.triage.panel import TriagePanel
from mavis.ui.presenters.visit.questions import Section
from tests.ui.test_put_right import open_gap

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def panel(hands: Hands) -> TriagePanel:
    """The part below the chips.

    Raises:
        TypeError: it is another one.
    """
    found = hands.page.panels[Section.TRIAGE]
    if not isinstance(found, TriagePanel):
        raise TypeError(found)
    return found


def category(hands: Hands) -> TriageCategory | None:
    """What somebody decided."""
    return hands.visit.triage.category if hands.visit.triage else None


def _sign_in(hands: Hands, role: Role) -> None:
    """Whoever is signed in has this role from now on."""
    session = hands.session.desk.session
    session.actor = Actor(session.actor.id, role)


def test_the_head_injury_list_is_one_key_each(hands: Hands) -> None:
    """It opens by itself; Z gives it the letters, the last answer gives them back, and no letter of it sets triage."""
    hands.press("N D H 2")
    hands.until(lambda: panel(hands).forms.head is not None)
    assert panel(hands).isVisible()
    hands.press("A")
    assert category(hands) is TriageCategory.AMBER
    hands.press("Z Y N 0 R")
    told = answers(hands.visit)
    assert category(hands) is TriageCategory.AMBER
    assert hands.page.panels.key_place(Section.TRIAGE) == "triage_more"
    assert told[HeadInjurySign.NOT_FULLY_AWAKE] is True
    assert told[HeadInjurySign.LOST_CONSCIOUSNESS] is False
    assert len(unanswered(hands.visit)) == len(HeadInjurySign) - 4
    hands.press("A")
    assert unanswered(hands.visit) == ()
    hands.press("R")

    assert category(hands) is TriageCategory.RED


def test_nothing_below_the_chips_where_nothing_is_asked(hands: Hands) -> None:
    """A cold person has no flag and no list; a tick of H in triage brings it, Escape gives the letters back."""
    hands.press("N C 2 G")
    assert not panel(hands).isVisible()
    hands.press("H")
    hands.until(lambda: panel(hands).forms.head is not None)
    hands.press("Z")
    assert hands.page.panels.key_place(Section.TRIAGE) == "triage_more"
    hands.press("Esc")

    assert (hands.page.section, hands.page.form.has_letters) == (Section.TRIAGE, True)
    assert hands.page.panels.key_place(Section.TRIAGE) == "triage"


def test_only_a_clinician_closes_a_flag_and_only_with_a_grade(hands: Hands) -> None:
    """The coordinator sees that it needs one; the clinician uses the flag's own letter, a grade, and C."""
    hands.press("N D H 2")
    hands.until(lambda: panel(hands).forms.flags is not None)
    flags = panel(hands).forms.flags
    assert flags is not None
    assert flags.rows["ask_clinician"].isVisible()
    hands.press("H")
    assert hands.visit.open_clinical_flags
    _sign_in(hands, Role.CLINICIAN)
    hands.press("H C")
    assert hands.visit.open_clinical_flags
    hands.press("P")
    hands.type("well, no sign")
    hands.press("Enter C")
    (flag,) = hands.visit.flags

    assert flag.closed_grade == "paramedic"
    assert ["well, no sign" in note.text for note in hands.visit.notes] == [True]
    assert not flags.rows["grade"].isVisible()
    hands.press("A")
    assert category(hands) is TriageCategory.AMBER


def test_a_tick_is_taken_off_at_once_or_by_closing_the_flag(hands: Hands, clock: SettableClock) -> None:
    """A slip goes with the next click; minutes later the coordinator is told who closes it, and a clinician closes."""
    hands.press("N C 2 P P")
    assert [flag.code for flag in hands.visit.flags] == []
    hands.press("P")
    clock.advance(minutes=3)
    chip = hands.chip("triage.flag", "chest_pain")
    hands.click(chip)
    assert isinstance(chip, QAbstractButton)
    assert chip.isChecked()
    assert words("triage.stays", name="Chest pain, breathless") in hands.message
    _sign_in(hands, Role.CLINICIAN)
    hands.click(chip)
    hands.press("D Enter C")

    assert [flag.closed_grade for flag in hands.visit.flags] == ["doctor"]


def test_closing_a_flag_is_a_command_while_one_is_open(hands: Hands) -> None:
    """From any section straight to the grade, past the list of the head injury."""
    hands.press("N H 7")
    _sign_in(hands, Role.LEAD)
    hands.press("Ctrl+K")
    hands.type("red flag close")
    hands.press("Enter U Enter C")

    assert [flag.closed_grade for flag in hands.visit.flags] == ["nurse"]


def test_the_button_that_closes_a_flag_leaves_the_keyboard_to_the_page(hands: Hands) -> None:
    """It vanishes with the flag, and the next key is for the same visit."""
    hands.press("N D 1 Esc N D H 2")
    _sign_in(hands, Role.CLINICIAN)
    hands.press("H P")
    hands.click(hands.button(words("chips.triage_more.settle.now")))
    assert not hands.visit.open_clinical_flags

    assert hands.focused is hands.page


def test_a_reason_is_offered_and_never_needed(hands: Hands) -> None:
    """Green against advice stands at once; Z and one letter say why, or the page simply goes on."""
    hands.press("N D P 2 W G")
    hands.until(lambda: panel(hands).forms.flags is not None)
    assert hands.visit.triage is not None
    assert (hands.visit.triage.category, hands.visit.triage.reason) == (TriageCategory.GREEN, "")
    hands.press("Z S")

    assert hands.visit.triage.reason == words("chips.triage_more.reason.seen")
    hands.press("3")
    assert hands.page.section is Section.OBSERVATIONS


def test_a_section_digit_in_the_empty_reason_leads_there_and_is_no_word(hands: Hands) -> None:
    """As in the empty name; behind a word it is part of the reason."""
    hands.press("N D P 2 W G")
    hands.until(lambda: panel(hands).forms.flags is not None)
    hands.press("Z Enter 7")
    assert hands.page.section is Section.LEAVING
    assert hands.visit.triage is not None
    assert not hands.visit.triage.reason


def test_no_to_all_the_rest_stands_above_the_list_where_it_is_seen(hands: Hands) -> None:
    """Under fourteen questions nobody would look for it."""
    hands.press("N H 2 Z")
    button = hands.button(words("chips.triage_more.rest.no"))
    port = hands.page.scroller.viewport()
    hands.until(lambda: port.rect().contains(button.mapTo(port, button.rect().center())))
    hands.click(button)
    assert hands.visit.head_injury is not None
    hands.settle()


def test_an_advice_above_what_was_chosen_is_told_in_the_message(hands: Hands) -> None:
    """Where the eye is: beside the answer that made it so, once, and with Undo of that answer."""
    hands.press("N C 2 G")
    hands.click(hands.chip("triage.drunk", "moderate"))
    first = hands.message
    hands.click(hands.chip("triage.drunk", "severe"))

    assert "Advice is now AMBER. GREEN was chosen." in first
    assert "Advice is now" not in hands.message


def test_what_an_undone_flag_asked_for_is_gone(hands: Hands) -> None:
    """Elsewhere its words go and its place stays; by touch of a chip of triage it all goes."""
    hands.press("N 2 U")
    hands.until(lambda: panel(hands).forms.flags is not None)
    flags = panel(hands).forms.flags
    if flags is None:
        raise LookupError(flags)
    hands.press("4")
    high = panel(hands).height()
    hands.press("Ctrl+Z")
    hands.settle()
    assert (hands.visit.flags, flags.isVisible(), panel(hands).height()) == ((), False, high)
    hands.press("2 U")
    assert flags.isVisible()
    hands.press("4")
    hands.page.form.section_touched.emit(Section.TRIAGE.value)
    hands.page.keys.choose("triage.flag", "unresponsive", False)

    assert not panel(hands).isVisible()


def test_the_close_asks_why_a_category_stayed_below_the_advice(hands: Hands) -> None:
    """GREEN, then drunker than that: the row leads to the reasons, one letter answers, and the row is gone."""
    hands.press("N C 2 G M 7 X Enter")
    open_gap(hands, Gap.BELOW_ADVICE)
    assert hands.page.section is Section.TRIAGE
    assert hands.page.panels.key_place(Section.TRIAGE) == "triage_more"
    hands.press("L")
    hands.settle()

    assert [visit.triage.reason for visit in hands.stored() if visit.triage] == [
        words("chips.triage_more.reason.looks_well")
    ]
