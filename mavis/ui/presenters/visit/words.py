"""What the page of a visit says besides the answers: the banner, the rail, and what the visit counts as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.clinical.child_left import child_left
from mavis.domain.clinical.left_flagged import left_flagged, left_in_emergency
from mavis.domain.clinical.passed_flags import passed_flags
from mavis.domain.clinical.triage_advice import CheckIntervals, advise
from mavis.domain.counting.diversion import TO_ED, LeftOut, ambulance_avoided, ed_avoided, why_ed_not_avoided
from mavis.domain.counting.facts import facts_of
from mavis.domain.edits.head_injury import HEAD_INJURY_FLAG, is_intoxicated
from mavis.domain.record.diversion import Basis, WouldHave, lacks_clinician
from mavis.domain.reference import FlagKind
from mavis.domain.scores.deterioration import News2Warning
from mavis.system.flag_words import flag_words
from mavis.system.wording import has_words, label, words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.shared.names import few
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.observations.getting_worse import warnings_for, worse_words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.presenters.visit.safety.parts import safety_note
from mavis.ui.presenters.visit.triage.advice import what_to_do
from mavis.ui.presenters.visit.watch import check_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mavis.domain.clinical.passed_flags import Passed
    from mavis.domain.reference import FlagRule, FlagRules
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit

_NAMED_FLAGS = 3


@dataclass(frozen=True, slots=True)
class BannerText:
    """What to do, why, and whether it is clinical; ``more`` counts what is folded behind it."""

    headline: str
    why: str
    clinical: bool
    more: int
    called_999: bool


def banner(visit: Visit, rules: FlagRules) -> BannerText | None:
    """The most urgent advice; None when there is nothing to say, or when they leave and it is no emergency."""
    advice, worse = advise(visit, rules), worse_words(visit)
    stands = visit.is_open or left_in_emergency(visit, rules)
    if not stands or not (advice.flags or worse):
        return None
    if not advice.flags:
        return BannerText(words("observations.banner.rise"), words("visit.banner.why", names=worse), False, 0, False)
    passed = passed_flags(visit, rules)
    flags = sorted(advice.flags, key=lambda flag: flag.code in passed)  # what stands now comes first
    first = flags[0]
    names = [*filter(None, [worse]), *(_named(flag, visit, passed) for flag in flags[: _NAMED_FLAGS - bool(worse)])]
    emergency = News2Warning.EMERGENCY in warnings_for(visit) and not first.never  # those say 999 of their own
    why, called = _why(first, " · ".join(names)), visit.ambulance_requested_at
    headline = _waiting(first) if called else _to_do(first, visit, emergency=emergency)
    if first.code in passed and not (worse or called):
        headline, why = words("visit.banner.passed"), words("visit.banner.why_passed", names=" · ".join(names))
    return BannerText(
        headline=headline,
        why=words("visit.banner.called_at", time=clock_text(called), why=why) if called else why,
        clinical=first.kind is FlagKind.CLINICAL,
        more=max(0, len(advice.flags) + bool(worse) - _NAMED_FLAGS),
        called_999=called is not None,
    )


def _named(flag: FlagRule, visit: Visit, passed: Mapping[str, Passed]) -> str:
    """The name of a flag, with the sign that raised it; of one that was measured and not since, with both times."""
    if flag.code not in passed:
        return flag_words(flag, visit)
    then = passed[flag.code]
    return words("visit.banner.was", name=flag_words(flag, visit), was=clock_text(then.was), gone=clock_text(then.gone))


def _to_do(first: FlagRule, visit: Visit, *, emergency: bool) -> str:
    return words("observations.banner.emergency") if emergency else what_to_do(first, visit)


def _waiting(first: FlagRule) -> str:
    """What to do for a flag until the ambulance is there: nobody is told to call a second time."""
    key = f"red_flags.while_waiting.{first.advice.rpartition('.')[2]}"
    return words(key if has_words(key) else "red_flags.while_waiting.any")


def red_untriaged(visit: Visit, rules: FlagRules) -> str:
    """The names of the clinical flags that stand open while nobody has set a category; empty when none does."""
    if visit.triage is not None:
        return ""
    return few([rule.name for flag in visit.open_clinical_flags if (rule := rules.rule(flag.code))])


def finished(visit: Visit, rules: FlagRules) -> Touched:
    """That the visit is finished; one that nobody triaged is asked for now, while it can be remembered."""
    untriaged, red = visit.triage is None, red_untriaged(visit, rules)
    key = "visit.said.finished_red" if red else "visit.said.finished_untriaged"
    said = words(key if untriaged else "visit.said.finished", code=visit.code, names=red)
    if left_flagged(visit) and not untriaged:
        said = words("safety.finished_flagged", code=visit.code)
    elif child_left(visit) and not untriaged:
        said = words("safety.finished_child", code=visit.code)
    return Touched(visit=visit.id, said=said, undoable=True, untriaged=untriaged)


def _why(first: FlagRule, names: str) -> str:
    """The flags, behind what must not be done where there is such a thing."""
    if not first.never:
        return words("visit.banner.why", names=names)
    return words("visit.banner.why_never", never=words(first.never), names=names)


def section_note(visit: Visit, section: Section, now: datetime, intervals: CheckIntervals) -> str:
    """The second line of a section on the rail: done, RED, in 11 min, 2 given."""
    if section is Section.OBSERVATIONS and visit.is_open:
        check = check_of(visit, now, intervals)
        return words(f"visit.rail.check_{check.state.value}", minutes=check.minutes)
    notes = {
        Section.ARRIVAL: words("visit.rail.done") if visit.needs else "",
        Section.TRIAGE: label(visit.triage.category) if visit.triage else "",
        Section.CARE: words("visit.rail.given", count=len(visit.care)) if visit.care else "",
        Section.LEAVING: words("visit.rail.left") if visit.outcome else "",
        Section.ALCOHOL: _talked(visit),
        Section.SAFETY: safety_note(visit),
    }
    return notes.get(section, "")


def _talked(visit: Visit) -> str:
    """How far the talk about alcohol has come; nothing before somebody offers it."""
    status = visit.abi.status if visit.abi is not None else None
    return words(f"alcohol.rail.{status.value}") if status is not None else ""


def _why_withheld(visit: Visit, withheld: LeftOut) -> str:
    """Why no A&E visit is claimed; a head injury with drink or drugs has a sentence of its own *(NICE NG232)*."""
    head = any(flag.code == HEAD_INJURY_FLAG for flag in visit.open_clinical_flags)
    if withheld is LeftOut.RED_FLAG and head and is_intoxicated(visit):
        return words("visit.claim.withheld_head_injury")
    return words(f"visit.claim.withheld_{withheld.value}")


def _basis_words(visit: Visit, counted: Basis | None) -> str:
    """The basis that the claim counts under; where that is not the one that was ticked, what would make it so."""
    if lacks_clinician(visit.diversion):
        chip = f"leaving.basis.{Basis.CLINICIAN_JUDGED.value}"
        return words("visit.claim.no_clinician", hand_over=keys_of("everywhere.hand_over"), key=keys_of(chip))
    if counted is None or visit.diversion.basis is None:
        return words("visit.claim.no_basis")
    return label(counted)


def claim(visit: Visit, shift: Shift | None) -> tuple[str, str]:
    """What the visit counts as, and why: said while it is chosen, so that nobody is surprised on Monday."""
    would_have = visit.diversion.would_have
    if shift is None or would_have is None:
        return words("visit.claim.not_asked"), ""
    facts = facts_of(visit, shift.date, shift.site)
    basis = _basis_words(visit, facts.basis)
    withheld = why_ed_not_avoided(facts)
    why = _why_withheld(visit, withheld) if withheld else ""
    if ed_avoided(facts):
        key = "visit.claim.both" if ambulance_avoided(facts) else "visit.claim.ed"
        return words(key, basis=basis), words("visit.claim.proof_no_flag")
    if ambulance_avoided(facts):
        apart = withheld is LeftOut.RED_FLAG  # a flag says that A&E is needed, and not who takes them there
        return words("visit.claim.ambulance", basis=basis), words("visit.claim.apart", why=why) if apart else why
    nothing = words("visit.claim.not_known" if would_have is WouldHave.NOT_KNOWN else "visit.claim.nothing")
    return nothing, why if would_have in TO_ED or withheld is LeftOut.SENT_TO_ED else ""
