"""Section 3 of a visit: one line to type, big boxes to touch, the score as it grows, and the trend of the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.record.observation import BreathedGas
from mavis.domain.scores.news2 import SCALE_2, Parameter, Risk
from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.pages.visit.observations.line import ObservationLine
from mavis.ui.pages.visit.observations.more import ObservationMore
from mavis.ui.pages.visit.section_panel import SectionPanel
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.observations.getting_worse import worse_spoken
from mavis.ui.presenters.visit.observations.line_words import section_in
from mavis.ui.presenters.visit.observations.readings import value_text
from mavis.ui.presenters.visit.observations.score_words import result_words
from mavis.ui.presenters.visit.observations.taking import time_words
from mavis.ui.spoken import Role, speak_as, speak_unfolded
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import FieldState
from mavis.ui.widgets.score_panel import ScorePanel, ScoreView
from mavis.ui.widgets.scroller import bring_into_view
from mavis.ui.widgets.trend import Trend, TrendPoint
from mavis.ui.widgets.value_box import ValueBox, ValueView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.observations.left_lines import LeftLines
    from mavis.ui.presenters.visit.observations.taken_set import TakenSet
    from mavis.ui.presenters.visit.observations.taking import ObservationsPresenter

_BOXES = {
    "respiration": ("r", Parameter.RESPIRATION),
    "spo2": ("s", Parameter.SPO2),
    "systolic": ("b", Parameter.SYSTOLIC),
    "pulse": ("p", Parameter.PULSE),
    "temperature_tenths": ("t", Parameter.TEMPERATURE),
    "glucose_tenths": ("g", None),
    "gcs": ("evm", None),
    "pain": ("n", None),
}
"""The values in the order of the boxes: the letters that type them, and the part of NEWS2 they are."""
_MOST_COLUMNS = 4
_TONES = {Risk.HIGH: Tone.RED, Risk.MEDIUM: Tone.AMBER, Risk.LOW_MEDIUM: Tone.AMBER}
_NO_NUMBER = "\N{EN DASH}"


class ObservationsPanel(SectionPanel):
    """The boxes, line and score of the set that is being taken; the visit page puts it under *How awake?*."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: ObservationsPresenter,
        lines: LeftLines,
        next_look: Callable[[], datetime | None],
        parent: QWidget | None = None,
    ) -> None:
        """``lines`` holds those that were left half typed.

        ``next_look`` tells when the person is looked at again once this set is done.
        """
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._lines = lines
        self._next_look = next_look
        self._room = 0
        self._told = ("", "")
        self._totals: list[tuple[int, datetime]] = []
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words("visit.section.observations"))
        self._build()

    def show_visit(self, visit: Visit) -> None:
        """Show the set that is being taken, and the totals of the visit so far."""
        if self._presenter.kept.was_undone:
            self.turn_to()
        self._totals = [(one.news2, one.at) for one in visit.observations if one.news2 is not None]
        told, (who, before) = worse_spoken(visit), self._told
        self._told = visit.id, told
        if told and who == visit.id and told != before:  # a warning is read out once, when it is new for the visit
            announce(self.window(), told, urgent=True)
        self.trend.set_points([TrendPoint(total, clock_text(at)) for total, at in self._totals])
        self.trend.setVisible(bool(self._totals))
        self.show_set()

    def show_set(self) -> None:
        """Show the set with the word that is being typed."""
        found, whole = self._presenter.now, self._presenter.whole
        for code, box in self.boxes.items():
            box.set_view(_box_view(code, found, whole))
        before = [total for total, at in self._totals if at < self._presenter.taken_at]
        self.score.set_view(_score_view(whole, before[-1] if before else None))
        awake = self._presenter.awake
        self.answering.emit("observations.awake", "" if awake is None else awake.value)
        sentence, wrong, odd = self._presenter.said
        self.line.set_state(FieldState.ERROR if wrong else FieldState.WARNING if odd else FieldState.PLAIN, sentence)
        self.line.offer(self._presenter.kept.to_correct)
        self.line.say_corrected(self._presenter.kept.corrected_at)
        self._time.set_words(time_words(self._presenter.taken_at))
        oxygen = self._presenter.gas is BreathedGas.OXYGEN
        self.gas.set_words(words("observations.on_oxygen" if oxygen else "observations.on_air"))
        if self.more is not None and not self.more.isHidden():
            self.more.show_set(found)
        then = self._next_look()
        doing = "keep" if self._presenter.line.strip() else "done"
        time = "" if then is None else clock_text(then)
        self.done.set_words(words(f"observations.{doing}" if time else f"observations.{doing}_only", time=time))

    def begin(self) -> None:
        """Take the keyboard, ready to type behind what stands in the line, or in one that was left before its end."""
        if line := self._lines.come_back():
            self.line.set_text(line)
        self.show_set()
        self.line.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.line.edit.end(False)

    @property
    def spot(self) -> QWidget | None:
        """What is measured more rarely, while it is open."""
        return self._unfold if self.more is not None and not self.more.isHidden() else None

    @property
    def is_typing(self) -> bool:
        """Whether the line has the keyboard."""
        return self.line.edit.hasFocus()

    def flush(self) -> None:
        """Save the word that has no end yet, unless it is half of a reading."""
        self._presenter.flush()

    def leave(self) -> None:
        """The page goes elsewhere: keep what is typed and end the set; the digit of a section is no reading."""
        if section_in(self.line.text) is not None:
            self._presenter.type_line("")
        self._lines.leave()
        if self.more is not None and not self.more.isHidden():
            self._show_more(shown=False)
        self.line.set_text("")

    def turn_to(self) -> None:
        """Another visit is shown: begin another set."""
        self._presenter.begin_anew()
        self.line.set_text("")

    def _build(self) -> None:
        keeper = self._keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, 0, Space.CONTROL, 0)
        column.setSpacing(Space.CONTROL)
        self.line = ObservationLine(keeper, self)
        self.line.typed.connect(self._typed)
        self.line.recalled.connect(self._correct)
        self.line.section_wanted.connect(self.section_wanted)
        column.addWidget(self.line)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.CONTROL)
        self.boxes = {code: ValueBox(keeper, _bare_view(code), self) for code in _BOXES}
        for box in self.boxes.values():
            box.wanted.connect(lambda code: self.type_in(_BOXES[code][0][0]))
        self.score, self.trend = ScorePanel(keeper, self), Trend(keeper, self)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(Space.CARD)
        self._pair.addWidget(self.score, 1)
        self._pair.addWidget(self.trend, 1)
        column.addLayout(self._pair)
        column.addLayout(self._grid)
        column.addLayout(self._build_foot())
        self._unfold = Button(keeper, words("observations.more"), parent=self)
        self._unfold.used.connect(lambda: self._show_more(shown=self.more is None or self.more.isHidden()))
        column.addWidget(self._unfold)
        self._column = column
        self.more: ObservationMore | None = None
        """The parts of the coma scale, pupils and target; built when somebody first asks for them."""

    def _build_foot(self) -> QBoxLayout:
        """When it was taken, and what ends it: beside each other, or with larger text under each other."""
        keeper, presenter = self._keeper, self._presenter
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot, end = QHBoxLayout(), QHBoxLayout()
        for row in (self._foot, foot, end):
            row.setSpacing(Space.CONTROL)
        self._foot.addLayout(foot, 1)
        self._foot.addLayout(end)
        self._time = Button(keeper, words("observations.taken_at", time=""), icon=IconName.CLOCK, parent=self)
        self._time.setEnabled(False)
        foot.addWidget(self._time)
        for minutes in (5, 10):
            earlier = Button(keeper, words("visit.minus", minutes=minutes), parent=self)
            earlier.used.connect(lambda minutes=minutes: presenter.earlier(minutes))
            foot.addWidget(earlier)
        foot.addStretch(1)
        self.gas = Button(keeper, words("observations.on_air"), parent=self)
        self.gas.used.connect(presenter.turn_gas)
        end.addStretch(1)
        end.addWidget(self.gas)
        self.done = Button(keeper, words("observations.done", time=""), main=True, keys="Enter", parent=self)
        self.done.used.connect(self.finished)
        end.addWidget(self.done)
        return self._foot

    def _show_more(self, *, shown: bool) -> None:
        if shown and self.more is None:
            self.more = ObservationMore(self._keeper, self._presenter, self)
            self.more.used.connect(self.begun)
            self.more.fit(self._room)
            self._column.addWidget(self.more)
        if self.more is not None:
            self.more.setVisible(shown)
            self.more.show_set(self._presenter.now)
        speak_unfolded(self._unfold, shown)
        if shown:
            QTimer.singleShot(0, self, lambda: bring_into_view(self._unfold))

    def fit(self, room: int) -> None:
        """Lay out for so many pixels: as many boxes beside each other as fit with all their words, and so on."""
        room -= Space.EDGE + Space.CONTROL
        self._room = room
        if self.more is not None:
            self.more.fit(room)
        usual = self._keeper.theme.text_percent == SMALLEST_TEXT
        stack(self._foot, not usual)
        widest = max(box.sizeHint().width() for box in self.boxes.values()) + Space.CONTROL
        columns = max(1, min(_MOST_COLUMNS, (room + Space.CONTROL) // widest))
        beside = room >= self.score.minimumSizeHint().width() + Space.CARD + self.trend.sizeHint().width()
        stack(self._pair, not beside)
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at // columns, at % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def press(self, key: str) -> bool:
        """A letter at a tile goes on in the line, with the set that a click on the tile began; else it is an answer."""
        at_a_tile = isinstance(self.window().focusWidget(), QAbstractButton)
        if not (at_a_tile and key.isalpha() and self._presenter.kept.id):
            return False
        self.type_in(key.lower())
        return True

    def type_in(self, text: str) -> None:
        """Go on behind what stands in the line: with the letter of a box, or with what was begun elsewhere."""
        self.begin()
        apart = " " if self.line.text.rstrip() == self.line.text != "" else ""
        self.line.edit.insert(apart + text)

    def end(self, by: int = 1) -> bool:
        """End the set when it can be; False when the line says what to put right first, or waits for the next set.

        Whoever types a line of readings may type another one: only Enter in the empty line goes on. One letter for how
        awake somebody is, is an answer as in any section.
        """
        typed, section = self.line.text.strip(), section_in(self.line.text)
        if section is not None:
            self.line.edit.clear()
            self.section_wanted.emit(section)
            return False
        if (not typed and self._presenter.now.is_empty) or self._presenter.done():
            self.line.set_text("")
            if not any(sign.isdigit() for sign in typed):
                return True
        self.show_set()
        self.begin()
        return False

    def _typed(self, text: str) -> None:
        self.begun.emit()
        self._presenter.type_line(text)
        self.show_set()

    def _correct(self) -> None:
        """Bring the last set back into the line."""
        self.line.edit.clear()
        if line := self._lines.correct_last():
            self.begun.emit()
            self.line.set_text(line)
            self.begin()


def _bare_view(code: str) -> ValueView:
    letters, _parameter = _BOXES[code]
    name, unit = words(f"observations.box.{code}"), words(f"observations.unit.{code}")
    return ValueView(code, name, letters if code != "gcs" else "", unit=unit)


def _box_view(code: str, found: TakenSet, whole: TakenSet) -> ValueView:
    """The value as it is typed, with its points once it is whole."""
    bare, parameter = _bare_view(code), _BOXES[code][1]
    name = bare.name if code != "spo2" else _oxygen_name(found)
    value = value_text(found.taken, code)
    fields = ("gcs_eye", "gcs_verbal", "gcs_motor") if code == "gcs" else (code,)
    points = None if parameter is None or found.not_valid else whole.score.points.get(parameter)
    return ValueView(
        code,
        name,
        bare.key,
        value,
        "" if code == "gcs" and value and found.taken.gcs is None else bare.unit,
        points,
        odd=bool(set(fields) & set(whole.odd)),
    )


def _oxygen_name(found: TakenSet) -> str:
    """``SpO2, scale 2, air``: what the percentage is read by."""
    gas = words("observations.oxygen" if found.taken.gas is BreathedGas.OXYGEN else "observations.air")
    return words("observations.scale_2" if found.taken.spo2_scale == SCALE_2 else "observations.scale_1", gas=gas)


def _score_view(found: TakenSet, before: int | None) -> ScoreView:
    headline, response = result_words(found, before)
    number = _NO_NUMBER if found.score.total is None or found.not_valid else str(found.score.total)
    tone = Tone.PLAIN
    if not found.not_valid and found.score.risk is not None:
        tone = _TONES.get(found.score.risk, Tone.PLAIN)
    return ScoreView(number, headline, response, tone=tone)
