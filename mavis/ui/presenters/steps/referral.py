"""What is asked about one referral, wherever it is shown: in its visit, or on the list of all that are open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mavis.domain.edits.safeguarding import answered, follow_up
from mavis.domain.record.safeguarding import ReferralConsent, ReferralQuestion, ReferralState
from mavis.domain.shift.coming_day import read_coming_day
from mavis.domain.shift.night import day_of
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.desk.edit_words import inside, opening
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.shared.times import clock_text, date_text
from mavis.ui.presenters.steps.column import YES_NO, Step, StepKind, StepState, truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.follow_up.contacts import Contact
    from mavis.domain.follow_up.open_referral import OpenReferral
    from mavis.domain.record.safeguarding import Referral
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.steps.follow_up import FollowUp

_CHASE = {"tomorrow": 1, "in_three_days": 3, "in_a_week": 7}
"""In how many days somebody asks again."""
CHASE_DAY = "chase_day"
"""Another day to ask again, in words."""
LINES = ("reason", "decided_by", "how", "reference", "owner", "action", "result")
"""What is typed, named as the field of the referral is."""
_OVERRIDES = tuple(consent for consent in ReferralConsent if consent.is_overridden)


def referral_steps(place: str) -> tuple[Step, ...]:
    """The questions about a referral, in order, with the keys of a place."""

    def asked(name: str) -> Step:
        return Step(place, name, StepKind.LINE, worded="referrals", one_fact=name == CHASE_DAY)

    def answered(name: str, *codes: str, columns: int = 4) -> Step:
        return Step(place, name, StepKind.CHOICE, codes, columns=columns, worded="referrals")

    return (
        Step(place, "told", StepKind.WORDS, leading=True, worded="referrals"),
        answered("consent", *YES_NO, *(f"override.{consent.value}" for consent in _OVERRIDES), columns=3),
        asked("decided_by"),
        asked("reason"),
        answered("urgent", *YES_NO),
        asked("how"),
        asked("reference"),
        answered("acknowledged", *YES_NO),
        answered("chase", *(f"chase.{code}" for code in _CHASE)),
        asked(CHASE_DAY),
        asked("owner"),
        asked("action"),
        asked("result"),
        answered("closed", *YES_NO),
    )


class ReferralAnswers:
    """Reads and changes one referral; the pages that show it say which."""

    def __init__(self, follow: FollowUp) -> None:
        """Change referrals through ``follow``."""
        self._follow = follow
        self._typed: dict[str, str] = {}

    def states(self, one: OpenReferral) -> dict[str, StepState]:
        """What stands in each question; who decided is asked only when the person's word did not count."""
        referral = one.referral
        states = {name: StepState(text=getattr(referral, name)) for name in LINES}
        if referral.consent is None or not referral.consent.is_overridden:
            del states["decided_by"]
        chosen: dict[str, frozenset[str]] = {
            "consent": frozenset({referral.consent.value} if referral.consent else ()),
            "chase": frozenset(code for code in _CHASE if referral.chase_on == _day(self._follow, code)),
        }
        chosen |= {asked.value: truth(referral.answer(asked)) for asked in ReferralQuestion}
        states |= {name: StepState(codes) for name, codes in chosen.items()}
        states |= self._chase_day(referral, has_chip=bool(chosen["chase"]))
        refused = words("referrals.said_no") if referral.consent is ReferralConsent.NO else ""
        told = (self.line(one), refused, chase_text(referral), self.contact_text(one))
        states["told"] = StepState(text="\n".join(filter(None, told)))
        return states

    def choose(self, one: OpenReferral, name: str, code: str, on: bool) -> str:
        """Answer a question with a choice, or take the answer back.

        Returns the question to go to: once they have answered, whether it is closed, and where it is not, when to ask
        again; empty for the one that follows.
        """
        answer = words(f"referrals.answer.{name}.{code}")
        said = words("referrals.said.chosen", target=inside(label(one.referral.target)), answer=answer)
        told = opening(said if on else words("undo.taken_off", done=inside(said)))
        changed = self._facts(one.referral, name, code, on=on)
        told = _with_police(self._follow.desk.visits.get(one.visit_id), one, told, changed)
        self._follow.change(one, told, **changed)
        if on and name == "closed" and code == "no" and one.referral.chase_on is None:
            return "chase"
        return "closed" if on and name == "acknowledged" and code == "yes" else ""

    def _facts(self, referral: Referral, name: str, code: str, *, on: bool) -> dict[str, Any]:
        """What an answer changes of a referral."""
        if name == "consent":
            return {"consent": ReferralConsent(code) if on else None}
        if name == "chase":
            return {"chase_on": _day(self._follow, code) if on else None}
        answer = code == "yes" if on else None
        return answered(referral, ReferralQuestion(name), answer, self._follow.desk.clock())

    def write(self, one: OpenReferral, name: str, text: str) -> None:
        """Keep words as they are typed; those for a day only once they are one."""
        said = words(f"referrals.said.{name}", target=inside(label(one.referral.target)))
        if name == CHASE_DAY:
            self._typed[one.referral.id] = text
            day = read_coming_day(text, day_of(self._follow.desk.clock()))
            if day is not None or not text.strip():
                self._follow.change(one, said, thread=f"{one.referral.id} {name}", chase_on=day)
            return
        self._follow.change(one, said, thread=f"{one.referral.id} {name}", **{name: text})

    def end(self, one: OpenReferral, name: str) -> None:
        """The words are finished: those that were no day are told, and the day that stands is shown again."""
        text = self._typed.pop(one.referral.id, "") if name == CHASE_DAY else ""
        if text.strip() and read_coming_day(text, day_of(self._follow.desk.clock())) is None:
            self._follow.desk.tell(Touched(said=words("referrals.said.no_day"), not_done=True))

    @property
    def unfinished(self) -> dict[str, tuple[str, str]]:
        """The day that is being typed, and the referral it is for: the record takes it only once it is a day."""
        typed = next(reversed(self._typed.items()), None)
        return {} if typed is None else {CHASE_DAY: typed}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Show the day again that was half typed."""
        if CHASE_DAY in unfinished:
            referral_id, text = unfinished[CHASE_DAY]
            self._typed[referral_id] = text

    def line(self, one: OpenReferral) -> str:
        """``Police, made at 23:10 by Asha. Waiting for an answer.``."""
        referral = one.referral
        return words(
            f"referrals.line.{referral.state.value}",
            target=label(referral.target),
            time=clock_text(referral.made_at),
            who=carer_name(self._follow.desk, referral.made_by) or words("referrals.somebody"),
            answered=clock_text(referral.acknowledged_at) if referral.acknowledged_at else "",
        )

    def contact_text(self, one: OpenReferral) -> str:
        """How the place is reached, and when that was last checked."""
        contact = self._follow.desk.contacts.get(one.referral.target)
        today = day_of(self._follow.desk.clock())
        if contact is None or contact.is_empty:
            return words("referrals.no_contact")
        return contact_line(contact, today)

    def _chase_day(self, referral: Referral, *, has_chip: bool) -> dict[str, StepState]:
        """The field for another day, while it is typed in or no quick choice is the day."""
        typed = self._typed.get(referral.id)
        if typed is None and has_chip:
            return {}
        day = date_text(referral.chase_on) if referral.chase_on is not None else ""
        return {CHASE_DAY: StepState(text=day if typed is None else typed)}


def _with_police(visit: Visit | None, one: OpenReferral, told: str, changed: Mapping[str, Any]) -> str:
    """What was done, and what the answer of the police says of an assault as well where it says something new."""
    before = visit.assault if visit is not None else None
    after = follow_up(one.referral.id, **changed)(visit).assault if visit is not None else None
    if before == after:
        return told
    known = after is not None and after.reported_to_police is True
    return words("referrals.said.police_know" if known else "referrals.said.police_to_ask", done=told)


def _day(follow: FollowUp, code: str) -> date:
    """The day that a quick choice means now."""
    return day_of(follow.desk.clock()) + timedelta(days=_CHASE[code])


def contact_line(contact: Contact, today: date) -> str:
    """``The centre · 01632 960 001 · day and night · checked Monday 2 March``, and whether it may be out of date."""
    said = [part for part in (contact.name, contact.number, contact.hours, contact.note) if part]
    if contact.checked_on is not None:
        said.append(words("contacts.checked", day=date_text(contact.checked_on)))
    if contact.is_stale(today):
        said.append(words("contacts.stale" if contact.checked_on else "contacts.never_checked"))
    return " · ".join(said)


def chase_text(referral: Referral) -> str:
    """When somebody asks again, or nothing."""
    if referral.chase_on is None or referral.state is ReferralState.CLOSED:
        return ""
    return words("referrals.chase_on", day=date_text(referral.chase_on))
