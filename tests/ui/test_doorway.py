"""The locked side: first start, unlocking, wrong guesses, and the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from mavis.system.wording import words
from mavis.ui.doorway import initials
from mavis.ui.pages.doors.error_summary import ErrorSummary
from mavis.ui.pages.doors.first_run import FirstRunPage
from mavis.ui.pages.doors.first_run_steps import FirstRunSteps
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.widgets.button import Button
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.windows import Hands


def field(hands: Hands, name: str) -> QLineEdit:
    """The seen field of that name.

    Raises:
        StopIteration: none is seen.
    """
    edits = hands.window.findChildren(QLineEdit)
    return next(one for one in edits if one.isVisible() and one.accessibleName() == words(name))


def said(hands: Hands, name: str) -> str:
    """The sentence at a field."""
    return field(hands, name).accessibleDescription()


def fill_in(hands: Hands, *texts: str) -> None:
    """Type into one field after the other."""
    for text in texts:
        hands.type(text)
        hands.press("Enter")


def test_the_first_start_by_keys_alone(fresh: Hands) -> None:
    """Scheme, name, passphrase twice, the code typed back in small letters: the session is open."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", FOUR_WORDS, FOUR_WORDS)
    page = fresh.window.page
    assert isinstance(page, FirstRunPage)
    fresh.until(lambda: bool(page.code))
    fill_in(fresh, page.code.lower())
    fresh.until(lambda: fresh.shown.session is not None and fresh.shown.session.is_ready)

    assert [tile.name for tile in fresh.program.access.people()] == ["Dilys"]
    assert fresh.program.access.scheme == "Weston MAVISbus"


def test_tab_goes_from_field_to_field_and_to_show_after_all(fresh: Hands) -> None:
    """No passphrase is typed onto a button; the button that stores all comes next, Show behind everything."""
    for key in ("scheme", "coordinator", "passphrase", "again"):
        assert fresh.focused is field(fresh, f"first_run.{key}")
        fresh.press("Tab")
    assert fresh.focused.accessibleName().startswith(words("first_run.create"))
    field(fresh, "first_run.scheme").setFocus()
    fresh.press("Shift+Tab")

    assert fresh.focused.accessibleName().startswith(words("widgets.show_passphrase"))


def test_letters_typed_on_show_go_into_its_field(fresh: Hands) -> None:
    """No half passphrase: not a letter of it is lost on the button, by Tab or by a click."""
    first = field(fresh, "first_run.passphrase")
    buttons = fresh.window.findChildren(Button)
    show = next(one for one in buttons if one.accessibleDescription() == first.accessibleName())
    show.setFocus()
    for letter in "four made":
        fresh.type(letter)
    assert fresh.focused is first
    fresh.click(show)
    for letter in " up words":
        fresh.type(letter)

    assert first.text() == "four made up words"


def test_the_last_step_says_opening_until_the_first_page_is_there(fresh: Hands) -> None:
    """No empty page comes between, and no key is pressed on the rail."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", FOUR_WORDS, FOUR_WORDS)
    page = fresh.window.page
    assert isinstance(page, FirstRunPage)
    fresh.until(lambda: bool(page.code))
    fill_in(fresh, page.code)
    fresh.button(words("unlock.opening"))
    fresh.until(lambda: fresh.window.page is not page)

    assert fresh.window.page is fresh.session.workplace
    assert fresh.session.workplace.page is not fresh.session.workplace


def test_a_code_typed_back_wrongly_does_not_go_on(fresh: Hands) -> None:
    """One sign is another one: the sentence, the words stay, and the right code still goes on."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", FOUR_WORDS, FOUR_WORDS)
    page = fresh.window.page
    assert isinstance(page, FirstRunPage)
    fresh.until(lambda: bool(page.code))
    wrong = ("A" if page.code[0] != "A" else "B") + page.code[1:]
    fill_in(fresh, wrong)
    assert said(fresh, "first_run.type_back") == words("first_run.code.group", number=1, typed=wrong[:4])
    assert field(fresh, "first_run.type_back").text() == wrong
    assert fresh.shown.session is None
    field(fresh, "first_run.type_back").selectAll()
    fill_in(fresh, page.code)
    fresh.until(lambda: fresh.shown.session is not None and fresh.shown.session.is_ready)


def test_an_empty_code_is_no_code(fresh: Hands) -> None:
    """Enter alone goes nowhere."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", FOUR_WORDS, FOUR_WORDS)
    page = fresh.window.page
    assert isinstance(page, FirstRunPage)
    fresh.until(lambda: bool(page.code))
    fresh.press("Enter")

    assert said(fresh, "first_run.type_back") == words("first_run.code.empty")


def test_a_weak_passphrase_is_told_where_it_is_typed(fresh: Hands) -> None:
    """Enter goes no further; four words do, and the sentence goes."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", "short")
    assert said(fresh, "first_run.passphrase") == words("errors.passphrase_short")
    assert field(fresh, "first_run.passphrase").hasFocus()
    fresh.focused.setProperty("text", "")
    fill_in(fresh, FOUR_WORDS)

    assert field(fresh, "first_run.again").hasFocus()
    assert said(fresh, "first_run.passphrase") != words("errors.passphrase_short")


def test_the_steps_stand_beside_the_form_or_above_it(fresh: Hands) -> None:
    """Beside it the panel says both steps; with large text its place is needed, and the step is told above the form."""
    (steps,) = fresh.window.findChildren(FirstRunSteps)
    page = fresh.window.page
    assert isinstance(page, FirstRunPage)
    (first,) = (
        one
        for one in page.findChildren(QLabel)
        if one.text() == words("first_run.step.count", number=1) and not steps.isAncestorOf(one)
    )
    assert (steps.isVisible(), first.isVisible()) == (True, False)
    fresh.window.keeper.set_text_percent(200)

    assert (steps.isVisible(), first.isVisible()) == (False, True)


def test_all_that_is_missing_is_listed_at_once(fresh: Hands) -> None:
    """The list above the form says the same as the fields, and the first of them has the keyboard."""
    fresh.click(fresh.button(words("first_run.create")))
    (summary,) = fresh.window.findChildren(ErrorSummary)
    assert summary.sentences == [
        words("first_run.need_scheme"),
        words("first_run.need_name"),
        words("errors.passphrase_short"),
    ]
    assert field(fresh, "first_run.scheme").hasFocus()
    fill_in(fresh, "Weston MAVISbus", "Dilys", FOUR_WORDS, FOUR_WORDS)

    assert summary.sentences == []


def test_each_missing_answer_is_asked_for_in_its_place(fresh: Hands) -> None:
    """No scheme, no name, two passphrases that differ: nothing is created, nothing typed is lost."""
    make = words("first_run.create")
    fresh.click(fresh.button(make))
    assert said(fresh, "first_run.scheme") == words("first_run.need_scheme")
    fresh.type("Weston MAVISbus")
    fresh.click(fresh.button(make))
    assert said(fresh, "first_run.coordinator") == words("first_run.need_name")
    field(fresh, "first_run.coordinator").setFocus()
    fill_in(fresh, "Dilys", FOUR_WORDS, "another thing entirely here")

    assert said(fresh, "first_run.again") == words("first_run.not_the_same")
    assert field(fresh, "first_run.passphrase").text() == FOUR_WORDS
    assert not fresh.program.access.is_set_up()


def test_a_weak_passphrase_is_refused_with_what_to_do(fresh: Hands) -> None:
    """The sentence stands at the passphrase; everything typed stays; a good one goes on."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", "short", "short")
    fresh.until(lambda: bool(said(fresh, "first_run.passphrase")))
    assert not fresh.program.access.is_set_up()
    assert field(fresh, "first_run.scheme").text() == "Weston MAVISbus"
    for name in ("first_run.passphrase", "first_run.again"):
        field(fresh, name).setFocus()
        field(fresh, name).selectAll()
        fill_in(fresh, FOUR_WORDS)
    fresh.until(fresh.program.access.is_set_up)


def test_a_wrong_passphrase_is_said_and_cleared(locked: Hands, qtbot: QtBot) -> None:
    """The field is empty, has the keyboard, and says why; the right one opens."""
    fill_in(locked, "not the right words")
    locked.until(lambda: bool(said(locked, "unlock.passphrase")))
    qtbot.wait(1_050)
    edit = field(locked, "unlock.passphrase")
    assert said(locked, "unlock.passphrase") == words("errors.passphrase_wrong")
    assert (edit.text(), locked.focused is edit) == ("", True)
    locked.unlock()


def test_guessing_has_to_wait(locked: Hands, qtbot: QtBot) -> None:
    """After a wrong guess even the right words must wait; the sentence says how long; then they open."""
    for guess in ("not the right words", FOUR_WORDS):
        fill_in(locked, guess)
        locked.until(lambda: not locked.shown.tasks.busy)

    assert said(locked, "unlock.passphrase") == words("errors.too_many_guesses", n=1)
    assert locked.shown.session is None
    qtbot.wait(1_050)
    locked.unlock()


def test_the_recovery_code_opens(fresh: Hands) -> None:
    """Shown on the locked page by a button; a wrong one is said; the printed one opens."""
    fill_in(fresh, "Weston MAVISbus", "Dilys", FOUR_WORDS, FOUR_WORDS)
    page = fresh.window.page
    assert isinstance(page, FirstRunPage)
    fresh.until(lambda: bool(page.code))
    code = page.code
    fill_in(fresh, code)
    fresh.until(lambda: fresh.shown.session is not None and fresh.shown.session.is_ready)
    fresh.lock()
    fresh.click(fresh.button(words("unlock.use_recovery")))
    fill_in(fresh, "AAAA-AAAA")
    fresh.until(lambda: bool(said(fresh, "unlock.recovery_code")))
    field(fresh, "unlock.recovery_code").selectAll()
    fill_in(fresh, code)
    fresh.until(lambda: fresh.shown.session is not None and fresh.shown.session.is_ready)


def test_the_way_to_the_recovery_code_and_back(locked: Hands) -> None:
    """One button, both ways; the keyboard goes with it."""
    locked.click(locked.button(words("unlock.use_recovery")))
    assert locked.focused is field(locked, "unlock.recovery_code")
    locked.click(locked.button(words("unlock.use_passphrase")))

    assert locked.focused is field(locked, "unlock.passphrase")


def test_an_empty_passphrase_is_not_tried(locked: Hands) -> None:
    """Enter by accident costs no guess."""
    locked.press("Enter")

    assert not locked.shown.tasks.busy
    assert said(locked, "unlock.passphrase") == ""


def test_the_locked_page_offers_no_command(locked: Hands) -> None:
    """Neither the palette nor a place."""
    assert isinstance(locked.window.page, UnlockPage)
    locked.press("Ctrl+N Ctrl+Z F2 F4")
    assert isinstance(locked.window.page, UnlockPage)


@pytest.mark.parametrize(
    ("name", "letters"), [("Ruth E.", "RE"), ("Dilys", "D"), ("Ann Marie de Vries", "AV"), ("", ""), ("7 of 9", "O")]
)
def test_initials(name: str, letters: str) -> None:
    """First and last part; none of a name without letters."""
    assert initials(name) == letters
