"""Whether two descriptions are of one person: cases as they happen on the bus, and what holds for all."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.birth import aged, born_in, born_on
from mavis.domain.people.match import Match, Verdict, Why
from mavis.domain.people.person import Alert, Person
from mavis.domain.people.population import Population, count
from mavis.domain.record.identity import Gender
from mavis.system.matching import load_matcher

SCHEME = Population(people=20_000)
MATCHER = load_matcher(population=SCHEME)


def person(name: str = "", **fields: Any) -> Person:
    """Somebody with one name."""
    return Person("1", names=(name,) if name else (), **fields)


@pytest.mark.parametrize(
    ("one", "other", "why", "value"),
    [
        ("Kate Webb", "Webb, Kate", Why.SAME_NAME, ""),
        ("Kate Webb", "Catherine Webb", Why.NICKNAME, "Catherine"),
        ("Bob Webb", "Robert Webb", Why.NICKNAME, "Robert"),
        ("Katie Webb", "Kathryn Webb", Why.NICKNAME, "Catherine"),
        ("Mary Jane Webb", "Mary Webb", Why.PART_OF_GIVEN, ""),
        ("Ann Smith-Jones", "Ann Jones", Why.PART_OF_FAMILY, ""),
        ("Jessica Walker", "Jessica Wlaker", Why.FAMILY_SPELT_ALIKE, ""),
        ("Danielle Webb", "Daneille Webb", Why.GIVEN_SPELT_ALIKE, ""),
        ("Kate Reid", "Kate Reed", Why.FAMILY_SOUNDS_ALIKE, ""),
        ("K Webb", "Kate Webb", Why.SAME_INITIAL, ""),
        ("Jordan Lewis", "Lewis Jordan", Why.SWAPPED, ""),
        ("Kate Webb", "Jordan Webb", Why.OTHER_GIVEN, ""),
        ("Kate Webb", "Kate Nowak", Why.OTHER_FAMILY, ""),
        ("Kate", "Kate Webb", Why.SAME_GIVEN, ""),
        ("Webb", "Kate Webb", Why.SAME_FAMILY, ""),
        ("Zoë O'Neill", "Zoe ONeill", Why.SAME_NAME, ""),
        ("Luke MacDonald", "Luke McDonald", Why.SAME_NAME, ""),
    ],
)
def test_names_agree_for_a_reason(one: str, other: str, why: Why, value: str) -> None:
    """The reason and what it is about are there to be read out."""
    reasons = MATCHER.score(person(one), person(other)).reasons

    assert (why, value) in [(reason.why, reason.value) for reason in reasons]


@pytest.mark.parametrize(
    ("one", "other"), [("Jack Hall", "Jack Hill"), ("Mark Webb", "Mary Webb"), ("Jake Webb", "Jack Webb")]
)
def test_two_names_that_both_exist_are_no_slip(one: str, other: str) -> None:
    """Where a hundred people are called Hall and a hundred Hill, one letter makes another family."""
    town = load_matcher(population=count([person(name) for name in ("Jack Hall", "Jack Hill") for _ in range(100)]))

    reasons = {reason.why for reason in town.score(person(one), person(other)).reasons}

    assert reasons & {Why.OTHER_GIVEN, Why.OTHER_FAMILY}


def test_a_rare_name_says_more_than_a_usual_one() -> None:
    """A shared Vowles weighs more than a shared Smith."""
    town = load_matcher(population=count([person("Kate Smith")] * 300 + [person("Kate Vowles")]))

    smiths, vowleses = (
        town.score(person(f"Kate {name}"), person(f"Kate {name}")).score for name in ("Smith", "Vowles")
    )

    assert vowleses > smiths + 3


KATE = person("Kate Webb", birth=born_in(1998), gender=Gender.FEMALE, district="BS23", description="red coat")


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (KATE, Verdict.CONFIDENT),
        (person("Catherine Webb", birth=born_in(1998)), Verdict.CONFIDENT),
        (person("Kate Wbeb", birth=born_in(1998)), Verdict.CONFIDENT),
        (person("Kate Webb"), Verdict.POSSIBLE),
        (person("Kate Webb", birth=born_in(1975), gender=Gender.FEMALE), Verdict.POSSIBLE),
        (person("Kate Nowak", birth=born_in(1998)), Verdict.UNLIKELY),
        (person("Kate"), Verdict.UNLIKELY),
        (person(birth=born_in(1998), gender=Gender.FEMALE), Verdict.UNLIKELY),
        (person(), Verdict.UNLIKELY),
    ],
)
def test_the_verdict(other: Person, verdict: Verdict) -> None:
    """A name and a year are enough to suggest somebody; a first name never is."""
    assert MATCHER.score(KATE, other).verdict is verdict


def test_an_alias_speaks_for_somebody_and_never_against() -> None:
    """Another nickname is no contradiction; another name is."""
    known_as_red = replace(KATE, aliases=("Red",))

    assert MATCHER.score(known_as_red, person(aliases=("Red",))).score > MATCHER.score(KATE, person()).score
    assert MATCHER.score(KATE, person(aliases=("Snowy",))).score == MATCHER.score(KATE, person()).score
    assert MATCHER.score(KATE, person("Snowy White")).score < MATCHER.score(KATE, person()).score


def test_other_gender_is_held_against_nobody() -> None:
    """Somebody who said "other" once is not made another person by it."""
    somebody = replace(KATE, gender=None)

    assert MATCHER.score(KATE, replace(KATE, gender=Gender.OTHER)) == MATCHER.score(KATE, somebody)
    assert MATCHER.score(KATE, replace(KATE, gender=Gender.MALE)).score < MATCHER.score(KATE, somebody).score


def test_the_reasons_add_up() -> None:
    """The score is the odds at the start and the bits of each reason; the weightiest reason comes first."""
    match = MATCHER.score(KATE, replace(KATE, district="BS24", description="red scarf"))

    assert match.score == pytest.approx(SCHEME.prior + sum(reason.bits for reason in match.reasons))
    assert [abs(reason.bits) for reason in match.reasons] == sorted((abs(r.bits) for r in match.reasons), reverse=True)
    assert {reason.key for reason in match.reasons} >= {"matching.why.same_name", "matching.why.other_district"}


@pytest.mark.parametrize(("bits", "chance"), [(0.0, 0.5), (2.0, 0.8), (-500.0, 0.0), (500.0, 1.0)])
def test_a_score_is_a_chance(bits: float, chance: float) -> None:
    """Bits are doublings of the odds; a chance is never quite nothing and never quite certain."""
    match = Match(bits, ())

    assert match.chance == pytest.approx(chance, abs=1e-9)
    assert 0 < match.chance < 1


NAMES = ("Kate", "Catherine", "Webb", "Wbeb", "O'Neill", "Jordan", "Lewis", "Mary-Jane", "K", "Li", "")
ONE_NAME = st.builds(lambda given, family: f"{given} {family}".strip(), st.sampled_from(NAMES), st.sampled_from(NAMES))
BIRTHS = st.one_of(
    st.none(),
    st.builds(born_in, st.integers(1995, 2000)),
    st.builds(born_on, st.dates(date(1997, 1, 1), date(1999, 12, 31))),
    st.builds(
        lambda years, guessed: aged(years, date(2026, 11, 21), guessed=guessed), st.integers(20, 40), st.booleans()
    ),
)
PEOPLE = st.builds(
    Person,
    id=st.just("1"),
    names=st.lists(ONE_NAME, max_size=2).map(tuple),
    aliases=st.lists(ONE_NAME, max_size=2).map(tuple),
    birth=BIRTHS,
    gender=st.sampled_from((None, *Gender)),
    district=st.sampled_from(("", "BS23", "BS24")),
    description=st.sampled_from(("", "red coat", "the red scarf")),
)


@given(PEOPLE, PEOPLE)
def test_comparing_is_symmetric_and_always_a_number(one: Person, other: Person) -> None:
    """Who is compared with whom makes no difference."""
    match = MATCHER.score(one, other)

    assert math.isfinite(match.score)
    assert MATCHER.score(other, one).score == pytest.approx(match.score)


@given(PEOPLE, PEOPLE)
def test_the_order_of_names_and_words_makes_no_difference(one: Person, other: Person) -> None:
    """Neither the order of names and aliases nor that of the words of a description counts."""
    turned = replace(
        one, names=one.names[::-1], aliases=one.aliases[::-1], description=" ".join(one.description.split()[::-1])
    )

    assert MATCHER.score(turned, other).score == pytest.approx(MATCHER.score(one, other).score)


@given(PEOPLE, PEOPLE, ONE_NAME)
def test_one_more_alias_never_lowers_a_score(one: Person, other: Person, alias: str) -> None:
    """Somebody may be called anything else besides."""
    more = replace(one, aliases=(*one.aliases, alias))

    assert MATCHER.score(more, other).score >= MATCHER.score(one, other).score - 1e-9


@given(PEOPLE, PEOPLE, st.sampled_from(("names", "birth", "gender", "district")))
def test_more_agreement_never_lowers_a_score(one: Person, other: Person, field: str) -> None:
    """What both say of themselves says no less once it is the same; names come in addition."""
    if getattr(one, field) and getattr(other, field):
        said = getattr(other, field)
        fields: dict[str, Any] = {field: (*one.names, *said) if field == "names" else said}
        agreeing = replace(one, **fields)

        assert MATCHER.score(agreeing, other).score >= MATCHER.score(one, other).score - 1e-9


def test_an_alert_holds_through_its_last_day() -> None:
    """And one without an end holds always."""
    forever, until = (Alert("spits", "Pat", datetime(2026, 1, 1, tzinfo=UTC), day) for day in (None, date(2026, 3, 1)))
    somebody = person(aliases=("Red",), alerts=(forever, until))

    assert somebody.alerts_on(date(2026, 3, 1)) == (forever, until)
    assert somebody.alerts_on(date(2026, 3, 2)) == (forever,)


def test_what_stays_without_an_identity_is_the_id() -> None:
    """Nothing that was said of the person is left; when they were last seen is, so that nights can be counted."""
    stripped = replace(KATE, last_seen=date(2026, 3, 1), held=False).without_identity()

    assert stripped == Person("1", last_seen=date(2026, 3, 1), stripped=True)
    assert (KATE.known_as, stripped.known_as) == ("Kate Webb", "")
