"""The frame of the visit page: sections on the left, tabs of everybody on the bus above, the clock at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mavis.domain.visit.short_code import code_order
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.style import application
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.visit.page import VisitPage
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.page import VisitPresenter
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.presenters.visit.watch import CheckState, board_order, check_of
from mavis.ui.presenters.visit.words import section_note
from mavis.ui.session.spot import Spots, go_back_to
from mavis.ui.session.workplace import hand_over_button, lock_button
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.rail import Rail, RailBar, RailButton, RailView
from mavis.ui.widgets.tab_strip import TabStrip, TabTime, TabView
from mavis.ui.widgets.triage import TriageSign

if TYPE_CHECKING:
    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.watch import Check

_TICK_MS = 1000
_COUNTS = {
    CheckState.LATER: TabTime.LEFT,
    CheckState.SOON: TabTime.LEFT,
    CheckState.OVERDUE: TabTime.LATE,
    CheckState.UNTRIAGED: TabTime.WAITING,
}


class VisitRoom(QWidget):
    """Shows one visit at a time and remembers where each was left."""

    left = Signal(str)
    """The place to go back to."""
    new_visit_wanted = Signal()
    """Somebody else has come aboard."""
    hand_over_wanted = Signal()
    """Another person wants to take over."""
    lock_wanted = Signal()
    wanted = Signal(str)
    """A visit must be seen again: that it was finished is taken back."""
    turned = Signal(str)
    """Another visit is on the screen: its id."""

    def __init__(
        self, keeper: ThemeKeeper, desk: Desk, intervals: CheckIntervals, parent: QWidget | None = None
    ) -> None:
        """Lay the room out once; ``show_visit`` fills it."""
        super().__init__(parent)
        self._desk = desk
        self._intervals = intervals
        self._back_to = "board"
        self._came_for = ""
        self._escape = ""
        self._digits = True
        self.page: VisitPage
        self._build(keeper)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        application().focusChanged.connect(self._follow_keyboard)

    @property
    def visit_id(self) -> str:
        """The visit that is shown."""
        return self.page.presenter.visit_id

    def show_visit(self, visit_id: str, question: str = "", *, again: bool = False) -> None:
        """Turn to a visit, at the place where it was left: in the field that had the keyboard, too.

        With a ``question`` that is missing at the close of the shift, turn to it, and Escape goes back to the close:
        at once, also from a part of a section, for nobody came through its headings.
        ``again``: it was left for another place, and Escape leads where it led before.
        """
        self._turn_to(visit_id)
        if not again:
            self._came_for = ""
            self._lead_back_to("close" if question else "board")
        if question:
            self.page.presenter.go_on_finishing()
            self.page.keys.ask(question)
            self._came_for = self.page.panels.key_place(self.page.section)
            self._follow_keyboard()

    def step_back(self) -> None:
        """Escape: close a list, then from any field to the page with the keys, its words kept, then leave."""
        if self.page.suggesting.step_back():
            return
        if _in_a_field(self.page) or self.page.form.rare.at:
            self.page.setFocus()
            self.page.side.flush()
            self.page.side.note.end()
        elif self._is_where_asked or not self.page.panels.step_back(self.page.section):
            self.leave()
        self._follow_keyboard()

    @property
    def _is_where_asked(self) -> bool:
        """Whether the letters are those of the part that the close led to."""
        return self.page.panels.key_place(self.page.section) == self._came_for

    def leave(self) -> None:
        """Go back to where the visit was opened from."""
        self.left.emit(self._back_to)

    def _turn_to(self, visit_id: str) -> None:
        spot = self.spots.of(self._desk.visits[visit_id])
        self.page.show_visit(visit_id, spot.section)
        go_back_to(self.page, spot)
        self._refresh_frame()
        self.turned.emit(visit_id)

    def _lead_back_to(self, place: str) -> None:
        self._back_to = place
        self._back.set_view(_way_back(place, self._escape))

    def next_tab(self, step: int = 1) -> None:
        """Turn to the next open visit in the order of the tabs."""
        ids = [visit.id for visit in self._tabs()]
        if ids:
            here = ids.index(self.visit_id) if self.visit_id in ids else -step
            self.spots.keep()
            self._turn_to(ids[(here + step) % len(ids)])

    def close_down(self) -> None:
        """Keep what is half typed and stop."""
        self._timer.stop()
        application().focusChanged.disconnect(self._follow_keyboard)
        self.page.leave()

    def _build(self, keeper: ThemeKeeper) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(keeper, self)
        self._back = RailButton(keeper, _way_back("board"), self)
        self._back.opened.connect(lambda _code: self.leave())
        self.rail.add_head(self._back)
        self.rail.opened.connect(lambda code: self.page.go_to(Section(code)))
        self.page = VisitPage(keeper, VisitPresenter(self._desk), self._intervals, self)
        self.rail.add_foot(hand_over_button(keeper, self.hand_over_wanted.emit, self), spare=True)
        self.rail.add_foot(lock_button(keeper, self.lock_wanted.emit, self), spare=True)
        self.spots = Spots(self.page)
        self.page.presenter.turn_back = partial(_turn_back, self)
        self.page.left.connect(self.leave)
        self.page.changed.connect(self._refresh_frame)
        self.page.header.name.edit.textChanged.connect(self._follow_keyboard)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._build_top(keeper))
        column.addWidget(self.page, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _build_top(self, keeper: ThemeKeeper) -> QWidget:
        bar = RailBar(keeper, self)
        top = QHBoxLayout(bar)
        top.setContentsMargins(0, 0, Space.EDGE, 0)
        self._strip = TabStrip(keeper, self)
        self._strip.opened.connect(self._open_code)
        new = Button(keeper, words("board.new_visit"), icon=IconName.PLUS, keys=keys_of("everywhere.new_visit"))
        new.used.connect(self.new_visit_wanted)
        self._strip.add_beside(new)
        self._clock = ClockLabel(keeper, large=False, parent=self)
        top.addWidget(self._strip, 1)
        top.addWidget(self._clock)
        return bar

    def _tick(self) -> None:
        if self.isVisible() and self.visit_id in self._desk.visits:
            self.page.refresh()

    def _tabs(self) -> list[Visit]:
        """Everybody on the bus, and whoever is shown, in the order in which they came: no tab moves under a hand."""
        shown = self._desk.visits.get(self.visit_id)
        gone = [] if shown is None or shown.is_open else [shown]
        return sorted([*gone, *self._desk.open_visits], key=lambda visit: code_order(visit.code))

    def _refresh_frame(self) -> None:
        now = self._desk.clock()
        self._clock.set_time(clock_text(now))
        pressing = [visit.id for visit in board_order(self._desk.open_visits, now, self._intervals)]
        ranks = {visit_id: place for place, visit_id in enumerate(pressing)}
        shown = ((visit, check_of(visit, now, self._intervals)) for visit in self._tabs())
        self._strip.set_views(
            tuple(
                _tab(visit, check, current=visit.id == self.visit_id, rank=ranks.get(visit.id, 0))
                for visit, check in shown
            )
        )
        self.rail.set_views(tuple(self._section(section) for section in Section))
        self._follow_keyboard()

    def _section(self, section: Section) -> RailView:
        note = section_note(self.page.presenter.visit, section, self._desk.clock(), self._intervals)
        overdue = note == words("visit.rail.check_overdue")
        return RailView(
            section.value,
            words(f"visit.section.{section.value}"),
            digit=section.digit,
            second=note,
            tone=Tone.AMBER if overdue else Tone.MUTED,
            current=section is self.page.section,
            live=self._digits,
            short=words(f"visit.section_short.{section.value}"),
        )

    def _follow_keyboard(self) -> None:
        """Say what Escape does now, and whether the digits are sections."""
        self.spots.follow()
        escape = _escape_leads(self.page, self._came_for) if self.isVisible() else ""
        digits = not self.isVisible() or _digits_lead(self.page)
        if (escape, digits) != (self._escape, self._digits):
            self._escape, self._digits = escape, digits
            self._lead_back_to(self._back_to)
            self.page.header.check.set_live(digits)
            self.rail.set_views(tuple(self._section(section) for section in Section))

    def _open_code(self, code: str) -> None:
        wanted = next((visit for visit in self._desk.visits.values() if visit.code == code), None)
        if wanted is not None:
            self.spots.keep()
            self._turn_to(wanted.id)


def _tab(visit: Visit, check: Check, *, current: bool, rank: int) -> TabView:
    """A tab; ``rank`` tells how many press more."""
    return TabView(
        visit.code,
        visit.label,
        TriageSign(visit.triage.category.value) if visit.triage else TriageSign.NONE,
        check.minutes,
        _COUNTS[check.state] if visit.is_open else TabTime.GONE,
        current=current,
        rank=rank,
    )


def _turn_back(room: VisitRoom, visit_id: str, unfinished: bool) -> None:
    """Undo a finish: the visit is on the screen as it was before; do it again: away from it."""
    if unfinished:
        room.wanted.emit(visit_id)
        room.page.go_to(Section.LEAVING)
        room.page.presenter.go_on_finishing()
        room.page.refresh()
    else:
        room.leave()


def _way_back(place: str, escape: str = "") -> RailView:
    """Where the button leads; Escape leads there as well, but first out of what ``escape`` names."""
    view = RailView("back", words(f"visit.back_to.{place}"), icon=IconName.CHEVRON_LEFT)
    return replace(view, second=words(f"visit.back_to.{escape}")) if escape else replace(view, keys="Esc")


def _escape_leads(page: VisitPage, came_for: str) -> str:
    """Out of what Escape leads before it leaves the page: a ``field``, or back by a ``step``; empty for neither.

    From the part that somebody ``came_for`` there is no step back.
    """
    if _in_a_field(page):
        return "field"
    part = page.panels.key_place(page.section) not in {page.section.value, came_for}
    return "step" if part or page.form.rare.at else ""


def _digits_lead(page: VisitPage) -> bool:
    """Whether digits are sections: a field with the keyboard writes them, but not the name while it is empty."""
    focused, name = page.window().focusWidget(), page.header.name
    writes = isinstance(focused, QLineEdit | QPlainTextEdit) and page.isAncestorOf(focused)
    return not writes or (focused is name.edit and not name.text)


def _in_a_field(page: VisitPage) -> bool:
    """Whether a field has the keyboard: one around the sections, or of theirs, as each panel knows by itself."""
    focused, around = page.window().focusWidget(), (page.header, page.side, page.foot)
    field = isinstance(focused, QLineEdit | QPlainTextEdit) and any(part.isAncestorOf(focused) for part in around)
    return field or page.panels.is_typing
