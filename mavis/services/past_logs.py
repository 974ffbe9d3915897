"""What a coordinator does with an old log: look at what it would bring, bring it in, take it all back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.errors import UserError
from mavis.domain.shift.night import night_of
from mavis.imports.interpreting import interpret
from mavis.imports.log_mapping import LogMapping, load_mapping, save_mapping
from mavis.imports.preview import ImportPreview, LineNote, LogVisit, UnreadValue, Why
from mavis.imports.proposing import complete, propose
from mavis.imports.reading import read_log
from mavis.imports.words import load_words
from mavis.services.past_nights import PastNights, Place, known_key, log_key
from mavis.services.rights import require
from mavis.system.collecting import not_collecting

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mavis.domain.access.roles import Actor
    from mavis.domain.reference import FlagRules
    from mavis.imports.words import ReferenceWords
    from mavis.services.register import Register
    from mavis.storage.import_log import ImportBatch
    from mavis.storage.unit_of_work import Store, View, Work
    from mavis.system.clock import Clock
    from mavis.system.ids import NewId

__all__ = [
    "ImportPreview",
    "ImportResult",
    "LineNote",
    "LogMapping",
    "LogVisit",
    "PastLogs",
    "Place",
    "UnreadValue",
    "Why",
]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import brought: new shifts, visits, and the lines that stayed out."""

    import_id: str
    shifts: int
    visits: int
    quarantined: tuple[LineNote, ...]

    def as_json(self) -> dict[str, object]:
        """The counts for a program to read."""
        quarantined = [{"row": note.row, "reason": note.reason} for note in self.quarantined]
        return {
            "import_id": self.import_id,
            "visits": self.visits,
            "shifts": self.shifts,
            "quarantined": quarantined,
        }


class PastLogs:
    """Old spreadsheet logs. Nothing is written before ``run``; ``run`` writes everything or nothing."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        new_id: NewId,
        rules: FlagRules,
        register: Register,
        place: Place,
        own_words: Path | None = None,
    ) -> None:
        """Use the store and the register of people; ``place`` is that of this laptop.

        ``own_words`` is a scheme's own file of headings and words, which adds to the shipped one where it is there.
        """
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._rules = rules
        self._register = register
        self._place = place
        self._own_words = own_words
        self._words: ReferenceWords | None = None

    def preview(self, path: Path, mapping: Path | LogMapping | None = None) -> ImportPreview:
        """What the file would bring in, through a mapping if one is given, else through the one it suggests.

        Lines that are in the store already are quarantined as such.

        Raises:
            UserError: the file or the mapping cannot be read.
        """
        raw = read_log(path)
        words = self._reference_words()
        if mapping is None:
            chosen = propose(raw, words)
        else:
            given = mapping if isinstance(mapping, LogMapping) else load_mapping(mapping)
            chosen = complete(given, raw, words)
        with not_collecting():
            preview = interpret(raw, chosen, words, night_of(self._clock()))
        with self._store.look() as view:
            return _without_known(preview, view)

    def save_mapping(self, preview: ImportPreview, path: Path) -> None:
        """Write the mapping of a preview to a file that people can change and hand to the next preview.

        Raises:
            StorageError: the disk refuses.
        """
        save_mapping(preview.mapping, path, preview.unused)

    def run(self, actor: Actor, preview: ImportPreview) -> ImportResult:
        """Bring in what the preview shows, in one transaction.

        Raises:
            UserError: no right, this file was brought in before, or nothing in it can come in.
            StorageError: the disk refuses; nothing came in.
        """
        require(actor, Right.IMPORT)
        with not_collecting(), self._store.change(actor) as work:
            if any(batch.fingerprint == preview.sha256 and batch.undone_at is None for batch in work.imports.all()):
                raise UserError("import_already_done")
            result = self._write(actor, work, _without_known(preview, work))
            work.commit()
        return result

    def undo(self, actor: Actor, import_id: str) -> ImportBatch:
        """Take away everything an import brought, and the shifts that are empty then.

        Raises:
            UserError: no right, or no such import that was not undone before.
        """
        require(actor, Right.IMPORT)
        with self._store.change(actor) as work:
            batch = work.imports.get(import_id)
            if batch is None or batch.undone_at is not None:
                raise UserError("import_unknown")
            work.people.remove_imported(import_id)
            work.visits.remove_imported(import_id)
            work.shifts.remove_imported(import_id)
            work.imports.mark_undone(import_id)
            work.commit()
        self._register.forget()
        return replace(batch, undone_at=work.at)

    def all_imports(self) -> tuple[ImportBatch, ...]:
        """Every import, oldest first, the undone ones too."""
        with self._store.look() as view:
            return view.imports.all()

    def _write(self, actor: Actor, work: Work, preview: ImportPreview) -> ImportResult:
        if not preview.visits:
            raise UserError("import_nothing")
        nights = PastNights(actor, work.at, self._new_id, self._rules, self._place)
        known = {night for night, _visits in work.shifts.nights()}
        made = nights.make(
            preview.visits, lambda night: work.shifts.on(night) if night in known else None, work.visits.last_number
        )
        import_id = self._new_id()
        left_out = [(note.row, note.why.value) for note in preview.quarantined]
        work.imports.add(import_id, preview.sha256, len(made.shifts), len(made.visits), left_out)
        work.shifts.add_imported(made.shifts, import_id)
        self._register.save_imported(work, made.people)
        work.visits.add_imported(made.visits, import_id)
        return ImportResult(import_id, len(made.shifts), len(made.visits), preview.quarantined)

    def _reference_words(self) -> ReferenceWords:
        if self._words is None:
            own = self._own_words
            self._words = load_words(*([own] if own is not None and own.exists() else []))
        return self._words


def _without_known(preview: ImportPreview, view: View | Work) -> ImportPreview:
    """The preview with the visits that are in the store already put into quarantine."""
    nights = {night for night, _visits in view.shifts.nights()}.intersection(preview.nights)
    known = {key for night in nights for key in _known_on(night, view)}
    if not known:
        return preview
    again = [visit for visit in preview.visits if log_key(visit) in known]
    notes = [LineNote(visit.row, Why.ALREADY_THERE) for visit in again]
    rows = {visit.row for visit in again}
    return replace(
        preview,
        visits=tuple(visit for visit in preview.visits if visit.row not in rows),
        quarantined=tuple(sorted([*preview.quarantined, *notes], key=lambda note: note.row)),
    )


def _known_on(night: date, view: View | Work) -> set[tuple[object, ...]]:
    shifts = view.shifts.of_nights(night, night)
    return {known_key(visit) for shift, _visits in shifts for visit in view.visits.of_shift(shift.id)}
