"""Print and hand on: the verbs ``report shift``, ``export counts`` and ``export visits``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mavis.cli.options import Common, verb
from mavis.cli.output import Answer
from mavis.domain.counting.periods import Grain
from mavis.domain.errors import UserError
from mavis.domain.shift.night import wall_time
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.shift.shift import Shift

_PATH = click.Path(path_type=Path)


class Day(click.ParamType[date]):
    """A date written 2017-12-23."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date.

        Raises:
            click.BadParameter: it is no date.
        """
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(words("cli.not_a_date", value=str(value)), param, ctx)


class OneShift(click.ParamType[tuple[date, int]]):
    """A night, and which of its shifts when the bus went out again: 2017-12-23, 2017-12-23/2; 0 says the only one."""

    name = "YYYY-MM-DD[/N]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, int]:
        """Read the night and the number.

        Raises:
            click.BadParameter: it is no night.
        """
        day, slash, number = str(value).partition("/")
        if slash and not (number.isascii() and number.isdecimal() and int(number)):
            self.fail(words("cli.not_a_date", value=str(value)), param, ctx)
        return Day().convert(day, param, ctx), int(number or 0)


class Month(Day):
    """A month written 2017-12; its value is the first day."""

    name = "YYYY-MM"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the month.

        Raises:
            click.BadParameter: it is no month.
        """
        try:
            return date.fromisoformat(f"{value}-01")
        except ValueError:
            self.fail(words("cli.not_a_month", value=str(value)), param, ctx)


@click.group("report", help=words("cli.help.report"))
def report_group() -> None:
    """Print."""


@report_group.command("shift", help=words("cli.help.report_shift"))
@click.argument("wanted", metavar="YYYY-MM-DD[/N]", type=OneShift())
@click.option("--out", type=_PATH, required=True, help=words("cli.help.out_pdf"))
@verb
def report_shift(common: Common, wanted: tuple[date, int], out: Path) -> Answer:
    """Write the end-of-shift summary of a shift as a PDF."""
    with common.session() as session:
        shift = _chosen(session.shifts.of_nights(wanted[0], wanted[0]), *wanted)
        out = session.summaries.path(out)
        pages = session.summaries.write(session.actor, shift.id, out)
    return Answer((words("cli.written", file=str(out)),), {"file": str(out), "pages": pages})


def _chosen(of_night: tuple[tuple[Shift, int], ...], night: date, number: int) -> Shift:
    """The shift that is meant; whoever does not say which of several is told their names."""
    if not of_night or number > len(of_night):
        raise UserError("no_shift_on", date=f"{night}/{number}" if number else f"{night}")
    if not number and len(of_night) > 1:
        names = [_shift_named(night, at, shift, visits) for at, (shift, visits) in enumerate(of_night, 1)]
        raise UserError("which_shift", date=f"{night}", which=words("cli.or").join(names))
    return of_night[max(0, number - 1)][0]


def _shift_named(night: date, number: int, shift: Shift, visits: int) -> str:
    opened = str(wall_time(shift.opened_at))
    return words("cli.which", date=f"{night}", number=number, opened=opened, visits=words("cli.visits", n=visits))


@click.group("export", help=words("cli.help.export"))
def export_group() -> None:
    """Hand on."""


@export_group.command("counts", help=words("cli.help.export_counts"))
@click.option("--from", "first", type=Month(), required=True, help=words("cli.help.from_month"))
@click.option("--to", "last", type=Month(), required=True, help=words("cli.help.to_month"))
@click.option(
    "--audience", type=click.Choice(["controller", "partner"]), required=True, help=words("cli.help.audience")
)
@click.option(
    "--format", "form", type=click.Choice(["datapackage", "xlsx"]), required=True, help=words("cli.help.format")
)
@click.option("--grain", type=click.Choice(["month", "quarter", "year"]), default="month", help=words("cli.help.grain"))
@click.option("--out", type=_PATH, required=True, help=words("cli.help.out"))
@verb
def export_counts(common: Common, first: date, last: date, audience: str, form: str, grain: str, out: Path) -> Answer:
    """Write the counts of some months for the controller (exact) or a partner (small numbers hidden)."""
    with common.session() as session:
        written = session.counts.export(session.actor, first, last, audience, form, out, Grain(grain))
    answer = _written(written.files, written.rows)
    if written.coarser is None:
        return answer
    offered = words(f"cli.coarser.{written.coarser.value}")
    return Answer((*answer.lines, offered), {**answer.values, "coarser": written.coarser.value})


@export_group.command("visits", help=words("cli.help.export_visits"))
@click.option("--from", "first", type=Day(), required=True, help=words("cli.help.from_day"))
@click.option("--to", "last", type=Day(), required=True, help=words("cli.help.to_day"))
@click.option("--out", type=_PATH, required=True, help=words("cli.help.out"))
@verb
def export_visits(common: Common, first: date, last: date, out: Path) -> Answer:
    """Write one row a visit as CSV: codes only, no names, no free text."""
    with common.session() as session:
        written = session.counts.export_visits(session.actor, first, last, out)
    return _written(written.files, written.rows)


@export_group.command("fhir", help=words("cli.help.export_fhir"))
@click.option("--visit", "code", required=True, help=words("cli.help.visit_code"))
@click.option("--date", "shift_date", type=Day(), default=None, help=words("cli.help.visit_date"))
@click.option("--with-name", is_flag=True, help=words("cli.help.with_name"))
@click.option("--out", type=_PATH, required=True, help=words("cli.help.out"))
@verb
def export_fhir(common: Common, code: str, shift_date: date | None, out: Path, *, with_name: bool) -> Answer:
    """Write one visit as a FHIR R4 document, without a name unless one is asked for."""
    with common.session() as session:
        out = session.summaries.path(out)
        session.documents.write(session.actor, code, shift_date, out, with_name=with_name)
    return Answer((words("cli.written", file=str(out)),), {"file": str(out)})


@export_group.command("istv", help=words("cli.help.export_istv"))
@click.option("--from", "first", type=Month(), required=True, help=words("cli.help.from_month"))
@click.option("--to", "last", type=Month(), required=True, help=words("cli.help.to_month"))
@click.option("--out", type=_PATH, required=True, help=words("cli.help.out"))
@verb
def export_istv(common: Common, first: date, last: date, out: Path) -> Answer:
    """Write the assaults of some months for the Community Safety Partnership, without names."""
    with common.session() as session:
        written = session.assaults.export(session.actor, first, last, session.summaries.path(out))
    return _written(written.files, written.rows)


def _written(files: tuple[Path, ...], rows: int) -> Answer:
    names = [str(path) for path in files]
    lines = tuple(words("cli.written", file=name) for name in names)
    return Answer((*lines, words("cli.rows", rows=rows)), {"files": names, "rows": rows})


GROUPS = (report_group, export_group)
