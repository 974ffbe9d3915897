"""People of earlier nights under Ctrl+K, by real keys over real records: found, hidden, opened, looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from mavis.system.wording import words
from mavis.ui.pages.people.page import PeoplePage
from mavis.ui.pages.steps.page import StepsPage
from tests.ui.everyone.announced import listening
from tests.ui.pages.help.test_palette import chosen, palette, rows
from tests.ui.scheme import bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.windows import Hands


def _type(hands: Hands, text: str) -> None:
    hands.press("Ctrl+K")
    hands.type(text)


def _people(hands: Hands) -> list[str]:
    """The rows of people, between what can be done and the way to all people."""
    shown = palette(hands)
    found = shown.presenter.find(shown.field.text()).commands
    return rows(hands)[len(found) : -1]


def test_somebody_of_an_earlier_night_is_found_hidden_and_opened(known: Hands) -> None:
    """Behind what can be done; the last row leads on to everybody. No name shows unasked, and Enter opens the page."""
    _type(known, "kat")
    known.until(lambda: bool(_people(known)))
    (row,) = _people(known)
    assert words("palette.none") not in [
        said.text() for said in palette(known).findChildren(QLabel) if said.isVisible()
    ]
    assert row.startswith(f"{words('board.name_hidden')}, born ")
    assert row.endswith("female, 1 night, last seen 7 March 2026")
    assert not any("Catherine" in one or "Neill" in one for one in rows(known))
    assert rows(known)[-1] == words("palette.look_for", text="kat")
    while chosen(known) != row:
        QTest.keyClick(known.focused, Qt.Key.Key_Down)
    known.press("Enter")
    known.until(lambda: known.session.workplace.place == "person")
    known.settle()
    page = known.session.workplace.page
    assert isinstance(page, StepsPage)
    field = page.form.rows["names"].field
    assert isinstance(field, QLineEdit)
    assert field.text() == "Catherine O'Neill"
    known.press("Esc")
    assert known.session.workplace.place == "board"


def test_names_show_once_somebody_asked_for_them(known: Hands) -> None:
    """As those of tonight's visits do: S on the board, then the palette."""
    known.press("S")
    _type(known, "kat")
    known.until(lambda: bool(_people(known)))

    assert _people(known)[0].startswith("Catherine O'Neill, ")


def test_no_name_of_them_is_ever_announced(known: Hands) -> None:
    """The row is told by what it is; the reader can go to it."""
    known.press("S")
    with listening() as said:
        _type(known, "kat")
        known.until(lambda: bool(_people(known)))
        known.press("Down")

    told = " ".join(one.words for one in said)
    assert words("palette.person") in told
    assert "Catherine" not in told


def test_at_most_three_are_listed_and_a_late_answer_is_for_nobody(known: Hands, tmp_path: Path) -> None:
    """Each key asks anew; what was found for the text before is gone at once."""
    webbs = tuple(f"{day:02}/02/2026,22:10,Kyle Webb,M,{20 + day},cold" for day in range(1, 6))
    bring_in(known.session.session, tmp_path / "webbs.csv", webbs)
    _type(known, "kyle webb")
    known.until(lambda: len(_people(known)) == 3)
    field = palette(known).field
    for text in ("kyle web", "zzzzq"):
        field.setText(text)
        assert _people(known) == []
    known.settle()

    assert _people(known) == []


def test_what_is_chosen_stays_while_people_come_and_an_action_comes_first(known: Hands, tmp_path: Path) -> None:
    """Somebody called Waters is behind the water, and moves nothing under the hand."""
    bring_in(known.session.session, tmp_path / "waters.csv", ("01/02/2026,22:10,May Waters,F,30,cold",))
    _type(known, "water")
    QTest.keyClick(known.focused, Qt.Key.Key_Up)
    last = chosen(known)
    assert last == words("palette.look_for", text="water")
    known.until(lambda: bool(_people(known)))
    assert chosen(known) == last == rows(known)[-1]
    QTest.keyClick(known.focused, Qt.Key.Key_Down)
    known.press("Enter")

    assert known.session.desk.tallies["water"].count == 1


def test_the_last_row_looks_for_the_text_among_all_people(known: Hands) -> None:
    """F3 opens with the text filled in, and the caret behind it."""
    known.press("N")
    _type(known, "oneil")
    QTest.keyClick(known.focused, Qt.Key.Key_Up)
    assert chosen(known) == words("palette.look_for", text="oneil")
    known.press("Enter")
    page = known.session.workplace.page
    assert isinstance(page, PeoplePage)
    assert known.focused is page.field
    assert page.field.text() == "oneil"
    known.until(lambda: [line.name for line in page.finder.lines] == ["Catherine O'Neill"])


@pytest.mark.parametrize("text", ["", "k", " k "])
def test_less_than_two_letters_ask_for_nobody(known: Hands, text: str) -> None:
    """The list is what can be done, and nothing else."""
    _type(known, text)
    known.settle()

    assert [one for one in rows(known) if one.startswith("Look for")] == []


def test_somebody_of_tonight_alone_is_found_by_the_visit(known: Hands) -> None:
    """Nobody is listed as having been here before who was not."""
    known.press("N D R F")
    known.type("Wren")
    known.press("Down A Esc")
    known.settle()
    _type(known, "wren")
    known.settle()

    assert "K1" in chosen(known)
    assert _people(known) == []
