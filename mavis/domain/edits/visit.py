"""Edits of a visit as small pure functions: the screen applies one at once, the store applies the same one for good.

Whoever makes an edit hands in the moment, the author and any new id, so that applying it twice gives the same visit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.clinical.lapsed_flags import lapsed_flags
from mavis.domain.clinical.observing import scored
from mavis.domain.clinical.triage_advice import advise, flags_by_record
from mavis.domain.record.diversion import Basis, Diversion, WouldHave
from mavis.domain.record.identity import IdentityLevel
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from mavis.domain.visit.visit import Visit, differing_fields

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.domain.access.roles import Actor, Role
    from mavis.domain.record.answers import Code
    from mavis.domain.record.care import CareGiven, Note
    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.record.outcome import Outcome
    from mavis.domain.record.presentation import Presentation, Substance
    from mavis.domain.reference import FlagRules

VisitEdit = Callable[[Visit], Visit]
"""A change of one visit, told as a function from the visit before to the visit after."""


def in_turn(*steps: VisitEdit) -> VisitEdit:
    """Several edits as one, to be saved and taken back together."""

    def edit(visit: Visit) -> Visit:
        for step in steps:
            visit = step(visit)
        return visit

    return edit


def answer(**fields: Any) -> VisitEdit:
    """Set plain fields of the record, for example ``answer(age_band=AgeBand.FROM_18)``."""
    return lambda visit: replace(visit, **fields)


def tick_need(need: Presentation, ticked: bool) -> VisitEdit:
    """Add a need behind the others, or take it away; the first one ticked is the main need until another is chosen."""

    def edit(visit: Visit) -> Visit:
        main = None if visit.primary_need is need and not ticked else visit.primary_need
        return replace(visit, needs=_with(visit.needs, need, ticked), primary_need=main)

    return edit


def choose_main_need(need: Presentation) -> VisitEdit:
    """Make one of the needs that are ticked the main need; a need that was taken off meanwhile becomes none."""
    return lambda visit: replace(visit, primary_need=need) if need in visit.needs else visit


def tick_substance(substance: Substance, ticked: bool) -> VisitEdit:
    """Add or take away something that was taken."""
    return lambda visit: replace(visit, substances=_with(visit.substances, substance, ticked))


def _with(held: tuple[Code, ...], code: Code, ticked: bool) -> tuple[Code, ...]:
    """The codes with one more at the end or one less; a code that is ticked again keeps its place."""
    if ticked:
        return held if code in held else (*held, code)
    return tuple(kept for kept in held if kept is not code)


def give_name(name: str) -> VisitEdit:
    """Write the name or nickname as given; an anonymous visit becomes an alias, and loses it when the name goes."""

    def edit(visit: Visit) -> Visit:
        level = visit.identity_level
        if not name:
            level = IdentityLevel.ANONYMOUS
        elif level is IdentityLevel.ANONYMOUS:
            level = IdentityLevel.ALIAS
        return replace(visit, name=name, identity_level=level)

    return edit


def tick_flag(code: str, ticked: bool, rules: FlagRules, at: datetime, by: str) -> VisitEdit:
    """Tick a red flag by hand, or take a slip back; a clinician closes any other clinical one, and it stays closed."""

    def edit(visit: Visit) -> Visit:
        held = next((flag for flag in visit.flags if flag.code == code), None)
        rule = rules.rule(code)
        kept = held is not None and (held.ticked if ticked else not (held.ticked and held.may_be_taken_off(at, by)))
        stays = kept or (held is not None and held.closed_at is not None)
        if stays or (ticked and rule is None):
            return visit
        others = tuple(flag for flag in visit.flags if flag.code != code)
        new = (RaisedFlag(code, rule.kind, at, by, ticked=True),) if ticked and rule is not None else ()
        return replace(visit, flags=(*others, *new))

    return edit


def close_flag(code: str, at: datetime, by: str, grade: str) -> VisitEdit:
    """Close a red flag that is open: a clinician of the stated grade says that it no longer stands."""

    def closed(flag: RaisedFlag) -> RaisedFlag:
        if flag.code != code or flag.closed_at is not None:
            return flag
        return replace(flag, closed_at=at, closed_by=by, closed_grade=grade)

    return lambda visit: replace(visit, flags=tuple(map(closed, visit.flags)))


def set_triage(category: TriageCategory | None, rules: FlagRules, at: datetime, by: str, reason: str = "") -> VisitEdit:
    """Set the category that a person decided, beside what is advised at that moment; None takes it back."""

    def edit(visit: Visit) -> Visit:
        if category is None:
            return replace(visit, triage=None, triaged_at=None)
        advice = advise(visit, rules)
        decision = Triage(category, by, at, advice.category, rules.version, reason)
        return replace(visit, triage=decision, triaged_at=visit.triaged_at or at)

    return edit


def give_reason(reason: str) -> VisitEdit:
    """Say why the category differs from the advice; nothing without a category."""
    return lambda visit: visit if visit.triage is None else replace(visit, triage=replace(visit.triage, reason=reason))


def give_care(given: CareGiven) -> VisitEdit:
    """Add an act of care; the same id is never added twice.

    What is written down after they left was given before: it stands at the time they left, the latest it can have been.
    """

    def edit(visit: Visit) -> Visit:
        at = min(given.at, visit.departed_at or given.at)
        return replace(visit, care=(*(kept for kept in visit.care if kept.id != given.id), replace(given, at=at)))

    return edit


def take_back_care(care_id: str) -> VisitEdit:
    """Take away an act of care that was not given after all."""
    return lambda visit: replace(visit, care=tuple(kept for kept in visit.care if kept.id != care_id))


def observe(taken: ObservationSet) -> VisitEdit:
    """Add or correct a set of observations, kept in order of time, with its scores and the versions of their rules."""

    def edit(visit: Visit) -> Visit:
        sets = [*(kept for kept in visit.observations if kept.id != taken.id), scored(taken, visit)]
        return replace(visit, observations=tuple(sorted(sets, key=lambda one: one.at)))

    return edit


def take_back_observation(observation_id: str) -> VisitEdit:
    """Take away a set of observations that was a slip."""
    return lambda visit: replace(
        visit, observations=tuple(kept for kept in visit.observations if kept.id != observation_id)
    )


def write_note(note: Note) -> VisitEdit:
    """Add a note or change its text, without the spaces and empty lines around it; an empty text takes it away."""

    def edit(visit: Visit) -> Visit:
        others = tuple(kept for kept in visit.notes if kept.id != note.id)
        text = note.text.strip()
        return replace(visit, notes=(*others, replace(note, text=text)) if text else others)

    return edit


def leave(outcome: Outcome | None, at: datetime) -> VisitEdit:
    """Set how the person left and, unless it is written already, when; None opens the visit again."""

    def edit(visit: Visit) -> Visit:
        if outcome is None:
            return replace(visit, outcome=None, departed_at=None)
        return replace(visit, outcome=outcome, departed_at=visit.departed_at or at)

    return edit


def judge(would_have: WouldHave | None, basis: Basis | None, role: Role) -> VisitEdit:
    """Record what would have happened without the bus, on what basis, and the rights of whoever judged it."""
    return lambda visit: replace(visit, diversion=Diversion(would_have, basis, role if would_have else None))


def restore(before: Visit, after: Visit) -> VisitEdit:
    """Undo: put back what one edit changed and leave alone what has changed since in other fields."""
    names = differing_fields(before, after)
    return lambda visit: replace(visit, **{name: getattr(before, name) for name in names})


def settle(before: Visit, after: Visit, rules: FlagRules, at: datetime, actor: Actor) -> Visit:
    """Bring the flags that the record raises by itself up to date; applied after every edit, on screen and in store.

    A flag ticked by hand or closed by a clinician is never touched. One whose answer this edit has taken back goes as a
    tick does: one about their safety at any time, a clinical one as a slip; later it stays until a clinician closes it,
    also where Undo would take it off.
    """
    due = {rule.code: rule for rule in flags_by_record(after, rules)}
    lapsed = lapsed_flags(before, after, rules)

    def stays(flag: RaisedFlag) -> bool:
        if flag.ticked or flag.closed_at is not None or flag.code in due:
            return True
        return flag.holds_back_a_claim and not (flag.code in lapsed and flag.may_be_taken_off(at, actor.id))

    present = {flag.code for flag in after.flags}
    lost = (flag for flag in before.flags if flag.code not in present and not flag.may_be_taken_off(at, actor.id))
    kept = tuple(filter(stays, (*after.flags, *lost)))
    present = {flag.code for flag in kept}
    new = (RaisedFlag(c, rule.kind, at, actor.id, ticked=False) for c, rule in due.items() if c not in present)
    flags = (*kept, *new)
    return after if flags == after.flags else replace(after, flags=flags)
