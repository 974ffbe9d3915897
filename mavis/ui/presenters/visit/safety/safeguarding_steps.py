"""The steps of *Safeguarding* as data: which topic asks each, where its answer lies, and whom an answer refers to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.edits.safeguarding import after_sexual_assault, keep_child_safe, keep_safe
from mavis.domain.record.care import NoteAbout
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import AbuseIndicator, ReferralTarget
from mavis.ui.presenters.steps.column import YES_NO, Step, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit


_PLACE = "safeguarding"


class Topic(StrEnum):
    """What somebody may need to be kept safe from."""

    CHILD = "child"
    DOMESTIC_ABUSE = "domestic_abuse"
    SEXUAL_ASSAULT = "sexual_assault"
    OTHER = "other"


def _words(name: str) -> Step:
    return Step(_PLACE, name, StepKind.WORDS)


def _line(name: str) -> Step:
    return Step(_PLACE, name, StepKind.LINE)


def _note(name: str) -> Step:
    return Step(_PLACE, name, StepKind.NOTE)


def _asked(name: str) -> Step:
    return Step(_PLACE, name, StepKind.CHOICE, YES_NO, takes_unknown=True)


TOPICS = Step(_PLACE, "topic", StepKind.CHOICE, tuple(f"topic.{topic}" for topic in Topic), one=False, leading=True)
SIGNS = Step(_PLACE, "sign", StepKind.CHOICE, tuple(f"sign.{sign}" for sign in AbuseIndicator), one=False)

_ASKED: Mapping[Topic, tuple[Step, ...]] = {
    Topic.CHILD: (
        _words("child_steps"),
        _asked("in_danger"),
        _words("danger"),
        _line("with_whom"),
        _asked("with_adult"),
        _asked("family_told"),
        _asked("front_door_told"),
        _line("handed_to"),
    ),
    Topic.DOMESTIC_ABUSE: (
        _words("abuse_steps"),
        _asked("safe_to_talk"),
        SIGNS,
        _asked("children"),
        _line("safe_contact"),
        _asked("information_given"),
        _asked("refer_abuse"),
        _note("note_abuse"),
    ),
    Topic.SEXUAL_ASSAULT: (
        _words("assault_steps"),
        _asked("sarc_offered"),
        _asked("refer_sarc"),
        _asked("told_of_traces"),
        _asked("wants_police"),
        _note("note_assault"),
    ),
}
_LAST = (_note("note_safeguarding"), _words("kept"))
STEPS = (TOPICS, *(step for steps in _ASKED.values() for step in steps), *_LAST)
"""Every step, in the order of the page."""

TOPIC_OF: Mapping[str, frozenset[Topic]] = {
    **{step.id: frozenset({topic}) for topic, steps in _ASKED.items() for step in steps},
    "note_safeguarding": frozenset({Topic.CHILD, Topic.OTHER}),
    "kept": frozenset(Topic),
}
"""Which topics ask a step."""
FIRST_OF: Mapping[Topic, str] = {
    Topic.CHILD: "in_danger",
    Topic.DOMESTIC_ABUSE: "safe_to_talk",
    Topic.SEXUAL_ASSAULT: "sarc_offered",
    Topic.OTHER: "note_safeguarding",
}
REFERS: Mapping[str, ReferralTarget] = {
    "front_door_told": ReferralTarget.FRONT_DOOR,
    "refer_abuse": ReferralTarget.DOMESTIC_ABUSE_SERVICE,
    "refer_sarc": ReferralTarget.SARC,
    "wants_police": ReferralTarget.POLICE,
}
"""A yes to these makes the referral, unless the visit has one."""
ABOUT: Mapping[str, NoteAbout] = {
    "note_safeguarding": NoteAbout.SAFEGUARDING,
    "note_abuse": NoteAbout.DOMESTIC_ABUSE,
    "note_assault": NoteAbout.SEXUAL_ASSAULT,
}
_EDITS: Mapping[str, Callable[..., VisitEdit]] = {
    "": keep_safe,
    "child": keep_child_safe,
    "sexual_assault": after_sexual_assault,
}
_LIES_IN: Mapping[str, str] = {
    **dict.fromkeys(("in_danger", "with_whom", "with_adult", "family_told", "front_door_told", "handed_to"), "child"),
    **dict.fromkeys(("safe_to_talk", "children", "safe_contact", "information_given"), ""),
    **dict.fromkeys(("sarc_offered", "told_of_traces", "wants_police"), "sexual_assault"),
}
"""The block within the record that holds each answer."""


def is_kept(name: str) -> bool:
    """Whether the answer to a step is a field of the safeguarding block."""
    return name in _LIES_IN


def held(visit: Visit, name: str) -> object:
    """What is answered; None when nobody asked."""
    block: object = visit.safeguarding
    inside = block if block is None or not _LIES_IN[name] else getattr(block, _LIES_IN[name])
    return None if inside is None else getattr(inside, name)


def keep(name: str, answer: object) -> VisitEdit:
    """The edit that keeps an answer."""
    return _EDITS[_LIES_IN[name]](**{name: answer})


def topics_of(visit: Visit) -> frozenset[Topic]:
    """What the record asks for by itself: age, need, what was answered, or a note that was kept."""
    block, about = visit.safeguarding, {note.about for note in visit.notes}
    child = isinstance(visit.age_band, AgeBand) and visit.age_band.is_child
    asked = {
        Topic.CHILD: child or (block is not None and block.child is not None),
        Topic.DOMESTIC_ABUSE: Presentation.DOMESTIC_ABUSE in visit.needs
        or (block is not None and bool(block.indicators or block.safe_to_talk is not None or block.safe_contact))
        or NoteAbout.DOMESTIC_ABUSE in about,
        Topic.SEXUAL_ASSAULT: Presentation.SEXUAL_ASSAULT in visit.needs
        or (block is not None and block.sexual_assault is not None)
        or NoteAbout.SEXUAL_ASSAULT in about,
        Topic.OTHER: NoteAbout.SAFEGUARDING in about and not child,
    }
    return frozenset(topic for topic, wanted in asked.items() if wanted)
