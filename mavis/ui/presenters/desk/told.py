"""What an edit did, with what follows from it for the red flags and for the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.lapsed_flags import lapsed_flags
from mavis.domain.clinical.triage_advice import advised_above
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit


def told_of(said: str, before: Visit, after: Visit, rules: FlagRules, held: Visit | None = None) -> str:
    """What was done; which red flags lost their answer by it, and that the advice is now above what somebody chose.

    ``held`` is what stands where Undo wanted ``after``: a red flag that was no slip stays.
    """
    risen = advised_above(before, after, rules)
    if risen is not None and after.triage is not None:
        chosen = label(after.triage.category)
        return words("visit.said.advice_above", said=said, advised=label(risen), chosen=chosen)
    open_ones = {flag.code for flag in (held or after).open_clinical_flags}
    lapsed = lapsed_flags(before, after, rules)
    dropped = {flag.code for flag in before.open_clinical_flags} - {flag.code for flag in after.flags}
    for key, codes in (("flag_stays", (lapsed | dropped) & open_ones), ("flag_gone", lapsed - open_ones)):
        if names := [rule.name for rule in rules.rules if rule.code in codes]:
            said = words(f"visit.said.{key}", said=said, names=", ".join(names))
    return said
