"""Red flags that an answer raised, and whose answer an edit has taken back: they stay as those that are ticked do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import flags_by_record

if TYPE_CHECKING:
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit


def lapsed_flags(before: Visit, after: Visit, rules: FlagRules) -> frozenset[str]:
    """The codes of the open clinical flags that the record raised before an edit and raises no more after it."""
    held = {flag.code for flag in before.open_clinical_flags if not flag.ticked}
    if not held:
        return frozenset()
    was, now = ({rule.code for rule in flags_by_record(visit, rules)} for visit in (before, after))
    return frozenset(held & (was - now))
