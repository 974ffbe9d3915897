"""One part of *Safety and referrals* for the visit on the page: each answer becomes an edit with its words for Undo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.shift.night import night_of
from mavis.system.wording import words
from mavis.ui.presenters.desk.carers import carers
from mavis.ui.presenters.desk.edit_words import chosen_words, opening
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.shared.times import clock_text, day_text, typed_instant
from mavis.ui.presenters.visit.question import Moment, Question
from mavis.ui.presenters.visit.safety.part import Line, Somebody, When

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.safety.part import Part, Told

_DAY = timedelta(days=1)
_LEAST_LETTERS = 2
_UNANSWERED = frozenset({"not_known", "refused"})


class PartPresenter:
    """What a part shows, and what each way of answering does."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit], part: Part) -> None:
        """``visit`` gives the record as it stands."""
        self._desk = desk
        self._visit = visit
        self.part = part
        self._rows = {row.id: row for row in part.rows}
        self._last = -1

    @property
    def visit(self) -> Visit:
        """The record as it stands."""
        return self._visit()

    @property
    def told(self) -> Told:
        """What the part says now."""
        return self.part.tell(self._visit(), self._desk.clock())

    @property
    def crew(self) -> tuple[tuple[str, str], ...]:
        """Name and id of each of tonight's crew, and of whoever else can have done it."""
        return tuple((name, person) for person, name in carers(self._desk, self._visit()).items())

    def turn_to(self) -> None:
        """Another visit: no question was answered last."""
        self._last = -1

    def choose(self, question_id: str, code: str, on: bool) -> None:
        """Choose an answer or take it back."""
        question = self._question(question_id)
        self._last = self.part.questions.index(question)
        edit = question.edit(code, on, self._moment(), self._visit())
        stands = code in question.chosen(edit(self._visit()))
        said = chosen_words(question_id, code, chip_words(question_id, code), stands=stands)
        self._desk.edit(self._visit().id, edit, said)

    def answer_unknown(self, code: str, focused: str = "", out_of_sight: Collection[str] = ()) -> str:
        """Answer ``not_known`` or ``refused``: the question with the keyboard, else the next one that is open.

        Next is behind the one that was answered last. One that is ``out_of_sight`` is only spoken of. Returns which it
        was for; empty when no question takes such an answer.
        """
        taking = [
            question for question in self._in_turn(focused) if _takes(question, code, self._moment(), self._visit())
        ]
        if not taking:
            return ""
        open_ones = [each for each in taking if each.id == focused or not each.chosen(self._visit())]
        question = (open_ones or taking[-1:])[0]
        if question.id in out_of_sight:
            self.look_first(question.id, code)
        else:
            self.choose(question.id, code, code not in question.chosen(self._visit()))
        return question.id

    def look_first(self, row_id: str, code: str) -> None:
        """Say of an answer that was out of sight that it is given with the same key once more."""
        answer = chip_words(row_id, code)
        if isinstance(self._rows[row_id], Question):
            answer = chosen_words(row_id, code, answer, stands=True)
        self._desk.tell(Touched(said=words("visit.said.out_of_sight", answer=answer), not_done=True))

    def write(self, line_id: str, text: str) -> None:
        """Keep a line as it is written."""
        line = self._rows[line_id]
        if isinstance(line, Line):
            said = words("safety.said.changed", what=row_words(line_id))
            self._desk.edit(self._visit().id, line.edit(text, self._moment()), said, thread=line_id)

    def take_time(self, when_id: str, text: str) -> str:
        """Take a time as a clock showed it, or nothing; returns what is wrong with it, empty when it is taken."""
        if not text.strip():
            self._put_time(when_id, None)
            return ""
        instant = self._latest(text)
        if instant is None:
            return words("visit.time_wrong")
        self._put_time(when_id, instant)
        return ""

    def ago(self, when_id: str, minutes: int) -> None:
        """It was so many minutes ago, or before they left once they did; the clock shows no seconds."""
        left = self._visit().departed_at
        instant = ((left or self._desk.clock()) - timedelta(minutes=minutes)).replace(second=0, microsecond=0)
        self._put_time(when_id, instant, how="time" if left is None else "time_before_left")

    def time_of(self, when_id: str) -> str:
        """The time that is recorded, as the clock showed it."""
        when = self._rows[when_id]
        held = when.held(self._visit()) if isinstance(when, When) else None
        return "" if held is None else clock_text(held)

    def choose_somebody(self, row_id: str, person: str) -> None:
        """Somebody of the crew."""
        row = self._rows[row_id]
        if isinstance(row, Somebody):
            name = next((name for name, each in self.crew if each == person), words("visit.nobody_yet"))
            said = words("safety.said.who", what=row_words(row_id), who=name)
            self._desk.edit(self._visit().id, row.edit(person, self._moment()), said)

    def _in_turn(self, focused: str) -> list[Question]:
        """The questions: the one with the keyboard, those behind the one answered last, then those before it."""
        asked = self.part.questions
        turned = [*asked[self._last + 1 :], *asked[: self._last + 1]]
        return sorted(turned, key=lambda question: question.id != focused)

    def _put_time(self, when_id: str, instant: datetime | None, how: str = "time") -> None:
        when = self._rows[when_id]
        if not isinstance(when, When):
            return
        name = row_words(when_id)
        said = words("safety.said.no_time", what=name)
        if instant is not None:
            said = words(f"safety.said.{how}", what=name, time=when_words(instant, self._desk.clock()))
        self._desk.edit(self._visit().id, when.edit(instant, self._moment()), opening(said))

    def _latest(self, text: str) -> datetime | None:
        """The last moment at which a clock showed it: tonight, or before the shift began."""
        shift, now = self._desk.shift, self._desk.clock()
        night = shift.date if shift else night_of(now)
        found = (typed_instant(text, night - back * _DAY, now) for back in (0, 1))
        return next((instant for instant in found if instant is not None and instant <= now), None)

    def _question(self, question_id: str) -> Question:
        row = self._rows[question_id]
        if not isinstance(row, Question):
            raise TypeError(question_id)
        return row

    def _moment(self) -> Moment:
        desk = self._desk
        return Moment(desk.clock(), desk.session.actor, desk.new_id, desk.reference.flags)


def _takes(question: Question, code: str, moment: Moment, visit: Visit) -> bool:
    """Whether nobody has to know the answer of a question."""
    if not question.takes_unknown:
        return False
    after = question.edit(code, True, moment, visit)(visit)
    return code in question.chosen(after)


def chip_words(question_id: str, code: str) -> str:
    """The words on a choice, or of an answer that nobody has."""
    return words(f"visit.unanswered.{code}") if code in _UNANSWERED else words(f"chips.{question_id}.{code}")


def row_words(row_id: str) -> str:
    """The words beside a row."""
    return words(f"safety.row.{row_id}")


def when_words(instant: datetime, now: datetime) -> str:
    """``23:30``, and the day as well when it was not this night."""
    if night_of(instant) == night_of(now):
        return clock_text(instant)
    return words("safety.day_and_time", day=day_text(instant), time=clock_text(instant))


def fitting_names(text: str, names: Sequence[str]) -> list[str]:
    """The names that hold what was typed so far, those that begin with it first; none for less than two letters."""
    wanted = text.strip().casefold()
    if len(wanted) < _LEAST_LETTERS:
        return []
    fitting = [name for name in names if wanted in name.casefold() and wanted != name.casefold()]
    return sorted(fitting, key=lambda name: not name.casefold().startswith(wanted))
