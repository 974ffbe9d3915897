"""What every painted button shares: repainting with the theme, Enter as well as Space, press and hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication, QRadioButton

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.sheet import style_sheet
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QAbstractButton

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.widgets.hold import Hold

    _Button = QAbstractButton
else:
    _Button = object

_PRESS_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Pressing(_Button):
    """Put before a Qt button class: ``class Button(Pressing, QPushButton)``; call ``_start`` in ``__init__``.

    ``_act`` is called once per use of the control, after the hold when it has one.
    """

    _keeper: ThemeKeeper
    _hold: Hold | None
    _tipped = False

    def _start(self, keeper: ThemeKeeper, *, hold: bool = False) -> None:
        self._keeper = keeper
        self._hold = None
        if self.isCheckable():  # Qt's own voice would change the tick and tell nobody
            speak_as(self, Role.RadioButton if isinstance(self, QRadioButton) else Role.CheckBox)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)
        self.clicked.connect(self._clicked)
        if hold:
            self.set_hold()

    def set_hold(self, *, hold: bool = True) -> None:
        """From now on the control must be held for one second, or no longer."""
        if hold == (self._hold is not None):
            return
        if self._hold is not None:
            self._hold.deleteLater()
            self._hold = None
            self.setAccessibleDescription("")
            return
        from mavis.ui.widgets.hold import Hold

        self._hold = Hold(self)
        self._hold.moved.connect(self.update)
        self._hold.done.connect(self._act)
        self._hold.asked.connect(self._ask_again)
        self._hold.too_short.connect(self._say_how)
        self.setAccessibleDescription(words("widgets.hold_how"))

    def set_tip(self, text: str) -> None:
        """Say more while the mouse rests on the control; a tip takes its look from the sheet of what it belongs to."""
        if text == self.toolTip():
            return
        self.setToolTip(text)
        if text and not self._tipped:
            self._tipped = True
            self._keeper.changed.connect(self._dress_tip)
        self._dress_tip()

    @property
    def held(self) -> float:
        """How much of the second of a press-and-hold is over, 0.0-1.0."""
        return self._hold.fraction if self._hold is not None else 0.0

    def use_by_key(self) -> None:
        """Its letter was pressed somewhere on the page: act, or begin to hold until the letter goes up."""
        if not self.isEnabled():
            return
        if self._hold is None:
            self.click()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._hold.begin()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its content needs."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press; arrows are left to the grid or list around the control."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() not in _PRESS_KEYS:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif self._hold is not None:
            self._hold.begin()
        else:
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Keys that press have done so already; a hold sees by itself when one goes up."""
        if event.key() not in _PRESS_KEYS:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a hold, or press as Qt does."""
        if self._hold is None:
            super().mousePressEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._hold.begin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press as Qt does; a hold sees by itself when the mouse lets go."""
        if self._hold is None:
            super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A hold ends when the keyboard goes elsewhere."""
        if self._hold is not None:
            self._hold.cancel()
        super().focusOutEvent(event)

    def _dress_tip(self) -> None:
        self.setStyleSheet(style_sheet(self._keeper.theme, "QToolTip") if self.toolTip() else "")

    def _clicked(self) -> None:
        if self._hold is None:
            self._act()
        else:
            self._hold.press()

    def _say_how(self) -> None:
        """Tell whoever only tapped it, in the message line of the window, which reads it out as well."""
        QApplication.sendEvent(self, QStatusTipEvent(words("widgets.hold_longer")))

    def _ask_again(self) -> None:
        announce(self, words("widgets.hold_again", name=self.accessibleName()))

    if TYPE_CHECKING:

        def _act(self) -> None:
            """Do what the control is for; each kind of control says what."""
