"""Ctrl+K in the real window: find, do, go back; nothing stops, nothing of a person shows unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from mavis.system.wording import has_words, words
from mavis.ui.keys.shortcuts import Place, Shortcut, table
from mavis.ui.pages.help.key_list import KeyList
from mavis.ui.pages.help.palette import Palette
from mavis.ui.pages.visit.observations.panel import ObservationsPanel
from mavis.ui.pages.visit.quick_line import QuickLineBox
from mavis.ui.presenters.visit.question import Section
from tests.untraced import untraced

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def seen(hands: Hands, kind: type[QWidget]) -> list[QWidget]:
    """Those of a kind that lie over the window."""
    return [one for one in hands.window.findChildren(kind) if not one.isHidden()]


def palette(hands: Hands) -> Palette:
    """The palette that is open."""
    (shown,) = seen(hands, Palette)
    assert isinstance(shown, Palette)
    return shown


def rows(hands: Hands) -> list[str]:
    """What the palette lists, as a screen reader says it."""
    model = palette(hands).rows.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chosen(hands: Hands) -> str:
    """The row that Enter would do."""
    return rows(hands)[palette(hands).rows.place]


def somebody(hands: Hands) -> None:
    """K1, amber, called Wren, back on the board."""
    hands.press("N D R F")
    hands.type("Wren")
    hands.press("Down A Esc")


def test_ctrl_k_escape_and_nothing_has_happened(hands: Hands) -> None:
    """The keyboard is where it was: on the board, in a name, in a note."""
    hands.press("N / W r e n")
    before = hands.focused
    for close in ("Esc", "Ctrl+K"):
        hands.press("Ctrl+K o b s")
        assert hands.focused is palette(hands).field
        hands.press(close)
        assert not seen(hands, Palette)
        assert hands.focused is before
    assert [visit.name for visit in hands.session.desk.visits.values()] == ["Wren"]
    hands.press("Esc")
    board = hands.focused
    hands.press("Ctrl+K Esc")
    assert hands.focused is board


def test_the_overdue_stand_first_and_enter_opens_their_observations(hands: Hands, clock: SettableClock) -> None:
    """Ctrl+K and Enter, nothing typed."""
    somebody(hands)
    clock.advance(minutes=40)
    hands.press("Ctrl+K")
    assert chosen(hands) == "Observe K1, overdue 25 min, 1 3"
    hands.press("Enter")

    assert hands.page.section is Section.OBSERVATIONS
    assert hands.visit.code == "K1"
    panel = hands.page.panels[Section.OBSERVATIONS]
    assert isinstance(panel, ObservationsPanel)
    assert hands.focused is panel.line.edit


def test_arrows_choose_and_go_round(hands: Hands) -> None:
    """Down, up, beyond the ends; also with the keyboard in the list."""
    hands.press("Ctrl+K")
    first, last = rows(hands)[0], rows(hands)[-1]
    QTest.keyClick(hands.focused, Qt.Key.Key_Up)
    assert chosen(hands) == last
    QTest.keyClick(hands.focused, Qt.Key.Key_Down)
    assert chosen(hands) == first
    hands.press("Tab")
    assert hands.focused.accessibleName() == words("palette.results")
    QTest.keyClick(hands.focused, Qt.Key.Key_Down)
    assert chosen(hands) == rows(hands)[1]
    hands.press("s e t")
    assert hands.focused is palette(hands).field
    assert palette(hands).field.text() == "set"


def test_every_action_of_the_board_is_there_and_works(hands: Hands) -> None:
    """By words that the sheet of keys uses as well."""
    hands.press("Ctrl+K")
    for name in ("new_visit", "find", "show_names", "quick_line", "more_tallies"):
        assert any(row.startswith(words(f"shortcuts.board.{name}")) for row in rows(hands)), name
    hands.type("count water")
    hands.press("Enter")
    assert hands.session.desk.tallies["water"].count == 1
    hands.press("Ctrl+K")
    hands.type("settings")
    hands.press("Enter")
    assert hands.session.workplace.place == "settings"
    hands.press("Ctrl+K")
    hands.type("new visit")
    hands.press("Enter")
    assert hands.window.page is hands.session.room


def test_in_a_visit_each_answer_is_a_command(hands: Hands) -> None:
    """Typed by its word; what must be held for a second is not among them."""
    hands.press("N Ctrl+K")
    hands.type("wound")
    hands.press("Enter")

    assert [given.kind.value for given in hands.visit.care] == ["wound_cleaned"]
    hands.press("Ctrl+K")
    assert not any(row.startswith(words("chips.leaving.outcome.died")) for row in rows(hands))


def test_the_sections_of_a_visit_and_the_paper_of_the_close_are_commands(hands: Hands) -> None:
    """Where their keys count; the hold of the close is not among them."""
    hands.press("N Ctrl+K")
    hands.type("go to leaving")
    hands.press("Enter")
    assert hands.page.section is Section.LEAVING
    hands.press("F2 F4 Ctrl+K")

    assert any(row.startswith(words("shortcuts.close.print")) for row in rows(hands))
    assert not any(row.startswith(words("shortcuts.close.close")) for row in rows(hands))


def test_names_are_found_but_not_shown(hands: Hands) -> None:
    """Until somebody asks for them."""
    somebody(hands)
    hands.press("Ctrl+K")
    hands.type("wren")
    assert "K1" in chosen(hands)
    assert not any("Wren" in row for row in rows(hands))
    hands.press("Esc S Ctrl+K")

    assert any("Wren" in row for row in rows(hands))


def test_a_line_in_the_palette_opens_the_visit(hands: Hands) -> None:
    """It is offered first, with what was understood."""
    hands.press("Ctrl+K")
    hands.type("2150 m 20s drunk cut hand")
    assert chosen(hands).startswith("New visit: arrived 21:50")
    hands.press("Enter")
    hands.settle()

    (stored,) = hands.stored()
    assert len(stored.needs) == 2
    assert hands.visit.id == stored.id


def test_nothing_fits(hands: Hands) -> None:
    """It says so, only the way to people is left, and the text can be put right."""
    hands.press("Ctrl+K")
    hands.type("zzzz")
    assert words("palette.none") in [label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()]
    assert rows(hands) == [words("palette.look_for", text="zzzz")]
    hands.press("Ctrl+A % Enter")
    assert rows(hands) == []
    assert palette(hands).isVisible()
    QTest.keyClick(hands.focused, Qt.Key.Key_Backspace)

    assert rows(hands)


def test_a_click_does_it_and_a_click_beside_goes_back(hands: Hands) -> None:
    """Touch works too."""
    hands.press("Ctrl+K w a t")
    shown = palette(hands)
    QTest.mouseClick(shown.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert hands.session.desk.tallies["water"].count == 1
    hands.press("Ctrl+K")
    QTest.mouseClick(palette(hands), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))

    assert not seen(hands, Palette)


def test_the_hint_in_the_status_line_opens_it(hands: Hands) -> None:
    """By mouse; it is hidden while Mavis is locked."""
    hint = hands.button(words("widgets.status.commands"))
    hands.click(hint)
    assert seen(hands, Palette)
    hands.press("Esc")
    hands.lock()

    assert not hint.isVisible()


@pytest.mark.parametrize("keys", ["F2", "F8", "Ctrl+N", "F1"])
def test_a_shortcut_closes_it_and_works(hands: Hands, keys: str) -> None:
    """Nobody has to think of Escape first."""
    hands.press("N Ctrl+K o")
    hands.press(keys)

    assert not seen(hands, Palette)
    expected = {"F2": "board", "F8": "settings"}
    if keys in expected:
        assert hands.session.workplace.place == expected[keys]
        assert hands.window.page is hands.session.workplace
    elif keys == "F1":
        assert seen(hands, KeyList)
    else:
        assert len(hands.session.desk.visits) == 2


def test_the_clocks_go_on_and_the_lock_works(hands: Hands, clock: SettableClock) -> None:
    """It is never modal: the board behind it counts on, a minute alone hides all, and Ctrl+L locks."""
    somebody(hands)
    hands.press("Ctrl+K")
    clock.advance(minutes=40)
    hands.until(lambda: any("overdue" in card.accessibleName().lower() for card in hands.window.findChildren(QWidget)))
    field = hands.focused
    for _ in range(3):
        hands.idle.advance(seconds=20)
        hands.session.guard.look()
    assert hands.window.veiled
    hands.press("N")
    assert hands.focused is field
    assert palette(hands).field.text() == "N"
    hands.lock()

    assert not seen(hands, Palette)


def test_it_is_a_list_for_a_screen_reader(hands: Hands) -> None:
    """With a role, a name, and rows that say command, detail and keys."""
    hands.press("Ctrl+K")
    shown = palette(hands)
    told = QAccessible.queryAccessibleInterface(shown.rows)

    assert told.role() is QAccessible.Role.List
    assert told.childCount() == len(rows(hands))
    assert told.text(QAccessible.Text.Name) == words("palette.results")
    assert shown.field.accessibleName() == words("palette.title")


def test_only_one_thing_lies_over_the_window(hands: Hands) -> None:
    """The quick line gives way to the palette and the palette to the sheet of keys."""
    hands.press("= Ctrl+K")
    assert not seen(hands, QuickLineBox)
    assert seen(hands, Palette)
    hands.press("F1")
    assert not seen(hands, Palette)
    assert len(seen(hands, KeyList)) == 1


def test_no_shift_no_people(hands: Hands) -> None:
    """Before the night has begun there are actions, and nobody to observe."""
    hands.session.desk.fill(None, (), ())
    hands.press("Ctrl+K")

    assert any(row.startswith(words("shortcuts.everywhere.settings")) for row in rows(hands))
    assert not any("Observe" in row or "Count " in row for row in rows(hands))
    hands.type("2150 m drunk")
    assert rows(hands) == [words("palette.look_for", text="2150 m drunk")]


SOUGHT = [
    ("pdf", "everywhere.close_shift"),
    ("summ", "everywhere.close_shift"),
    ("print", "everywhere.close_shift"),
    ("csv", "everywhere.close_shift"),
    ("excel", "everywhere.close_shift"),
    ("backup", "everywhere.settings"),
    ("dark", "everywhere.settings"),
    ("text size", "everywhere.settings"),
    ("log out", "everywhere.lock"),
    ("switch user", "everywhere.hand_over"),
    ("patient", "everywhere.new_visit"),
    ("search", "board.find"),
    ("help", "everywhere.keys"),
]
"""What a volunteer types, and the command that does it."""


@pytest.mark.parametrize(("typed", "action"), SOUGHT)
def test_other_words_find_a_command(hands: Hands, typed: str, action: str) -> None:
    """From the board, by a word that stands nowhere in its name."""
    hands.press("Ctrl+K")
    hands.type(typed)
    name = next(row.label for row in table() if row.action == action)

    assert any(row.startswith(words(name)) for row in rows(hands))


@untraced()
def test_every_command_is_found_by_its_name_and_by_each_of_its_other_words(hands: Hands) -> None:
    """On the board and in a visit: what can be done has other words, and each of them leads to it."""
    for keys in ("Ctrl+K", "N Ctrl+K"):
        hands.press(keys)
        find = palette(hands).presenter.find
        for command in find("").commands:
            assert command in find(command.name).commands, command.name
            for word in command.also.split():
                assert command in find(word).commands, (command.name, word)
        hands.press("Esc")


@pytest.mark.parametrize("row", [row for row in table() if row.place in (Place.EVERYWHERE, Place.BOARD, Place.VISIT)])
def test_every_action_has_other_words(row: Shortcut) -> None:
    """But the palette itself, ways back, second keys, and keys that answer in place."""
    in_place = {
        "palette",
        "back",
        "redo_as_well",
        "card",
        "not_known",
        "refused",
        "go_on",
        "name_at_once",
        "take_off",
        "more",
        "board",
    }
    name = row.action.partition(".")[2]

    assert name in in_place or has_words(f"palette.also.{row.action}")
