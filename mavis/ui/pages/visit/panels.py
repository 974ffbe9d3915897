"""The panels of a visit page: built when their section is first opened, so that a visit is on screen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from mavis.ui.pages.visit.observations.panel import ObservationsPanel
from mavis.ui.pages.visit.section_panel import NOT_TAKEN, SectionPanel
from mavis.ui.presenters.visit.observations.taking import next_look
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.text import SectionHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.page import VisitPresenter

    Maker = Callable[[ThemeKeeper, VisitPresenter, CheckIntervals], SectionPanel]


def _observations(keeper: ThemeKeeper, presenter: VisitPresenter, intervals: CheckIntervals) -> SectionPanel:
    observing = presenter.observing
    return ObservationsPanel(
        keeper, observing, presenter.left_lines, lambda: next_look(presenter.visit, observing, intervals)
    )


def _triage(keeper: ThemeKeeper, presenter: VisitPresenter, _intervals: CheckIntervals) -> SectionPanel:
    from mavis.ui.pages.visit.triage.panel import TriagePanel

    return TriagePanel(keeper, presenter)


def _safety(keeper: ThemeKeeper, presenter: VisitPresenter, _intervals: CheckIntervals) -> SectionPanel:
    from mavis.ui.pages.visit.safety.panel import SafetyPanel

    return SafetyPanel(keeper, presenter)


def _alcohol(keeper: ThemeKeeper, presenter: VisitPresenter, _intervals: CheckIntervals) -> SectionPanel:
    from mavis.ui.pages.visit.alcohol.panel import AlcoholPanel
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

    talk = AlcoholPresenter(presenter.desk, lambda: presenter.visit)
    return AlcoholPanel(keeper, talk, lambda: presenter.give_screen(talk))


MAKERS: Mapping[Section, Maker] = {
    Section.TRIAGE: _triage,
    Section.OBSERVATIONS: _observations,
    Section.ALCOHOL: _alcohol,
    Section.SAFETY: _safety,
}
"""The sections that have a panel, and what makes it; a panel's module is imported when it is made."""


class VisitPanels:
    """The panels that were opened so far; what the page tells one it tells all."""

    def __init__(self, make: Callable[[Section], SectionPanel]) -> None:
        """``make`` builds a panel and puts it where it belongs on the page."""
        self._make = make
        self._built: dict[Section, SectionPanel] = {}
        self._resting: QWidget | None = None

    def __getitem__(self, section: Section) -> SectionPanel:
        """The panel of a section that has one; built now when it was not before."""
        if section not in self._built:
            self._built[section] = self._make(section)
        return self._built[section]

    def of(self, section: Section) -> SectionPanel | None:
        """The panel of a section when it was built, to ask and not to build."""
        return self._built.get(section)

    def press(self, section: Section, key: str) -> bool:
        """Let the panel of a section use a key."""
        panel = self.of(section)
        return panel is not None and panel.press(key)

    def step_back(self, section: Section) -> bool:
        """Go one step back inside the panel of a section; False when there is none."""
        panel = self.of(section)
        return panel is not None and panel.step_back()

    def key_place(self, section: Section) -> str:
        """The place of the table of keys whose letters count in a section."""
        panel = self.of(section)
        return panel.key_place if panel is not None and panel.key_place else section.value

    def more_keys(self, section: Section) -> tuple[tuple[str, str], ...]:
        """The keys of a section that asks page by page, each with what it does; none for any other section."""
        panel = self.of(section)
        return () if panel is None else panel.more_keys

    @property
    def is_typing(self) -> bool:
        """Whether a field of some panel has the keyboard."""
        return any(panel.is_typing for panel in self._built.values())

    @property
    def not_taken(self) -> dict[str, str]:
        """What stands in a field that is shown and cannot be: by the question, as the page asks it, what to say."""
        fields = ((section, edit) for section, panel in self._built.items() for edit in _refused(panel))
        return {f"{section.value}.{edit.objectName()}": edit.property(NOT_TAKEN) for section, edit in fields}

    def rest(self, section: Section, here: QWidget | None) -> None:
        """``here`` is the field that takes the letters, or None: no bar and no frame of a panel elsewhere is shown.

        Of the panel that the field is in, that which has keys of its own beside the words rests.
        """
        panel, resting = self.of(section), None
        if panel is not None and here is not None:
            resting = panel.rests_beside_words if panel.isAncestorOf(here) else panel
        if resting is not self._resting:
            _put_to_rest(self._resting, rests=False)
            _put_to_rest(resting, rests=True)
            self._resting = resting

    def show_visit(self, visit: Visit) -> None:
        """Show what the record holds."""
        for panel in self._built.values():
            panel.show_visit(visit)

    def turn_to(self) -> None:
        """Another visit is shown from now on."""
        for panel in self._built.values():
            panel.turn_to()

    def leave(self, staying: Section | None = None) -> None:
        """The page goes elsewhere, or to the section ``staying``, whose panel goes on."""
        for section, panel in self._built.items():
            if section is not staying:
                panel.leave()

    def flush(self) -> None:
        """Save whatever is half typed."""
        for panel in self._built.values():
            panel.flush()

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        for panel in self._built.values():
            panel.fit(room)


def _refused(panel: SectionPanel) -> Iterator[QLineEdit]:
    """The fields of a panel that hold what cannot be; what is put away with its part holds up nobody."""
    return (one for one in panel.findChildren(QLineEdit) if one.property(NOT_TAKEN) and one.isVisibleTo(panel))


def _put_to_rest(whole: QWidget | None, *, rests: bool) -> None:
    """Take bars and frames off all of it, or show them where they were: the letters come back to the same place."""
    for part in whole.findChildren(QWidget) if whole is not None else ():
        if isinstance(part, SectionHeader | CheckChip | RadioChip | Button):
            part.is_resting = rests
            part.update()
