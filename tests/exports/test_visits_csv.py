"""The list of visits: one row a visit, codes only, proven by its manifest."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from mavis.domain.clinical.worst_score import WorstBand, WorstScore
from mavis.domain.counting.clinical_facts import (
    AssaultFacts,
    ClinicalFacts,
    ConsentToRefer,
    InterventionFacts,
    ReferralFacts,
    ScreeningFacts,
)
from mavis.domain.counting.clinical_questions import PRIVATE_TARGETS
from mavis.domain.errors import UserError
from mavis.domain.record.assault import AssaultMethod
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.scores.news2 import Parameter
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.exports.visits_csv import COLUMNS, write_visits
from tests.nights import season, visit

if TYPE_CHECKING:
    from pathlib import Path

OCTOBER = date(2019, 10, 26)
KEY = b"one export".ljust(32)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_visit_is_one_row_of_codes(tmp_path: Path) -> None:
    """What was not asked is not_known; lists are joined with a bar; nothing is a name."""
    told = visit(
        OCTOBER,
        1,
        arrived_at=datetime(2019, 10, 27, 1, 30, tzinfo=UTC),
        departed_at=datetime(2019, 10, 27, 2, 5, tzinfo=UTC),
        age_band=AgeBand.FROM_18,
        needs=(Presentation.COLD, Presentation.ALCOHOL_INTOXICATION),
        main_need=Presentation.COLD,
        care=(CareKind.ICE,),
        would_have=WouldHave.ED_OWN_MEANS,
        basis=Basis.PROTOCOL_MET,
    )
    write_visits([visit(OCTOBER, 2), told], tmp_path / "visits.csv", key=KEY)
    plain, full = sorted(_read(tmp_path / "visits.csv"), key=lambda row: row["code"], reverse=True)

    assert tuple(full) == COLUMNS
    assert (full["arrived_at"], full["arrived_clock"]) == ("2019-10-27T01:30:00Z", "01:30 (2nd)")
    assert (full["minutes"], full["needs"], full["care"]) == ("35", "cold|alcohol_intoxication", "ice")
    assert (full["age_band"], full["ed_avoided"], full["ambulance_avoided"]) == ("18_24", "true", "false")
    assert (plain["triage"], plain["would_have"], plain["basis"], plain["minutes"]) == (
        "not_known",
        "not_known",
        "",
        "",
    )


def test_scores_carry_total_rule_and_what_is_missing(tmp_path: Path) -> None:
    """A score without a total says what it lacks; no such thing is empty, and nobody knows is not_known."""
    told = visit(
        OCTOBER,
        1,
        clinical=ClinicalFacts(
            sets=2,
            worst=WorstScore(WorstBand.INCOMPLETE, None, 2, "news2-2017.1", (Parameter.SPO2, Parameter.PULSE)),
            late_checks=1,
            intervention=InterventionFacts(
                InterventionStatus.COMPLETED,
                None,
                offered=True,
                delivered=True,
                screening=ScreeningFacts(Tool.AUDIT_C, 8, True, "audit-c-uk.1", ()),
            ),
            assault=AssaultFacts((AssaultMethod.FOOT, AssaultMethod.BITE)),
            refused=(),
        ),
    )
    write_visits([visit(OCTOBER, 2), told], tmp_path / "visits.csv", key=KEY)
    plain, full = sorted(_read(tmp_path / "visits.csv"), key=lambda row: row["code"], reverse=True)

    assert [full[name] for name in ("news2_total", "news2_rule", "news2_missing")] == ["", "news2-2017.1", "spo2|pulse"]
    assert [full[name] for name in ("screening_total", "screening_rule", "screening_missing")] == [
        "8",
        "audit-c-uk.1",
        "",
    ]
    assert (full["assault_methods"], full["assault_police"], full["refused"]) == ("foot|bite", "not_known", "not_known")
    assert (full["late_checks"], full["abi_delivered"], full["news2_band"]) == ("1", "true", "incomplete")
    assert [plain[name] for name in ("late_checks", "abi_status", "assault_police", "refused")] == [""] * 4
    assert (plain["news2_band"], plain["observation_sets"]) == ("not_taken", "0")


def test_a_private_target_is_not_named_beside_a_visit(tmp_path: Path) -> None:
    """A referral that tells of a sexual assault or of abuse at home is there, and no more is said."""
    targets = (ReferralTarget.POLICE, *PRIVATE_TARGETS)
    made = tuple(ReferralFacts(target, ReferralState.WAITING, ConsentToRefer.OVERRIDDEN) for target in targets)
    told = visit(OCTOBER, 1, clinical=ClinicalFacts(referrals=made, safeguarding=("sexual_assault",)))
    write_visits([told], tmp_path / "visits.csv", key=KEY)
    (row,) = _read(tmp_path / "visits.csv")

    assert row["referrals"] == "police:waiting" + "|private:waiting" * len(PRIVATE_TARGETS)
    assert (row["referrals_overridden"], row["safeguarding_flag"]) == ("4", "true")
    assert "sexual" not in "".join(row.values())


def test_the_second_half_past_one_is_told_from_the_first(tmp_path: Path) -> None:
    """On the October night the clock shows 01:30 twice."""
    twice = [visit(OCTOBER, turn, arrived_at=datetime(2019, 10, 27, turn, 30, tzinfo=UTC)) for turn in (0, 1)]
    write_visits(twice, tmp_path / "visits.csv", key=KEY)

    assert [row["arrived_clock"] for row in _read(tmp_path / "visits.csv")] == ["01:30 (1st)", "01:30 (2nd)"]


def test_rows_come_by_night_and_arrival_and_the_manifest_proves_them(tmp_path: Path) -> None:
    """Rows, bytes and hash of the list stand in the file beside it, with the meaning of every column."""
    visits = season(2, date(2019, 1, 5), 4).visits
    files = write_visits(tuple(reversed(visits)), tmp_path / "visits.csv", key=KEY)
    resource = json.loads(files[1].read_bytes())["resources"][0]
    rows = _read(files[0])

    assert [row["arrived_at"] for row in rows] == sorted(row["arrived_at"] for row in rows)
    assert resource["rows"] == len(rows) == len(visits)
    assert resource["hash"] == f"sha256:{sha256(files[0].read_bytes()).hexdigest()}"
    assert [field["name"] for field in resource["schema"]["fields"]] == list(COLUMNS)
    assert all(field["description"] for field in resource["schema"]["fields"])


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """The list is CSV."""
    with pytest.raises(UserError, match="visits_path"):
        write_visits([], tmp_path / "visits.xlsx", key=KEY)


def test_the_same_person_is_told_apart_in_one_file_and_not_across_two(tmp_path: Path) -> None:
    """Two visits of one person share a pseudonym; another export has another; the id itself is in neither."""
    twice = [visit(OCTOBER, number, person_id="person-1") for number in (1, 2)]
    nights = [*twice, visit(OCTOBER, 3, person_id="person-2"), visit(OCTOBER, 4)]
    found = []
    for name, key in (("a", KEY), ("b", KEY[::-1])):
        write_visits(nights, tmp_path / f"{name}.csv", key=key)
        assert b"person-1" not in (tmp_path / f"{name}.csv").read_bytes()
        found.append([row["person"] for row in _read(tmp_path / f"{name}.csv")])
    (one, same, other, nobody), second = found
    assert one == same
    assert len({one, other}) == 2
    assert nobody == ""
    assert not {one, other} & set(second)
