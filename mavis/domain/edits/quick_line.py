"""One typed line becomes a visit: "2310 m 20s drunk cut hand". What is not understood stays as a note; nothing is lost.

The words may stand in any order. The first word for a field counts; a second one for the same field is kept as a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.domain.edits.quick_words import Meaning, QuickField, spoken_age, spoken_time
from mavis.domain.record.care import Note
from mavis.domain.record.identity import AgeBand, AgeSource, Gender
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mavis.domain.access.roles import Actor
    from mavis.domain.edits.quick_words import QuickWords, Tonight
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit

_CUT = re.compile(r"[^\s,;]+|[,;]")
_BREAKS = frozenset(",;")
_EDGE = "()[]\"'.!:"
_DECADE = re.compile(r"\b(\d0'?s|[a-z]+ties)\W*$")
"""Ages by decades say no more than the age band and that it is estimated: the note need not keep them."""
_DENIED_WORDS = 2
_LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Understood:
    """Words that filled a field: the code, the words as they were typed, and whether they say more than the code.

    ``arrived`` is the instant (UTC) of a time, None for everything else.
    """

    field: QuickField
    code: str
    said: str
    typed: tuple[str, ...]
    noted: bool
    arrived: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a line says: one entry for each field that it fills (needs may be several), and what stays as a note."""

    understood: tuple[Understood, ...]
    note: str

    def first(self, field: QuickField) -> Understood | None:
        """What fills a field, or None."""
        return next((one for one in self.understood if one.field is field), None)


def read_quick_line(text: str, words: QuickWords, tonight: Tonight) -> QuickLine:
    """Read a line; any text gives an answer, however strange."""
    return _Reader(_CUT.findall(text), words, tonight).read()


@dataclass(frozen=True, slots=True)
class _Match:
    """A phrase found in the line: its meaning, and the places where it begins, where its core begins, where it ends."""

    meaning: Meaning
    start: int
    core: int
    end: int
    loose: bool
    arrived: datetime | None = None


class _Reader:
    """Goes through the words of one line from left to right."""

    def __init__(self, typed: Sequence[str], words: QuickWords, tonight: Tonight) -> None:
        self._typed = typed
        self._plain = [_bare(word) for word in typed]
        self._words = words
        self._longest = words.longest
        self._tonight = tonight
        self._found: list[Understood] = []
        self._kept: list[int] = []
        self._unread: set[int] = set()

    def read(self) -> QuickLine:
        at = 0
        while at < len(self._typed):
            at = self._step(at)
        return QuickLine(tuple(self._found), self._note())

    def _step(self, at: int) -> int:
        """Deal with what stands at a place; answers the next place."""
        word = self._plain[at]
        if word in _BREAKS:
            return at + 1
        if whole := self._nothing(at):
            return self._keep(at, whole)
        match = self._match(at)
        if match is not None and self._is_news(match):
            self._understand(match)
            return match.end
        if match is None and word in self._words.others:
            return self._keep(at, self._next_break(at))
        if match is None and word in self._words.denial:
            return self._deny(at)
        return self._keep(at, match.end if match else at + 1)

    def _match(self, at: int) -> _Match | None:
        """What begins at a place: a known phrase, the longest first, else a time or an age; joining words before it."""
        start = at
        while at < len(self._plain) and self._plain[at] in self._words.joining and self._after_understood(start):
            at += 1
        return self._phrase(start, at) or self._figure(start, at)

    def _nothing(self, at: int) -> int:
        """Where words that only look like a need end ("lost her shoes"), 0 where none begin."""
        second = at + 2 if self._plain[at + 1 : at + 2] and self._plain[at + 1] in self._words.between else at + 1
        for end in (second + 3, second + 2, second + 1):
            if " ".join((*self._plain[at : at + 1], *self._plain[second:end])) in self._words.nothing:
                return min(end, len(self._plain))
        return 0

    def _phrase(self, start: int, at: int) -> _Match | None:
        if self._nothing(at):
            return None
        for end in range(min(len(self._plain), at + self._longest), at, -1):
            meaning = self._words.phrases.get(" ".join(self._plain[at:end]))
            if meaning is None or (end == at + 1 and self._is_colour(at, meaning)):
                continue
            doubt = any("?" in word for word in self._typed[at:end])
            return _Match(meaning, start, at, end, loose=meaning.says_more or doubt)
        return None

    def _figure(self, start: int, at: int) -> _Match | None:
        """A time or an age, with the words that may stand before and after it."""
        for field in (QuickField.ARRIVED, QuickField.AGE):
            core = at
            while core < len(self._plain) and self._plain[core] in self._words.before[field]:
                core += 1
            match = self._number(field, core) if core < len(self._plain) else None
            if match is None:
                continue
            end = core + 1
            while end < len(self._plain) and self._plain[end] in self._words.after[field]:
                end += 1
            guess = not self._words.guess.isdisjoint(self._plain[at:end])
            loose = match.loose or (field is QuickField.AGE and guess)
            return _Match(match.meaning, start, at, end, loose, match.arrived)
        return None

    def _number(self, field: QuickField, at: int) -> _Match | None:
        word = self._plain[at]
        if not self._words.counted.isdisjoint(self._plain[max(0, at - 1) : at + 2]):
            return None
        if field is QuickField.AGE:
            age = spoken_age(word)
            return _Match(age, at, at, at + 1, age.says_more) if age else None
        arrived = None if word in self._words.no_time else spoken_time(word, self._tonight)
        return _Match(Meaning(field, ""), at, at, at + 1, False, arrived) if arrived else None

    def _is_colour(self, at: int, meaning: Meaning) -> bool:
        """Whether RED, AMBER or GREEN is the colour of something: of a coat, or of a face."""
        return meaning.field is QuickField.TRIAGE and not (self._after_understood(at) and self._before_known(at + 1))

    def _before_known(self, at: int) -> bool:
        """Whether the line ends, or something that is known begins, at a place."""
        if at == len(self._plain) or self._plain[at] in _BREAKS:
            return True
        ends = range(at + 1, min(len(self._plain), at + self._longest) + 1)
        known = any(" ".join(self._plain[at:end]) in self._words.phrases for end in ends)
        return known or self._plain[at] in self._words.joining or self._figure(at, at) is not None

    def _after_understood(self, at: int) -> bool:
        """Whether nothing stands right before a place that was not understood."""
        return at - 1 not in self._unread

    def _is_news(self, match: _Match) -> bool:
        """Whether the field is still free; a need that is known already is no news either."""
        meaning = match.meaning
        if meaning.field is QuickField.NEED:
            return all(one.code != meaning.code for one in self._found)
        return all(one.field is not meaning.field for one in self._found)

    def _understand(self, match: _Match) -> None:
        said = " ".join(self._typed[match.core : match.end])
        typed = tuple(self._typed[match.start : match.end])
        self._found.append(Understood(match.meaning.field, match.meaning.code, said, typed, match.loose, match.arrived))
        if match.loose and not _DECADE.search(said.casefold()):
            self._kept += range(match.core, match.end)

    def _deny(self, at: int) -> int:
        """Keep a denial and what it denies; "or" goes on denying."""
        end = at + 1
        for _ in range(_DENIED_WORDS):
            if end >= len(self._plain) or self._plain[end] in _BREAKS:
                break
            match = self._match(end)
            end = match.end if match else end + 1
            if match and (end >= len(self._plain) or self._plain[end] not in self._words.joining):
                break
        return self._keep(at, end)

    def _next_break(self, at: int) -> int:
        return next((place for place in range(at, len(self._plain)) if self._plain[place] in _BREAKS), len(self._plain))

    def _keep(self, start: int, end: int) -> int:
        self._kept += range(start, end)
        self._unread.update(range(start, end))
        return end

    def _note(self) -> str:
        """The words that were kept, as they were typed; a comma where something in between was understood."""
        runs: list[list[str]] = []
        last = -2
        for place in self._kept:
            if place != last + 1:
                runs.append([])
            runs[-1].append(self._typed[place])
            last = place
        return ", ".join(" ".join(run) for run in runs)


def _bare(word: str) -> str:
    """A word without case and without the marks around it."""
    return word if word in _BREAKS else word.casefold().strip(_EDGE).rstrip("?") or word


def fill_in(line: QuickLine, rules: FlagRules, at: datetime, actor: Actor, note_id: str) -> VisitEdit:
    """One edit that puts all that a line says into a visit; answers that the line does not name stay as they are."""
    steps = [step for one in line.understood for step in _steps(one, rules, at, actor)]
    if line.note:
        steps.append(edits.write_note(Note(note_id, line.note, at, actor.id)))

    def edit(visit: Visit) -> Visit:
        for step in steps:
            visit = step(visit)
        return visit

    return edit


def _steps(one: Understood, rules: FlagRules, at: datetime, actor: Actor) -> Iterator[VisitEdit]:
    if one.arrived is not None:
        yield _came(one.arrived)
    elif one.field is QuickField.AGE:
        yield edits.answer(age_band=AgeBand(one.code))
        if one.noted:
            yield edits.answer(age_source=AgeSource.ESTIMATED)
    elif one.field is QuickField.GENDER:
        yield edits.answer(gender=Gender(one.code))
    elif one.field is QuickField.NEED:
        yield edits.tick_need(Presentation(one.code), True)
    else:
        yield edits.set_triage(TriageCategory(one.code), rules, at, actor.id)


def _came(arrived: datetime) -> VisitEdit:
    def edit(visit: Visit) -> Visit:
        return replace(visit, arrived_at=arrived, entered_late=visit.entered_at - arrived > _LATE_AFTER)

    return edit
