"""A visit that was finished takes no answer before it is opened again, by the real window and the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from mavis.system.wording import words
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def _is_chosen(hands: Hands, outcome: str) -> bool:
    chip = hands.chip("leaving.outcome", outcome)
    return isinstance(chip, QAbstractButton) and chip.isChecked()


def test_no_key_of_an_answer_changes_a_finished_visit(hands: Hands) -> None:
    """Letters and digits of every section change nothing but words that say so; opened again it takes answers."""
    hands.press("N D 2 G 7 X Z Q Enter R")
    hands.settle()
    (before,) = hands.stored()
    hands.press("1 H")
    assert hands.message.startswith(words("visit.said.is_finished"))
    for keys in ("1 H E F", "2 R H", "3 A", "4 W", "7 M N I", "Ctrl+9"):
        hands.page.setFocus()
        hands.press(keys)
    hands.settle()
    assert hands.stored() == [before]
    hands.page.setFocus()
    hands.press("Ctrl+O 1 H")
    hands.settle()
    (after,) = hands.stored()

    assert [need.value for need in after.needs] == ["alcohol_intoxication", "head_injury"]


def test_a_hand_changes_no_answer_of_a_finished_visit(hands: Hands) -> None:
    """The chip stays as the record has it, and Enter leads to the board without finishing the visit once more."""
    hands.press("N D 2 G 7 X Enter R")
    hands.click(hands.chip("leaving.outcome", "ambulance_conveyed"))
    assert hands.message.startswith(words("visit.said.is_finished"))
    assert [code for code in ("taxi", "ambulance_conveyed") if _is_chosen(hands, code)] == ["taxi"]
    hands.press("Enter")
    hands.settle()

    assert hands.window.page is hands.session.workplace
    assert hands.stored()[0].departed_at is not None


def test_words_and_values_typed_into_a_finished_visit_are_refused(hands: Hands) -> None:
    """A name in the head, a line of observations, the talk about alcohol, a refusal: the record stays, in words."""
    hands.press("N D 2 G 7 X Enter R")
    hands.settle()
    before = hands.stored()
    for keys, typed in (("/", "Wren"), ("3", "r10 p112"), ("5", "ynf"), ("6 R", "cu"), ("6 C", "uk"), ("-", "2130")):
        hands.page.setFocus()
        hands.press(keys)
        hands.type(typed)
        hands.press("Enter")
        hands.session.show_visit(before[0].id)
    hands.settle()

    assert hands.stored() == before
    assert not hands.visit.name


def test_a_note_is_written_about_somebody_who_has_left(hands: Hands) -> None:
    """What comes later has its own time, and stays where it was written."""
    hands.press("N D 2 G 7 X Enter R Ctrl+T")
    hands.type("Rang at three, all well")
    hands.press("Esc")
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["Rang at three, all well"]


def test_what_takes_no_answer_looks_so_until_the_visit_is_opened_again(hands: Hands) -> None:
    """No letter is framed but those of triage, which nobody has set; the head says how the visit is opened again."""
    hands.press("N D H 7 X Enter R")
    shut, why = hands.page.presenter.shut_questions, words("visit.said.is_finished")
    assert {"arrival.need", "leaving.outcome"} <= shut
    assert not shut & {"triage.category", "leaving.basis"}
    assert not hands.page.form.main_need.isVisible()
    hands.press("1")
    needs = hands.page.form.grids["arrival.need"]
    before = needs.grab().toImage()
    assert needs.accessibleDescription() == why
    hands.click(hands.button(words("visit.finished_reopen")))
    assert hands.page.presenter.shut_questions == frozenset()
    assert needs.accessibleDescription() == ""

    assert needs.grab().toImage() != before
    assert hands.page.form.main_need.isVisible()


def test_the_head_offers_to_open_a_finished_visit_where_the_foot_does_not(hands: Hands) -> None:
    """Leaving has its own button for it; an open visit has none."""
    hands.press("N D 7 X Enter R")
    offers = [one for one in hands.page.findChildren(QAbstractButton) if one.accessibleName().startswith("Finished.")]
    assert [one.isVisible() for one in offers] == [False]
    hands.press("4")
    assert [one.isVisible() for one in offers] == [True]
    hands.press("Ctrl+O")

    assert [one.isVisible() for one in offers] == [False]


@pytest.mark.parametrize(("keys", "name", "section"), [("K", "left_at", "7"), ("-", "here_since", "1")])
def test_the_times_of_a_finished_visit_are_shut_as_its_answers_are(
    hands: Hands, clock: SettableClock, keys: str, name: str, section: str
) -> None:
    """The field says how to open the visit, takes no time and leads nowhere; once it is open it takes the time."""
    hands.press("N D 2 G 7")
    clock.advance(minutes=10)
    hands.press("X Enter R")
    hands.settle()
    before = hands.stored()
    hands.press(f"{section} {keys}")
    field = hands.focused
    shown = field.text() if isinstance(field, QLineEdit) else ""
    hands.type("2130")
    hands.press("Enter")
    assert hands.page.isVisible()
    assert (field.hasFocus(), isinstance(field, QLineEdit) and field.text()) == (True, shown)
    said = [one.text() for one in hands.page.findChildren(TextLabel) if one.isVisible()]
    assert words("visit.time_shut") in said
    steps = hands.button(words(f"visit.{name}_earlier", minutes=5))
    hands.press("Esc")
    assert words("visit.time_shut") not in [one.text() for one in hands.page.findChildren(TextLabel) if one.isVisible()]
    hands.click(steps)
    assert words("visit.time_shut") in [one.text() for one in hands.page.findChildren(TextLabel) if one.isVisible()]
    hands.settle()
    assert hands.stored() == before
    hands.press("Ctrl+O")
    said = [one.text() for one in hands.page.findChildren(TextLabel) if one.isVisible()]
    assert words("visit.time_shut") not in said
    hands.click(steps)
    hands.settle()

    assert hands.stored() != before
