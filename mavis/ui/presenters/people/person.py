"""The page of one person: who they are, what the crew must know, and for those who may what can be changed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mavis.domain.access.roles import Right
from mavis.domain.people.district import read_district
from mavis.domain.people.person import Alert
from mavis.domain.record.identity import Gender
from mavis.domain.shift.night import night_of
from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.people import words as told
from mavis.ui.presenters.people.record import Known, PersonRecord
from mavis.ui.presenters.steps.column import ListOfLines, Step, StepKind, StepState, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.people.person import Person
    from mavis.ui.presenters.desk.tonight import Desk

_PLACE = "person"
_ACTS = {"nights": Right.READ_HISTORY, "alert": Right.READ_HISTORY, "hold": Right.MANAGE_VISITORS}
_LASTS = {"tonight": timedelta(), "month": timedelta(days=30), "year": timedelta(days=365), "over": timedelta(days=-1)}
_NO_END = "no_end"
_APART = "apart "
_ENDS = ("tonight", "month", "year", _NO_END, "over")
_READ: dict[str, Callable[[str, date, bool], object]] = {
    "born": lambda text, today, dates: told.read_born(text, today, dates=dates),
    "district": lambda text, _today, _dates: read_district(text) if text.strip() else "",
}
"""Fields whose words must say something that can be kept; None where they do not."""
_HALF_A_YEAR = re.compile(r"\s*(?:.*[/.-])?(?:19|20)")
"""An age or a short year if it ends so, and likelier the half of a year that is still being typed."""


def _steps(acts: tuple[str, ...]) -> tuple[Step, ...]:
    """Who it is, and for those who may act also everything that can be changed."""

    def step(name: str, kind: StepKind, codes: tuple[str, ...] = (), *, one: bool = True) -> Step:
        return Step(_PLACE, name, kind, codes, one=one, leading=name == "who", worded="people", one_fact=name in _READ)

    read = (step("who", StepKind.WORDS), step("warning", StepKind.WORDS))
    if not acts:
        return read
    return (
        *read,
        step("act", StepKind.CHOICE, acts, one=False),
        step("noted", StepKind.LIST),
        step("reason", StepKind.LINE),
        step("until", StepKind.CHOICE, tuple(f"until.{code}" for code in _ENDS)),
        step("names", StepKind.LINE),
        step("aliases", StepKind.LINE),
        step("born", StepKind.LINE),
        step("gender", StepKind.CHOICE, tuple(f"gender.{one.value}" for one in Gender)),
        step("district", StepKind.LINE),
        step("description", StepKind.LINE),
    )


class PersonCard(ListOfLines):
    """One person at a time; every change is saved as it is made, and Undo takes it back."""

    list_id = "noted"

    def __init__(
        self,
        desk: Desk,
        birth_dates: Callable[[], bool],
        show_nights: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """``birth_dates``: whether the scheme keeps more than a year; ``show_nights`` asks why, and shows them."""
        self.desk = desk
        self.title = words("people.card.title")
        self._birth_dates = birth_dates
        self._show_nights = show_nights
        self._failed = failed
        self._record = PersonRecord(desk)
        self._alert: int | None = None
        """The alert that is open; beyond the last one, one that nobody has worded yet."""
        self._typed: dict[str, str] = {}
        """What is being typed, by field: half of a year may say an age, or nothing."""
        self.steps = _steps(tuple(f"act.{code}" for code, right in _ACTS.items() if self._record.may(right)))

    def show(self, person_id: str) -> None:
        """Turn to somebody; what was typed about the one before is finished."""
        for step_id in [*self._typed]:
            self.end(step_id)
        self._alert = None
        self._record.show(person_id, self._failed)

    def how(self) -> str:
        """What can be done here."""
        return words("people.card.how" if self._record.may(Right.READ_HISTORY) else "people.card.read_only")

    def states(self) -> dict[str, StepState]:
        """Who it is; for those who may read the history, every field and every alert."""
        known = self._record.known
        if known is None:
            return {}
        person = known.person
        name = person.known_as or words("people.nobody_named")
        who = told.story(person, self._today, dates=self._birth_dates())
        states = {"who": StepState(text=f"{name}. {who}")}
        warned = [alert.reason for alert in person.alerts_on(self._today)]
        if warned:
            states["warning"] = StepState(text=told.several(warned))
        if not self._record.may(Right.READ_HISTORY):
            return states
        states["act"] = StepState(frozenset({"hold"} if person.held else ()))
        items = self._items(known)
        if items:
            states[self.list_id] = StepState(items=items)
        return states | self._open_alert(person) | self._fields(person)

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Act, open an alert, part what was joined, or answer."""
        known = self._record.known
        if known is None:
            return ""
        person = known.person
        if step_id == "act":
            return self._act(person, code, on)
        if step_id == self.list_id:
            return self._pick(known, code)
        if step_id == "gender":
            self._change("gender", replace(person, gender=Gender(code) if on else None))
        elif step_id == "until" and on:
            self._set_alert(person, "until", expires_on=self._today + _LASTS[code] if code in _LASTS else None)
            self._alert = None
        return "act"  # no field gets the letters by itself: the next one would be typed over a name

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed; what is no birth is not kept, and said when the field is left.

        Half of a year is kept only then: nobody is 19 because somebody who typed 1990 was called away.
        """
        person = self._record.person
        if person is None:
            return
        if step_id == "reason":
            self._set_alert(person, step_id, reason=text.strip())
            return
        fact: Any = text.strip()
        if step_id in ("names", "aliases"):
            fact = told.read_several(text)
        elif step_id in _READ:
            self._typed[step_id] = text
            fact = _READ[step_id](text, self._today, self._birth_dates())
            if _says_nothing(text, fact) or _is_half(step_id, text):
                return
        facts: dict[str, Any] = {"birth" if step_id == "born" else step_id: fact}
        self._change(step_id, replace(person, **facts), thread=step_id)

    def end(self, step_id: str) -> None:
        """A field was left."""
        text, person = self._typed.pop(step_id, ""), self._record.person
        if not text or person is None:
            return
        fact: Any = _READ[step_id](text, self._today, self._birth_dates())
        if _says_nothing(text, fact):
            self.desk.tell(Touched(said=words(f"people.not_a_{step_id}"), not_done=True))
        elif _is_half(step_id, text):
            self._change(step_id, replace(person, birth=fact), thread=step_id)

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """Who is shown, the alert that is open, and what is being typed into fields that read it."""
        person = self._record.person
        if person is None:
            return {}
        opened = {} if self._alert is None else {"reason": (str(self._alert), "")}
        return {"who": (person.id, "")} | opened | {step: (person.id, text) for step, text in self._typed.items()}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Turn to the same person again, with what was open and half typed."""
        if "who" in unfinished:
            self.show(unfinished["who"][0])
            self._typed = {step: text for step, (_person, text) in unfinished.items() if step in _READ}
            self._alert = int(unfinished["reason"][0]) if "reason" in unfinished else None

    @property
    def _today(self) -> date:
        return night_of(self.desk.clock())

    def _fields(self, person: Person) -> dict[str, StepState]:
        texts = {
            "names": told.several(person.names),
            "aliases": told.several(person.aliases),
            "born": told.born_line(person.birth, dates=self._birth_dates()),
            "district": person.district,
            "description": person.description,
        }
        texts |= self._typed
        gender = frozenset({person.gender.value} if person.gender else ())
        return {name: StepState(text=text) for name, text in texts.items()} | {"gender": StepState(gender)}

    def _items(self, known: Known) -> tuple[tuple[str, str], ...]:
        """The alerts, what makes several records one, and who was found to be somebody else."""
        alerts = enumerate(known.person.alerts)
        lines = {
            **{str(at): told.alert_line(one, self._today, self.desk.names) for at, one in alerts},
            **{merge.id: told.merge_line(merge, known.records, known.last_nights) for merge in known.merges},
            **{f"{_APART}{at}": told.apart_line(*other) for at, other in enumerate(known.others)},
        }
        return tuple((code, numbered(place, line)) for place, (code, line) in enumerate(lines.items(), start=1))

    def _open_alert(self, person: Person) -> dict[str, StepState]:
        if self._alert is None:
            return {}
        if self._alert >= len(person.alerts):
            return {"reason": StepState()}
        alert = person.alerts[self._alert]
        chosen = frozenset({_NO_END} if alert.expires_on is None else ())
        return {"reason": StepState(text=alert.reason), "until": StepState(chosen)}

    def _act(self, person: Person, code: str, on: bool) -> str:
        if code == "nights":
            self._show_nights(person.id)
        elif code == "hold":
            self._change("held" if on else "not_held", replace(person, held=on))
        else:
            self._alert = len(person.alerts)
            return "reason"
        return ""

    def _pick(self, known: Known, code: str) -> str:
        """Open an alert, or take back what a line says."""
        merge = next((merge for merge in known.merges if merge.id == code), None)
        if merge is not None:
            self._record.part(merge, self._failed)
            return ""
        if code.startswith(_APART):
            self._record.ask_again(known.others[int(code.removeprefix(_APART))][0], self._failed)
            return ""
        self._alert = int(code)
        return "reason"

    def _set_alert(self, person: Person, said: str, **facts: Any) -> None:
        """Change the alert that is open; a new one begins with its first word, and an empty one goes."""
        if self._alert is None:
            return
        alerts = list(person.alerts)
        if self._alert >= len(alerts):
            alerts.append(Alert("", self.desk.session.actor.id, self.desk.clock()))
        place = min(self._alert, len(alerts) - 1)
        alerts[place] = replace(alerts[place], **facts)
        if not alerts[place].reason:
            del alerts[place]
        self._change(said, replace(person, alerts=tuple(alerts)), thread=f"{said} {place}")

    def _change(self, said: str, after: Person, *, thread: str = "") -> None:
        self._record.change(after, said, thread=thread)


def _says_nothing(text: str, fact: object) -> bool:
    """Whether words are no birth and no district; an empty field says that nobody knows."""
    return bool(text.strip()) and fact is None


def _is_half(step_id: str, text: str) -> bool:
    """Whether words for a birth may be the half of a year."""
    return step_id == "born" and _HALF_A_YEAR.fullmatch(text.rstrip()) is not None
