"""The preview of an import for a person: what would come in, then what would not, grouped by kind with examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mavis.services.past_logs import ImportPreview, LineNote, UnreadValue

_EXAMPLES = 3


def told(preview: ImportPreview, *, every: bool, first_kept: date = date.min) -> tuple[str, ...]:
    """The lines to print; with ``every`` each line and value of the file that would not come in, else a few of a kind.

    Nothing is left out without being counted. Whoever was here before ``first_kept`` only is due to be forgotten.
    """
    visits, nights = words("imports.visits", n=len(preview.visits)), words("imports.nights", n=len(preview.nights))
    found = (words("imports.counts", visits=visits, nights=nights), *_long_ago(preview, first_kept))
    parts = {"left_out": preview.quarantined, "doubt": preview.doubts, "skipped": preview.skipped}
    if every:
        notes = [words(f"cli.{name}", row=note.row, reason=note.reason) for name in parts for note in parts[name]]
        return (*found, *notes, *(_unread_one(value) for value in preview.unread))
    lines = [line for name, notes in parts.items() for line in _grouped(name, notes)]
    lines += _unread(preview.unread)
    sizes = [*map(len, _kinds(parts.values())), *map(len, _headings(preview.unread))]
    return (*found, *lines, words("cli.see_all")) if max(sizes, default=0) > _EXAMPLES else (*found, *lines)


def _long_ago(preview: ImportPreview, first_kept: date) -> Iterator[str]:
    """How many visits are older than names are kept."""
    count = sum(visit.night < first_kept for visit in preview.visits)
    if count:
        yield words("imports.long_ago", n=count, day=first_kept)


def _kinds(parts: Iterable[Iterable[LineNote]]) -> Iterator[list[LineNote]]:
    for notes in parts:
        for why in dict.fromkeys(note.why for note in notes):
            yield [note for note in notes if note.why is why]


def _grouped(name: str, notes: tuple[LineNote, ...]) -> Iterator[str]:
    """A line for each kind: the first as it is, then where the others stand."""
    for group in _kinds([notes]):
        first, others = group[0], group[1:]
        if not others:
            yield words(f"cli.{name}", row=first.row, reason=first.reason)
        else:
            yield words(f"cli.{name}_more", count=len(group), row=first.row, reason=first.reason)
            yield words("cli.also", rows=_listed([str(note.row) for note in others]))


def _headings(unread: Iterable[UnreadValue]) -> list[list[UnreadValue]]:
    values = list(unread)
    return [[one for one in values if one.heading == name] for name in dict.fromkeys(one.heading for one in values)]


def _unread(unread: Iterable[UnreadValue]) -> Iterator[str]:
    for group in _headings(unread):
        if len(group) == 1:
            yield _unread_one(group[0])
        else:
            quoted = _listed([words("cli.quoted", text=value.text) for value in group])
            yield words("cli.not_understood_more", count=len(group), heading=group[0].heading, values=quoted)


def _unread_one(value: UnreadValue) -> str:
    return words("cli.not_understood", text=value.text, heading=value.heading)


def _listed(names: list[str]) -> str:
    """``4, 9, 12 and 6 more``."""
    shown = ", ".join(names[:_EXAMPLES])
    more = len(names) - _EXAMPLES
    return words("cli.some_and_more", some=shown, count=more) if more > 0 else shown
