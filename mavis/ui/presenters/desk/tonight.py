"""Tonight as the windows see it: each edit shows at once, is saved in order behind the scenes, and can be undone.

The desk holds the visits, tallies and the shift in memory. An edit is applied here first and then by the store; a save
that fails stays in line and is tried again, so that nothing typed is lost while the disk is full or busy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.edits.visit import VisitEdit, restore, settle
from mavis.domain.shift.shift import Shift, restore_shift
from mavis.domain.shift.tally import Tally
from mavis.domain.visit.short_code import code_order, short_code
from mavis.domain.visit.visit import Visit, differing_fields
from mavis.system.wording import words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.desk.finished import may_still_change
from mavis.ui.presenters.desk.saving import SaveQueue
from mavis.ui.presenters.desk.told import told_of
from mavis.ui.presenters.desk.undo import Step, UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mavis.bootstrap import Session
    from mavis.domain.follow_up.contacts import Contact
    from mavis.domain.follow_up.open_referral import OpenReferral
    from mavis.domain.record.safeguarding import ReferralTarget
    from mavis.domain.reference import ReferenceData
    from mavis.services.visitors import Met
    from mavis.system.clock import Clock
    from mavis.ui.presenters.desk.doors import Doors


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed on the desk, so that a page refreshes only what it shows.

    ``visit`` is a visit id, ``tally`` a kind; both None means the shift or everything. ``said`` is for the message bar;
    ``not_done`` means that it says why something was not, or cannot be; ``undone`` that it tells of a step taken back,
    so that Undo offers the one before it; ``untriaged`` that the visit was finished and nobody set a category.
    """

    visit: str | None = None
    tally: str | None = None
    said: str = ""
    undoable: bool = False
    not_done: bool = False
    undone: bool = False
    untriaged: bool = False


class Desk:
    """The state of the night on the GUI thread."""

    def __init__(
        self,
        session: Session,
        doors: Doors,
        clock: Clock,
        new_id: Callable[[], str],
        reference: ReferenceData,
        device_letter: str,
    ) -> None:
        """Begin empty; ``load`` fetches what was open."""
        self.session = session
        self.clock = clock
        self.new_id = new_id
        self.reference = reference
        self.doors = doors
        self.saves = SaveQueue(doors)
        self.undo_stack = UndoStack()
        self.shift: Shift | None = None
        self.visits: dict[str, Visit] = {}
        self.shut: set[str] = set()
        """Ids of visits that were finished and are not opened again: their answers stay as they are."""
        self.tallies: dict[str, Tally] = {}
        self.names: dict[str, str] = {}
        self.contacts: Mapping[ReferralTarget, Contact] = {}
        self.open_before: dict[str, OpenReferral] = {}
        """Referrals by id that were open when they were read, of every night."""
        self.met: dict[str, Met] = {}
        """What is known, by visit, of visitors who are linked to somebody known."""
        self._letter = device_letter
        self._last_number = 0
        self._listeners: list[Callable[[Touched], None]] = []

    def subscribe(self, listener: Callable[[Touched], None]) -> None:
        """Be told after each change."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[Touched], None]) -> None:
        """Stop being told."""
        self._listeners.remove(listener)

    def fill(
        self, shift: Shift | None, visits: Iterable[Visit], tallies: Iterable[Tally], last_number: int = 0
    ) -> None:
        """Take over what the store holds, at start, after unlocking and after the shift changed hands.

        ``last_number`` is the highest in a code of this night so far, in whichever of its shifts.
        """
        self.shift = shift
        self._last_number = last_number
        self.visits = {visit.id: visit for visit in visits}
        self.tallies = {tally.kind: tally for tally in tallies}
        self.undo_stack.clear()
        self.tell(Touched())

    @property
    def open_visits(self) -> list[Visit]:
        """Who is on the bus, by code."""
        return sorted((v for v in self.visits.values() if v.is_open), key=lambda v: code_order(v.code))

    def new_visit(self) -> Visit:
        """Open a visit for somebody who has just come aboard; its id is made here, so saving twice makes one."""
        if self.shift is None:
            raise ValueError(self.shift)
        now, actor, visit_id = self.clock(), self.session.actor, self.new_id()
        number = max(self._last_number, *(code_order(visit.code)[1] for visit in self.visits.values()), 0) + 1
        visit = Visit(visit_id, short_code(self._letter, number), self.shift.id, now, now, actor.id)
        self.visits[visit_id] = visit
        self.saves.put(lambda: self.session.visits.open_visit(actor, visit_id=visit_id, arrived_at=now), self._numbered)
        self.tell(Touched(visit=visit_id, said=words("screens.said.new_visit", code=visit.code)))
        return visit

    def edit(self, visit_id: str, edit: VisitEdit, said: str = "", *, thread: str = "") -> Visit:
        """Apply an edit at once, have it saved, and remember how to take it back.

        ``said`` is for the message bar and for Undo; an edit without words is none that Undo knows. Edits of one
        ``thread`` that follow each other are taken back together. An edit that changes nothing is not saved, and an
        answer in a visit that is ``shut`` is refused in words.
        """
        before = self.visits[visit_id]
        after = self._settled(before, edit)
        if not differing_fields(before, after):
            return before
        if visit_id in self.shut and not may_still_change(before, after):
            self.tell(Touched(visit=visit_id, said=words("visit.said.is_finished"), not_done=True))
            return before
        if said:
            own = f"{visit_id} {thread}" if thread else ""
            self.undo_stack.add(
                Step(said, before, after, lambda to, now: self._put(visit_id, restore(to, now)), own, after.code)
            )
        return self._put(visit_id, edit, said)

    def _settled(self, before: Visit, edit: VisitEdit) -> Visit:
        return settle(before, edit(before), self.reference.flags, self.clock(), self.session.actor)

    def _put(self, visit_id: str, edit: VisitEdit, said: str = "") -> Visit:
        """Apply an edit and have it saved; a visit that is open is shut no more."""
        before, actor = self.visits[visit_id], self.session.actor
        self.visits[visit_id] = after = self._settled(before, edit)
        if after.is_open:
            self.shut.discard(visit_id)
        self.saves.put(lambda: self.session.visits.change(actor, visit_id, edit), partial(self._stored, after))
        told = told_of(said, before, after, self.reference.flags) if said else ""
        self.tell(Touched(visit=visit_id, said=told, undoable=bool(said)))
        return after

    def count(self, kind: str, step: int = 1) -> Tally:
        """Count one more, or one less, of a kind; what is not counted, or 0, cannot be less."""
        shift, held, name = self._shift(), dict(self.tallies), self.reference.tally_name(kind)
        before = held.get(kind, Tally(kind, None))
        if step < 0 and not before.count:
            self.tell(Touched(tally=kind, said=words("screens.said.none_to_take_off", name=name), not_done=True))
            return before
        self.tallies[kind] = after = before.plus(step)
        tap, actor = self.new_id(), self.session.actor
        self.saves.put(lambda: self.session.shifts.count(actor, shift.id, kind, step, tap))
        said = words("screens.said.counted" if step > 0 else "screens.said.counted_off", name=name, count=after.count)
        self.undo_stack.add(Step(said, held, dict(self.tallies), self._put_tallies))
        self.tell(Touched(tally=kind, said=said, undoable=True))
        return after

    def answer_tally(self, kind: str, count: int | None, *more: str) -> None:
        """Say how many of a kind there were, or that nobody counted; the same of ``more`` kinds in one step."""
        kinds, before = (kind, *more), dict(self.tallies)
        after = before | {each: Tally(each, count) for each in kinds}
        said = words("screens.said.counted", name=self.reference.tally_name(kind), count=count)
        if more:
            said = words("screens.said.counted_all", number=len(kinds), count=count)
        elif count is None:
            said = words("screens.said.not_counted", name=self.reference.tally_name(kind))

        self._put_tallies(after, before)
        self.undo_stack.add(Step(said, before, after, self._put_tallies))
        self.tell(Touched(tally=kind, said=said, undoable=True))

    def change_shift(self, edit: Callable[[Shift], Shift], said: str = "", *, thread: str = "") -> None:
        """Change notes, crew hours or kit of tonight, at once and saved behind the scenes; words as in ``edit``."""
        before, actor = self._shift(), self.session.actor
        after = edit(before)
        if after == before:
            return
        self.shift = after
        self.saves.put(lambda: self.session.shifts.change(actor, before.id, edit))
        if said:
            self.undo_stack.add(
                Step(said, before, after, lambda to, now: self.change_shift(restore_shift(to, now)), thread)
            )
        self.tell(Touched(said=said, undoable=bool(said)))

    def undo(self, *, again: bool = False) -> None:
        """Take the last step back, or do the one that was taken back last ``again``, and say so.

        The steps hold what was on record, so none of them outlives the lock: there it says that nothing is left.
        """
        step = self.undo_stack.redo() if again else self.undo_stack.undo()
        key = "again" if again else "undone"
        if step is None:
            self.tell(Touched(said=words(f"undo.nothing_{key}"), not_done=True))
            return
        done = inside(step.words)
        said = words(f"undo.{key}_on", done=done, code=step.code) if step.code else words(f"undo.{key}", done=done)
        was, now = (step.before, step.after) if again else (step.after, step.before)
        if isinstance(was, Visit) and isinstance(now, Visit):
            said = told_of(said, was, now, self.reference.flags, self.visits.get(now.id))
        self.tell(Touched(said=said, undoable=self.undo_stack.last is not None, undone=not again))

    def tell(self, touched: Touched) -> None:
        """Tell every page that listens."""
        for listener in tuple(self._listeners):
            listener(touched)

    def _shift(self) -> Shift:
        if self.shift is None:
            raise ValueError(self.shift)
        return self.shift

    def _numbered(self, saved: Visit) -> None:
        shown = self.visits.get(saved.id)
        if shown is not None and shown.code != saved.code:
            self.visits[saved.id] = replace(shown, code=saved.code)
            self.tell(Touched(visit=saved.id))

    def _stored(self, shown: Visit, saved: Visit) -> None:
        """Take what the store made of a visit, such as the person of its name, unless it was changed meanwhile."""
        if self.saves.waiting == 0 or self.visits.get(saved.id) is shown:
            self.visits[saved.id] = saved

    def _put_tallies(self, wanted: Mapping[str, Tally], present: Mapping[str, Tally]) -> None:
        """Set those that differ, so that several counts are taken back in one step."""
        shift, actor = self._shift(), self.session.actor
        for kind in {**wanted, **present}:
            tally = wanted.get(kind, Tally(kind, None))
            if tally != present.get(kind, Tally(kind, None)):
                self.tallies[kind] = tally
                self.saves.put(partial(self.session.shifts.set_tally, actor, shift.id, kind, tally.count))
                self.tell(Touched(tally=kind))
