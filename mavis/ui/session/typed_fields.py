"""Fields of a page: their names, what stands in them, where the caret is, and words typed into them again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from mavis.ui.widgets.field import GIVEN_BACK, held

if TYPE_CHECKING:
    from collections.abc import Iterator

Typed = QLineEdit | QPlainTextEdit
"""Whatever words are typed into."""


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


def text_of(field: Typed) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def is_draft(field: Typed) -> bool:
    """Whether words stand in a field that the record does not have."""
    return field.isVisible() and text_of(field) != held(field)


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


def type_again(field: Typed, text: str) -> None:
    """Put words in as if they were typed, so that the page looks at them as it looks at typed ones."""
    field.setProperty(GIVEN_BACK, True)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.insertPlainText(text)
