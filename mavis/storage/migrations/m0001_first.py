"""The first schema: shifts, visits with all their parts, crew, tallies, history, the trail, the outbox and imports.

Instants are microseconds since 1970 in UTC, dates are ISO text, codes are text, JSON stands in columns named so by
their use in the program (events, kit, incidents, refusal, abi, assault, spiking, safeguarding, old, new).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

_PEOPLE = (
    "CREATE TABLE person (id TEXT PRIMARY KEY, made_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE crew_person (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        duty TEXT NOT NULL,
        organisation TEXT NOT NULL,
        active INTEGER NOT NULL,
        role TEXT
    ) STRICT, WITHOUT ROWID""",
)

_SHIFTS = (
    """CREATE TABLE shift (
        id TEXT PRIMARY KEY,
        site TEXT NOT NULL,
        date TEXT NOT NULL,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        planned_start INTEGER NOT NULL,
        planned_end INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER,
        parked_at TEXT NOT NULL,
        events TEXT NOT NULL,
        weather TEXT NOT NULL,
        session_cost_pence INTEGER,
        kit TEXT NOT NULL,
        handover_notes TEXT NOT NULL,
        incidents TEXT NOT NULL,
        sign_off_by TEXT,
        sign_off_name TEXT,
        sign_off_at INTEGER,
        import_id TEXT REFERENCES import_batch (id)
    ) STRICT""",
    "CREATE INDEX shift_by_date ON shift (date)",
    "CREATE INDEX shift_by_weekday ON shift (site, weekday, date)",
    "CREATE UNIQUE INDEX one_open_shift ON shift (closed_at IS NULL) WHERE closed_at IS NULL",
    "CREATE INDEX shift_by_import ON shift (import_id) WHERE import_id IS NOT NULL",
    """CREATE TABLE shift_crew (
        shift_id TEXT NOT NULL REFERENCES shift (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        person TEXT NOT NULL REFERENCES crew_person (id),
        name TEXT NOT NULL,
        duty TEXT NOT NULL,
        organisation TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER,
        PRIMARY KEY (shift_id, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tally (
        shift_id TEXT NOT NULL REFERENCES shift (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        count INTEGER CHECK (count >= 0),
        PRIMARY KEY (shift_id, kind)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tally_tap (
        shift_id TEXT NOT NULL REFERENCES shift (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        PRIMARY KEY (shift_id, id)
    ) STRICT, WITHOUT ROWID""",
)

_VISITS = (
    """CREATE TABLE visit (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL,
        shift_id TEXT NOT NULL REFERENCES shift (id) ON DELETE CASCADE,
        arrived_at INTEGER NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_by TEXT NOT NULL,
        entered_late INTEGER NOT NULL,
        triaged_at INTEGER,
        departed_at INTEGER,
        identity_level TEXT NOT NULL,
        person_id TEXT REFERENCES person (id),
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        age_band TEXT,
        age_source TEXT,
        gender TEXT,
        residency TEXT,
        consent TEXT,
        consent_at INTEGER,
        privacy_notice INTEGER,
        beat_area TEXT,
        found_location TEXT NOT NULL,
        referral_source TEXT,
        primary_need TEXT,
        main_need TEXT,
        intoxication TEXT,
        alone INTEGER,
        looked_after_by TEXT NOT NULL,
        triage_category TEXT,
        triage_set_by TEXT,
        triage_set_at INTEGER,
        triage_advised TEXT,
        triage_rule_version TEXT,
        triage_reason TEXT,
        open_clinical_flag INTEGER NOT NULL,
        refusal TEXT,
        ambulance_requested_at INTEGER,
        outcome TEXT,
        outcome_advised TEXT,
        would_have TEXT,
        basis TEXT,
        judged_by TEXT,
        abi TEXT,
        assault TEXT,
        spiking TEXT,
        safeguarding TEXT,
        import_id TEXT REFERENCES import_batch (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX visit_by_code ON visit (shift_id, code)",
    "CREATE INDEX visit_by_person ON visit (person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX visit_by_import ON visit (import_id) WHERE import_id IS NOT NULL",
    """CREATE TABLE visit_need (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        code TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, code)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE visit_substance (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        code TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, code)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE visit_flag (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        code TEXT NOT NULL,
        kind TEXT NOT NULL,
        raised_at INTEGER NOT NULL,
        raised_by TEXT NOT NULL,
        ticked INTEGER NOT NULL,
        closed_at INTEGER,
        closed_by TEXT NOT NULL,
        closed_grade TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, code)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE visit_observation (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        respiration INTEGER,
        spo2 INTEGER,
        spo2_scale INTEGER,
        gas TEXT,
        systolic INTEGER,
        diastolic INTEGER,
        pulse INTEGER,
        consciousness TEXT,
        temperature_tenths INTEGER,
        gcs_eye INTEGER,
        gcs_verbal INTEGER,
        gcs_motor INTEGER,
        glucose_tenths INTEGER,
        pain INTEGER,
        pupils TEXT,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE visit_care (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        body_site TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE visit_note (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE referral (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        target TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        consent TEXT,
        decided_by TEXT NOT NULL,
        urgent INTEGER NOT NULL,
        how TEXT NOT NULL,
        reference TEXT NOT NULL,
        acknowledged_at INTEGER,
        chase_on TEXT,
        closed_at INTEGER,
        result TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (visit_id, id)
    ) STRICT, WITHOUT ROWID""",
)

_RECORD_KEEPING = (
    """CREATE TABLE audit (
        seq INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        body BLOB NOT NULL,
        previous BLOB NOT NULL,
        this BLOB NOT NULL
    ) STRICT""",
    "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the trail only grows'); END",
    "CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the trail only grows'); END",
    """CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        audit_seq INTEGER NOT NULL REFERENCES audit (seq),
        sent_at INTEGER
    ) STRICT""",
    """CREATE TABLE change (
        visit_id TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
        audit_seq INTEGER NOT NULL REFERENCES audit (seq),
        field TEXT NOT NULL,
        old TEXT NOT NULL,
        new TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (visit_id, audit_seq, field)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE import_batch (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        shifts INTEGER NOT NULL,
        visits INTEGER NOT NULL,
        undone_at INTEGER
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE import_row (
        import_id TEXT NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
        row INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (import_id, row)
    ) STRICT, WITHOUT ROWID""",
)


def step(db: Connection) -> None:
    """Make every table and index of the first release."""
    for statement in (*_PEOPLE, *_SHIFTS, *_VISITS, *_RECORD_KEEPING):
        db.execute(statement)
