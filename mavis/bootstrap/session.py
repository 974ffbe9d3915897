"""Mavis while it is unlocked for one person: the open records and every service. Loaded with the first unlocking."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Actor, Duty, Role
from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.errors import UserError
from mavis.domain.shift.shift import CrewPerson
from mavis.services.backups import Backups
from mavis.services.closing import Closing
from mavis.services.contacts import Contacts
from mavis.services.counts import Bus, Counts, CountsFolders
from mavis.services.crew import Crew
from mavis.services.follow_ups import FollowUps
from mavis.services.half_lines import HalfLines
from mavis.services.handovers import Handovers
from mavis.services.own_people import OwnPeople
from mavis.services.people import People
from mavis.services.referrals import Referrals
from mavis.services.register import Register
from mavis.services.shifts import Shifts
from mavis.services.summaries import Summaries
from mavis.services.trail import Trail
from mavis.services.visitors import Visitors
from mavis.services.visits import Visits
from mavis.storage.backup import make_backup
from mavis.storage.database import Database
from mavis.storage.sealing import seal, unseal
from mavis.storage.unit_of_work import Store
from mavis.system.logs import log_event

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mavis.bootstrap.laptop import Laptop
    from mavis.domain.people.matcher import Matcher
    from mavis.reports.preview import PagePicture
    from mavis.services.access import Tile
    from mavis.services.assaults import Assaults
    from mavis.services.documents import Documents
    from mavis.services.duplicates import Duplicates
    from mavis.services.past_logs import PastLogs
    from mavis.services.retention import Retention
    from mavis.storage.database_key import DatabaseKey
    from mavis.system.clock import Clock
    from mavis.system.settings import Settings


def open_session(laptop: Laptop, tile: Tile, key: DatabaseKey) -> Session:
    """Open the records, with a verified backup before any migration, and sign the person in.

    Raises:
        UserError: the person has no rights any more.
        StorageError: the records are missing, damaged, locked or too new.
    """
    paths = laptop.paths
    back_up = partial(make_backup, paths.database, key, paths.backups, laptop.clock())
    database = Database.open(paths.database, key, before_migrating=back_up)
    try:
        session = Session(laptop, sign_in(Store(database, laptop.clock), tile), database, key)
    except BaseException:
        database.close()
        raise
    log_event("unlocked")
    return session


class Session:
    """The records, unlocked, with the rights of one person. ``close`` locks them."""

    def __init__(self, laptop: Laptop, actor: Actor, database: Database, key: DatabaseKey) -> None:
        """Wire the services of one unlocking; the session closes the database and drops the key."""
        settings, reference, new_id = laptop.settings, laptop.reference, laptop.new_id
        self.actor = actor
        self._laptop = laptop
        self._database = database
        self._key = key
        self.intervals = CheckIntervals(
            timedelta(minutes=settings.check_minutes_urgent), timedelta(minutes=settings.check_minutes_calm)
        )
        self.store = store = Store(database, laptop.clock, self.intervals)
        self.left_out = store.left_out
        self.trail = Trail(store)
        every = timedelta(minutes=settings.backup_minutes)
        self.backups = Backups(laptop.paths, key, laptop.clock, every, self.trail.head)
        self._register = register = Register(partial(_load_matcher, laptop.reference_folder))
        self.visits = Visits(store, new_id, reference.flags, settings.device_letter, OwnPeople(register))
        self.visitors = Visitors(store, register, laptop.clock, timedelta(days=settings.advice_again_days))
        self.shifts = Shifts(store, new_id, reference, settings.site, partial(self.backups.make, "start"))
        self.crew = Crew(store, new_id)
        self.people = People(store, new_id, laptop.vault, key)
        self.contacts = Contacts(store)
        self.referrals = Referrals(store, laptop.clock)
        self.follow_ups = FollowUps(store, laptop.clock)
        self.half_lines = HalfLines(laptop.paths.half_lines, self.seal, self.unseal)
        training = laptop.paths.is_training
        self.summaries = Summaries(store, laptop.clock, reference, settings.scheme, training=training)
        self.handovers = Handovers(store, laptop.clock, reference, settings.scheme, training=training)
        bus = Bus(settings.scheme, settings.site, settings.small_numbers, training)
        folders = CountsFolders(laptop.paths.outbox, laptop.paths.root / "workbooks")
        self.counts = Counts(store, laptop.clock, reference, bus, folders)
        self.closing = Closing(
            self.shifts,
            self.summaries,
            self.backups,
            self.counts.queue_shift,
            laptop.paths.root / "summaries",
            laptop.pins.forget_all,
        )

    @cached_property
    def retention(self) -> Retention:
        """Forgetting people in time; loads when somebody looks at it."""
        laptop = self._laptop
        retention: Retention = import_module("mavis.services.retention").Retention(
            self.store,
            self._register,
            laptop.clock,
            laptop.settings.identity_months,
            laptop.reference.place_names,
            self._renew_copies,
        )
        return retention

    @cached_property
    def duplicates(self) -> Duplicates:
        """People who may be one; what looks for them loads with the first search."""
        duplicates: Duplicates = import_module("mavis.services.duplicates").Duplicates(
            self.store, self._register, self._laptop.new_id
        )
        return duplicates

    @cached_property
    def imports(self) -> PastLogs:
        """Old logs; what reads spreadsheets loads with the first one."""
        laptop, settings = self._laptop, self._laptop.settings
        module = import_module("mavis.services.past_logs")
        past_logs: PastLogs = module.PastLogs(
            self.store,
            laptop.clock,
            laptop.new_id,
            laptop.reference.flags,
            self._register,
            module.Place(settings.site, settings.device_letter),
            own_words=laptop.reference_folder / "import_words.toml",
        )
        return past_logs

    @cached_property
    def documents(self) -> Documents:
        """Documents for other health systems; what writes them loads with the first one."""
        laptop, settings = self._laptop, self._laptop.settings
        documents: Documents = import_module("mavis.services.documents").Documents(
            self.store,
            laptop.clock,
            laptop.new_id,
            laptop.reference,
            settings.scheme,
            training=laptop.paths.is_training,
        )
        return documents

    @cached_property
    def assaults(self) -> Assaults:
        """Assaults to share; what writes them loads with the first one."""
        assaults: Assaults = import_module("mavis.services.assaults").Assaults(
            self.store, training=self._laptop.paths.is_training
        )
        return assaults

    def follow(self, settings: Settings) -> None:
        """Settings were changed: how long identities stay, and when advice is offered again, hold from now on."""
        self.retention.keep_for(settings.identity_months)
        self.visitors.offer_advice_again_after(timedelta(days=settings.advice_again_days))

    def _renew_copies(self, before: date) -> None:
        self.backups.make_the_only_one()
        self.closing.throw_away_prints(before)

    def pictures(self, pdf: bytes, dpi: int) -> list[PagePicture]:
        """The pages of a print as pictures, for the screen or for a printer that is handed no PDF."""
        pictures: list[PagePicture] = import_module("mavis.reports.preview").pages(pdf, dpi)
        return pictures

    def seal(self, text: str) -> bytes:
        """Words that must outlive the lock in memory, readable only by whoever unlocks these records again."""
        return seal(self._key, text)

    def unseal(self, sealed: bytes) -> str:
        """What ``seal`` was given.

        Raises:
            StorageError: they were sealed with other records.
        """
        return unseal(self._key, sealed)

    def hand_on(self, laptop: Laptop, tile: Tile) -> Session:
        """The same open records for another person; the trail says who took over from whom.

        Raises:
            UserError: the person has no rights any more.
            StorageError: Mavis is locked, or the disk refuses.
        """
        actor = sign_in(self.store, tile)
        with self.store.change(actor) as work:
            work.trail.note("session_taken_over", self.actor.id, "")
            work.commit()
        log_event("taken_over")
        return Session(laptop, actor, self._database, self._key)

    def close(self) -> None:
        """Lock: close the database and forget the key. Waits for a save that is under way; twice is fine."""
        self._database.close()
        self._key.drop()
        log_event("locked")


def make_records(path: Path, clock: Clock, key: DatabaseKey, coordinator: Tile) -> None:
    """Make the empty records with their first coordinator.

    Raises:
        StorageError: there are records already, or the disk refuses.
    """
    database = Database.create(path, key)
    try:
        sign_in(Store(database, clock), coordinator)
    finally:
        database.close()


def sign_in(store: Store, tile: Tile) -> Actor:
    """The person with the rights that the records give them.

    Where nobody has rights yet, the records are new, or a crash cut their set-up short: this is their coordinator.

    Raises:
        UserError: the person has no rights.
    """
    with store.look() as view:
        role, nobody = view.crew.role(tile.id), view.crew.nobody_has_a_role()
    if role is None and nobody:
        role = Role.COORDINATOR
        with store.change(Actor(tile.id, role)) as work:
            work.crew.add(CrewPerson(tile.id, tile.name, Duty.COORDINATOR))
            work.crew.give_role(tile.id, role)
            work.commit()
    if role is None:
        raise UserError("person_has_no_key")
    return Actor(tile.id, role)


def _load_matcher(folder: Path) -> Matcher:
    """What compares people; loads with the first name that is written down."""
    matcher: Matcher = import_module("mavis.system.matching").load_matcher(folder)
    return matcher
