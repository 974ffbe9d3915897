"""A visit on one page: sections reached by digits, letters for the section in use, and all that happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.modifiers import is_plain
from mavis.ui.keys.shortcuts import letters
from mavis.ui.look.tokens import TARGET, Space
from mavis.ui.pages.shared.fitting import is_large
from mavis.ui.pages.steps.column import row_in_use
from mavis.ui.pages.visit.banners import RAISING, BannerPlace, danger, seen_before
from mavis.ui.pages.visit.doors import SectionDoors
from mavis.ui.pages.visit.foot import VisitFoot
from mavis.ui.pages.visit.form import VisitForm
from mavis.ui.pages.visit.header import VisitHeader
from mavis.ui.pages.visit.kept_open import KeptOpen
from mavis.ui.pages.visit.keys import ARROWS, VisitKeys
from mavis.ui.pages.visit.letters_owner import LettersOwner
from mavis.ui.pages.visit.panels import MAKERS, VisitPanels
from mavis.ui.pages.visit.rare_rows import NOT_BY_KEY
from mavis.ui.pages.visit.side import VisitSide
from mavis.ui.pages.visit.suggestion_list import SuggestionList
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.visit.foot import foot_text
from mavis.ui.presenters.visit.main_need import next_main_need
from mavis.ui.presenters.visit.questions import Section, flag_letters
from mavis.ui.presenters.visit.sections import after_the_head, after_the_list, next_section
from mavis.ui.presenters.visit.timeline.events import timeline
from mavis.ui.presenters.visit.triage.advice import advice_line
from mavis.ui.presenters.visit.watch import check_of
from mavis.ui.presenters.visit.words import banner, finished
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller, keep_in_view

if TYPE_CHECKING:
    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.section_panel import SectionPanel
    from mavis.ui.presenters.desk.tonight import Touched
    from mavis.ui.presenters.visit.page import VisitPresenter

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class VisitPage(QWidget):
    """The middle and right of the window while a visit is open; the window owns the tabs and the rail beside it."""

    left = Signal()
    """The page is done with: back to the board."""
    changed = Signal()
    """Something that tabs or rail show has changed."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: VisitPresenter,
        intervals: CheckIntervals,
        parent: QWidget | None = None,
    ) -> None:
        """Lay the page out once; ``show_visit`` fills it."""
        super().__init__(parent)
        self._keeper = keeper
        self.presenter = presenter
        self._intervals = intervals
        take_keys(self)
        self._aside = False
        speak_as(self, Role.Pane)
        self._build()
        self.keys = VisitKeys(self)
        self.kept_open = KeptOpen(self, self.keys.ask)
        self.form.chosen.connect(self.keys.choose)
        self.header.name.more_wanted.connect(self.keys.open_fold)
        presenter.desk.subscribe(self._touched)

    @property
    def section(self) -> Section:
        """The section that owns the letters."""
        return self.form.section

    def show_visit(self, visit_id: str, section: Section = Section.ARRIVAL) -> None:
        """Turn to a visit and take the keyboard; what was half typed for the one before is kept first."""
        if self.presenter.visit_id in self.presenter.desk.visits:
            self.setFocus()
            self.flush(ending=True)
        self.presenter.turn_to(visit_id)
        self.panels.turn_to()
        self.doors.shut()
        for folding in Section:
            self.form.unfold(folding, shown=False)
        self.banners.keep(free=section in RAISING and self.presenter.visit.is_open)
        self.refresh()  # what is advised is said there, or beside the triage
        self.go_to(section)
        if self.panels.is_typing:
            self.setFocus()  # until a digit chooses the section, digits are sections and no readings

    def leave(self) -> None:
        """Keep what is half typed and stop listening; the page is thrown away afterwards."""
        self.flush(ending=True)
        self.presenter.desk.unsubscribe(self._touched)

    def flush(self, *, ending: bool = False) -> None:
        """Hand on whatever is half typed; ``ending``: another place is shown, so what is being taken ends as well."""
        if self.presenter.visit_id in self.presenter.desk.visits:
            self.header.flush()
            self.side.flush()
            self.panels.flush()
            self.foot.flush()
            if ending:
                self.kept_open.say_untaken()
                self.side.note.put_away()
                self.panels.leave()

    def refresh(self) -> None:
        """Show what the record holds and how much time is left."""
        presenter, visit = self.presenter, self.presenter.visit
        check = check_of(visit, presenter.desk.clock(), self._intervals)
        self.header.show_visit(check)
        self.header.say_way(after_the_head(self.section, visit))
        advised = advice_line(visit, presenter.desk.reference.flags)
        dangers = None if presenter.has_gone else banner(visit, presenter.desk.reference.flags)
        self.banners.show_views(danger(dangers), seen_before(presenter.desk, visit), advised)
        self.form.show_visit(visit, advised, beside=not self.banners.is_quiet, shut=presenter.shut_questions)
        self.header.offer_reopening(presenter.is_shut and self.section is not Section.LEAVING)
        self.panels.show_visit(visit)  # after the form: an answer that is still being typed shows on its chips
        self.foot.show_visit(visit, foot_text(presenter), shut=presenter.is_shut)
        self.foot.setVisible(self.section is Section.LEAVING)
        due = check.at if visit.triage is not None and visit.is_open else None
        now = presenter.desk.clock()
        self.side.show_happenings(timeline(visit, partial(carer_name, presenter.desk), due, now))
        self.side.show_details(visit)
        self.changed.emit()

    def go_to(self, section: Section) -> None:
        """Give the letters to a section and bring it into view."""
        self.banners.keep(free=section in RAISING and self.presenter.visit.is_open)
        self._turn_aside(False)
        self.panels.leave(staying=section)
        panel = self.panels[section] if section in MAKERS else None
        self.doors.open(section)
        self._touch_section(section)
        self._show_section()
        self.scroller.settle_on(self._show_section)  # what has just been answered may still be laid out
        self.setFocus()
        if panel is not None:
            panel.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose sections, letters choose answers, Enter goes on."""
        self.banners.move_on()
        once = not event.isAutoRepeat() or Qt.Key(event.key()) in ARROWS  # one that is held goes on row by row
        if once and is_plain(event) and self.keys.use(event):
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a chip goes on as everywhere on the page; the form fits itself to its room.

        Every event of every chip comes by, so they are told apart by their class, which costs least.
        """
        if isinstance(event, QResizeEvent) and watched is self.scroller.viewport():
            for part in (self.form, self.panels):
                part.fit(event.size().width())
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            self.banners.stay()
        elif isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            self.form.rare.keyboard_at(watched, led=event.reason() not in NOT_BY_KEY)
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _heed(self, watched, event)

    def go_on(self) -> None:
        """On to the next section; from the last one, finish the visit and leave the page."""
        panel = self.panels.of(self.section)
        if self.header.is_typing:
            self.flush()
            self.go_to(after_the_head(self.section, self.presenter.visit))
            return
        if self.form.rare.go_on() or (panel and not panel.end()):
            return
        self.flush()
        self.side.note.end()
        if self.section is Section.LEAVING:
            if self.presenter.is_shut:
                self.left.emit()
            elif not self.kept_open.holds() and self.presenter.finish():
                self.presenter.desk.tell(finished(self.presenter.visit, self.presenter.desk.reference.flags))
                self.left.emit()
            return
        self.go_to(next_section(self.section, self.presenter.visit))

    def _touched(self, touched: Touched) -> None:
        visit_id = self.presenter.visit_id
        if self.isVisible() and touched.visit in (None, visit_id) and visit_id in self.presenter.desk.visits:
            self.refresh()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, Space.CARD, 0, Space.EDGE)
        middle.setSpacing(Space.CARD)
        self.header = VisitHeader(self._keeper, self.presenter, self)
        self.header.name.section_wanted.connect(self.go_to)
        self.header.done.connect(self.go_on)
        self.header.timeline_wanted.connect(lambda: self._turn_aside(not self._aside))
        self.header.reopening_wanted.connect(self.presenter.reopen)
        self.header.check_wanted.connect(
            lambda: self.go_to(Section.OBSERVATIONS if self.presenter.visit.triage else Section.TRIAGE)
        )
        self._build_form()
        self.banners = BannerPlace(self._keeper, self.scroller, self)
        self.banners.seen_before.acted.connect(lambda: self.go_to(Section.ALCOHOL))
        self.banners.called_999.connect(self.presenter.call_999)
        self.banners.danger.asked_more.connect(lambda: self.go_to(Section.TRIAGE))
        self.foot = VisitFoot(self._keeper, self.presenter.times, self)
        self.foot.finished.connect(self.go_on)
        self.foot.reopened.connect(self.presenter.reopen)
        self._head = QWidget(self)
        self._head_column = QVBoxLayout(self._head)
        self._head_column.setSpacing(Space.CARD)
        self._head_column.addWidget(self.header)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        foot.addWidget(self.foot)
        self._pinned = QVBoxLayout()
        self._pinned.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        middle.addLayout(self._pinned)
        middle.addWidget(self.scroller, 1)
        middle.addLayout(foot)
        self.side = VisitSide(self._keeper, self.presenter, self)
        self.header.note_wanted.connect(self.side.take_note)
        self.side.since.entered.connect(self.setFocus)
        self.side.needed.connect(lambda: self._turn_aside(is_large(self._keeper)))
        self.side.needed.connect(lambda: self.scroller.settle_on(self.side.show_field))
        row.addLayout(middle, 1)
        self._row, self._middle = row, middle
        self._percent = 0
        self._keeper.changed.connect(self._fit)
        self._fit()

    def _build_form(self) -> None:
        presenter = self.presenter
        self.form = VisitForm(
            self._keeper,
            presenter.questions,
            letters(flag_letters(presenter.desk.reference.flags)),
            presenter.chip_words,
        )
        self.form.main_need.used.connect(lambda: next_main_need(presenter.desk, presenter.visit))
        self.panels = VisitPanels(self._make_panel)
        self.letters = LettersOwner(self, self.form, self.panels, presenter)
        self.doors = SectionDoors(self._keeper, self.form, self.panels)
        self.doors.wanted.connect(self.go_to)
        self.form.section_touched.connect(lambda name: self._touch_section(Section(name)))
        self._inside = QWidget()
        self._inside_column = QVBoxLayout(self._inside)
        self._inside_column.setContentsMargins(0, 0, 0, 0)
        self._inside_column.setSpacing(Space.CARD)
        self._inside_column.addWidget(self.form)
        self.scroller = Scroller(self._keeper, self._inside, self)
        self.scroller.viewport().installEventFilter(self)
        for chip in self.form.findChildren(QWidget):
            if isinstance(chip, CheckChip | RadioChip):
                chip.installEventFilter(self)
        self.suggesting = SuggestionList(self._keeper, presenter, self.header, self)
        self.suggesting.taken.connect(lambda: self.go_to(after_the_list(self.section, presenter.visit)))
        self.panels[Section.OBSERVATIONS].show()  # it is scrolled past, so it is there before anybody asks for it

    def _make_panel(self, section: Section) -> SectionPanel:
        panel = MAKERS[section](self._keeper, self.presenter, self._intervals)
        panel.begun.connect(lambda: self._touch_section(section))
        panel.finished.connect(self.go_on)
        panel.section_wanted.connect(self.go_to)
        panel.answering.connect(
            lambda question, code: self.form.grids[question].set_chosen(frozenset({code} if code else ()))
        )
        self.form.add_part(section, panel)
        panel.fit(self.scroller.viewport().width())
        if self.presenter.visit_id:
            panel.turn_to()
            panel.show_visit(self.presenter.visit)
        return panel

    def _fit(self) -> None:
        """With large text everything but foot and banner scrolls in one column; else head and side stay in view."""
        large = is_large(self._keeper)
        self.banners.fit(large=large)
        (self._pinned if large else self._head_column).addWidget(self.banners)
        above = self._inside_column if large else self._middle
        above.insertWidget(0, self._head)
        self._head_column.setContentsMargins(Space.EDGE, 0, Space.CONTROL if large else Space.EDGE, 0)
        (self._inside_column if large else self._row).addWidget(self.side)
        self.header.fit(large)
        self.scroller.setMinimumHeight(self._keeper.px(TARGET))  # a row of answers is seen above whatever is said
        self._turn_aside(self._aside and large)
        self.side.fit(large)
        for part in (self.form, self.panels):
            part.fit(self.scroller.viewport().width())
        if self._percent != self._keeper.theme.text_percent:  # other colours move nothing
            self._percent = self._keeper.theme.text_percent
            self.scroller.settle_on(self._show_section)

    def _show_section(self) -> None:
        panel = self.panels.of(self.section)
        part = (panel.spot if panel else None) or self.form.section_widget(self.section)
        top = part.mapTo(self._inside, QPoint(0, -Space.CONTROL)).y()
        if self.section is Section.ARRIVAL:
            top = 0  # with large text the head scrolls, and who this is belongs to the arrival
        self.scroller.verticalScrollBar().setValue(max(0, top))
        row = row_in_use(self)
        if row is not None:
            keep_in_view(row)

    def _turn_aside(self, aside: bool) -> None:
        """With large text show what happened in place of the questions, or the questions again."""
        self._aside = aside
        self.side.setVisible(aside or not is_large(self._keeper))
        self.form.setHidden(aside)
        self.header.turn(aside)

    def _touch_section(self, section: Section) -> None:
        panel = self.panels.of(section)
        if panel is not None:
            panel.is_entered = True
        self.form.set_section(section, letters=panel is None or not panel.takes_letters)
        self.foot.setVisible(section is Section.LEAVING)
        self.header.offer_reopening(self.presenter.is_shut and section is not Section.LEAVING)
        self.header.say_way(after_the_head(section, self.presenter.visit))
        title, name = words("visit.title", code=self.presenter.visit.code), words(f"visit.section.{section.value}")
        self.setAccessibleName(f"{title}, {name}")
        self.changed.emit()


def _heed(page: VisitPage, watched: QObject, event: QKeyEvent) -> bool:
    """A key at a chip or at the form; True for one that is the page's."""
    if Qt.Key(event.key()) in ARROWS and watched is page.scroller.viewport():  # no row has a use for it
        page.keyPressEvent(event)
        return event.isAccepted()
    if Qt.Key(event.key()) in _ENTER:
        page.go_on()
        return True
    return False
