"""The fourth step: who the people are that came before, how they are found again, and which of them are one.

``face`` is the id under which a person is counted: the oldest of all that are linked as one by merges in force. What
finds a person lies in ``person_word`` (FTS5); ``person_row`` gives it the number that it needs, and
``person_vocabulary`` lists its words, to look for those that are spelt alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

_PERSON = tuple(
    f"ALTER TABLE person ADD COLUMN {column}"
    for column in (
        "face TEXT NOT NULL DEFAULT ''",
        "names TEXT NOT NULL DEFAULT '[]'",
        "aliases TEXT NOT NULL DEFAULT '[]'",
        "birth TEXT",
        "gender TEXT",
        "district TEXT NOT NULL DEFAULT ''",
        "description TEXT NOT NULL DEFAULT ''",
        "alerts TEXT NOT NULL DEFAULT '[]'",
        "stripped INTEGER NOT NULL DEFAULT 0",
        "held INTEGER NOT NULL DEFAULT 0",
    )
)
_REST = (
    "UPDATE person SET face = id",
    "CREATE INDEX person_by_face ON person (face)",
    """CREATE TABLE person_row (
        number INTEGER PRIMARY KEY,
        person_id TEXT NOT NULL UNIQUE REFERENCES person (id)
    ) STRICT""",
    "CREATE VIRTUAL TABLE person_word USING fts5(words, prefix='1 2 3', detail=none, tokenize='unicode61')",
    "INSERT INTO person_word(person_word, rank) VALUES('secure-delete', 1)",
    "CREATE VIRTUAL TABLE person_vocabulary USING fts5vocab(person_word, row)",
    """CREATE TABLE merge (
        id TEXT PRIMARY KEY,
        one TEXT NOT NULL REFERENCES person (id),
        other TEXT NOT NULL REFERENCES person (id),
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        undone_at INTEGER,
        undone_by TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX merge_by_one ON merge (one) WHERE undone_at IS NULL",
    "CREATE INDEX merge_by_other ON merge (other) WHERE undone_at IS NULL",
    """CREATE TABLE not_the_same (
        one TEXT NOT NULL REFERENCES person (id),
        other TEXT NOT NULL REFERENCES person (id),
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE person_look (
        audit_seq INTEGER PRIMARY KEY REFERENCES audit (seq),
        person_id TEXT REFERENCES person (id),
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX person_look_by_person ON person_look (person_id)",
)


def step(db: Connection) -> None:
    """Widen the table of people and make what finds and merges them."""
    for statement in (*_PERSON, *_REST):
        db.execute(statement)
