"""What is measured more rarely, to touch: the parts of the coma scale, the pupils, and the target for oxygen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mavis.domain.record.observation import Pupils
from mavis.system.wording import label, words
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.answers import fit_columns
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered
from mavis.ui.widgets.text import SectionHeader, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.observations.taken_set import TakenSet
    from mavis.ui.presenters.visit.observations.taking import ObservationsPresenter

_PARTS = {"gcs_eye": 4, "gcs_verbal": 5, "gcs_motor": 6}
_TARGET = "target"
_MOST_COLUMNS = 4


class ObservationMore(QWidget):
    """Rows of chips; what is typed in the line shows here as well."""

    used = Signal()
    """A person touched a chip."""

    def __init__(self, keeper: ThemeKeeper, presenter: ObservationsPresenter, parent: QWidget | None = None) -> None:
        """Lay the rows out; ``show_set`` fills them."""
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._labels: list[SectionHeader] = []
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words("observations.more"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.CONTROL)
        self._grid.setColumnStretch(1, 1)
        self.rows = {part: self._part(part, most) for part, most in _PARTS.items()}
        self.rows["pupils"] = self._row("pupils", numbered((each.value, label(each)) for each in Pupils))
        self.rows["pupils"].chosen.connect(lambda code, on: self._touch("pupils", Pupils(code), on))
        self.target = self._row(_TARGET, numbered([(_TARGET, words("observations.more_target"))]))
        self.target.chosen.connect(lambda _code, on: self._set_target(on))
        self.target_told = TextLabel(keeper, words("observations.target_clinician"), wrap=True, parent=self)
        self._grid.addWidget(self.target_told, self._grid.rowCount() - 1, 1)

    def show_set(self, found: TakenSet) -> None:
        """Show the values of the set, and the target of the person."""
        for part in _PARTS:
            value = getattr(found.taken, part)
            self.rows[part].set_chosen(frozenset() if value is None else frozenset({str(value)}))
        pupils = found.taken.pupils
        self.rows["pupils"].set_chosen(frozenset() if pupils is None else frozenset({pupils.value}))
        target, may_set = self._presenter.oxygen.is_set, self._presenter.oxygen.may_set
        self.target.set_chosen(frozenset({_TARGET} if target else ()))
        self.target.setVisible(may_set)
        self.target_told.setVisible(not may_set)
        self.target_told.setText(words("observations.target_set" if target else "observations.target_clinician"))

    def fit(self, room: int) -> None:
        """As many chips beside each other as fit with all their words."""
        width = self._keeper.px(LABEL_WIDTH)
        for header in self._labels:
            header.setFixedWidth(width)
        for row in (*self.rows.values(), self.target):
            fit_columns(row, _MOST_COLUMNS, room - width - Space.CONTROL)

    def _part(self, part: str, most: int) -> ChoiceGrid:
        codes = [str(value) for value in (*range(most, 0, -1), 0)]
        texts = {code: words(f"observations.coma.{part}.{code}") for code in codes}
        views = [ChipView(code, text.removeprefix(f"{code} "), key=code) for code, text in texts.items()]
        row = self._row(part, views)
        for chip in row.chips:
            chip.setAccessibleName(texts[chip.view.code])
        row.chosen.connect(lambda code, on: self._touch(part, int(code), on))
        return row

    def _row(self, name: str, views: list[ChipView]) -> ChoiceGrid:
        title, how = words(f"observations.more_{name}_title"), words(f"observations.more_{name}_how")
        header = SectionHeader(self._keeper, title, how, minor=True, parent=self)
        one = len(views) > 1
        row = ChoiceGrid(self._keeper, title, views, columns=_MOST_COLUMNS, exclusive=one, own_keys=True, parent=self)
        at = self._grid.rowCount()
        self._labels.append(header)
        self._grid.addWidget(header, at, 0)
        self._grid.addWidget(row, at, 1)
        return row

    def _touch(self, name: str, value: Pupils | int, on: bool) -> None:
        self.used.emit()
        self._presenter.touch(name, value, on=on)

    def _set_target(self, on: bool) -> None:
        self.used.emit()
        self._presenter.oxygen.set(on=on)
        self._presenter.flush()
