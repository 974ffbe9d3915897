"""A made-up table of counts, ready to be written."""

from __future__ import annotations

from datetime import UTC, date, datetime

from mavis.domain.counting.periods import Grain, Month
from mavis.domain.counting.summary import Stamp
from mavis.domain.sharing.counts_table import Asked, Audience, CountsTable, Records, make_counts
from mavis.domain.sharing.disclosure import SmallNumberRule
from tests.nights import REFERENCE, season

MADE_AT = datetime(2020, 1, 6, 10, 15, tzinfo=UTC)
CHAIN_HEAD = "19c07be255d1a0f4" * 4
TWO_MONTHS = (Month(2019, 1), Month(2019, 2))


def table(
    audience: Audience = Audience.PARTNER,
    records: Records | None = None,
    months: tuple[Month, Month] = TWO_MONTHS,
    grain: Grain = Grain.MONTH,
    *,
    totals: bool = False,
    rule: SmallNumberRule = SmallNumberRule.NEAREST_5,
) -> CountsTable:
    """Counts of a made-up winter, eight nights of January and February 2019 unless other records are given."""
    asked = Asked(*months, audience, rule, grain, totals=totals)
    counts = make_counts(records or season(5, date(2019, 1, 5), 8), asked)
    return CountsTable(
        scheme="Harbour bus",
        asked=asked,
        counts=counts,
        reference=REFERENCE,
        stamp=Stamp(MADE_AT, "Ada", "1.0.0", "2019-12", CHAIN_HEAD),
    )
