"""The people who were on the bus, what finds them, and the merges that make two of them one."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from mavis.domain.people.forgetting import GONE
from mavis.domain.people.merging import Apart, Merge, face_of, one_with
from mavis.domain.people.person import Person
from mavis.storage.codec import encode
from mavis.storage.columns import NOT_READ, Columns, from_cell, to_cell
from mavis.storage.statements import delete_from, insert_into, replace_into, select, update

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from sqlite3 import Connection as Plain

    from sqlite_utils import Database as Connection

    from mavis.domain.people.vocabulary import Wanted
    from mavis.storage.audit_trail import Trail
    from mavis.storage.left_out import LeftOut

_PERSON = Columns(Person, without=("last_seen",))
_SEEN = Columns(Person, only=(*_PERSON.names, "last_seen"))
_MERGE = Columns(Merge)
_BY_IDS = select(_PERSON.names, "person", "WHERE id IN (SELECT value FROM json_each(?))")
_EVERYBODY = select(("face", *_PERSON.names), "person", "WHERE stripped = 0 ORDER BY face")
_FACES = "SELECT id, face FROM person WHERE id IN (SELECT value FROM json_each(?))"
_OF_FACES = select(
    ("face", *_PERSON.names), "person", "WHERE face IN (SELECT value FROM json_each(?)) ORDER BY face, id"
)
_NUMBER = "SELECT number FROM person_row JOIN person ON person.id = person_row.person_id WHERE face = ?"
_SET_FACE = "UPDATE person SET face = ? WHERE id IN (SELECT value FROM json_each(?))"
_LAST_SEEN = """
    (SELECT max(shift.date) FROM visit JOIN shift ON shift.id = visit.shift_id WHERE visit.person_id = person.id)"""
_KNOWN = select(
    ("face", *_PERSON.names),
    "person",
    "WHERE face IN (SELECT face FROM person WHERE id IN (SELECT value FROM json_each(?))) ORDER BY face",
    (_LAST_SEEN,),
)
_WITH_WORDS = """
    SELECT person_row.person_id FROM person_word JOIN person_row ON person_row.number = person_word.rowid
    WHERE person_word MATCH ? ORDER BY person_word.rowid DESC LIMIT ?"""
_BORN_ABOUT = """
    SELECT id FROM person WHERE substr(json_extract(birth, '$.last'), 1, 4) = ?
    AND substr(json_extract(birth, '$.first'), 1, 4) = ? ORDER BY id DESC LIMIT ?"""
_IMPORTED = "SELECT id FROM visit WHERE import_id = ? AND person_id = id"
_UNLINK_IMPORTED = "UPDATE visit SET person_id = NULL WHERE import_id = ? AND person_id = id"
_VOCABULARY = "SELECT term FROM person_vocabulary"
_LONG_AGO = """
    SELECT person.face, max(person.held) FROM person
    LEFT JOIN visit ON visit.person_id = person.id LEFT JOIN shift ON shift.id = visit.shift_id
    GROUP BY person.face
    HAVING coalesce(max(shift.date), '') < ? AND min(person.stripped) = 0"""
_UNKNOWN_LONG_AGO = """
    SELECT visit.id FROM shift JOIN visit ON visit.shift_id = shift.id WHERE shift.date < ?
    AND visit.person_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM audit WHERE audit.subject = visit.id AND audit.action = 'visit_stripped')"""
_VISITS = """
    SELECT visit.id FROM person JOIN visit ON visit.person_id = person.id
    WHERE person.face = ? ORDER BY visit.arrived_at DESC, visit.id DESC"""
_NIGHTS = """
    SELECT person.face, shift.date, visit.arrived_at FROM person
    JOIN visit ON visit.person_id = person.id JOIN shift ON shift.id = visit.shift_id
    WHERE person.face IN (SELECT value FROM json_each(?)) ORDER BY visit.arrived_at"""
_NEEDED = """
    SELECT EXISTS (SELECT 1 FROM visit WHERE person_id = :id)
    OR EXISTS (SELECT 1 FROM merge WHERE one = :id OR other = :id)
    OR EXISTS (SELECT 1 FROM not_the_same WHERE one = :id OR other = :id)
    OR EXISTS (SELECT 1 FROM person_look WHERE person_id = :id)"""
_MERGES = select(_MERGE.names, "merge", "WHERE undone_at IS NULL")
_APART = "SELECT one, other FROM not_the_same"
_SAID_APART = """
    SELECT one, other, at, "by" FROM not_the_same
    WHERE one IN (SELECT value FROM json_each(:ids)) OR other IN (SELECT value FROM json_each(:ids)) ORDER BY at, one"""


class PeopleReader:
    """Reads people; an id stands for one person as they were once met, a *face* for everybody who is that person.

    Where many are asked for, those who cannot be read are left out, and ``left_out`` is told.
    """

    def __init__(self, connection: Connection, left_out: LeftOut) -> None:
        """Read through this connection."""
        self._db = connection.conn
        self._left_out = left_out

    def get(self, person_id: str) -> Person | None:
        """The person of an id, or None; without ``last_seen``."""
        return next(iter(self.several([person_id])), None)

    def several(self, ids: Collection[str]) -> tuple[Person, ...]:
        """The people of these ids, in no order that means anything; without ``last_seen``."""
        return tuple(map(_PERSON.value, self._db.execute(_BY_IDS, (_list(ids),))))

    def everybody(self) -> Iterator[tuple[Person, ...]]:
        """All people whose identity is still kept, those who are one together; without ``last_seen``."""
        return (people for _face, people in _by_face(self._db, self._left_out, _PERSON, _EVERYBODY))

    def nights(self, faces: Collection[str]) -> Mapping[str, list[tuple[date, datetime]]]:
        """Shift date and arrival of every visit of these, by face, the oldest first."""
        nights: defaultdict[str, list[tuple[date, datetime]]] = defaultdict(list)
        for face, shift_date, arrived_at in self._db.execute(_NIGHTS, (_list(faces),)):
            nights[face].append((date.fromisoformat(shift_date), from_cell(arrived_at)))
        return nights

    def faces(self, ids: Collection[str]) -> Mapping[str, str]:
        """The face of each of these ids."""
        return dict(self._db.execute(_FACES, (_list(ids),)))

    def behind(self, faces: Collection[str]) -> Mapping[str, tuple[Person, ...]]:
        """Everybody behind each of these faces; without ``last_seen``."""
        return dict(_by_face(self._db, self._left_out, _PERSON, _OF_FACES, _list(faces)))

    def known(self, ids: Collection[str]) -> Iterator[tuple[Person, ...]]:
        """Everybody who is one with one of these, those who are one together."""
        return (people for _face, people in _by_face(self._db, self._left_out, _SEEN, _KNOWN, _list(ids)))

    def with_words(self, wanted: Sequence[Wanted], limit: int) -> tuple[str, ...]:
        """Ids of those who have a word for each of those that are wanted; the newest person first."""
        asked = " AND ".join(f"({' OR '.join(_terms(one))})" for one in wanted)
        return tuple(row[0] for row in self._db.execute(_WITH_WORDS, (asked, limit))) if asked else ()

    def born_about(self, first: int, last: int, limit: int) -> tuple[str, ...]:
        """Ids of those who may have been born in these years, as far as the year or an age is known.

        There are about ``limit`` of them at most: for each year that it may have been, the newest.
        """
        ends = [(year, other) for year in range(first, last + 2) for other in (year - 1, year)]
        ends = [(year, other) for year, other in ends if other <= last and year >= first]
        each = max(1, limit // len(ends))
        rows = (row for year, other in ends for row in self._db.execute(_BORN_ABOUT, (f"{year}", f"{other}", each)))
        return tuple(person_id for (person_id,) in rows)

    def vocabulary(self) -> tuple[str, ...]:
        """Every word that somebody is found by, in order."""
        return tuple(row[0] for row in self._db.execute(_VOCABULARY))

    def visits_of(self, face: str) -> tuple[str, ...]:
        """The ids of all visits of a person, the newest first."""
        return tuple(row[0] for row in self._db.execute(_VISITS, (face,)))

    def last_seen_before(self, day: date) -> tuple[tuple[str, bool], ...]:
        """The faces of everybody with an identity whose last shift lies before a day, and whether a hold keeps it."""
        return tuple((face, bool(held)) for face, held in self._db.execute(_LONG_AGO, (day.isoformat(),)))

    def unknown_before(self, day: date) -> tuple[str, ...]:
        """The visits of nobody known on shifts before a day that were not stripped yet."""
        return tuple(row[0] for row in self._db.execute(_UNKNOWN_LONG_AGO, (day.isoformat(),)))

    def is_needed(self, person_id: str) -> bool:
        """Whether a visit, a merge, a word that two are two, or a look is about the person."""
        return bool(self._db.execute(_NEEDED, {"id": person_id}).fetchone()[0])

    def merges(self) -> tuple[Merge, ...]:
        """Every merge in force."""
        return tuple(map(_MERGE.value, self._db.execute(_MERGES)))

    def apart(self) -> frozenset[tuple[str, str]]:
        """The pairs of ids that somebody looked at and found to be two people; the smaller id first."""
        return frozenset((one, other) for one, other in self._db.execute(_APART))

    def said_apart(self, ids: Collection[str]) -> tuple[Apart, ...]:
        """Who of these was found to be another person than somebody else, the first word on it first."""
        found = self._db.execute(_SAID_APART, {"ids": _list(ids)})
        return tuple(Apart(one, other, from_cell(at), by) for one, other, at, by in found)


class People(PeopleReader):
    """Reads and writes people, in one transaction with the trail."""

    def __init__(self, connection: Connection, left_out: LeftOut, trail: Trail, at: datetime, by: str) -> None:
        """Write through this connection, and tell the trail."""
        super().__init__(connection, left_out)
        self._trail = trail
        self._at, self._by = at, by

    def save(self, person: Person, words: Iterable[str]) -> None:
        """Write a person as they are now, and the folded words that find them."""
        held = self.get(person.id)
        if held is None:
            self._db.execute(
                insert_into("person", (*_PERSON.names, "face", "made_at")),
                (*_PERSON.cells(person), person.id, to_cell(self._at)),
            )
        else:
            self._db.execute(update("person", _PERSON.names, "id"), (*_PERSON.cells(person), person.id))
        self._index(person.id, " ".join(words))
        self._trail.note("person_saved", person.id, encode(person))

    def add_imported(self, people: Sequence[tuple[Person, Iterable[str]]]) -> None:
        """Write the new people of an import; the import's own entry in the trail stands for them all."""
        made = to_cell(self._at)
        rows = [(*_PERSON.cells(person), person.id, made) for person, _words in people]
        self._db.executemany(insert_into("person", (*_PERSON.names, "face", "made_at")), rows)
        first = self._db.execute("SELECT coalesce(max(number), 0) + 1 FROM person_row").fetchone()[0]
        numbered = list(enumerate(people, first))
        numbers = [(number, person.id) for number, (person, _words) in numbered]
        self._db.executemany(insert_into("person_row", ("number", "person_id")), numbers)
        found_by = [(number, " ".join(words)) for number, (_person, words) in numbered]
        self._db.executemany("INSERT INTO person_word (rowid, words) VALUES (?, ?)", found_by)

    def remove_imported(self, import_id: str) -> None:
        """Take away, before their visits go, the people of an import whom no other visit and no merge knows."""
        ids = [row[0] for row in self._db.execute(_IMPORTED, (import_id,))]
        self._db.execute(_UNLINK_IMPORTED, (import_id,))
        for person_id in ids:
            if not self.is_needed(person_id):
                self._delete(person_id)

    def forget_looks(self, person_id: str) -> None:
        """Keep that somebody looked at a person, and lose why."""
        self._db.execute("UPDATE person_look SET reason = ? WHERE person_id = ?", (GONE, person_id))

    def forget_searches(self, before: datetime) -> None:
        """Keep that somebody looked at lists of people before an instant, and lose why."""
        self._db.execute(
            "UPDATE person_look SET reason = ? WHERE person_id IS NULL AND at < ?", (GONE, to_cell(before))
        )

    def remove(self, person_id: str) -> None:
        """Take away a person who is not needed."""
        self._delete(person_id)
        self._trail.note("person_removed", person_id, "")

    def merge(self, merge: Merge) -> None:
        """Let two people be one, or let them be two again when the merge is undone now."""
        self._db.execute(replace_into("merge", _MERGE.names), _MERGE.cells(merge))
        in_force = self.merges()
        for person_id in (merge.one, merge.other):
            ids = one_with(person_id, in_force)
            face = face_of(ids)
            self._db.execute(_SET_FACE, (face, _list(ids)))
        self._trail.note("person_merged" if merge.in_force else "person_unmerged", merge.id, encode(merge))

    def merge_of(self, merge_id: str) -> Merge | None:
        """The merge of an id, in force or not."""
        found = self._db.execute(select(_MERGE.names, "merge", "WHERE id = ?"), (merge_id,)).fetchone()
        return None if found is None else _MERGE.value(found)

    def keep_apart(self, one: str, other: str) -> None:
        """Remember that these two are two people, so that nobody is asked again."""
        pair = (min(one, other), max(one, other))
        self._db.execute(
            replace_into("not_the_same", ("one", "other", "at", "by")), (*pair, to_cell(self._at), self._by)
        )
        self._trail.note("person_kept_apart", pair[0], pair[1])

    def ask_again(self, one: str, other: str) -> None:
        """Lose the word that these two are two people; the trail keeps that it was said and taken back."""
        pair = (min(one, other), max(one, other))
        self._db.execute(delete_from("not_the_same", "WHERE one = ? AND other = ?"), pair)
        self._trail.note("person_apart_taken_back", pair[0], pair[1])

    def note_look(self, person_id: str | None, reason: str) -> None:
        """Remember that somebody looked at a person, or with None at a list of people, and why."""
        seq = self._trail.note("person_looked_at", person_id or "", reason)
        columns = ("audit_seq", "person_id", "at", "by", "reason")
        self._db.execute(insert_into("person_look", columns), (seq, person_id, to_cell(self._at), self._by, reason))

    def _delete(self, person_id: str) -> None:
        self._unindex(person_id)
        self._db.execute(delete_from("person_row", "WHERE person_id = ?"), (person_id,))
        self._db.execute(delete_from("person", "WHERE id = ?"), (person_id,))

    def _index(self, person_id: str, words: str) -> None:
        self._unindex(person_id)
        self._db.execute("INSERT OR IGNORE INTO person_row (person_id) VALUES (?)", (person_id,))
        if words:
            number = self._number(person_id)
            self._db.execute("INSERT INTO person_word (rowid, words) VALUES (?, ?)", (number, words))

    def _unindex(self, person_id: str) -> None:
        self._db.execute("DELETE FROM person_word WHERE rowid = ?", (self._number(person_id),))

    def _number(self, person_id: str) -> int | None:
        found = self._db.execute("SELECT number FROM person_row WHERE person_id = ?", (person_id,)).fetchone()
        return None if found is None else int(found[0])


def _terms(wanted: Wanted) -> list[str]:
    exact = [f'"{word}"' for word in wanted.words]
    return [*exact, f'"{wanted.beginning}"*'] if wanted.beginning else exact


def _list(ids: Iterable[str]) -> str:
    return json.dumps(list(ids))


def _by_face(
    db: Plain, left_out: LeftOut, columns: Columns[Person], query: str, *ids: str
) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Each face with everybody behind it; a part of somebody misleads, so it is all of them or nobody."""
    for face, group in groupby(db.execute(query, ids), itemgetter(0)):
        try:
            people = tuple(columns.value(row[1:]) for row in group)
        except NOT_READ as cause:
            numbers = (str(number) for (number,) in db.execute(_NUMBER, (face,)))
            left_out.note("person", ", ".join(numbers), cause)
        else:
            yield str(face), people
