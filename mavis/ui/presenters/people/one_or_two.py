"""A human's word on two people, that they are one or that they are two: said, taken back, and said again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Desk, Touched
from mavis.ui.presenters.desk.undo import Step


@dataclass(slots=True)
class OneOrTwo:
    """The word on two people, saved in order behind the scenes; each act is one that Undo takes back.

    ``shown`` is called at once with whether the word holds; ``saved`` when that is on the disk. Both are called for
    each Undo as well. ``merge_id`` is the link that makes the two one already.
    """

    desk: Desk
    one: str
    other: str
    merge_id: str = ""
    shown: Callable[[bool], None] = lambda _holds: None
    saved: Callable[[], None] = lambda: None
    failed: Callable[[Exception], None] | None = None

    def merge(self, *, holds: bool = True) -> None:
        """Say that they are one, or take that back."""
        self._act(self._put_merged, "merged" if holds else "parted", holds=holds)

    def keep_apart(self, *, holds: bool = True) -> None:
        """Say that they are two, or take that back."""
        self._act(self._put_apart, "apart" if holds else "ask_again", holds=holds)

    def _act(self, put: Callable[[bool], None], said: str, *, holds: bool) -> None:
        put(holds)
        done = words(f"people.done.{said}")
        self.desk.undo_stack.add(Step(done, not holds, holds, lambda wanted, _present: put(wanted)))
        self.desk.tell(Touched(said=words(f"people.said.{said}"), undoable=True))

    def _put_merged(self, holds: bool) -> None:
        verbs, actor = self.desk.session.duplicates, self.desk.session.actor

        def merge() -> None:
            self.merge_id = verbs.merge(actor, self.one, self.other).id

        self._save(merge if holds else lambda: verbs.undo(actor, self.merge_id))
        self.shown(holds)

    def _put_apart(self, holds: bool) -> None:
        verbs, actor = self.desk.session.duplicates, self.desk.session.actor
        verb = verbs.keep_apart if holds else verbs.ask_again
        self._save(lambda: verb(actor, self.one, self.other))
        self.shown(holds)

    def _save(self, job: Callable[[], object]) -> None:
        self.desk.saves.put(job, lambda _done: self.saved(), self.failed)
