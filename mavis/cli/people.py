"""People who were on the bus, for scripts: find somebody, list likely duplicates; both are kept in the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mavis.cli.exporting import Day
from mavis.cli.options import Common, verb
from mavis.cli.output import Answer
from mavis.domain.people.match import POSSIBLE_FROM
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mavis.domain.people.advice_report import AdviceReport
    from mavis.domain.people.finding import Found
    from mavis.domain.people.match import Reason
    from mavis.domain.people.person import Person
    from mavis.domain.visit.brief_intervention import NotAppropriate
    from mavis.services.duplicates import Duplicate, Night


@click.group("people", help=words("cli.help.people"))
def people_group() -> None:
    """Know who came before."""


@people_group.command("find", help=words("cli.help.people_find"))
@click.argument("text")
@click.option("--reason", default=words("cli.asked_here"), help=words("cli.help.people_reason"))
@verb
def find(common: Common, text: str, reason: str) -> Answer:
    """Who may be meant by a text, the likeliest first, with the reasons."""
    with common.session() as session:
        found = session.visitors.find_and_note(session.actor, text, reason)
        nights = session.visitors.how_often(session.actor, [one.person.id for one in found])
    lines = [
        f"{one.match.score:6.1f}  {_called(one.person, nights[one.person.id])}: {_told(one.match.reasons)}"
        for one in found
    ]
    count = words("cli.people_found", n=len(found)) if found else words("cli.nobody_found")
    return Answer((*lines, count), {"people": [_found(one, nights[one.person.id]) for one in found]})


@people_group.command("duplicates", help=words("cli.help.people_duplicates"))
@click.option("--least", type=float, default=POSSIBLE_FROM, show_default=True, help=words("cli.help.people_least"))
@click.option("--most", type=click.IntRange(min=1), default=180, show_default=True, help=words("cli.help.people_most"))
@verb
def duplicates(common: Common, least: float, most: int) -> Answer:
    """Pairs of people who may be one, the likeliest first, with the nights of each."""
    with common.session() as session:
        pairs = session.duplicates.likely(session.actor, least, most)
    lines = [line for pair in pairs for line in _side_by_side(pair)]
    count = words("cli.pairs", n=len(pairs))
    return Answer((*lines, count, words("cli.pairs_share")), {"pairs": [_pair(pair) for pair in pairs]})


@people_group.command("advice", help=words("cli.help.people_advice"))
@click.option("--from", "first", required=True, type=Day(), help=words("cli.help.from_day"))
@click.option("--to", "last", required=True, type=Day(), help=words("cli.help.to_day"))
@verb
def advice(common: Common, first: date, last: date) -> Answer:
    """Brief advice for repeat visitors: who was due, and what came of it."""
    with common.session() as session:
        report = session.visitors.advice_report(session.actor, first, last)
    outcomes = [(label(status), number) for status, number in report.outcomes.items()]
    reasons = [
        (words("cli.advice.because", what=label(status), why=label(reason)), number)
        for status, split in _splits(report).items()
        for reason, number in split.items()
        if number
    ]
    talks = [(label(status), number) for status, number in report.talks.items()]
    talks.append((words("cli.advice.beyond"), sum(report.beyond.values())))
    lines = (
        words("cli.advice.known", known=report.known, unknown=report.unknown),
        words("cli.advice.looked_at", n=report.looked_at) if report.looked_at else words("cli.advice.not_looked_at"),
        words("cli.advice.repeat", repeat=report.repeat, known=report.known),
        words("cli.advice.due", due=report.due, repeat=report.repeat),
        words("cli.advice.offered", offered=report.offered, due=report.due),
        *(words("cli.advice.part", what=name, n=number) for name, number in (*outcomes, *reasons)),
        words("cli.advice.talks", n=sum(report.talks.values())),
        *(words("cli.advice.part", what=name, n=number) for name, number in talks),
        words(
            "cli.advice.times",
            first=report.year_from,
            last=report.last,
            twice=report.twice,
            three=report.three_times,
        ),
    )
    return Answer(lines, _report(report))


def _report(report: AdviceReport) -> dict[str, Any]:
    return {
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "known": report.known,
        "unknown_visits": report.unknown,
        "repeat": report.repeat,
        "due": report.due,
        "offered": report.offered,
        "outcomes": {status.value: number for status, number in report.outcomes.items()},
        **{status.value: {why.value: n for why, n in split.items()} for status, split in _splits(report).items()},
        "talks": {status.value: number for status, number in report.talks.items()},
        "talks_when_not_due": {status.value: number for status, number in report.beyond.items()},
        "year_from": report.year_from.isoformat(),
        "two_or_more_in_a_year": report.twice,
        "three_or_more_in_a_year": report.three_times,
        "pairs_looked_at": report.looked_at,
    }


def _splits(report: AdviceReport) -> dict[InterventionStatus, Mapping[NotAppropriate, int]]:
    """The reasons of each outcome that has any."""
    return {
        InterventionStatus.NOT_APPROPRIATE: report.why_not,
        InterventionStatus.NOT_OFFERED: report.why_not_offered,
    }


def _side_by_side(pair: Duplicate) -> tuple[str, ...]:
    """Score and names with the reasons, then each of the two with what tells them apart and their nights."""
    head = f"{pair.match.score:6.1f}  {pair.one.known_as} / {pair.other.known_as}: {_told(pair.match.reasons)}"
    sides = ((pair.one, pair.nights), (pair.other, pair.other_nights))
    dates = [sorted({night.shift_date for night in nights}) for _person, nights in sides]
    return (
        head,
        *(
            f"{'':8}{_called(person, len(days))}: {', '.join(map(str, days))}"
            for (person, _nights), days in zip(sides, dates, strict=True)
        ),
    )


def _called(person: Person, nights: int) -> str:
    """The name with what tells somebody apart from others of that name: birth years, gender, number of nights."""
    birth = person.birth
    years = dict.fromkeys((birth.first.year, birth.last.year)) if birth is not None else ()
    parts = (
        words("cli.born", years="-".join(map(str, years))) if years else "",
        label(person.gender).lower() if person.gender else "",
        words("cli.nights", n=nights),
    )
    return ", ".join(part for part in (person.known_as, *parts) if part)


def _told(reasons: Iterable[Reason]) -> str:
    return "; ".join(words(reason.key, value=reason.value) for reason in reasons)


def _found(found: Found, nights: int) -> dict[str, Any]:
    seen = found.person.last_seen
    return {
        "score": round(found.match.score, 3),
        "name": found.person.known_as,
        "last_seen": seen.isoformat() if seen else None,
        "nights": nights,
        "reasons": [reason.why.value for reason in found.match.reasons],
    }


def _pair(pair: Duplicate) -> dict[str, Any]:
    return {
        "score": round(pair.match.score, 3),
        "reasons": [reason.why.value for reason in pair.match.reasons],
        "a": _nights(pair.nights),
        "b": _nights(pair.other_nights),
    }


def _nights(nights: Iterable[Night]) -> list[dict[str, str]]:
    return [
        {"shift_date": night.shift_date.isoformat(), "arrived_at": f"{night.arrived_at:%Y-%m-%dT%H:%M:%SZ}"}
        for night in nights
    ]


GROUPS = (people_group,)
