"""The parts of the components sheet of the gallery, one kind of widget each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Tone
from mavis.ui.widgets.banner import Banner, BannerView
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.chip import CheckChip, ChipView, RadioChip
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.message_slot import MessageKind, MessageSlot, MessageView
from mavis.ui.widgets.next_check import CheckState, NextCheckBlock, NextCheckView
from mavis.ui.widgets.triage import TriageChoice, TriageShape, TriageSign

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper


def chips(keeper: ThemeKeeper) -> QWidget:
    """Both kinds of chip in each state."""
    box, grid = _grid()
    held = ChipView("h", "Hold to choose", "H", hold=True)
    specs = [
        CheckChip(keeper, ChipView("a", "Pick any", "A")),
        CheckChip(keeper, ChipView("b", "Chosen", "B")),
        CheckChip(keeper, ChipView("c", "Upset or self-harm", "C")),
        CheckChip(keeper, ChipView("d", "Chosen, focused", "D")),
        RadioChip(keeper, ChipView("e", "Pick one", "E")),
        RadioChip(keeper, ChipView("f", "Chosen", "F")),
        RadioChip(keeper, ChipView("g", "Not for now", "G")),
        RadioChip(keeper, held),
        CheckChip(keeper, ChipView("i", "Ruth E.", "I", second="lead")),
        RadioChip(keeper, ChipView("j", "45-54", "Y", stacked=True)),
        RadioChip(keeper, ChipView("k", "65+", "I", stacked=True)),
        CheckChip(keeper, ChipView("l", "Letters asleep", "L")),
    ]
    for at, chip in enumerate(specs):
        grid.addWidget(chip, at // 4, at % 4)
        grid.setColumnStretch(at % 4, 1)
        chip.setChecked(chip.view.code in {"b", "d", "f", "i", "j"})
    specs[6].setEnabled(False)
    specs[11].set_live(live=False)
    return box


def buttons(keeper: ThemeKeeper) -> QWidget:
    """Plain, main, not now, and press-and-hold."""
    box, grid = _grid()
    idle = Button(keeper, "Not now")
    idle.setEnabled(False)
    focused = Button(keeper, "Plain, focus", keys="S")
    focused.setObjectName("focused")
    parts = [
        Button(keeper, "Main", icon=IconName.PLUS, keys="N", main=True),
        Button(keeper, "Plain"),
        focused,
        idle,
        HoldButton(keeper, "Hold to close", icon=IconName.MOON, main=True),
    ]
    for at, button in enumerate(parts):
        grid.addWidget(button, 0, at)
    return box


def fields(keeper: ThemeKeeper) -> QWidget:
    """Empty, typed, warned about, wrong."""
    box, grid = _grid()
    texts = ("", "11", "240", "1:75")
    for at, (label, text) in enumerate(zip(("Pulse", "Typed", "Warns", "Cannot be"), texts, strict=True)):
        field = Field(keeper, label)
        field.set_text(text)
        grid.addWidget(field, 0, at)
        if at == 2:
            field.set_state(FieldState.WARNING, "Very high. Right?")
        if at == 3:
            field.set_state(FieldState.ERROR, "Type a time: 0145")
    return box


def checks(keeper: ThemeKeeper) -> QWidget:
    """The next look in its four states."""
    box, grid = _grid()
    for at, state in enumerate(CheckState):
        block = NextCheckBlock(keeper, "3" if at % 2 else "")
        block.set_view(NextCheckView(state, (14, 2, 6, 1)[at], "02:06"))
        grid.addWidget(block, at // 2, at % 2)
    return box


def banners(keeper: ThemeKeeper) -> QWidget:
    """Red flag, safeguarding, advice."""
    box, grid = _grid()
    views = (
        BannerView(
            Tone.RED,
            "Call 999. Recovery position. Do not leave alone.",
            "Cold skin, NEWS2 7. Advice: you decide.",
            "999 called",
            IconName.AMBULANCE,
            "Ctrl+9",
        ),
        BannerView(Tone.AMBER, "Under 18: tell the front door", "Safeguarding. Does not change triage.", more=2),
        BannerView(Tone.ACCENT, "Fourth night here: offer an ABI", "None offered in 90 days."),
    )
    for at, view in enumerate(views):
        banner = Banner(keeper)
        banner.set_view(view)
        grid.addWidget(banner, at, 0)
    return box


def triage(keeper: ThemeKeeper) -> QWidget:
    """The four shapes in two sizes, and the three choices."""
    box, grid = _grid()
    for at, sign in enumerate(TriageSign):
        grid.addWidget(TriageShape(keeper, sign), 0, at)
        grid.addWidget(TriageShape(keeper, sign, side=28), 0, at + 4)
    for at, sign in enumerate((TriageSign.RED, TriageSign.AMBER, TriageSign.GREEN)):
        choice = TriageChoice(keeper, sign, "RAG"[at])
        choice.setChecked(at == 1)
        grid.addWidget(choice, 1, 3 * at, 1, 3)
    return box


def messages(keeper: ThemeKeeper) -> QWidget:
    """Just done, settled, not done, warning, error."""
    box, grid = _grid()
    views = (
        MessageView("Water counted: 14", action="Undo", keys="Ctrl+Z"),
        MessageView("Water counted: 14", action="Undo"),
        MessageView("Set up Mavis", MessageKind.TOLD),
        MessageView("First open Spiking (S), then T.", MessageKind.NOT_DONE),
        MessageView("Backup stick is missing since 01:40", MessageKind.WARNING, "Show"),
        MessageView("Could not print: no paper", MessageKind.ERROR, "Try again"),
    )
    for at, view in enumerate(views):
        slot = MessageSlot(keeper)
        slot.set_view(view)
        if at == 1:
            slot.settle()
        grid.addWidget(slot, at, 0)
    return box


def _grid() -> tuple[QWidget, QGridLayout]:
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(8)
    return box, grid
