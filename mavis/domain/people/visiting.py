"""What a visit says of the person who came, and the link between the two.

A visit with a name brings a person of its own along, under its own id, until a human says that it is somebody known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.people.birth import aged_in_band, band_on
from mavis.domain.people.person import Person
from mavis.domain.record.answers import known
from mavis.domain.record.identity import AgeSource, IdentityLevel
from mavis.domain.shift.night import night_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit

_SAID = ("name", "label", "age_band", "age_source", "gender")


def is_own(visit: Visit) -> bool:
    """Whether the visit is linked to the person that it brought along itself."""
    return visit.person_id == visit.id


def says_the_same(one: Visit, other: Visit) -> bool:
    """Whether two states of a visit say the same of the person."""
    return all(getattr(one, field) == getattr(other, field) for field in _SAID)


def brought_along(visit: Visit) -> Person:
    """What the visit says of the person: one word is a nickname until somebody says more, several are a name."""
    name = visit.name.strip()
    is_name = len(name.split()) > 1
    band = known(visit.age_band)
    guessed = visit.age_source is not AgeSource.STATED
    return Person(
        visit.id,
        names=(name,) if name and is_name else (),
        aliases=(name,) if name and not is_name else (),
        birth=aged_in_band(band, night_of(visit.arrived_at), guessed=guessed) if band else None,
        gender=known(visit.gender),
        description=visit.label,
    )


def said_anew(person: Person, before: Visit, after: Visit) -> Person:
    """The person after their visit says something else; what was added on their own page stays."""
    old, new = brought_along(before), brought_along(after)
    return replace(
        person,
        names=_exchanged(person.names, old.names, new.names),
        aliases=_exchanged(person.aliases, old.aliases, new.aliases),
        birth=new.birth if person.birth == old.birth else person.birth,
        gender=new.gender if person.gender == old.gender else person.gender,
        description=new.description if person.description == old.description else person.description,
    )


def brought_over(person: Person, visit: Visit) -> dict[str, Any]:
    """The answers that linking fills in from a person, by field; what the visit says already is never among them.

    How they looked on another night is not: tonight's clothes are other ones, and the board finds people by them. Nor
    is how the age is known, for nobody was asked tonight.
    """
    filled: dict[str, Any] = {}
    if visit.gender is None and person.gender is not None:
        filled["gender"] = person.gender
    birth = person.birth
    band = band_on(birth, night_of(visit.arrived_at)) if birth else None
    if visit.age_band is None and band is not None:
        filled["age_band"] = band
    return filled


def link_to(person: Person) -> VisitEdit:
    """Say that the visitor is somebody known: the visit takes the name that they go by, and what it does not say."""

    def edit(visit: Visit) -> Visit:
        level = IdentityLevel.NAMED if person.names else IdentityLevel.ALIAS
        name = person.known_as or visit.name
        return replace(visit, person_id=person.id, name=name, identity_level=level, **brought_over(person, visit))

    return edit


def unlink(brought: Mapping[str, Any] | None = None) -> VisitEdit:
    """Say that the visitor is somebody else after all; the name stays, as another person's.

    ``brought`` is what linking filled in: it goes again, where nobody has changed it since.
    """

    def edit(visit: Visit) -> Visit:
        stale = [field for field, held in (brought or {}).items() if getattr(visit, field) == held]
        blank: dict[str, Any] = dict.fromkeys(stale)
        return replace(visit, person_id=None, **blank)

    return edit


def _exchanged(held: tuple[str, ...], old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*new, *(text for text in held if text not in old))))
