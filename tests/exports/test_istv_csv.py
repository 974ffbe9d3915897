"""The list of assaults as a file: coded, described, whole."""

from __future__ import annotations

import csv
import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from mavis.domain.errors import UserError
from mavis.domain.record.assault import Assault, AssaultMethod
from mavis.domain.sharing.istv import to_share
from mavis.exports.istv_csv import write_istv
from tests.builders import at

if TYPE_CHECKING:
    from pathlib import Path

_LATER = to_share(
    date(2026, 3, 14),
    at("22:30"),
    "",
    Assault(at("22:20"), (AssaultMethod.FOOT, AssaultMethod.BITE), reported_to_police=True),
)
_EARLIER = to_share(date(2026, 3, 14), at("22:10"), "", None)


def test_rows_in_order_of_time_with_a_dictionary(tmp_path: Path) -> None:
    """Each column is explained, and the package is valid."""
    out, manifest = write_istv([_LATER, _EARLIER], tmp_path / "istv.csv")
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    about = json.loads(manifest.read_text(encoding="utf-8"))["resources"][0]

    assert [row["assault_clock"] for row in rows] == ["22:10", "22:20"]
    assert [row["assault_at_basis"] for row in rows] == ["before_arrival", "stated"]
    assert [row["methods"] for row in rows] == ["unknown", "foot|bite"]
    assert [row["reported_to_police"] for row in rows] == ["unknown", "yes"]
    assert about["hash"] == f"sha256:{sha256(out.read_bytes()).hexdigest()}"
    assert [field["name"] for field in about["schema"]["fields"]] == list(rows[0])
    assert all(field["description"] for field in about["schema"]["fields"])
    assert Package(str(manifest)).validate().valid


def test_training_says_so_and_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """In the name of the package."""
    _out, manifest = write_istv([], tmp_path / "istv.csv", training=True)

    assert json.loads(manifest.read_text(encoding="utf-8"))["name"] == "training-mavis-istv"
    with pytest.raises(UserError, match="visits_path"):
        write_istv([], tmp_path / "istv.xlsx")
