"""Finding people and listing duplicates from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Mavis

_LOG = """Date (night of),Time in,Name / nickname,M/F,Age,Problem
07/01/2017,23:32,Philippa Fanshawe,F,21,drunk
14/01/2017,22:10,Pippa Fanshaw,F,21,drunk
14/01/2017,22:40,Robert Kerr,M,44,cold
"""


@pytest.fixture
def log(set_up: Mavis, tmp_path: Path) -> Mavis:
    """A folder with an invented log of three people, two of whom may be one."""
    path = tmp_path / "log.csv"
    path.write_text(_LOG, encoding="utf-8")
    set_up("import", "log", str(path))
    return set_up


def test_likely_duplicates_are_told_with_their_nights(log: Mavis) -> None:
    """Best first, with the reasons; a higher bar leaves them out; no id of anybody is in it."""
    status, said = log("people", "duplicates", "--least", "0")
    (pair,) = said["pairs"]
    assert status == 0
    assert [night["shift_date"] for side in ("a", "b") for night in pair[side]] == ["2017-01-07", "2017-01-14"]
    assert pair["a"][0]["arrived_at"] == "2017-01-07T23:32:00Z"
    assert "nickname" in pair["reasons"]
    assert set(pair) == {"score", "reasons", "a", "b"}
    assert log("people", "duplicates", "--least", "99") == (0, {"pairs": []})
    assert log("people", "duplicates")[1] == said


def test_a_person_is_found_with_the_reasons(log: Mavis) -> None:
    """By a nickname and half a family name."""
    status, said = log("people", "find", "pip fansh")
    assert status == 0
    assert [one["name"] for one in said["people"]][:1] == ["Pippa Fanshaw"]
    assert said["people"][0]["last_seen"] == "2017-01-14"
    assert log("people", "find", "xyzzy")[1] == {"people": []}


def test_a_birth_year_finds_all_whom_it_fits(log: Mavis) -> None:
    """Who was 21 in January 2017 was born in 1995 or 1996; a year that nobody can have finds nobody."""
    for year, names in (("1995", 2), ("1996", 2), ("1994", 0), ("1972", 1), ("1973", 1)):
        status, said = log("people", "find", year)
        assert (status, len(said["people"])) == (0, names), year
    assert said["people"][0]["reasons"] == ["age_fits", "last_seen"]


def test_people_read_it_in_words(log: Mavis) -> None:
    """A line for each, and how many pairs there are."""
    _status, lines = log("people", "duplicates", "--least", "0", as_json=False)
    assert "Philippa Fanshawe / Pippa Fanshaw" in lines
    assert "Philippa Fanshawe, born 1995-1996, female, 1 night: 2017-01-07\n" in lines
    assert "Pippa Fanshaw, born 1995-1996, female, 1 night: 2017-01-14\n" in lines
    found = log("people", "find", "kerr", as_json=False)[1]
    assert "Robert Kerr, born 1972-1973, male, 1 night: " in found
    assert "1 person may be meant" in found
    assert "1 pair to look at\n" in lines
    assert "Nobody" in log("people", "find", "xyzzy", as_json=False)[1]


def test_each_look_lengthens_the_trail(log: Mavis) -> None:
    """As a look on the screen does."""

    def trail() -> str:
        _status, said = log("verify")
        return str(next(check["detail"] for check in said["checks"] if check["name"] == "trail"))

    seen = [trail()]
    for look in (("duplicates",), ("find", "kerr", "--reason", "asked by the police")):
        log("people", *look)
        seen.append(trail())
    assert len(set(seen)) == 3


def test_brief_advice_is_reported_with_its_denominators(log: Mavis) -> None:
    """Two people who may be one are two until somebody merges them, so nobody is due."""
    status, said = log("people", "advice", "--from", "2017-01-01", "--to", "2017-01-31")
    assert status == 0
    assert (said["known"], said["repeat"], said["due"], said["offered"]) == (3, 0, 0, 0)
    assert sum(said["outcomes"].values()) == said["due"]
    _status, lines = log("people", "advice", "--from", "2017-01-01", "--to", "2017-01-31", as_json=False)
    assert "0 of 3" in lines
    assert log("people", "advice", "--from", "2017-02-01", "--to", "2017-01-31")[0] == 1
