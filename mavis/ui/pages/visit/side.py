"""The right side of a visit: the timeline, who looks after the person, where they were found, and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.record.care import CareKind
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.note import NoteField
from mavis.ui.pages.visit.time_field import VisitTime
from mavis.ui.presenters.desk.carers import carers
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.field import Field
from mavis.ui.widgets.scroller import keep_in_view
from mavis.ui.widgets.text import Panel, TextLabel
from mavis.ui.widgets.timeline import TimelineList, TimelineView
from mavis.ui.widgets.unfolding import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.page import VisitPresenter
    from mavis.ui.presenters.visit.timeline.happening import Happening

_WIDTH = 296
_ANY = 16_777_215
_SINCE_WIDTH = 132
_LEAST_TIMELINE = 224


class VisitSide(Panel):
    """Beside the form: what happened, and the words that belong to no question."""

    needed = Signal()
    """Somebody wants to type here: the side must be seen."""

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter, parent: QWidget | None = None) -> None:
        """Lay it out for one visit."""
        super().__init__(keeper, parent, flat=True)
        self._keeper = keeper
        self._presenter = presenter
        self._asks_care = False
        self._crew: tuple[tuple[str, str], ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.CONTROL, 0, Space.CONTROL)
        column.setSpacing(Space.CONTROL)
        self._build_head(column)
        self._timeline = TimelineList(keeper, words("screens.timeline.title"), self)
        self._timeline.wanted.connect(self.go_on_with)
        column.addWidget(self._timeline, 1)
        below = QVBoxLayout()
        below.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        below.setSpacing(Space.CONTROL)
        column.addLayout(below)
        times = presenter.times
        self.since = VisitTime(keeper, "here_since", times.arrived, times.arrived_earlier, self, width=_SINCE_WIDTH)
        below.addWidget(self.since)
        self._build_details(below)
        self.note = NoteField(keeper, presenter.note, self)
        self.note.add.used.connect(self.take_note)
        below.addWidget(self.note)

    def fit(self, large: bool) -> None:
        """A column of its own, or with large text as wide as the page that it stands under."""
        px = self._keeper.px
        self.setMinimumWidth(0 if large else px(_WIDTH))
        self.setMaximumWidth(_ANY if large else px(_WIDTH))
        self._timeline.setMinimumHeight(px(_LEAST_TIMELINE) if large else 0)
        self.note.fit()
        self._carer.setMinimumHeight(px(TARGET))
        self.since.fit()

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show the timeline, newest first."""
        self._timeline.set_views(
            tuple(
                TimelineView(clock_text(one.at), IconName(one.icon), one.event, one.detail, one.note)
                for one in happenings
            )
        )

    def show_details(self, visit: Visit) -> None:
        """Show since when the person is here, where they were found and who looks after them."""
        self.since.show_time(visit.id, clock_text(visit.arrived_at), shut=self._presenter.is_shut)
        if not self.place.edit.hasFocus():
            self.place.set_text(visit.found_location)
        self.note.say_way()
        if self._asks_care and all(given.kind is not CareKind.OTHER for given in visit.care):
            self._ask_no_more()
        self._show_crew(visit)
        place = max(0, self._carer.findData(visit.looked_after_by))
        if place != self._carer.currentIndex():
            self._carer.setCurrentIndex(place)

    def _show_crew(self, visit: Visit) -> None:
        crew = tuple((name, person) for person, name in carers(self._presenter.desk, visit).items())
        if crew != self._crew:
            self._crew = crew
            self._carer.clear()
            for name, person in ((words("visit.nobody_yet"), ""), *crew):
                self._carer.addItem(name, person)

    def _choose_carer(self, place: int) -> None:
        """Whoever has chosen goes on with the keys of the page."""
        self._presenter.looked_after_by(self._carer.itemData(place))
        give_keys_back(self)

    def take_note(self) -> None:
        """Open the note and put the caret into it."""
        self.note.open()
        self.type_into(self.note.area)

    def ask_care(self) -> None:
        """Other care says nothing by itself: the note asks what was done, until that is taken back."""
        self._asks_care = True
        self.note.open(words("visit.note_hint_care"))
        self.type_into(self.note.area)

    def _ask_no_more(self) -> None:
        """Close the note that asked what was done, unless something stands in it by now."""
        self._asks_care = False
        if self.note.area.hasFocus() and self.note.is_empty:
            give_keys_back(self)

    def correct_note(self) -> None:
        """Open the last note of whoever is signed in, or an empty one when they wrote none."""
        self.take_note()
        self.note.correct_last()

    def choose_carer(self) -> None:
        """Unfold the list of who may look after the person."""
        self.type_into(self._carer)
        self._carer.showPopup()

    def go_on_with(self, note_id: str) -> None:
        """Open a note of whoever is signed in, with its words; nothing happens with any other."""
        if self._presenter.note.is_own(note_id):
            self.note.put_away()
            self._presenter.note.take_up(note_id)
            self.take_note()

    def type_into(self, field: QWidget) -> None:
        """Put the caret into one of the fields, which comes into view where the side scrolls."""
        self.needed.emit()
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def show_field(self) -> None:
        """Scroll to what has the caret."""
        keep_in_view(self.focusWidget() or self)

    def flush(self) -> None:
        """Hand on whatever is half typed."""
        self.since.flush()
        self._place_typing.flush()
        self.note.flush()

    def _build_head(self, column: QVBoxLayout) -> None:
        title = TextLabel(self._keeper, words("screens.timeline.title"), size=Size.LABEL, weight=Weight.TITLE)
        row = self._with_aside(title, words("screens.timeline.newest_first"))
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        column.addLayout(row)

    def _build_details(self, column: QVBoxLayout) -> None:
        self.place = Field(self._keeper, words("visit.place"), noted=False, inset=True, parent=self)
        self.place.edit.goes_on = True
        self._place_typing = Typing(self._presenter.type_place, self.place.edit)
        self.place.typed.connect(self._place_typing.typed)
        self.place.edit.editingFinished.connect(self._place_typing.flush)
        self._carer = Choice(self._keeper, self)
        self._carer.setObjectName("carer")
        self._carer.setAccessibleName(words("visit.carer"))
        self._carer.setMinimumHeight(self._keeper.px(TARGET))
        self._carer.activated.connect(self._choose_carer)
        self._carer.walked.connect(
            lambda place: self._presenter.looked_after_by(self._carer.itemData(place), on_the_way=True)
        )
        column.addWidget(self.place)
        title = TextLabel(self._keeper, words("visit.carer"), tone=Tone.MUTED)
        title.setBuddy(self._carer)
        column.addLayout(self._with_aside(title, keys_of("visit.carer")))
        column.addWidget(self._carer)

    def _with_aside(self, title: TextLabel, aside: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(TextLabel(self._keeper, aside, tone=Tone.MUTED))
        return row
