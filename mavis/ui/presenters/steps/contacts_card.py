"""The contacts card on a page: everybody reads it, the coordinator writes it line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.access.roles import Right, may
from mavis.domain.follow_up.contacts import Contact
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.domain.shift.night import day_of
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.steps.column import ListOfLines, Step, StepKind, StepState, numbered
from mavis.ui.presenters.steps.referral import contact_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.ui.presenters.steps.follow_up import FollowUp

_PLACE = "contacts"
_LINES = ("name", "number", "hours", "note")


class ContactsCard(ListOfLines):
    """Every target with what is known of it, and the line that is open now."""

    list_id = "target"

    def __init__(self, follow: FollowUp) -> None:
        """Read from ``follow`` and write through it."""
        self._follow = follow
        self.desk = follow.desk
        self.title = words("contacts.title")
        self._open: ReferralTarget | None = None
        self.steps = (
            Step(_PLACE, "open", StepKind.WORDS, leading=True),
            *(Step(_PLACE, name, StepKind.LINE) for name in _LINES),
            Step(_PLACE, "checked", StepKind.CHOICE, ("answer.checked",)),
            Step(_PLACE, self.list_id, StepKind.LIST),
        )

    @property
    def may_write(self) -> bool:
        """Whether whoever is signed in may change the card."""
        return may(self.desk.session.actor.role, Right.MANAGE_PEOPLE)

    def how(self) -> str:
        """What can be done here."""
        return words("contacts.how" if self.may_write else "contacts.read_only")

    def states(self) -> dict[str, StepState]:
        """Every line, and for the coordinator the fields of the one that is open."""
        items = tuple((target.value, self._line(place, target)) for place, target in enumerate(ReferralTarget, start=1))
        states = {self.list_id: StepState(items=items)}
        if self._open is None or not self.may_write:
            return states
        contact = self._contact(self._open)
        states["open"] = StepState(text=label(self._open))
        today = day_of(self.desk.clock())
        states["checked"] = StepState(frozenset({"checked"} if contact.checked_on == today else ()))
        return states | {name: StepState(text=getattr(contact, name)) for name in _LINES}

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Open a line, or say that it was tried today."""
        if step_id == self.list_id:
            self._open = ReferralTarget(code)
            return _LINES[0]
        if self._open is not None:
            today = day_of(self.desk.clock()) if on else None
            contact = replace(self._contact(self._open), checked_on=today)
            self._follow.save_contact(contact, words("contacts.say_checked", target=label(self._open)))
        return ""

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed."""
        if self._open is not None:
            said = words(f"contacts.said.{step_id}", target=inside(label(self._open)))
            facts: dict[str, Any] = {step_id: text}
            contact = replace(self._contact(self._open), **facts)
            self._follow.save_contact(contact, said, thread=f"{self._open} {step_id}")

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """The line that is open."""
        return {self.list_id: (self._open.value, "")} if self._open is not None else {}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Open that line again."""
        if self.list_id in unfinished:
            self._open = ReferralTarget(unfinished[self.list_id][0])

    def _contact(self, target: ReferralTarget) -> Contact:
        return self.desk.contacts.get(target) or Contact(target)

    def _line(self, place: int, target: ReferralTarget) -> str:
        contact, today = self._contact(target), day_of(self.desk.clock())
        known = words("contacts.empty") if contact.is_empty else contact_line(contact, today)
        return numbered(place, words("contacts.line", target=label(target), contact=known))
