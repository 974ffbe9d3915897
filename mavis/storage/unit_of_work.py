"""One change of the store as one transaction: rows, trail entry and outbox row, all or none.

with store.change(actor) as work:
    work.visits.save(before, after)
    work.commit()                       # without this, nothing of it stays
with store.look() as view:
    visit = view.visits.get(visit_id)   # one steady picture until the block ends
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_facts import DEFAULT_INTERVALS
from mavis.storage.audit_trail import Trail, TrailReader
from mavis.storage.contacts import ContactReader, Contacts
from mavis.storage.crew import Crew, CrewReader
from mavis.storage.follow_ups import FollowUpReader
from mavis.storage.history import History, HistoryReader
from mavis.storage.import_log import ImportLog, ImportReader
from mavis.storage.left_out import LeftOut
from mavis.storage.people import People, PeopleReader
from mavis.storage.reading import ReadingThrough
from mavis.storage.referrals import ReferralReader
from mavis.storage.shifts import ShiftReader, Shifts
from mavis.storage.summaries import SummaryReader
from mavis.storage.visits import VisitReader, Visits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlite_utils import Database as Connection

    from mavis.domain.access.roles import Actor
    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.storage.database import Database
    from mavis.system.clock import Clock


class View:
    """What can be read, as it stood when the block began."""

    def __init__(
        self, connection: Connection, left_out: LeftOut, intervals: CheckIntervals = DEFAULT_INTERVALS
    ) -> None:
        """Read everything through one connection; ``intervals`` say when a look at somebody was late."""
        self.visits = VisitReader(connection, left_out)
        self.shifts = ShiftReader(connection)
        self.crew = CrewReader(connection)
        self.contacts = ContactReader(connection)
        self.referrals = ReferralReader(connection, left_out)
        self.follow_ups = FollowUpReader(connection, left_out)
        self.people = PeopleReader(connection, left_out)
        self.history = HistoryReader(connection)
        self.imports = ImportReader(connection)
        self.summaries = SummaryReader(connection, intervals)
        self.trail = TrailReader(connection)
        self._connection = connection

    @property
    def all_records(self) -> ReadingThrough:
        """What reads every record there is, one after the other."""
        return ReadingThrough(self._connection)


class Work:
    """What can be read and written in one transaction; every write notes itself in the trail and the outbox."""

    def __init__(self, connection: Connection, left_out: LeftOut, actor: Actor, at: datetime) -> None:
        """Everything in one unit of work is done by the same actor at the same instant."""
        self.actor = actor
        self.at = at
        self.committed = False
        self.trail = Trail(connection, at, actor.id)
        self.history = History(connection, at, actor.id)
        self.visits = Visits(connection, left_out, self.trail, self.history)
        self.shifts = Shifts(connection, self.trail)
        self.crew = Crew(connection, self.trail)
        self.contacts = Contacts(connection, self.trail)
        self.people = People(connection, left_out, self.trail, at, actor.id)
        self.imports = ImportLog(connection, self.trail, at, actor.id)

    def commit(self) -> None:
        """Keep what was done; it is on the disk when the block ends."""
        self.committed = True


class _NotCommittedError(Exception):
    """Ends a transaction that nobody committed."""


class Store:
    """The open database as units of work."""

    def __init__(self, database: Database, clock: Clock, intervals: CheckIntervals = DEFAULT_INTERVALS) -> None:
        """Work on a database that somebody else opens and closes; ``intervals`` are the scheme's."""
        self._intervals = intervals
        self._database = database
        self._clock = clock
        self.left_out = LeftOut()
        """What was left out of answers because it cannot be read."""

    @contextmanager
    def change(self, actor: Actor) -> Iterator[Work]:
        """A unit of work: what ``commit`` was called for stays, anything else leaves no trace.

        Raises:
            StorageError: locked, full, damaged or closed; nothing was saved.
        """
        try:
            with self._database.writing() as connection:
                work = Work(connection, self.left_out, actor, self._clock())
                yield work
                if not work.committed:
                    raise _NotCommittedError
        except _NotCommittedError:
            return

    def compact(self) -> None:
        """Leave no trace in the file of what was deleted.

        Raises:
            StorageError: no room, locked or closed.
        """
        self._database.compact()

    @contextmanager
    def look(self) -> Iterator[View]:
        """Read one steady picture.

        Raises:
            StorageError: damaged, missing or closed.
        """
        with self._database.read() as connection:
            yield View(connection, self.left_out, self._intervals)
