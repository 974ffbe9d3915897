"""The lead says by rule what a reader at three in the morning needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mavis.domain.counting.summary import ToPutRight
from mavis.domain.record.outcome import Outcome
from mavis.reports.lead import amended, headline, sentences, warning
from tests.reports.builders import SHIFT, VISITS, change, night, past_nights


def test_the_busy_saturday_of_the_design() -> None:
    """The headline and the three sentences of the picture."""
    summary = night()

    assert headline(summary) == "16 visits: 1.8 times the usual Saturday."
    assert sentences(summary) == (
        "Busiest from 01:00 to 02:00: 7 arrivals, and 6 people on the bus at once.",
        "One person went to A&E by ambulance.",
        "For the coordinator: ask for the age of K29, K32, K39.",
    )


def test_nobody_came() -> None:
    """No visit is no failure: hours, crew and tallies are said."""
    summary = night(())

    assert headline(summary) == "No visits tonight."
    assert sentences(summary) == (
        "The bus was open for 6 hours, with 8 crew.",
        "People helped without a visit are in the tallies below.",
    )


def test_without_enough_nights_the_headline_says_so() -> None:
    """Even the busiest night of the year is not a peak among too few."""
    assert headline(night(past=past_nights(7))) == "16 visits (too early to compare: 7 Saturdays so far, 8 are needed)."


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([], "Nobody was sent on to A&E."),
        ([Outcome.AMBULANCE_CONVEYED] * 2, "Two people went to A&E by ambulance."),
        ([Outcome.OWN_TRANSPORT_TO_ED], "One person went to A&E by their own transport."),
        (
            [Outcome.AMBULANCE_CONVEYED] * 9 + [Outcome.OWN_TRANSPORT_TO_ED],
            "10 people went to A&E: 9 by ambulance and 1 by own transport.",
        ),
    ],
)
def test_who_went_on_to_hospital(outcomes: list[Outcome], said: str) -> None:
    """Nobody, by ambulance, by own transport, and both."""
    ends = [*outcomes, *[Outcome.TAXI] * 16]
    visits = tuple(replace(visit, outcome=end) for visit, end in zip(VISITS, ends, strict=False))

    assert said in sentences(night(visits))


def test_the_most_urgent_gap_is_the_one_to_do() -> None:
    """An open visit comes before an age that is not known; long lists are shortened."""
    many = tuple(f"K{n}" for n in range(9))
    summary = night(to_put_right=(ToPutRight("no_age", ("K1",)), ToPutRight("still_open", many)))

    assert sentences(summary)[-1] == "For the coordinator: close the open visits K0, K1, K2, K3 and 5 more."


def test_a_night_without_gaps_says_so() -> None:
    """The coordinator knows that there is nothing to do."""
    assert sentences(night(to_put_right=()))[-1] == "For the coordinator: no answer that counts is missing."


def test_uncounted_tallies_are_asked_for() -> None:
    """The least urgent gap is said when it is the only one."""
    summary = night(to_put_right=(ToPutRight("tally_not_counted", ("glass",)),))

    assert sentences(summary)[-1] == "For the coordinator: ask for the tallies that were not counted."


def test_faults_and_changes_are_said_first() -> None:
    """Figures that do not add up by name, and where the changes are listed."""
    assert warning(night()) == ""
    assert warning(night(faults=("outcome", "arrivals"))).startswith(
        "These figures do not add up: how people left, arrivals by hour."
    )
    assert amended(night(), 3) == ""
    assert amended(night(amendments=(change("age_band", "null", '"16_17"'),)), 3) == (
        "Amended: 1 change since signing, see page 3."
    )


def test_a_visit_without_leaving_time_is_not_counted_aboard() -> None:
    """When nobody's leaving is known nothing is said of people at once."""
    visits = tuple(replace(visit, departed_at=None) for visit in VISITS)

    assert sentences(night(visits))[0] == "Busiest from 01:00 to 02:00: 7 arrivals."


def test_an_hour_and_a_half_is_worded() -> None:
    """Hours have a decimal only when they need one."""
    short = replace(SHIFT, closed_at=SHIFT.opened_at.replace(hour=22, minute=30), tallies=())

    assert sentences(night((), short)) == ("The bus was open for 1.5 hours, with 8 crew.",)
