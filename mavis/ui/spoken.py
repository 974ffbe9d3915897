"""What a screen reader is told of the widgets that Mavis paints itself: what they are, and which of them is in use.

Qt knows its own classes only: it calls a painted group or sign a blank filler, and a button that unfolds a check box.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

Role = QAccessible.Role
_ROLE, _CHOSEN, _UNFOLDED = "spoken_role", "spoken_chosen", "spoken_unfolded"


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a widget spoken of as what it is: a group, a sign with words, a tab; call it while the widget is built."""
    widget.setProperty(_ROLE, role.value)
    if QAccessible.isActive():
        known = QAccessible.queryAccessibleInterface(widget)
        if known is not None and known.role() is not role:  # it was named before
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def speak_chosen(widget: QWidget, chosen: bool) -> None:
    """Say whether this is the place, section or visit in use, of those beside it."""
    change = QAccessible.State()
    change.selected = True
    _set(widget, _CHOSEN, chosen, change)


def speak_unfolded(widget: QWidget, unfolded: bool) -> None:
    """Say whether what a button unfolds is shown."""
    change = QAccessible.State()
    change.expanded = change.collapsed = True
    _set(widget, _UNFOLDED, unfolded, change)


@cache
def give_voices() -> None:
    """Have Qt ask here first what a widget is; the first call counts."""
    QAccessible.installFactory(_voice)


def _set(widget: QWidget, name: str, value: bool, change: QAccessible.State) -> None:
    before = widget.property(name)
    widget.setProperty(name, value)
    if before not in {None, value} and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, change))


def _voice(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """The voice of a widget that was given a role, and of each part that scrolls.

    Qt's own voice of a scroll area crashes when a reader asks for a scroll bar that has gone meanwhile (Qt 6.11).
    """
    role = thing.property(_ROLE)
    if role is None and class_name == "QScrollArea":
        role = Role.Client.value
    if role is None or not isinstance(thing, QWidget):
        return None
    kind = _ButtonVoice if isinstance(thing, QAbstractButton) else QAccessibleWidget
    return kind(thing, Role(role))


class _ButtonVoice(QAccessibleWidget):
    """A button of another role than Qt's: it can be pressed, is the chosen one or not, unfolds or not."""

    def state(self) -> QAccessible.State:
        """The states of Qt, and those that were told here."""
        told = super().state()
        chosen, unfolded = self.object().property(_CHOSEN), self.object().property(_UNFOLDED)
        button = self._button()
        told.checkable, told.checked = button.isCheckable(), button.isChecked()
        if chosen is not None:
            told.selectable, told.selected = True, bool(chosen)
        if unfolded is not None:
            told.expandable, told.expanded, told.collapsed = True, bool(unfolded), not unfolded
        return told

    def actionNames(self) -> list[str]:
        """Press, or toggle, before what every widget can do; nothing at all while it is disabled."""
        return [self._use(), *super().actionNames()] if self._button().isEnabled() else []

    def doAction(self, name: str) -> None:
        """Press the button as a hand would."""
        if name == self._use():
            self._button().click()
        else:
            super().doAction(name)

    def _use(self) -> str:
        return self.toggleAction() if self._button().isCheckable() else self.pressAction()

    def _button(self) -> QAbstractButton:
        button = self.object()
        if not isinstance(button, QAbstractButton):
            raise TypeError(button)
        return button
