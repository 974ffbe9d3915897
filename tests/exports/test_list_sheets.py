"""The list of visits in the workbook: what would have happened without the bus, and the basis that is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.sharing.counts_table import Audience
from mavis.exports.list_sheets import visits_sheet
from mavis.system.wording import label, words
from tests.exports.tables import table
from tests.nights import visit

_NIGHT = date(2019, 1, 5)
_WITHOUT = 11


@pytest.mark.parametrize(
    ("would", "chosen", "said"),
    [
        (WouldHave.AMBULANCE_999, True, f"{label(WouldHave.AMBULANCE_999)}: {label(Basis.PROTOCOL_MET)}"),
        (WouldHave.AMBULANCE_999, False, label(WouldHave.AMBULANCE_999)),
        (WouldHave.NOT_KNOWN, True, label(WouldHave.NOT_KNOWN)),
        (None, True, words("counts.not_known")),
    ],
)
def test_the_basis_is_told_of_what_somebody_judged(would: WouldHave | None, chosen: bool, said: str) -> None:
    """None where nobody chose one, and none of what nobody knows or was not asked."""
    one = visit(_NIGHT, would_have=would, basis=Basis.PROTOCOL_MET, basis_chosen=chosen)
    sheet = visits_sheet(replace(table(Audience.CONTROLLER), visits=(one,)))

    assert sheet.columns[_WITHOUT].head == words("counts.head.without")
    assert sheet.rows[0][_WITHOUT] == said
