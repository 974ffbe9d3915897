"""Everything that happened in one visit, newest first, as the timeline beside the page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import advised_now
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import opening
from mavis.ui.presenters.visit.observations.readings import readings
from mavis.ui.presenters.visit.observations.score_words import recorded_words
from mavis.ui.presenters.visit.timeline.happening import Happening
from mavis.ui.presenters.visit.timeline.referrals import referral_happenings
from mavis.ui.presenters.visit.timeline.safety import safety_happenings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.domain.visit.triage import Triage
    from mavis.domain.visit.visit import Visit


def timeline(visit: Visit, name_of: Callable[[str], str], due: datetime | None, now: datetime) -> list[Happening]:
    """The happenings of a visit; ``name_of`` tells a crew member's short name from the id."""
    found = [
        *_milestones(visit, name_of),
        *safety_happenings(visit, name_of),
        *referral_happenings(visit, name_of),
        *_acts(visit, name_of),
    ]
    if due is not None and due <= now:
        late = int((now - due).total_seconds() // 60)
        found.append(Happening(due, "alarm", words("screens.timeline.due"), words("screens.time.ago", minutes=late)))
    found.reverse()  # what was done later stands further on top, within one minute too
    found.sort(key=lambda one: one.at, reverse=True)
    left = list(_left(visit))
    later = sum(_minute(one.at) > _minute(end.at) for one in found for end in left)
    return [*found[:later], *left, *found[later:]]


def _minute(at: datetime) -> datetime:
    """The minute of a moment: a time that was typed has no seconds."""
    return at.replace(second=0, microsecond=0)


def _left(visit: Visit) -> Iterator[Happening]:
    """How and when they left: whatever else happened in that minute came before."""
    if visit.outcome is not None and visit.departed_at is not None:
        yield Happening(visit.departed_at, "tick", label(visit.outcome), words("screens.timeline.left"))


def _milestones(visit: Visit, name_of: Callable[[str], str]) -> Iterator[Happening]:
    sent = label(visit.referral_source) if visit.referral_source else ""
    late = words("screens.timeline.entered_late") if visit.entered_late else ""
    yield Happening(visit.arrived_at, "plus", words("screens.timeline.arrived"), " · ".join(filter(None, (sent, late))))
    if visit.triage is not None:
        detail = words(
            f"screens.timeline.{_how_it_was_set(visit, visit.triage)}",
            advised=label(visit.triage.advised),
            who=name_of(visit.triage.set_by),
        )
        said = words("screens.timeline.triage", category=label(visit.triage.category))
        yield Happening(visit.triage.set_at, "warning", said, detail)
    if visit.abi is not None and visit.abi.offered_at is not None:
        yield Happening(visit.abi.offered_at, "speech_lines", *_talked(visit.abi))
    if visit.ambulance_requested_at is not None:
        yield Happening(visit.ambulance_requested_at, "ambulance", words("screens.timeline.called_999"))


def _how_it_was_set(visit: Visit, triage: Triage) -> str:
    """As advised or not; where something else is advised by now, it was so at that moment."""
    how = "agreed" if triage.advised is triage.category else "differs"
    return how if advised_now(visit) is triage.advised else f"{how}_then"


def _talked(talk: BriefIntervention) -> tuple[str, str]:
    """What came of the talk about alcohol, and the score beneath it."""
    status, screening = talk.status or InterventionStatus.STARTED, talk.screening
    detail = ""
    if screening is not None and screening.score is not None:
        tool = words(f"alcohol.answer.tool.{screening.tool.value}")
        detail = words("alcohol.happened.score", tool=tool, score=screening.score)
    return words(f"alcohol.happened.{status.value}"), detail


def _observed(visit: Visit, name_of: Callable[[str], str]) -> Iterator[Happening]:
    """Each set: its score and the one before when it has one, else what was measured."""
    before: int | None = None
    for taken in visit.observations:
        told = [*readings(taken), name_of(taken.by)]
        if taken.news2 is None:
            yield Happening(taken.at, "heartbeat", opening(told[0]), " · ".join(filter(None, told[1:])))
            continue
        said, before = recorded_words(taken, before), taken.news2
        yield Happening(taken.at, "heartbeat", said, " · ".join(filter(None, told)))


def _acts(visit: Visit, name_of: Callable[[str], str]) -> Iterator[Happening]:
    for given in visit.care:
        yield Happening(given.at, "care_cross", label(given.kind), name_of(given.by))
    for note in visit.notes:
        said = words("safeguarding.timeline") if note.about else words("screens.timeline.note", text=note.text)
        yield Happening(note.at, "note", said, name_of(note.by), note.id)
    yield from _observed(visit, name_of)
    for flag in visit.flags:
        if flag.closed_at is not None:
            detail = words("screens.timeline.closed_by", grade=flag.closed_grade, who=name_of(flag.closed_by))
            yield Happening(flag.closed_at, "tick", words("screens.timeline.flag_closed"), detail)
