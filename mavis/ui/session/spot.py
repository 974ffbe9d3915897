"""Where on the page of a visit somebody was: who comes back types on as if they had never been away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from mavis.ui.presenters.visit.question import Section
from mavis.ui.widgets.field import GIVEN_BACK, held
from mavis.ui.widgets.scroller import keep_in_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.visit.visit import Visit
    from mavis.ui.pages.visit.page import VisitPage


Typed = QLineEdit | QPlainTextEdit


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
    """How far the page was scrolled, in pixels."""


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
        """Whether the field with the keyboard holds words of this stay, or words that are on no record."""
        focus = self._page.window().focusWidget()
        return isinstance(focus, Typed) and (text_of(focus) != self._came_with or is_draft(focus))

    def of(self, visit: Visit) -> Spot:
        """Where a visit was left; one that was not shown yet begins at the arrival, or where it was finished."""
        return self._left.get(visit.id, Spot(Section.ARRIVAL if visit.is_open else Section.LEAVING))


def spot_on(page: VisitPage) -> Spot:
    """Where somebody is on the page of a visit: in the middle of words, or just in a section.

    Whoever has typed nothing into a field, or was among the chips, begins the section anew and sees its letters.
    """
    focus = page.window().focusWidget()
    if not (isinstance(focus, Typed) and page.isAncestorOf(focus) and text_of(focus)):
        return Spot(page.section)
    return Spot(
        page.section,
        part_in_use(page),
        name_of(focus, page),
        held(focus),
        text_of(focus),
        caret_of(focus),
        page.side.note.draft if focus is page.side.note.area else "",
        page.scroller.verticalScrollBar().value(),
    )


def go_back_to(page: VisitPage, spot: Spot) -> None:
    """Put the caret back into the words that were left half typed; the section is shown already.

    A finished visit has none but a note's: whoever comes back to it looks, and the first key is no letter of a word.
    """
    if not spot.field or (page.presenter.is_shut and not spot.note):
        return
    open_part(page, spot.part)
    page.side.go_on_with(spot.note)
    field = next((widget for name, widget in named(page.findChildren(QWidget)) if name == spot.field), None)
    if isinstance(field, Typed) and field.isVisible() and field.isEnabled():
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if spot.text != spot.stood and text_of(field) == spot.stood:  # half a time is nothing to record
            type_again(field, spot.text)
        set_caret(field, spot.caret)
        page.scroller.settle_on(partial(_scroll, page, field, spot.scrolled))


def part_in_use(page: VisitPage) -> str:
    """The part of the section's panel that is in use, by its name; empty for none."""
    panel = page.panels.of(page.section)
    return panel.in_use if panel is not None else ""


def open_part(page: VisitPage, part: str) -> None:
    """Go to the part of the section that was in use."""
    panel = page.panels.of(page.section)
    if panel is not None and part:
        panel.open(part)


def name_of(wanted: QWidget | None, page: QWidget) -> str:
    """The name of a widget on a page; empty when it is not there."""
    return next((name for name, widget in named(page.findChildren(QWidget)) if widget is wanted), "")


def named(widgets: list[Any]) -> Iterator[tuple[str, Any]]:
    """Each widget with a name that is the same when the page is built again: kind, name, and which one of that name."""
    seen: Counter[str] = Counter()
    for widget in widgets:
        name = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        seen[name] += 1
        yield f"{name} {seen[name]}", widget


def caret_of(field: QWidget | None) -> int:
    """Behind how many letters of a field the caret stands."""
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0


def set_caret(field: QWidget, place: int) -> None:
    """Put the caret behind so many letters of a field, with nothing marked."""
    if isinstance(field, QLineEdit):
        field.setCursorPosition(place)
    elif isinstance(field, QPlainTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(min(place, len(field.toPlainText())))
        field.setTextCursor(cursor)


def is_draft(field: Typed) -> bool:
    """Whether words stand in a field that the record does not have."""
    return field.isVisible() and text_of(field) != held(field)


def type_again(field: Typed, text: str) -> None:
    """Put words in as if they were typed, so that the page looks at them as it looks at typed ones."""
    field.setProperty(GIVEN_BACK, True)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)


def text_of(field: Typed) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _scroll(page: VisitPage, field: QWidget, scrolled: int) -> None:
    page.scroller.verticalScrollBar().setValue(scrolled)
    keep_in_view(field)
