"""What keys and chips do on the page of a visit, and the way to one of its questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from mavis.system.wording import words
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.letters_rows import ROWS
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Space
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.presenters.desk.edit_words import chosen_words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.main_need import next_main_need
from mavis.ui.presenters.visit.observations.elsewhere import Pressed, ReadingsElsewhere
from mavis.ui.presenters.visit.question import SECTIONS, Section
from mavis.ui.widgets.scroller import bring_into_view, keep_in_view

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.pages.visit.banners import BannerPlace
    from mavis.ui.pages.visit.foot import VisitFoot
    from mavis.ui.pages.visit.form import VisitForm
    from mavis.ui.pages.visit.header import VisitHeader
    from mavis.ui.pages.visit.kept_open import KeptOpen
    from mavis.ui.pages.visit.letters_owner import LettersOwner
    from mavis.ui.pages.visit.panels import VisitPanels
    from mavis.ui.pages.visit.side import VisitSide
    from mavis.ui.presenters.visit.page import VisitPresenter
    from mavis.ui.widgets.scroller import Scroller

ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
"""Keys that go from row to row."""
_LEAFS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
"""Keys that scroll by what is seen; a row, as high as the name, stays in view, so that nobody loses the place."""


_SAYS_NOTHING = ("care.given", "other")
"""An answer that tells nothing by itself: the note asks what it was."""


class VisitParts(Protocol):
    """What the keys reach on the page of a visit."""

    banners: BannerPlace
    form: VisitForm
    letters: LettersOwner
    panels: VisitPanels
    header: VisitHeader
    side: VisitSide
    foot: VisitFoot
    kept_open: KeptOpen
    scroller: Scroller
    presenter: VisitPresenter

    @property
    def section(self) -> Section:
        """The section that owns the letters."""

    def go_to(self, section: Section) -> None:
        """Give the letters to a section."""

    def go_on(self) -> None:
        """On to the next section, or done."""


class VisitKeys:
    """Digits choose sections, letters choose answers, some signs lead to a field, Enter goes on."""

    def __init__(self, page: VisitParts) -> None:
        """Use the parts of the page."""
        self._page = page
        self._elsewhere = ReadingsElsewhere()
        self._visit_id = ""
        page.letters.typing_began.connect(self._elsewhere.forget)
        page.form.sought.connect(self._seek)
        page.form.told.connect(lambda said: page.presenter.desk.tell(Touched(said=said, not_done=True)))

    def use(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        if line := self._readings(event):
            self._to_the_line(line)
            return True
        return self._page.kept_open.watch(event, self._act)

    def _act(self, event: QKeyEvent) -> bool:
        page, key = self._page, event.text().upper()
        before = page.presenter.desk.undo_stack.last
        if is_enter(event):
            page.go_on()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key.isalpha():
            self._begin_name(key)
        elif Qt.Key(event.key()) in ARROWS.keys() | _LEAFS:
            return self._move(Qt.Key(event.key()))
        elif self._goes_to_a_field(key) or (key == keys_of("visit.more") and self.open_fold()):
            return True
        elif key == keys_of("arrival.main_need") and page.section is Section.ARRIVAL:
            return next_main_need(page.presenter.desk, page.presenter.visit)
        elif self._answers(key):
            page.letters.used(key, before)
        elif key in SECTIONS:
            page.letters.end_word()
            self._go_to(SECTIONS[key])
        else:
            page.letters.used(key, before)
            return False
        return True

    def _go_to(self, section: Section) -> None:
        if section is Section.OBSERVATIONS:
            self._elsewhere.forget()  # from now on its line has the keys
        self._page.go_to(section)

    def choose(self, question_id: str, code: str, on: bool) -> None:
        """Record an answer, or take it back; after age and gender, in any order, the name has the keyboard."""
        page, before = self._page, self._page.presenter.visit
        answers = page.form.grids[question_id]
        answers.set_chosen(page.presenter.choose(question_id, code, on))
        if not page.banners.is_still:  # a chip under a hand is seen, and stays there
            page.scroller.ensureWidgetVisible(answers.findChild(QWidget, f"chip.{code}") or answers, 0, Space.CARD)
        if on and (question_id, code) == _SAYS_NOTHING:
            page.side.ask_care()
        usual = {"arrival.age": before.age_band, "arrival.gender": before.gender}
        open_ones = [each for each, held in usual.items() if held is None]
        by_keys = not page.banners.is_still  # a hand on the chips has more of them to press, and needs no field
        if by_keys and on and open_ones == [question_id] and not before.name and before.triage is None:
            page.header.name.setFocus()  # a need typed into a name is seen, a name ticked as needs is not

    def ask(self, question_id: str) -> None:
        """Go to one question and put the keyboard on it; ``leaving.left_at`` is the time in the foot.

        What is no question with chips is a part of the section's panel.
        """
        page = self._page
        section, _, name = question_id.partition(".")
        page.go_to(Section(section))
        if question_id == "leaving.left_at":
            page.foot.left_at.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if question_id not in page.form.grids:
            page.panels[Section(section)].open(name)
            return
        if question_id in ROWS:
            page.form.unfold(page.section, shown=True)
        answers = page.form.grids[question_id]
        chips = answers.findChildren(QAbstractButton)
        chosen = next((chip for chip in chips if chip.isChecked()), chips[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        page.scroller.settle_on(partial(bring_into_view, answers))

    def open_fold(self) -> bool:
        """Unfold the rare questions and go to the first; False in a section without any.

        Pressed once more it stays there: what lies open already must not hand the next letter to the section.
        """
        page, form = self._page, self._page.form
        form.unfold(page.section, shown=True)
        page.scroller.settle_on(form.rare.show)  # and no more on what a key before has led to
        return form.rare.begin()

    def _seek(self, question_id: str, code: str) -> None:
        """Show a question that a key would have answered out of sight; the same key once more answers it."""
        if question_id in ROWS:
            self.ask(question_id)
        else:
            grid = self._page.form.grids[question_id]
            give_keys_back(grid)
            self._page.scroller.settle_on(partial(keep_in_view, grid))
        answer = chosen_words(question_id, code, self._page.presenter.chip_words(question_id, code), stands=True)
        self._page.presenter.desk.tell(Touched(said=words("visit.said.out_of_sight", answer=answer), not_done=True))

    def _move(self, key: Qt.Key) -> bool:
        """Scroll by a leaf, or go on to the row below or above: in the panel of the section, or among its chips.

        The observations have no rows but a line.
        """
        page = self._page
        if key in _LEAFS:
            bar = page.scroller.verticalScrollBar()
            bar.setValue(bar.value() + _LEAFS[key] * (bar.pageStep() - page.header.name.height() - Space.CONTROL))
            return True
        step = ARROWS[key]
        page.letters.end_word()
        panel = page.panels.of(page.section)
        if panel is not None and panel.has_rows and not panel.end(step):
            return True
        return page.section is not Section.OBSERVATIONS and page.form.rare.walk(step)

    def _readings(self, event: QKeyEvent) -> list[Pressed]:
        """The keys that are a line of readings, this one as the last; none as long as they may be answers."""
        presenter, key = self._page.presenter, event.text()
        named = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ends = presenter.is_shut or is_enter(event) or named or not key or not key.isprintable()
        if ends or presenter.visit_id != self._visit_id:
            self._elsewhere.forget()
        self._visit_id = presenter.visit_id
        if ends:
            return []
        return self._elsewhere.add(Pressed(key.lower(), event.timestamp(), presenter.desk.undo_stack.last))

    def _to_the_line(self, line: list[Pressed]) -> None:
        """Take back what the keys of the line ticked, and let it go on where readings are typed."""
        page, desk = self._page, self._page.presenter.desk
        page.letters.end_word()
        typed = "".join(one.key for one in line)
        first = desk.undo_stack.next_after(line[0].before)
        if first is not None:
            desk.undo_stack.gather(first, words("visit.said.letters", letters=typed))
            desk.undo()
        page.go_to(Section.OBSERVATIONS)
        page.panels[Section.OBSERVATIONS].type_in(typed)
        desk.tell(Touched(visit=page.presenter.visit_id, said=words("visit.said.readings", typed=typed)))

    def _begin_name(self, letter: str) -> None:
        """A capital begins a name, and is never an answer; with Caps Lock alone the letters go on as answers."""
        page = self._page
        if page.presenter.is_shut:
            page.presenter.desk.tell(Touched(said=words("visit.said.is_finished"), not_done=True))
        elif page.header.name.text:
            page.presenter.desk.tell(Touched(said=words("visit.said.shift_letter"), not_done=True))
            page.letters.used(letter, page.presenter.desk.undo_stack.last)
        else:
            page.header.name.setFocus(Qt.FocusReason.OtherFocusReason)
            page.header.name.edit.insert(letter)

    def _answers(self, key: str) -> bool:
        page = self._page
        return page.panels.press(page.section, key) or page.form.press(key, page.presenter.visit)

    def _goes_to_a_field(self, key: str) -> bool:
        """Go to the field of a key; what is typed into a time takes the place of the old one."""
        page = self._page
        beside = {keys_of("visit.here_since"): page.side.since, keys_of("visit.found_at"): page.side.place}
        if key == keys_of("visit.name"):
            word = page.letters.take_word()
            page.header.name.setFocus(Qt.FocusReason.OtherFocusReason)
            if word:  # nothing put in the place of a selected name would empty the field
                page.header.name.edit.insert(word)
        elif key in beside:
            page.side.type_into(beside[key])
        elif key == keys_of("leaving.left_at") and page.section is Section.LEAVING:
            page.foot.left_at.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True
