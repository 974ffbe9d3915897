"""How well visitors are known again, with headroom below what ``make bench`` reports; all people are made up.

The labelled people are FEBRL's dataset 1 *(P. Christen, 2008)*, which the weights were not fitted to.
"""

from __future__ import annotations

import pytest

from benchmarks.labelled import febrl
from benchmarks.matching import Judged, Register, judge
from benchmarks.pastlog import past_log
from benchmarks.visitors import REPORTING, TUNING, Visitors, misspelt
from mavis.domain.people.match import CONFIDENT_FROM, POSSIBLE_FROM


def test_people_of_febrl_are_known_again_by_name_and_birth_date() -> None:
    """Of the pairs put together 98 in a hundred are right, of the true pairs 95 are found *(issue: matcher)*."""
    judged = judge(febrl(1, "day"), POSSIBLE_FROM)

    assert judged.true == 500
    assert judged.precision >= 0.98
    assert judged.recall >= 0.95


def test_people_of_febrl_are_known_again_by_name_and_birth_year() -> None:
    """A year says less than a day: 95 in a hundred right, 80 found."""
    judged = judge(febrl(1, "year"), POSSIBLE_FROM)

    assert judged.precision >= 0.95
    assert judged.recall >= 0.80


def test_no_one_is_in_the_tuning_sets_and_in_the_reporting_set() -> None:
    """Figures on people that the weights were fitted to would flatter."""
    reported, *fitted = ({(one.names, one.birth) for one in febrl(number, "day").people} for number in (1, 2, 3))

    assert not reported & (fitted[0] | fitted[1])
    assert TUNING != REPORTING


def test_a_misspelt_last_name_finds_the_person_among_the_first_five() -> None:
    """Nineteen times of twenty at the least, with the first name beside it."""
    people = Visitors(REPORTING).many(3_000).people

    assert Register(people).share_found(misspelt(people, 100, REPORTING)) >= 0.95


def test_the_review_list_of_a_past_log_is_short_and_worth_reading() -> None:
    """Three years of names that come up again and again: two of three pairs are right, and it ends in half an hour."""
    judged = judge(past_log(REPORTING), CONFIDENT_FROM)

    assert judged.pairs <= 200
    assert judged.precision >= 0.65
    assert judged.recall >= 0.45


def test_the_same_seed_makes_the_same_people() -> None:
    """A figure can be measured again."""
    assert Visitors(7).many(50, 10) == Visitors(7).many(50, 10)
    assert past_log(7, 200) == past_log(7, 200)
    assert Visitors(7).many(50) != Visitors(8).many(50)


@pytest.mark.parametrize("word", ["Walker", "Li", "Webb", "O'Neill", "X"])
def test_a_slip_changes_the_word_and_keeps_its_beginning(word: str) -> None:
    """A misspelling that is none would make the figures better than they are."""
    visitors = Visitors(TUNING)

    for slipped in (visitors.slip(word) for _ in range(20)):
        assert slipped != word
        assert slipped[0] == word[0]


def test_the_truth_of_made_up_people_is_among_them() -> None:
    """Each pair of the truth is two people on record, and the second is written for the first."""
    made = Visitors(TUNING).many(40, 15)
    ids = {person.id for person in made.people}

    assert len(made.people) == 55
    assert len(made.truth) == 15
    assert all(pair <= ids for pair in made.truth)
    assert len(past_log(TUNING, 100).people) == 100


def test_precision_and_recall() -> None:
    """Of four pairs three are right, of six true ones three were found; where there is nothing, nothing is wrong."""
    judged = Judged(pairs=4, right=3, true=6)

    assert (judged.precision, judged.recall) == (0.75, 0.5)
    assert str(judged) == "precision 0.750, recall 0.500, 4 pairs of 6 true"
    assert (Judged(0, 0, 0).precision, Judged(0, 0, 0).recall) == (1.0, 1.0)
