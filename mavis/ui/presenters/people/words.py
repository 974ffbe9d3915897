"""What is known of a person, in words, and what somebody typed about them, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.birth import born_in, read_birth
from mavis.domain.shift.night import night_of
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.shared.times import month

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from mavis.domain.people.birth import Birth
    from mavis.domain.people.merging import Apart, Merge
    from mavis.domain.people.person import Alert, Person

_SEPARATOR = ";"


def full_date(day: date) -> str:
    """``7 March 2026``: nights of other years are among them."""
    return words("returning.date", day=day.day, month=month(day), year=day.year)


def read_several(text: str) -> tuple[str, ...]:
    """The names of a line, each once, apart by a semicolon: a comma belongs to "Webb, Kate"."""
    return tuple(dict.fromkeys(part for piece in text.split(_SEPARATOR) if (part := " ".join(piece.split()))))


def several(texts: Sequence[str]) -> str:
    """Names as one line to edit."""
    return words("people.and").join(texts)


def born_line(birth: Birth | None, *, dates: bool) -> str:
    """A birth as it stands in its field: a year, a date where the scheme keeps them, or a span of years."""
    if birth is None:
        return ""
    if birth.is_day and dates:
        return f"{birth.first:%d/%m/%Y}"
    if birth.is_year:
        return str(birth.first.year)
    return words("people.card.span", first=birth.first.year, last=birth.last.year)


def read_born(text: str, today: date, *, dates: bool) -> Birth | None:
    """What a line says of a birth; no more than the year where the scheme keeps no dates. None when it says none."""
    birth = read_birth(text, today)
    if birth is not None and birth.is_day and not dates:
        return born_in(birth.first.year)
    return birth


def born_sentence(birth: Birth, *, dates: bool) -> str:
    """A birth as a sentence."""
    if birth.is_day and dates:
        return words("people.card.born_day", day=full_date(birth.first))
    if birth.is_year:
        return words("people.card.born_year", year=birth.first.year)
    return words("people.card.born_years", first=birth.first.year, last=birth.last.year)


def story(person: Person, tonight: date, *, dates: bool) -> str:
    """Who somebody is in a few sentences: when they were last here, and how to know them."""
    seen = person.last_seen
    last = words("people.card.seen", last=full_date(seen)) if seen and seen < tonight else words("people.card.new")
    return f"{last} {about(person, dates=dates)}".strip()


def about(person: Person, *, dates: bool) -> str:
    """How to know somebody, in a few sentences; empty when nothing is known."""
    lines = []
    others = [name for name in (*person.names, *person.aliases) if name != person.known_as]
    if others:
        lines.append(words("people.card.called", aliases=several(others)))
    if person.birth is not None:
        lines.append(born_sentence(person.birth, dates=dates))
    if person.description:
        lines.append(words("people.card.looks", looks=person.description))
    if person.held:
        lines.append(words("people.card.held"))
    return " ".join(lines)


def in_list(person: Person, nights: int | None) -> str:
    """What tells somebody apart from others of one name: birth years, gender, and the nights where they are told."""
    birth = person.birth
    parts = [
        words("people.line.born", born=born_line(birth, dates=False)) if birth else "",
        inside(label(person.gender)) if person.gender else "",
        words("people.line.nights", n=nights) if nights else "",
    ]
    return ", ".join(part for part in parts if part)


def alert_line(alert: Alert, today: date, crew: Mapping[str, str]) -> str:
    """An alert with who set it and how long it counts."""
    ends = alert.expires_on
    if ends is None:
        until = words("people.card.no_end")
    else:
        until = words("people.card.until" if alert.in_force(today) else "people.card.over", day=full_date(ends))
    by = crew.get(alert.set_by) or words("people.unknown")
    return words("people.card.alert", reason=alert.reason, by=by, until=until)


def merge_line(merge: Merge, records: Iterable[Person], last_nights: Mapping[str, date]) -> str:
    """Which two of the records were joined, each with the night that they were last here, and when."""
    called = {person.id: _record(person, last_nights.get(person.id)) for person in records}
    one, other = (called.get(person_id, words("people.nobody_named")) for person_id in (merge.one, merge.other))
    return words("people.card.merge", day=full_date(night_of(merge.at)), one=one, other=other)


def _record(person: Person, last: date | None) -> str:
    name = person.known_as or words("people.nobody_named")
    return words("people.card.record", name=name, last=full_date(last)) if last else name


def apart_line(word: Apart, other: Person) -> str:
    """Who was found to be somebody else, and when that was said."""
    name = other.known_as or words("people.nobody_named")
    return words("people.card.apart", name=name, day=full_date(night_of(word.at)))
