"""From the close of a shift to the very question that is missing, and back, by real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.row import ActionRow

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def open_gap(hands: Hands, gap: Gap) -> None:
    """Go to the close of the shift and open its first row of a kind."""
    hands.press("F4")
    hands.settle()
    sentence = words(f"close.missing.{gap.value}", codes="K1")
    hands.until(lambda: any(row.accessibleName().startswith(sentence) for row in _rows(hands)))
    next(row for row in _rows(hands) if row.accessibleName().startswith(sentence)).click()


def _rows(hands: Hands) -> list[ActionRow]:
    return [row for row in hands.window.findChildren(ActionRow) if row.isVisible()]


@pytest.mark.parametrize(
    ("gap", "section", "question"),
    [
        (Gap.NO_TRIAGE, Section.TRIAGE, "triage.category"),
        (Gap.NO_AGE, Section.ARRIVAL, "arrival.age"),
        (Gap.WOULD_HAVE_NOT_ASKED, Section.LEAVING, "leaving.would_have"),
    ],
)
def test_a_gap_opens_at_its_question_and_escape_comes_back(
    hands: Hands, gap: Gap, section: Section, question: str
) -> None:
    """The section owns the letters and the keyboard is on the question; the rail says where Escape goes."""
    hands.press("N D 7 X Enter")
    open_gap(hands, gap)

    assert hands.page.section is section
    assert hands.page.form.grids[question].isAncestorOf(hands.focused)
    assert any(one.accessibleName().startswith(words("visit.back_to.close")) for one in _buttons(hands))
    hands.press("Esc")
    assert hands.session.workplace.isVisible()
    assert hands.session.workplace.place == "close"


def test_what_is_missing_is_reached_by_a_key_from_the_notes(hands: Hands) -> None:
    """Ctrl+M and Enter open the first thing; nobody has to go through every field of the page."""
    hands.press("N D 2 G 7 X Z Enter F4")
    hands.settle()
    hands.until(lambda: any("K1" in row.accessibleName() for row in _rows(hands)))
    hands.press("Ctrl+M")
    assert hands.focused is _rows(hands)[0]
    hands.press("Space")

    assert hands.page.form.grids["arrival.age"].isAncestorOf(hands.focused)


def test_arrows_go_from_line_to_line(hands: Hands) -> None:
    """Down and Up walk what is missing, and stay on it at its ends."""
    hands.press("N D 2 G 7 X Z Enter F4")
    hands.settle()
    hands.until(lambda: any("K1" in row.accessibleName() for row in _rows(hands)))
    first, second = _rows(hands)[:2]
    hands.press("Ctrl+M Up")
    assert hands.focused is first
    hands.press("Down")
    assert hands.focused is second
    hands.press("Up")

    assert hands.focused is first


def test_an_answered_gap_is_gone(hands: Hands) -> None:
    """0 is not known, and that is an answer; Enter goes on to the close as well."""
    hands.press("N D 2 G 7 X Z Enter")
    open_gap(hands, Gap.NO_AGE)
    hands.press("0 Esc")
    hands.settle()

    hands.until(lambda: not any("K1" in row.accessibleName() for row in _rows(hands)))
    assert hands.focused is _rows(hands)[0]


def test_a_visit_opened_from_the_board_goes_back_to_the_board(hands: Hands) -> None:
    """Also after another one was opened from the close."""
    hands.press("N D 7 X Enter")
    open_gap(hands, Gap.NO_AGE)
    hands.press("Ctrl+N Esc")

    assert hands.session.workplace.place == "board"


def _buttons(hands: Hands) -> list[QAbstractButton]:
    return [one for one in hands.window.findChildren(QAbstractButton) if one.isVisible()]
