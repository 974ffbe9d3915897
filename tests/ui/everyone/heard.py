"""A window as a screen reader finds it: every part with its role, name and states, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QListView, QRadioButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = QAccessible.Role
_NAMELESS = {Role.Client, Role.NoRole, Role.LayeredPane, Role.Border, Role.Window}
_GROUPS = {Role.Grouping, Role.Pane, Role.AlertMessage, Role.List, Role.PageTabList}
_OF_CONTROLS = {
    Role.Button,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.PageTab,
    Role.Pane,
    Role.RadioButton,
    Role.StaticText,
}
_SILENT = frozenset({"Panel", "Rail", "RailBar", "TabStrip", "StatusLine", "EmptyBoard", "_Ring"})
"""Painted frames that only hold what is spoken of itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its interface and widget, and the names of the groups that it lies in, from the window inwards."""

    spoken: QAccessibleInterface
    widget: QWidget
    groups: tuple[str, ...]

    @property
    def name(self) -> str:
        """What is read out."""
        return self.spoken.text(QAccessible.Text.Name).strip()

    @property
    def role(self) -> QAccessible.Role:
        """What it is said to be."""
        return self.spoken.role()

    @property
    def is_control(self) -> bool:
        """Whether a person can go there."""
        return bool(self.spoken.state().focusable)

    def __str__(self) -> str:
        """For the message of a test that fails."""
        return f"{' > '.join(self.groups)} > {type(self.widget).__name__} {self.role.name} “{self.name}”"


def parts(window: QWidget) -> Iterator[Part]:
    """Every part of the window that is seen, as a screen reader walks through them."""
    spoken = QAccessible.queryAccessibleInterface(window)
    if spoken is not None:
        yield from _below(spoken, ())


def _below(spoken: QAccessibleInterface, groups: tuple[str, ...]) -> Iterator[Part]:
    for at in range(spoken.childCount()):
        child = spoken.child(at)
        widget = child.object() if child is not None else None
        if child is None or not isinstance(widget, QWidget) or child.state().invisible:
            continue
        part = Part(child, widget, groups)
        yield part
        inside = (*groups, part.name) if part.role in _GROUPS and part.name else groups
        yield from _below(child, inside)


def complaints(window: QWidget) -> list[str]:
    """What a person who listens would stumble on, in the window as it is now; empty when there is nothing."""
    seen = list(parts(window))
    controls = [part for part in seen if part.is_control]
    found = [f"{kind}: {part}" for part in controls for kind in _wrong_with(part)]
    found += [f"hides its words: {part}" for part in seen if _hides_words(part)]
    found += [f"is painted and says nothing: {part}" for part in seen if _is_mute(part)]
    found += [f"twice in its group: {part}" for part in _doubles(controls)]
    return found + _chosen_places(seen)


def _wrong_with(part: Part) -> Iterator[str]:
    if not part.name:
        yield "has no name"
    if part.role not in _OF_CONTROLS:
        yield "is not said to be a control"
    if part.role is not _role_of(part):
        yield f"should be {_role_of(part).name}"
    state = part.spoken.state()
    if bool(state.disabled) is part.widget.isEnabled():
        yield "says the wrong thing about whether it can be used"
    if isinstance(part.widget, QComboBox) and not part.spoken.relations(QAccessible.RelationFlag.Label):
        yield "names its choice, and no label beside it says what for"
    if isinstance(part.widget, QAbstractButton):
        yield from _wrong_with_button(part, part.widget)


def _wrong_with_button(part: Part, button: QAbstractButton) -> Iterator[str]:
    if button.isCheckable() and bool(part.spoken.state().checked) is not button.isChecked():
        yield "says the wrong thing about being chosen"
    if button.isEnabled() and not {"Press", "Toggle"}.intersection(_actions(part)):
        yield "cannot be pressed"


def _actions(part: Part) -> list[str]:
    acting = part.spoken.actionInterface()
    return acting.actionNames() if acting is not None else []


def _role_of(part: Part) -> QAccessible.Role:
    """The role that the kind of a widget must have; its own where several are right."""
    expected = {
        QRadioButton: Role.RadioButton,
        QCheckBox: Role.CheckBox,
        QComboBox: Role.ComboBox,
        QListView: Role.List,
    }
    for kind, role in expected.items():
        if isinstance(part.widget, kind):
            return role
    if isinstance(part.widget, QAbstractButton) and part.role is not Role.PageTab:
        return Role.Button
    return part.role


def _hides_words(part: Part) -> bool:
    """Whether a text on the screen is missing in what is read out instead of it."""
    return isinstance(part.widget, QLabel) and part.widget.text() not in part.name


def _is_mute(part: Part) -> bool:
    kind = type(part.widget)
    paints = kind.__module__.startswith("mavis.") and any("paintEvent" in vars(one) for one in _own(kind))
    if not paints or kind.__name__ in _SILENT or part.role is Role.Separator or _speaks_inside(part):
        return False
    if part.role is Role.StaticText:  # a line of words that may have nothing to say yet
        return False
    return not part.name or part.role in _NAMELESS


def _own(kind: type) -> list[type]:
    return [one for one in kind.__mro__ if one.__module__.startswith("mavis.")]


def _speaks_inside(part: Part) -> bool:
    """Whether a page or header paints no more than the ground on which its spoken parts lie."""
    return part.role in _NAMELESS and any(child.name for child in _below(part.spoken, ()))


def _doubles(controls: list[Part]) -> list[Part]:
    known: set[tuple[object, ...]] = set()
    twice = []
    for part in controls:
        key = (part.groups, part.role, part.name, part.widget.accessibleDescription())
        if key in known:
            twice.append(part)
        known.add(key)
    return twice


def _chosen_places(seen: list[Part]) -> list[str]:
    """Of tabs beside each other exactly one is the one in use."""
    rows: dict[QWidget, int] = {}
    for part in seen:
        beside = part.widget.parentWidget()
        if part.role is Role.PageTab and beside is not None:
            rows[beside] = rows.get(beside, 0) + bool(part.spoken.state().selected)
    return [f"{chosen} places in use: {type(row).__name__}" for row, chosen in rows.items() if chosen != 1]
