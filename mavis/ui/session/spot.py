"""Where on the page of a visit somebody was: who comes back types on as if they had never been away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from mavis.ui.pages.shared.typing import Typing
from mavis.ui.pages.steps.column import StepsForm
from mavis.ui.presenters.visit.question import Section
from mavis.ui.session.typed_fields import (
    Typed,
    caret_of,
    is_draft,
    name_of,
    named,
    set_caret,
    text_of,
    type_again,
)
from mavis.ui.widgets.field import held
from mavis.ui.widgets.scroller import keep_in_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.visit.visit import Visit
    from mavis.ui.pages.visit.page import VisitPage

_TIME = re.compile(r"\d\d:\d\d")

Unfinished = dict[str, tuple[str, str]]
"""What is open and half typed in columns of steps, by step: whose it is, and its words."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A section of a visit, and the field that held half-typed words, with the part it is in; empty for no field."""

    section: Section
    part: str = ""
    field: str = ""
    stood: str = ""
    """What the record said in the place of the field."""
    text: str = ""
    """What was typed there."""
    caret: int = 0
    note: str = ""
    """The id of the note that was written there."""
    scrolled: int = 0
    """How far the page was scrolled into the section, in pixels."""
    steps: Unfinished | None = None
    """What was open and half typed in a column: a red flag that is being closed is the same one again."""


class Spots:
    """Where each visit was left on the page; they live as long as the room."""

    def __init__(self, page: VisitPage) -> None:
        """No visit was left yet."""
        self._page = page
        self._left: dict[str, Spot] = {}
        self._focus: QWidget | None = None
        self._came_with = ""

    def follow(self) -> None:
        """Remember what stood in the field to which the keyboard has just come: who only comes by types nothing."""
        focus = self._page.window().focusWidget()
        if focus is not self._focus:
            self._focus = focus
            self._came_with = text_of(focus) if isinstance(focus, Typed) else ""

    def keep(self) -> None:
        """Remember where somebody is, before another place or visit is shown."""
        presenter = self._page.presenter
        if self._page.isVisible() and presenter.visit_id in presenter.desk.visits:
            self._left[presenter.visit_id] = spot_on(self._page) if self._has_typed() else Spot(self._page.section)

    def _has_typed(self) -> bool:
        """Whether the field with the keyboard holds words of this stay, or words that are on no record.

        The line of the observations has no other use than to be typed in, and counts also while it is empty.
        """
        focus = self._page.window().focusWidget()
        return _in_the_line(self._page) or (
            isinstance(focus, Typed) and (text_of(focus) != self._came_with or is_draft(focus))
        )

    def of(self, visit: Visit) -> Spot:
        """Where a visit was left; one that was not shown yet begins at the arrival, or where it was finished."""
        return self._left.get(visit.id, Spot(Section.ARRIVAL if visit.is_open else Section.LEAVING))


def spot_on(page: VisitPage) -> Spot:
    """Where somebody is on the page of a visit: in the middle of words, or just in a section.

    Whoever has typed nothing into a field, or was among the chips, begins the section anew and sees its letters; only
    the line of the observations is gone back to while it is empty, as it is entered with its digit.

    Words that are saved as they are typed are handed on first: what is on record is found there, and may be taken back.
    """
    focus = page.window().focusWidget()
    if not (isinstance(focus, Typed) and page.isAncestorOf(focus) and (text_of(focus) or _in_the_line(page))):
        return Spot(page.section)
    if _is_whole_time(text_of(focus), held(focus)):
        return Spot(page.section)
    for typing in focus.findChildren(Typing):
        typing.flush()
    return Spot(
        page.section,
        part_in_use(page),
        name_of(focus, page),
        held(focus),
        text_of(focus),
        caret_of(focus),
        page.side.note.draft if focus is page.side.note.area else "",
        scrolled_in(page),
        unfinished_steps(page),
    )


def _is_whole_time(typed: str, stood: str) -> bool:
    """Whether a time is on record already, as 2108 is where 21:08 stands: then nothing of it is half typed."""
    one, other = (text.replace(":", "").lstrip("0") for text in (typed, stood))
    return _TIME.fullmatch(stood) is not None and one == other


def go_back_to(page: VisitPage, spot: Spot) -> None:
    """Put the caret back into the words that were left half typed; the section is shown already.

    Words that were taken back meanwhile are none. A finished visit has none but a note's: whoever comes back to it
    looks, and the first key is no letter of a word.
    """
    if not spot.field or (page.presenter.is_shut and not spot.note):
        return
    open_part(page, spot.part.partition(".")[0])  # its row is gone back to only for words that still stand there
    take_up_steps(page, spot.steps or {})
    page.side.go_on_with(spot.note)
    field = next((widget for name, widget in named(page.findChildren(QWidget)) if name == spot.field), None)
    if not (isinstance(field, Typed) and field.isVisible() and field.isEnabled()):
        return
    if text_of(field) in {spot.text, spot.stood}:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if spot.text != spot.stood and text_of(field) == spot.stood:  # half a time is nothing to record
            type_again(field, spot.text)
        set_caret(field, spot.caret)
        scroll_back(page, spot.scrolled, field)


def _in_the_line(page: VisitPage) -> bool:
    """Whether the line of the observations has the keyboard."""
    panel = page.panels.of(Section.OBSERVATIONS)
    return panel is not None and panel.is_typing


def part_in_use(page: VisitPage) -> str:
    """The part of the section's panel that is in use, by its name; empty for none."""
    panel = page.panels.of(page.section)
    return panel.in_use if panel is not None else ""


def open_part(page: VisitPage, part: str) -> None:
    """Go to the part of the section that was in use."""
    panel = page.panels.of(page.section)
    if panel is not None and part:
        panel.open(part)


def unfinished_steps(page: QWidget) -> Unfinished:
    """What is open and half typed in the columns of a page."""
    forms = page.findChildren(StepsForm)
    return {step: words for form in forms for step, words in form.presenter.unfinished.items()}


def take_up_steps(page: QWidget, unfinished: Mapping[str, tuple[str, str]]) -> None:
    """Go on with what was open and half typed, and show it where the letters are."""
    for form in page.findChildren(StepsForm):
        form.presenter.go_on_with(unfinished)
        if form.is_live:
            form.refresh(whole=True)


def scrolled_in(page: VisitPage) -> int:
    """How far the page is scrolled beyond the top of its section; what stands above may be another height next time."""
    return page.scroller.verticalScrollBar().value() - _top(page)


def scroll_back(page: VisitPage, scrolled: int, field: QWidget | None = None) -> None:
    """Scroll as far into the section as somebody had, and no further than leaves a field in view."""

    def scroll() -> None:
        page.scroller.verticalScrollBar().setValue(_top(page) + scrolled)
        if field is not None:
            keep_in_view(field)

    page.scroller.settle_on(scroll)


def _top(page: VisitPage) -> int:
    """Where the section begins in all that is scrolled, of which the form is a part."""
    return page.form.section_widget(page.section).mapTo(page.form, QPoint(0, page.form.y())).y()
