"""The reference data in force: a scheme's own files where it has them, else the ones that come with Mavis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.record.signs import Sign
from mavis.domain.reference import (
    BeatArea,
    Choice,
    FlagKind,
    FlagRule,
    FlagRules,
    ReferenceData,
    TallyKind,
    Tier,
    Venue,
)
from mavis.domain.scores.alcohol_answers import Band
from mavis.domain.scores.alcohol_thresholds import AlcoholThresholds
from mavis.domain.scores.usual_drinks import UsualDrink
from mavis.system.reference_file import ReferenceFile, read_reference
from mavis.system.resources import resource
from mavis.system.wording import all_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mavis.system.reference_file import Entry


_LARGEST_DRINK, _STRONGEST_DRINK = 5_000, 1_000
_MOST_AUDIT_C, _MOST_M_SASQ = 12, 4


def load_reference(folder: Path | None = None) -> ReferenceData:
    """The reference data; a file in the scheme's own folder stands in for the shipped one of the same name.

    Raises:
        UserError: a file is broken; the sentence names the file, the entry and the field.
    """
    areas = _file(folder, "beat_areas.toml", "area", "name tier").records(_beat_area)
    tallies = _file(folder, "tallies.toml", "tally", "name icon people key full_name rare")
    _check_keys(tallies.entries)
    return ReferenceData(
        beat_areas=areas,
        venues=_venues(_file(folder, "venues.toml", "venue", "name beat_area"), {area.code for area in areas}),
        events=_file(folder, "events.toml", "event", "name").records(_choice),
        kit=_file(folder, "kit.toml", "item", "name").records(_choice),
        tallies=tallies.records(_tally_kind),
        flags=_flag_rules(_file(folder, "red_flags.toml", "flag", _FLAG_FIELDS)),
        alcohol=_alcohol(_file(folder, "alcohol.toml", "band", "from")),
        drinks=_drinks(_file(folder, "drinks.toml", "drink", "name millilitres tenths key")),
    )


def _file(folder: Path | None, name: str, list_name: str, known: str) -> ReferenceFile:
    own = folder / name if folder is not None else None
    path = own if own is not None and own.exists() else resource("reference", name)
    return read_reference(path, list_name, frozenset(known.split()))


def _beat_area(entry: Entry) -> BeatArea:
    return BeatArea(entry.code(), entry.text("name"), entry.member("tier", Tier).value)


def _venues(file: ReferenceFile, areas: set[str]) -> tuple[Venue, ...]:
    def make(entry: Entry) -> Venue:
        venue = Venue(entry.code(), entry.text("name"), entry.text("beat_area"))
        if venue.beat_area not in areas:
            raise entry.wrong("beat_area")
        return venue

    return file.records(make)


def _choice(entry: Entry) -> Choice:
    return Choice(entry.code(), entry.text("name"))


def _drinks(file: ReferenceFile) -> tuple[UsualDrink, ...]:
    """The usual drinks; no two of one size and strength, because the record tells them apart by these."""
    _check_keys(file.entries)
    sizes: set[tuple[int, int]] = set()

    def make(entry: Entry) -> UsualDrink:
        size, strength = entry.number("millilitres"), entry.number("tenths")
        if (size, strength) in sizes or not 0 < size <= _LARGEST_DRINK:
            raise entry.wrong("millilitres")
        if strength > _STRONGEST_DRINK:
            raise entry.wrong("tenths")
        sizes.add((size, strength))
        return UsualDrink(entry.code(), entry.text("name"), size, strength, _key(entry))

    return file.records(make)


def _alcohol(file: ReferenceFile) -> AlcoholThresholds:
    """What a service confirmed about the questionnaires; bands stand in the order of their points."""
    reached = 0

    def make(entry: Entry) -> tuple[int, Band]:
        nonlocal reached
        least = entry.number("from")
        if not reached < least <= _MOST_AUDIT_C:
            raise entry.wrong("from")
        reached = least
        return least, entry.member("code", Band)

    positive_from = file.head.number("m_sasq_positive_from")
    if not 0 < positive_from <= _MOST_M_SASQ:
        raise file.head.wrong("m_sasq_positive_from")
    return AlcoholThresholds(file.head.text("version"), file.records(make), positive_from)


def _tally_kind(entry: Entry) -> TallyKind:
    icon = entry.text("icon")
    if not icon.isidentifier() or not resource("icons", f"{icon}.svg").is_file():
        raise entry.wrong("icon")
    return TallyKind(
        code=entry.code(),
        name=entry.text("name"),
        icon=icon,
        people=entry.yes("people", default=False),
        key=_key(entry),
        full_name=entry.text("full_name", ""),
        rare=entry.yes("rare", default=not _key(entry)),
    )


_FLAG_FIELDS = "name kind rank key refer_to_ed advice never needs substances age_bands intoxication consciousness signs"


def _flag_rules(file: ReferenceFile) -> FlagRules:
    _check_keys(file.entries)
    return FlagRules(version=file.head.text("version"), rules=file.records(_flag_rule))


def _flag_rule(entry: Entry) -> FlagRule:
    return FlagRule(
        code=entry.code(),
        name=entry.text("name"),
        kind=entry.member("kind", FlagKind),
        advice=_wording_key(entry, "advice", entry.text("advice")),
        rank=entry.number("rank"),
        key=_key(entry),
        refer_to_ed=entry.yes("refer_to_ed", default=False),
        needs=entry.members("needs", Presentation),
        substances=entry.members("substances", Substance),
        age_bands=entry.members("age_bands", AgeBand),
        intoxication=entry.members("intoxication", Intoxication),
        consciousness=frozenset(code.value for code in entry.members("consciousness", Consciousness)),
        signs=entry.members("signs", Sign),
        never=_wording_key(entry, "never", entry.text("never", "")),
    )


def _wording_key(entry: Entry, field: str, key: str) -> str:
    if key and key not in all_words():
        raise entry.wrong(field)
    return key


def _key(entry: Entry) -> str:
    """The letter on the keyboard; empty for an entry without one."""
    key = entry.text("key", "")
    if key and not (len(key) == 1 and "A" <= key <= "Z"):
        raise entry.wrong("key")
    return key


def _check_keys(entries: Iterable[Entry]) -> None:
    """Each letter of the keyboard chooses one entry at most."""
    taken: set[str] = set()
    for entry in entries:
        key = _key(entry)
        if key in taken:
            raise entry.wrong("key")
        taken |= {key} - {""}
