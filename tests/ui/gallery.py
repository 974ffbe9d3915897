"""Every widget in every state on a few sheets, to be looked at beside the design pictures.

Run ``python -m tests.ui.gallery FOLDER`` to save the sheets of each theme as pictures.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.ui.look.icons import IconName
from mavis.ui.look.style import dress
from mavis.ui.look.theme import Theme, ThemeKeeper
from mavis.ui.look.tokens import Size, ThemeName, Tone, Weight
from mavis.ui.widgets.brand import Brand
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.card_grid import CardGrid
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.clock import ClockLabel, ShiftBar
from mavis.ui.widgets.focus_ring import FocusRing
from mavis.ui.widgets.message_slot import MessageView
from mavis.ui.widgets.passphrase import PassphraseField, Strength
from mavis.ui.widgets.person_tile import PersonTile, PersonView
from mavis.ui.widgets.rail import Rail, RailButton, RailView
from mavis.ui.widgets.row import ActionRow, ActionView, ClosedRow, ClosedView
from mavis.ui.widgets.status_line import StatusLine, StatusView
from mavis.ui.widgets.tab_strip import TabStrip, TabTime, TabView
from mavis.ui.widgets.tally import TallyButton
from mavis.ui.widgets.text import Panel, SectionHeader, TextLabel
from mavis.ui.widgets.timeline import TimelineList, TimelineView
from mavis.ui.widgets.triage import TriageSign
from tests.ui import gallery_parts as parts
from tests.ui.invented import CARDS, TALLIES

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (1366, 768)
_LEFT = {"Choice chip": parts.chips, "Button": parts.buttons, "Field": parts.fields, "Next check": parts.checks}
_RIGHT = {"Banner": parts.banners, "Triage": parts.triage, "Message slot": parts.messages}


def components(keeper: ThemeKeeper) -> QWidget:
    """The sheet of design picture 17: chips, buttons, fields, banners, triage, messages."""
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(24, 24, 24, 24)
    columns.setSpacing(32)
    left, right = QVBoxLayout(), QVBoxLayout()
    left.setSpacing(8)
    right.setSpacing(8)
    columns.addLayout(left, 1)
    columns.addLayout(right, 1)
    for title, part in _LEFT.items():
        left.addWidget(TextLabel(keeper, title, tone=Tone.MUTED))
        left.addWidget(part(keeper))
        left.addStretch(1)
    for title, part in _RIGHT.items():
        right.addWidget(TextLabel(keeper, title, tone=Tone.MUTED))
        right.addWidget(part(keeper))
        right.addStretch(1)
    return page


def board(keeper: ThemeKeeper) -> QWidget:
    """The board of design picture 01, from the widgets alone."""
    page = QWidget()
    page.setObjectName("board")
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    across = QHBoxLayout()
    across.setSpacing(0)
    outer.addLayout(across, 1)
    across.addWidget(_rail(keeper))
    across.addWidget(_board_middle(keeper), 1)
    across.addWidget(_tonight(keeper))
    outer.addWidget(_status(keeper))
    return page


def visit(keeper: ThemeKeeper) -> QWidget:
    """The parts of a visit: tabs, section rail, chips whose letters are not in use, timeline."""
    page = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    across = QHBoxLayout()
    across.setSpacing(0)
    outer.addLayout(across, 1)
    across.addWidget(_sections(keeper))
    across.addWidget(_visit_middle(keeper), 1)
    across.addWidget(_events(keeper))
    outer.addWidget(_status(keeper))
    return page


def unlock(keeper: ThemeKeeper) -> QWidget:
    """People to unlock as, a passphrase, and what is missing before a close."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(96, 48, 96, 48)
    people = QGridLayout()
    people.setSpacing(12)
    crew = (("RE", "Ruth E.", "lead"), ("DP", "Dev P.", "street pastor"), ("MT", "Mags T.", "street pastor"))
    for at, (initials, name, role) in enumerate(crew):
        tile = PersonTile(keeper, PersonView(initials, initials, name, role, str(at + 1)))
        tile.setChecked(at == 0)
        people.addWidget(tile, at // 2, at % 2)
    column.addLayout(people)
    field = PassphraseField(keeper, "A new passphrase", measured=True)
    field.set_text("four words make strong")
    field.set_strength(Strength.FAIR)
    column.addWidget(field)
    panel = Panel(keeper)
    rows = QVBoxLayout(panel)
    rows.addWidget(TextLabel(keeper, "2 things are missing", size=Size.LABEL, weight=Weight.TITLE))
    rows.addWidget(ActionRow(keeper, ActionView("open", "K7 and K14 are still open", "Open")))
    rows.addWidget(ActionRow(keeper, ActionView("tally", "Blankets: not counted tonight, or 0?", "Answer")))
    column.addWidget(panel)
    column.addStretch(1)
    return page


def _rail(keeper: ThemeKeeper) -> Rail:
    rail = Rail(keeper)
    rail.add_head(Brand(keeper, "Mavis", "made-up data"))
    rail.set_views(
        (
            RailView("board", "Board", IconName.BOARD, current=True),
            RailView("people", "People", IconName.PEOPLE),
            RailView("close", "Close shift", IconName.MOON),
            RailView("reports", "Reports", IconName.PAGE),
            RailView("peaks", "Peaks", IconName.PAGE),
            RailView("send", "Send", IconName.TRAY, badge="3"),
            RailView("settings", "Settings", IconName.SLIDERS),
        )
    )
    rail.add_foot(
        RailButton(keeper, RailView("lock", "Ruth E.", IconName.PADLOCK, second="lead · lock\nCtrl+L", strong=True))
    )
    return rail


def _sections(keeper: ThemeKeeper) -> Rail:
    rail = Rail(keeper)
    rail.add_head(RailButton(keeper, RailView("board", "Board", IconName.CHEVRON_LEFT, keys="Esc", strong=True)))
    rail.set_views(
        (
            RailView("arrival", "Arrival", digit="1", second="done"),
            RailView("triage", "Triage", digit="2", second="RED", current=True),
            RailView("observations", "Observations", digit="3", second="overdue", tone=Tone.AMBER),
            RailView("safety", "Safety and referrals", digit="6", second="nothing open"),
            RailView("leaving", "Leaving", digit="7"),
        )
    )
    rail.add_foot(
        RailButton(keeper, RailView("print", "Handover sheet", IconName.PRINTER, second="Ctrl+P", strong=True))
    )
    return rail


def _board_middle(keeper: ThemeKeeper) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(8, 16, 8, 16)
    column.setSpacing(4)
    top = QHBoxLayout()
    top.setContentsMargins(8, 0, 8, 0)
    top.setSpacing(12)
    top.addWidget(TextLabel(keeper, "7 on the bus", size=Size.TITLE, weight=Weight.TITLE))
    top.addStretch(1)
    top.addWidget(Button(keeper, "Show names", icon=IconName.EYE_CROSSED, keys="S"))
    top.addWidget(Button(keeper, "Find", icon=IconName.MAGNIFIER, keys="/"))
    top.addWidget(Button(keeper, "New visit", icon=IconName.PLUS, keys="N", main=True))
    column.addLayout(top)
    grid = CardGrid(keeper, "On the bus")
    grid.set_views(CARDS)
    column.addWidget(grid, 1)
    strip = QHBoxLayout()
    strip.setContentsMargins(8, 0, 8, 0)
    strip.setSpacing(8)
    for view in TALLIES:
        strip.addWidget(TallyButton(keeper, view))
    column.addLayout(strip)
    return box


def _tonight(keeper: ThemeKeeper) -> QWidget:
    panel = Panel(keeper, flat=True)
    panel.setFixedWidth(288)
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 8, 16, 8)
    clock = ClockLabel(keeper)
    clock.set_time("01:52")
    bar = ShiftBar(keeper)
    bar.set_fraction(0.81, "1 h 8 min left")
    column.addWidget(clock)
    column.addWidget(TextLabel(keeper, "Saturday night, 14 November"))
    column.addWidget(bar)
    column.addWidget(TextLabel(keeper, "21:00 to 03:00 · 1 h 8 min left", tone=Tone.MUTED))
    rows = (("K11", TriageSign.GREEN, "With a friend"), ("K8", TriageSign.AMBER, "Taxi"), ("K5", TriageSign.RED, "999"))
    for code, sign, outcome in rows:
        column.addWidget(ClosedRow(keeper, ClosedView(code, sign, outcome, "01:41")))
    column.addStretch(1)
    return panel


def _visit_middle(keeper: ThemeKeeper) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 16, 8)
    tabs = TabStrip(keeper)
    tabs.set_views(
        (
            TabView("K7", "man, grey coat", TriageSign.RED, 6, TabTime.LATE, current=True),
            TabView("K9", "man, red jacket", TriageSign.AMBER, 2),
            TabView("K14", "woman, black boots", TriageSign.NONE, 1, TabTime.WAITING),
            TabView("K4", "", TriageSign.GREEN, 7),
        )
    )
    column.addWidget(tabs)
    needs = [("drunk", "Drunk", "D"), ("drugs", "Drugs", "G"), ("upset", "Upset or self-harm", "V")]
    column.addLayout(_section(keeper, "Arrival", "needs: pick any", needs, chosen=("drunk",), live=False))
    outcomes = [("alone", "Home alone", "A"), ("friend", "Home with friend or family", "F"), ("taxi", "Taxi", "X")]
    column.addLayout(_section(keeper, "Leaving", "outcome: pick one", outcomes, chosen=("friend",), live=True))
    column.addStretch(1)
    return box


def _section(
    keeper: ThemeKeeper,
    title: str,
    how: str,
    chips: list[tuple[str, str, str]],
    *,
    chosen: tuple[str, ...],
    live: bool,
) -> QHBoxLayout:
    header = SectionHeader(keeper, title, how)
    header.setFixedWidth(96)
    header.set_live(live)
    views = [ChipView(*chip) for chip in chips]
    grid = ChoiceGrid(keeper, title, views, columns=3, exclusive=live)
    grid.set_chosen(chosen)
    grid.set_live(live)
    row = QHBoxLayout()
    row.addWidget(header)
    row.addWidget(grid, 1)
    return row


def _events(keeper: ThemeKeeper) -> QWidget:
    panel = Panel(keeper, flat=True)
    panel.setFixedWidth(296)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 12, 0, 12)
    events = TimelineList(keeper, "Timeline")
    events.set_views(
        (
            TimelineView("01:46", IconName.ALARM, "Observation was due", "6 min ago"),
            TimelineView("01:31", IconName.HEARTBEAT, "NEWS2 7", "resp 12 · SpO2 95 · BP 104 · pulse 112 · V · 36.4"),
            TimelineView("01:06", IconName.NOTE, "“Found asleep in a doorway, Alma Street”", "street pastor"),
            TimelineView("01:04", IconName.PLUS, "Arrived", "with street pastors"),
        )
    )
    column.addWidget(events)
    return panel


def _status(keeper: ThemeKeeper) -> StatusLine:
    line = StatusLine(keeper)
    line.tell(MessageView("Water counted: 14", action="Undo", keys="Ctrl+Z"))
    line.set_facts(
        (
            StatusView(IconName.DISK, "Saved on this laptop", short="Saved"),
            StatusView(IconName.DISCS, "Backup 01:40", short="01:40"),
            StatusView(IconName.TRAY, "3 summaries not sent", short="3 not sent"),
        )
    )
    return line


SHEETS: dict[str, Callable[[ThemeKeeper], QWidget]] = {
    "components": components,
    "board": board,
    "visit": visit,
    "unlock": unlock,
}
"""The sheets by name."""


def save_sheets(folder: Path) -> list[Path]:
    """Draw each sheet in each theme at 1366 by 768, and the board at 200 % text, into a folder."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError(type(app))
    keeper = ThemeKeeper()
    dress(app, keeper)
    FocusRing(keeper, app)
    folder.mkdir(parents=True, exist_ok=True)
    themes = [Theme(name) for name in ThemeName] + [Theme(ThemeName.DARK, 200)]
    saved = []
    for theme in themes:
        keeper.use(theme.name)
        keeper.set_text_percent(theme.text_percent)
        for name, build in SHEETS.items():
            path = folder / f"{name}-{theme.name.value}-{theme.text_percent}.png"
            _save(build(keeper), path)
            saved.append(path)
    return saved


def _save(sheet: QWidget, path: Path) -> None:
    sheet.resize(*SIZE)
    sheet.show()
    sheet.activateWindow()
    focused = sheet.findChild(QWidget, "focused") or sheet.findChild(QWidget, "card.K7")
    if focused is not None:
        focused.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    sheet.grab().save(str(path))
    sheet.close()
    sheet.deleteLater()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    save_sheets(Path(sys.argv[1]))
