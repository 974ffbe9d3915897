"""What the banners over a visit say: the danger first, and below it what is known of somebody who was here before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.domain.access.roles import Right, may
from mavis.domain.people.returning import AdviceDue
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import Place, keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.presenters.board.returners import advice, alerts, met_in, story
from mavis.ui.presenters.visit.question import Section
from mavis.ui.widgets.banner import BANNER_HEIGHT, Banner, BannerAct, BannerView
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.words import BannerText
    from mavis.ui.widgets.scroller import Scroller

RAISING = frozenset({Section.ARRIVAL, Section.TRIAGE, Section.OBSERVATIONS, Section.SAFETY})
"""The sections of which an answer can be dangerous, so that a banner may come."""
_FOLLOWS_MS = 1000
"""What shows so soon after a key belongs to it."""
_LIST = "if_returning"
_SHEET = "handover"
_LANDS_MS = 700
"""A hand that was on its way to a row has come down by then."""


def danger(text: BannerText | None) -> BannerView | None:
    """What is dangerous now, with the button that says that 999 was called; then that of the sheet for the crew."""
    if text is None:
        return None
    offer = text.clinical and not text.called_999
    sheet = BannerAct(_SHEET, words("visit.handover"), keys_of(f"{Place.VISIT}.{_SHEET}"))
    return BannerView(
        Tone.RED if text.clinical else Tone.AMBER,
        text.headline,
        text.why,
        action=words("visit.banner.called_999") if offer else "",
        action_icon=IconName.AMBULANCE if offer else None,
        keys="Ctrl+9" if offer else "",
        more=text.more,
        acts=(sheet,) if text.called_999 else (),
    )


def seen_before(desk: Desk, visit: Visit) -> BannerView | None:
    """What is known of somebody who was here before: an alert first, and a way to brief advice when it is due.

    What can be done stands beside it, unless there is an alert to read.
    """
    met = met_in(desk, visit)
    if met is None:
        return None
    warned = "; ".join(alerts(desk, visit))
    due = met.returning.advice is AdviceDue.DUE
    return BannerView(
        Tone.AMBER if warned else Tone.ACCENT,
        warned or story(met),
        " ".join(part for part in (story(met) if warned else "", advice(met)) if part),
        action=words("returning.brief_advice") if due else "",
        keys="5" if due else "",
        other=words("returning.more"),
        other_keys=keys_of(f"{Place.VISIT}.if_returning"),
        acts=() if warned else _acts(desk),
    )


def folded(before: BannerView) -> BannerAct:
    """The button that stands for the banner of a returner while danger has its place."""
    return BannerAct(_LIST, words("returning.act.here_before"), before.other_keys)


def _acts(desk: Desk) -> tuple[BannerAct, ...]:
    names = ["not_them", *(["earlier_nights"] if may(desk.session.actor.role, Right.READ_HISTORY) else [])]
    return tuple(BannerAct(name, words(f"returning.act.{name}"), keys_of(f"{Place.VISIT}.{name}")) for name in names)


class BannerPlace(QWidget):
    """The place of the banners over the rows of a visit; nothing under a hand moves when one comes or goes.

    Where a banner may come, its place is kept free and says quietly what is advised. Where it is not, or when more
    has to be said than the place holds, the rows make room for whoever presses a key; while a hand is over them,
    with the mouse or a finger, they stay where they are on the screen and a banner covers the top of them. One that
    goes then shows what is above the rows, or leaves its place empty until somebody moves on when nothing is.
    """

    called_999 = Signal()
    """Somebody says that 999 was called, with a button that has not only just come under the hand."""

    def __init__(self, keeper: ThemeKeeper, scroller: Scroller, parent: QWidget) -> None:
        """Nothing to say yet; ``scroller`` holds the rows."""
        super().__init__(parent)
        self._keeper = keeper
        self._scroller = scroller
        self._large = self._free = self._kept = False
        self._held = 0
        self._said: tuple[BannerView | None, BannerView | None] = (None, None)
        self._views: tuple[BannerView | None, BannerView | None] = (None, None)
        self._moved, self._came = QElapsedTimer(), QElapsedTimer()
        self.danger = Banner(keeper, self)
        self.danger.acted.connect(lambda: None if self.is_new else self.called_999.emit())
        self.seen_before = Banner(keeper, self)
        self._quiet = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        for part in (self.danger, self.seen_before, self._quiet):
            column.addWidget(part)
        column.addStretch(1)
        self.hide()

    @property
    def is_quiet(self) -> bool:
        """Whether the place says what is advised, because nothing is dangerous."""
        return self._kept and self._views == (None, None)

    @property
    def is_new(self) -> bool:
        """Whether a banner has just come under a hand that meant the row below it."""
        return self._came.isValid() and self._came.elapsed() < _LANDS_MS

    @property
    def is_still(self) -> bool:
        """Whether the rows must stay where they are on the screen."""
        return not self._moved.isValid() or self._moved.elapsed() >= _FOLLOWS_MS

    def keep(self, *, free: bool) -> None:
        """Keep the place free in the section that is shown now, for a banner that may come; not with large text."""
        self._free, self._kept = free, free and not self._large
        self._held = -1
        self.move_on()

    def move_on(self) -> None:
        """A key was pressed, or another section is shown: what comes or goes now may move the rows."""
        self._moved.start()
        self._came.invalidate()
        if self._held:
            self._hold(0)

    def stay(self) -> None:
        """A hand is over the rows."""
        self._moved.invalidate()
        self._scroller.rest()

    def show_views(self, danger: BannerView | None, before: BannerView | None, quiet: str) -> None:
        """Say what there is to say, the highest first; beside danger only an alert has a banner of its own."""
        self._said = danger, before
        self._quiet.setText(quiet)
        if before is not None and danger is not None and before.tone is not Tone.AMBER:
            danger, before = replace(danger, acts=(folded(before), *danger.acts)), None
        if before is not None and self._large:
            before = replace(before, acts=())
        if (danger, before) == self._views:
            return
        still, top, height = self.is_still, _top(self._scroller), self.height() if self.isVisible() else 0
        rows = self._scroller.verticalScrollBar()
        scrolled = rows.value()
        self._views = (danger, before)
        self.danger.set_view(danger)
        self.seen_before.set_compact(self._large or danger is not None)
        self.seen_before.set_view(before)
        self._hold(0)
        if not still:
            return
        if top - _top(self._scroller) > scrolled:  # what stays free below a banner that went, for nothing is above it
            self._hold(height)
        moved = _top(self._scroller) - top
        rows.setValue(scrolled + moved)
        if moved > 0:
            self._came.start()

    def fit(self, *, large: bool) -> None:
        """With large text each says in few words what to do."""
        self._large = large
        self.danger.set_compact(large)
        self.keep(free=self._free)
        self.show_views(*self._said, self._quiet.text())

    def _hold(self, height: int) -> None:
        """Be at least so high, and have the layouts around give what is above the rows its place."""
        self._held = height
        self._quiet.setMinimumHeight(self._keeper.px(BANNER_HEIGHT))
        self._quiet.setVisible(self.is_quiet)
        self.setMinimumHeight(max(height, self._keeper.px(BANNER_HEIGHT) if self._kept else 0))
        self.setVisible(self._views != (None, None) or self.minimumHeight() > 0)
        for _round in ("width", "height"):  # how high the words are is known once they know how wide they may be
            around: QWidget | None = self
            while around is not None and around is not self.window():
                _lay_out(around)
                around = around.parentWidget()
        for banner in (self.danger, self.seen_before):
            _lay_out(banner)


def _top(scroller: Scroller) -> int:
    """Where the rows begin on the screen."""
    return scroller.mapTo(scroller.window(), QPoint(0, 0)).y()


def _lay_out(widget: QWidget) -> None:
    """Give what lies in a widget its place now and not once all is done."""
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()
