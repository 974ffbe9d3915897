"""The status line: the message with its Undo never vanishes; the lasting facts say less where room is scarce."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Tone
from mavis.ui.widgets import message_slot
from mavis.ui.widgets.message_slot import MessageKind, MessageView
from mavis.ui.widgets.status_line import KeyHint, StatusLine, StatusView
from tests.ui.drawn import elided, marks
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_COUNTED = MessageView("Water counted: 14", action="Undo", keys="Ctrl+Z")
_FACTS = (
    StatusView(IconName.DISK, "Saved on this laptop", short="Saved"),
    StatusView(IconName.DISCS, "Backup 01:40", short="01:40"),
    StatusView(IconName.TRAY, "3 summaries not sent", short="3 not sent"),
)


def _tell(qtbot: QtBot, line: StatusLine, view: MessageView) -> None:
    line.tell(view)
    qtbot.waitUntil(lambda: line.slot.width() > 100)


def _widen(qtbot: QtBot, line: StatusLine, width: int) -> None:
    line.window().resize(width + 32, 200)
    qtbot.waitUntil(lambda: line.width() == width)


def _said(line: StatusLine) -> list[str]:
    return [fact.words for fact in line.facts if fact.isVisible()]


def test_undo_is_one_press(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The whole slot is the button."""
    line = StatusLine(keeper)
    shown(qtbot, line)
    _tell(qtbot, line, _COUNTED)

    with qtbot.waitSignal(line.undo_asked):
        QTest.mouseClick(line.slot, Qt.MouseButton.LeftButton)

    assert line.slot.accessibleName() == "Water counted: 14. Undo"


def test_a_message_settles_and_stays(qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands out for a while, then is plain; it takes the same room and can still be undone."""
    monkeypatch.setattr(message_slot, "FRESH_MS", 60)
    line = StatusLine(keeper)
    shown(qtbot, line)
    _tell(qtbot, line, _COUNTED)
    fresh, width = keeper.tokens.sel.lower(), line.slot.sizeHint().width()
    assert fresh in colours(line.slot)

    qtbot.waitUntil(lambda: fresh not in colours(line.slot))

    assert line.slot.isEnabled()
    assert line.slot.sizeHint().width() == width


@pytest.mark.parametrize(("kind", "token"), [(MessageKind.WARNING, "amber_soft"), (MessageKind.ERROR, "red_soft")])
def test_trouble_looks_like_trouble(qtbot: QtBot, keeper: ThemeKeeper, kind: MessageKind, token: str) -> None:
    """A soft fill, which does not fade."""
    line = StatusLine(keeper)
    shown(qtbot, line)

    _tell(qtbot, line, MessageView("Could not print: no paper", kind, "Try again"))
    line.slot.settle()

    assert getattr(keeper.tokens, token).lower() in colours(line.slot)


def test_what_was_not_done_looks_like_no_tick_and_no_trouble(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A mark and a ground of its own; the reader hears that it is so, and the next message is heard as ever."""
    line = StatusLine(keeper)
    shown(qtbot, line)
    _tell(qtbot, line, MessageView("First open Spiking (S), then T.", MessageKind.NOT_DONE))
    seen = colours(line.slot)

    assert keeper.tokens.raised.lower() in seen
    assert not seen & {getattr(keeper.tokens, name).lower() for name in ("sel", "amber_soft", "red_soft")}
    assert line.slot.accessibleDescription() == words("widgets.not_done")
    _tell(qtbot, line, _COUNTED)
    assert line.slot.accessibleDescription() == ""


def test_what_is_only_told_has_no_mark(qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tick says that something was done; the name of a page begins at the edge, and so does an offer that waits."""
    drawn: list[IconName] = []
    monkeypatch.setattr(message_slot, "paint_icon", lambda _painter, icon, *_place: drawn.append(icon))
    line = StatusLine(keeper)
    shown(qtbot, line)
    for view in (MessageView("Set up Mavis", MessageKind.TOLD), MessageView("Waits", MessageKind.TOLD, "Go on")):
        _tell(qtbot, line, view)
        line.slot.grab()
        line.slot.settle()
        line.slot.grab()
    told = line.slot.sizeHint().width()
    assert drawn == []

    _tell(qtbot, line, MessageView("Waits", MessageKind.DONE, "Go on"))
    line.slot.grab()
    assert set(drawn) == {IconName.TICK}
    assert line.slot.sizeHint().width() > told


def test_a_message_without_an_action_is_not_a_button(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Nothing happens when it is pressed."""
    line = StatusLine(keeper)
    shown(qtbot, line)

    line.tell(MessageView("Locked. Names are hidden.", MessageKind.TOLD))

    assert not line.slot.isEnabled()


def test_facts_are_said_in_full_where_there_is_room(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """In one word each where there is not, and not at all where even that is too much; the keys always stay."""
    line = StatusLine(keeper)
    shown(qtbot, line)
    _tell(qtbot, line, _COUNTED)
    line.set_facts(_FACTS)
    found = {}
    for width in (1400, 900, 600):
        _widen(qtbot, line, width)
        found[width] = (_said(line), all(hint.isVisible() for hint in line.findChildren(KeyHint)))

    full, short = [fact.words for fact in _FACTS], [fact.short for fact in _FACTS]
    assert found == {1400: (full, True), 900: (short, True), 600: ([], True)}


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_the_keys_stay_beside_a_long_message(qtbot: QtBot, keeper: ThemeKeeper, percent: int) -> None:
    """Whoever does not know what to do next finds ``F1`` and ``Ctrl+K`` whole, at any size of text."""
    keeper.set_text_percent(percent)
    line = StatusLine(keeper)
    shown(qtbot, line)
    line.set_facts((*_FACTS[:2], StatusView(IconName.WARNING, "2 changes are not saved", Tone.RED)))
    _widen(qtbot, line, 1366)

    _tell(qtbot, line, MessageView("K12, how they left: with friends or family. Counts as 1 A&E visit", action="Undo"))
    qtbot.wait(20)

    hints = line.findChildren(KeyHint)
    assert [hint.isVisible() and hint.width() >= hint.sizeHint().width() for hint in hints] == [True, True]
    assert max(hint.geometry().right() for hint in hints) <= line.width()
    assert line.slot.width() >= line.slot.minimumSizeHint().width()


def test_a_key_that_counts_again_takes_no_room_from_the_message(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """As when the keyboard comes back from a field: the line is measured anew."""
    line = StatusLine(keeper)
    shown(qtbot, line)
    line.set_facts(_FACTS[:2])
    line.slot.set_keys_count(False)
    _tell(qtbot, line, _COUNTED)
    _widen(qtbot, line, 620)

    line.slot.set_keys_count(True)
    qtbot.wait(20)

    assert line.slot.width() >= line.slot.minimumSizeHint().width()


def test_facts_change_in_place(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Fewer facts hide the rest."""
    line = StatusLine(keeper)
    shown(qtbot, line)
    _widen(qtbot, line, 1400)
    line.set_facts(_FACTS)

    line.set_facts(_FACTS[:1])

    assert _said(line) == ["Saved on this laptop"]


def test_keys_and_commands_can_be_asked_by_mouse(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """And the commands are hidden while locked."""
    line = StatusLine(keeper)
    shown(qtbot, line)
    _widen(qtbot, line, 1400)
    keys, commands = line.findChildren(KeyHint)

    with qtbot.waitSignals([line.keys_asked, line.commands_asked]):
        QTest.mouseClick(keys, Qt.MouseButton.LeftButton)
        QTest.mouseClick(commands, Qt.MouseButton.LeftButton)
    line.show_commands(shown=False)

    assert keys.isVisible()
    assert not commands.isVisible()


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_a_message_that_has_its_room_is_never_shortened(qtbot: QtBot, keeper: ThemeKeeper, percent: int) -> None:
    """From the width of its words on two lines up to that on one, pixel by pixel."""
    keeper.set_text_percent(percent)
    slot = message_slot.MessageSlot(keeper)
    slot.set_view(MessageView("Head injury: no to all the rest", action="Undo"))
    shown(qtbot, slot)
    widths = range(slot.minimumSizeHint().width(), slot.sizeHint().width() + 1)
    shortened = []
    for width in widths:
        slot.resize(width, slot.sizeHint().height())
        shortened += [width] if elided(marks(slot)) else []

    assert shortened == []
