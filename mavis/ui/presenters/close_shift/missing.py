"""What is missing at the end of a night, in words, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.edits.head_injury import HEAD_INJURY_FLAG
from mavis.domain.summing_up.put_right import Gap
from mavis.system.wording import words
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.safety.referrals import WAITING
from mavis.ui.presenters.visit.triage.head_injury import few_yes_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mavis.domain.counting.summary import ToPutRight
    from mavis.domain.visit.visit import Visit
    from mavis.services.crew import WhoMay
    from mavis.ui.presenters.desk.tonight import Desk

_SHOWN = 3
REFERRALS = f"{Section.SAFETY.value}.referrals"
"""The part of a visit in which its referrals are followed up."""
_QUESTIONS = {
    Gap.STILL_OPEN: "leaving.outcome",
    Gap.LEFT_FLAGGED: "leaving.advised",
    Gap.CHILD_LEFT: f"{Section.SAFETY.value}.safeguarding",
    Gap.SERVICES_NOT_TOLD: f"{Section.SAFETY.value}.safeguarding.front_door_told",
    Gap.NO_LEAVING_TIME: "leaving.left_at",
    Gap.NO_TRIAGE: "triage.category",
    Gap.BELOW_ADVICE: f"{Section.TRIAGE.value}.reason",
    Gap.NO_AGE: "arrival.age",
    Gap.WOULD_HAVE_NOT_ASKED: "leaving.would_have",
    Gap.ASSAULT_NO_TIME: f"{Section.SAFETY.value}.assault",
    Gap.REFERRAL_NOT_ANSWERED: f"{REFERRALS}.{WAITING}",
}
"""Where each gap is answered: the question of the visit page, or the part of its section."""


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One kind of gap: its sentence, the word of its action, the visit to open (empty for the counters) and at what."""

    gap: Gap
    words: str
    action: str
    visit_id: str = ""
    question: str = ""


def missing_lines(found: Iterable[ToPutRight], desk: Desk) -> tuple[MissingLine, ...]:
    """A line for each kind of gap, in the order given; counters that were answered meanwhile are left out."""
    ids = {visit.code: visit.id for visit in desk.visits.values()}
    lines = [_visit_line(Gap(gap.kind), gap.codes, ids) for gap in found if gap.kind != Gap.TALLY_NOT_COUNTED]
    uncounted = uncounted_kinds(desk)
    return (*lines, _tally_line(uncounted)) if uncounted else tuple(lines)


def uncounted_kinds(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Code and name of each counter that nobody touched tonight."""
    return tuple((kind, desk.reference.tally_name(kind)) for kind, tally in desk.tallies.items() if tally.count is None)


def flags_left_open(desk: Desk, closers: WhoMay) -> str:
    """On whom a red flag stands open, who can close it, and why a head injury is open; empty when on nobody.

    ``closers`` are those in tonight's crew who may, and who could with a passphrase.
    """
    came = sorted(desk.visits.values(), key=lambda visit: visit.arrived_at)
    flagged = [visit for visit in came if visit.open_clinical_flags]
    if not flagged:
        return ""
    told = [words("close.missing.flag_open", codes=listed([visit.code for visit in flagged])), _who(desk, closers)]
    if (any(closers) or _may_close(desk)) and not all(visit.is_open for visit in flagged):
        told.append(words("close.missing.flag_left"))
    return " ".join([*told, *_head_injuries(flagged)])


def _who(desk: Desk, closers: WhoMay) -> str:
    """Whether whoever reads it can close a red flag, and else who can tonight, or could with a passphrase."""
    if _may_close(desk):
        return words("close.missing.flag_you")
    if closers.now:
        return words("close.missing.flag_who", names=listed(closers.now))
    if closers.with_passphrase:
        return words("close.missing.flag_keyless", names=listed(closers.with_passphrase))
    return words("close.missing.flag_nobody")


def _may_close(desk: Desk) -> bool:
    return may(desk.session.actor.role, Right.CLOSE_CLINICAL_FLAG)


def _head_injuries(flagged: Sequence[Visit]) -> list[str]:
    """Of the first whose head injury is open, the yes that means A&E; and on how many more it is."""
    open_ones = (visit for visit in flagged if HEAD_INJURY_FLAG in {flag.code for flag in visit.open_clinical_flags})
    told = ((visit.code, few_yes_words(visit)) for visit in open_ones)
    lines = [words("close.missing.head_injury", code=code, signs=signs) for code, signs in told if signs]
    rest = len(lines) - _SHOWN
    return [*lines[:_SHOWN], words("close.missing.head_injuries_more", n=rest)] if rest > 0 else lines


def title_of(lines: Sequence[MissingLine]) -> str:
    """``4 things are missing``."""
    if len(lines) > 1:
        return words("close.missing.title_more", count=len(lines))
    return words("close.missing.title_one" if lines else "close.missing.title_none")


def listed(codes: Sequence[str]) -> str:
    """Codes or names: ``K7``, ``K7 and K14``, ``K7, K9 and K14``, ``K7, K9, K14 and 5 more``."""
    if len(codes) == 1:
        return codes[0]
    if len(codes) > _SHOWN:
        return words("close.missing.more", some=", ".join(codes[:_SHOWN]), count=len(codes) - _SHOWN)
    return words("close.missing.and", some=", ".join(codes[:-1]), last=codes[-1])


def _visit_line(gap: Gap, codes: Sequence[str], ids: dict[str, str]) -> MissingLine:
    sentence = words(f"close.missing.{gap.value}", codes=listed(codes))
    action = words(f"close.action.{gap.value}")
    return MissingLine(gap, sentence, action, ids.get(codes[0], ""), _QUESTIONS.get(gap, ""))


def _tally_line(uncounted: Sequence[tuple[str, str]]) -> MissingLine:
    if len(uncounted) == 1:
        sentence = words("close.missing.tally_one", name=uncounted[0][1])
    else:
        sentence = words("close.missing.tally_more", count=len(uncounted))
    return MissingLine(Gap.TALLY_NOT_COUNTED, sentence, words("close.action.tally_not_counted"))
