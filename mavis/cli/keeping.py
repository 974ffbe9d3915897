"""Set up, list, check and mend: the verbs ``init``, ``shifts``, ``verify`` and ``restore``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from mavis.cli.options import Common, verb
from mavis.cli.output import Answer
from mavis.domain.errors import StorageError, UserError
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@click.command("init", help=words("cli.help.init"))
@click.option("--scheme", required=True, help=words("cli.help.scheme"))
@click.option("--coordinator", required=True, help=words("cli.help.coordinator"))
@verb
def init(common: Common, scheme: str, coordinator: str) -> Answer:
    """Make the encrypted store with its first coordinator; the recovery code is said once."""
    with common.program(new=True) as program:
        passphrase = common.passphrase(new=True)
        code = program.access.create(scheme, coordinator, passphrase)
        session = program.unlock(program.access.people()[0].id, passphrase)
        session.backups.make("init")
        session.close()
    return Answer((words("cli.recovery_code", code=code), words("cli.recovery_how")), {"recovery_code": code})


@click.command("shifts", help=words("cli.help.shifts"))
@verb
def shifts(common: Common) -> Answer:
    """List every shift with its number of visits."""
    with common.session() as session:
        found = session.shifts.all_shifts()
    names = _named([day.isoformat() for day, _visits in found])
    lines = tuple(
        words("cli.shift", date=name, visits=words("cli.visits", n=visits))
        for name, (_day, visits) in zip(names, found, strict=True)
    )
    values = [{"date": day.isoformat(), "visits": visits} for day, visits in found]
    return Answer(lines or (words("cli.no_shifts"),), {"shifts": values})


def _named(days: Sequence[str]) -> Iterator[str]:
    """Each shift by its night, and by its number where the bus went out more than once on a night."""
    often, so_far = Counter(days), Counter[str]()
    for day in days:
        so_far[day] += 1
        yield f"{day}/{so_far[day]}" if often[day] > 1 else day


@click.command("verify", help=words("cli.help.verify"))
@verb
def verify(common: Common) -> Answer:
    """Check header, pages, schema, audit chain, each record and backups; status 3 when anything is not right."""
    with common.program() as program:
        checks = program.verify(common.person_id(program), common.passphrase())
    ok = all(check.ok for check in checks)
    lines = tuple(
        words("cli.check_ok" if check.ok else "cli.check_failed", name=check.name, detail=check.detail)
        for check in checks
    )
    values = [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks]
    return Answer(lines, {"ok": ok, "checks": values}, 0 if ok else StorageError.exit_status)


@click.command("restore", help=words("cli.help.restore"))
@verb
def restore(common: Common) -> Answer:
    """Bring damaged or missing keys and records back from the newest backup; what is sound is left alone."""
    with common.program() as program:
        keys = program.bring_back_keys()
        records = program.bring_back_records(common.person_id(program), common.passphrase())
    if records is None and not keys:
        raise UserError("records_are_sound")
    lines = (words("cli.keys_restored"),) if keys else ()
    if records is None:
        return Answer(lines, {"keys": keys, "backup": None, "kept": None})
    backup, kept = records
    told = words("cli.records_restored", time=f"{backup.made_at:%Y-%m-%d %H:%M} UTC", folder=kept)
    return Answer((*lines, told), {"keys": keys, "backup": backup.path.name, "kept": str(kept)})


COMMANDS = (init, shifts, verify, restore)
