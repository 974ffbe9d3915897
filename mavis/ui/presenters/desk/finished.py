"""What may still change in a visit that was finished, until somebody opens it again.

Whoever left may come back, and that is another visit: no answer of it may land in the old one by a single key. What
has a time and a name of its own, and often comes after somebody has left, is written down all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.visit.visit import differing_fields

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_COMES_LATER = frozenset({"notes", "referrals"})
_TOLD_WITH = {"assault": ("reported_to_police", "told_by_answer"), "abi": ("referral_consent",)}
"""By field of a visit what in it an answer to a referral says as well."""


def may_still_change(before: Visit, after: Visit) -> bool:
    """Whether a change of a finished visit needs no opening.

    It does not when it opens the visit, joins the visitor to somebody known or parts them again, closes a red flag,
    fills in a decision that was missing, or adds what comes later, such as an answer to a referral.
    """
    changed = frozenset(differing_fields(before, after))
    if after.is_open or ("person_id" in changed and not {before.person_id, after.person_id} <= {None, before.id}):
        return True
    return changed <= _COMES_LATER | _missing(before) | _flags(before, after) | _followed(before, after)


def still_asked(visit: Visit) -> frozenset[str]:
    """The questions of a finished visit that take an answer before it is opened again, for nobody has answered them."""
    triage = {"triage.category"} if visit.triage is None else set()
    return frozenset(triage | ({"leaving.would_have", "leaving.basis"} if visit.diversion.basis is None else set()))


def _missing(before: Visit) -> frozenset[str]:
    """Decisions that nobody has made yet, and the worry about a visitor that somebody has begun to write down."""
    open_ones = {
        "triage": before.triage is None,
        "triaged_at": before.triage is None,
        "diversion": before.diversion.basis is None,
        "safeguarding": before.safeguarding is not None,
    }
    return frozenset(name for name, is_open in open_ones.items() if is_open)


def _followed(before: Visit, after: Visit) -> frozenset[str]:
    """What differs in no more than the answer that a referral gave which was followed up."""
    old, new = ([one.id for one in visit.referrals] for visit in (before, after))
    if old != new or before.referrals == after.referrals:
        return frozenset()
    return frozenset(name for name, said in _TOLD_WITH.items() if _differs_at_most_in(said, name, before, after))


def _differs_at_most_in(said: tuple[str, ...], name: str, before: Visit, after: Visit) -> bool:
    told, tells = getattr(before, name), getattr(after, name)
    return None not in (told, tells) and replace(told, **{part: getattr(tells, part) for part in said}) == tells


def _flags(before: Visit, after: Visit) -> frozenset[str]:
    """The red flags, as long as none is raised or taken off: to close one is to keep it."""
    same = [flag.code for flag in before.flags] == [flag.code for flag in after.flags]
    return frozenset({"flags"}) if same else frozenset()
