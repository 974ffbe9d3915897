"""What keeps a person safe, step by step: somebody under 18, abuse at home, sexual assault, or another worry.

A topic is open when the record asks for it (age, need, what was answered) or somebody chose it. Notes of this part are
read by few: whoever may not read them sees that there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.edits.safeguarding import refer, tick_indicator, withdraw
from mavis.domain.edits.visit import in_turn, write_note
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import Note
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import AbuseIndicator, Referral
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside, opening, referral_words
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.steps.column import PartOfVisit, Step, StepKind, StepState, truth
from mavis.ui.presenters.visit.safety.safeguarding_steps import (
    ABOUT,
    FIRST_OF,
    REFERS,
    SIGNS,
    STEPS,
    TOPIC_OF,
    TOPICS,
    Topic,
    held,
    is_kept,
    keep,
    topics_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

_YES_NO = {"yes": True, "no": False}


class SafeguardingPresenter(PartOfVisit):
    """The part *Safeguarding* of the visit on the page."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record that is on the page."""
        self.steps: tuple[Step, ...] = STEPS
        self._desk = desk
        self._visit = visit
        self._opened: set[Topic] = set()
        self._drafts: dict[str, tuple[str, str]] = {}

    @property
    def may_read(self) -> bool:
        """Whether whoever is signed in may read what is kept for the lead."""
        return may(self._desk.session.actor.role, Right.READ_SENSITIVE)

    def turn_to(self) -> None:
        """Another visit is shown."""
        self._opened.clear()
        self._drafts.clear()

    def states(self) -> dict[str, StepState]:
        """The steps of the open topics, with what is answered."""
        visit = self._visit()
        open_ones = topics_of(visit) | self._opened
        states = {TOPICS.id: StepState(frozenset(topic.value for topic in open_ones))}
        for step in STEPS[1:]:
            if TOPIC_OF[step.id] & open_ones and self._is_due(step, visit):
                states[step.id] = self._state(step, visit)
        return states

    def start(self) -> str:
        """The first question that waits for a yes or no; the topics when none does."""
        states = self.states()
        waiting = (step.id for step in STEPS[1:] if step.kind is StepKind.CHOICE and step.id in states)
        return next((step_id for step_id in waiting if not states[step_id].chosen), "")

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Open or shut a topic, tick a sign, or answer a question."""
        name = step_id
        if step_id == TOPICS.id:
            topic = Topic(code)
            (self._opened.add if on else self._opened.discard)(topic)
            return FIRST_OF[topic] if on or topic in topics_of(self._visit()) else ""
        if step_id == SIGNS.id:
            sign = AbuseIndicator(code)
            self._edit(tick_indicator(sign, on), words("safeguarding.said.sign", sign=inside(label(sign))), on)
            return ""
        referral = self._referral(name, made=on and code == "yes") if name in REFERS else in_turn()
        answer = (_YES_NO[code] if code in _YES_NO else NoAnswer(code)) if on else None
        told = words("visit.unanswered." + code) if code not in _YES_NO else words(f"safeguarding.answer.{code}")
        said = words(f"safeguarding.said.{name}", answer=inside(told))
        self._edit(in_turn(referral, keep(name, answer)) if is_kept(name) else referral, said, on)
        return ""

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed; a note is kept for those who may read it."""
        name = step_id
        said = words(f"safeguarding.said.{name}")
        if name in ABOUT:
            note_id, _ = self._drafts.get(name) or (self._desk.new_id(), "")
            self._drafts[name] = note_id, text
            note = Note(note_id, text, self._desk.clock(), self._desk.session.actor.id, ABOUT[name])
            self._desk.edit(self._visit().id, write_note(note), said, thread=note_id)
            return
        undoable = name != "safe_contact" or self.may_read  # nobody puts back what they cannot read
        self._desk.edit(self._visit().id, keep(name, text), said if undoable else "", thread=name)

    def end(self, step_id: str) -> None:
        """A note is finished: the next words are a new one."""
        self._drafts.pop(step_id, None)

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """The notes that are being written."""
        return dict(self._drafts)

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Go on with the notes that the visit still has; who may not read them takes their words from the draft."""
        kept = {note.id for note in self._visit().notes}
        self._drafts |= {step: (note_id, text) for step, (note_id, text) in unfinished.items() if note_id in kept}

    def _is_due(self, step: Step, visit: Visit) -> bool:
        name = step.id
        if name == "danger":
            return held(visit, "in_danger") is True and visit.outcome is not Outcome.AMBULANCE_CONVEYED
        return name != "kept" or any(note.about is not None for note in visit.notes)

    def _state(self, step: Step, visit: Visit) -> StepState:
        name = step.id
        if step.kind is StepKind.NOTE:
            return StepState(text=self._drafts.get(name, ("", ""))[1])
        if step.kind is StepKind.WORDS:
            return StepState(
                text=kept_notes(visit, self._desk.names, readable=self.may_read)
                if name == "kept"
                else _to_read(name, visit)
            )
        if step.kind is StepKind.LINE:
            return StepState(text=str(held(visit, name) or ""))
        if step is SIGNS:
            signs = visit.safeguarding.indicators if visit.safeguarding else ()
            return StepState(frozenset(sign.value for sign in signs))
        if is_kept(name):
            return StepState(truth(held(visit, name)))
        return StepState(truth(_has_referral(visit, name) or None))

    def _referral(self, name: str, *, made: bool) -> VisitEdit:
        """A yes makes the referral, unless the visit has one; to take that yes back takes it away while it is bare."""
        visit, target = self._visit(), REFERS[name]
        if made:
            new = Referral(self._desk.new_id(), target, self._desk.clock(), self._desk.session.actor.id)
            return in_turn() if _has_referral(visit, name) else refer(new)
        said_yes = not is_kept(name) or held(visit, name) is True
        return withdraw(target) if said_yes else in_turn()

    def _edit(self, edit: VisitEdit, said: str, on: bool) -> None:
        visit, done = self._visit(), said if on else opening(words("undo.taken_off", done=inside(said)))
        self._desk.edit(visit.id, edit, referral_words(done, visit, edit(visit)))


def kept_notes(visit: Visit, names: Mapping[str, str], *, readable: bool) -> str:
    """A line for each note that few may read, with its words for those few; ``names`` tells who wrote it."""
    lines = []
    for note in visit.notes:
        if note.about is not None:
            facts = {"time": clock_text(note.at), "who": names.get(note.by, "") or words("referrals.somebody")}
            told = words("safeguarding.kept_note", about=label(note.about), text=note.text, **facts)
            lines.append(told if readable else words("safeguarding.kept", **facts))
    return "\n".join(lines)


def _to_read(name: str, visit: Visit) -> str:
    """What the part says of itself; nobody is told to call 999 once that is written down."""
    called = visit.ambulance_requested_at
    if name == "danger" and called is not None:
        return words("safeguarding.words.danger_called", time=clock_text(called))
    return words(f"safeguarding.words.{name}")


def _has_referral(visit: Visit, name: str) -> bool:
    return any(referral.target is REFERS[name] for referral in visit.referrals)
