"""The sheets that say what the others mean and where they come from: about, tidy rows, dictionary and lists."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import main_need_first
from mavis.domain.counting.clinical_questions import PRIVATE_TARGETS
from mavis.domain.counting.counted import Measure
from mavis.domain.counting.periods import Grain
from mavis.domain.counting.questions import Dimension
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.domain.shift.night import LONDON
from mavis.exports.counts_schema import COLUMNS, cells, meaning
from mavis.exports.figures import day_name, places
from mavis.exports.overview_sheets import mark_note, range_name
from mavis.exports.sheet_plan import Column, Kind, SheetPlan
from mavis.exports.visits_csv import clock_text
from mavis.system.clinical_words import clinical_category
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from mavis.domain.clinical.worst_score import WorstScore
    from mavis.domain.counting.clinical_facts import ReferralFacts
    from mavis.domain.counting.facts import VisitFacts
    from mavis.domain.sharing.counts_table import CountsTable
    from mavis.exports.figures import Cell

_ABOUT = ("what", "period", "site", "made", "rows")
_ABOUT_SHARED = {
    SmallNumberRule.NEAREST_5: ("hidden", "rounding", "rates", "not_rounded"),
    SmallNumberRule.HIDE_1_TO_4: ("hidden_alone", "rates", "not_rounded"),
}
_ABOUT_ALL = ("avoided", "not_known", "tallies", "hours", "months", "missing", "do_not")


def about_sheet(table: CountsTable) -> SheetPlan:
    """What this file is, and how to read it; read first."""
    shared = () if table.restricted else _ABOUT_SHARED[table.asked.rule]
    wrong = ("wrong",) if table.counts.faults else ()
    facts = _about_facts(table)
    lines = [
        (words(f"counts.about.{name}.head"), words(f"counts.about.{name}.text", **facts.get(name, {})))
        for name in (*wrong, *_ABOUT, *shared, *_ABOUT_ALL)
    ]
    return SheetPlan(
        tab=words("counts.tab.about"),
        title=words("counts.title.about", scheme=table.scheme, period=range_name(table)),
        note=words("counts.note.about"),
        columns=(Column("", Kind.STRONG, 26), Column("", Kind.WRAPPED, 110)),
        rows=tuple(lines),
        headed=False,
    )


def _about_facts(table: CountsTable) -> dict[str, dict[str, object]]:
    """What fills the blanks of the lines."""
    made = table.stamp.made_at.astimezone(LONDON)
    head = table.stamp.chain_head[:16]
    return {
        "what": {"what": words("counts.about.exact" if table.restricted else "counts.about.shared")},
        "period": {"period": range_name(table)},
        "site": {"sites": ", ".join(dict.fromkeys(row.key.site for row in table.rows)), "scheme": table.scheme},
        "made": {
            "made": f"{day_name(made.date())} {made:%H:%M}",
            "version": table.stamp.app_version,
            "rules": table.stamp.rules_version,
            "head": " ".join(head[start : start + 4] for start in range(0, len(head), 4)),
        },
        "rows": {"rows": f"{len(table.rows):,}"},
    }


def counts_sheet(table: CountsTable) -> SheetPlan:
    """The tidy rows of the Data Package, and before them those of whole years or quarters, which the note says."""
    totals = [words(f"counts.note.totals_{table.asked.grains[0]}")] if len(table.asked.grains) > 1 else []
    widths = (17, 10, 24, 18, 28, 10, 10, 16)
    kinds = {"value": Kind.COUNT}
    return SheetPlan(
        tab=words("counts.tab.counts"),
        title=words("counts.title.counts"),
        note=" ".join([mark_note(table), *totals, words("counts.note.counts")]),
        columns=tuple(
            Column(name, kinds.get(name, Kind.TEXT), width) for name, width in zip(COLUMNS, widths, strict=True)
        ),
        rows=tuple(_tidy(texts) for texts in map(cells, table.rows)),
    )


def _tidy(texts: tuple[str, ...]) -> tuple[Cell, ...]:
    *key, value, unit, status = texts
    return (*key, int(value) if value.isdigit() else value or None, unit, status)


def dictionary_sheet() -> SheetPlan:
    """The meaning of each column of the tidy rows."""
    kind = {"value": words("counts.type.value")}
    return SheetPlan(
        tab=words("counts.tab.dictionary"),
        title=words("counts.title.dictionary"),
        note=words("counts.note.dictionary"),
        columns=(
            Column(words("counts.head.column"), Kind.STRONG, 16),
            Column(words("counts.head.type"), Kind.TEXT, 24),
            Column(words("counts.head.meaning"), Kind.WRAPPED, 110),
        ),
        rows=tuple((name, kind.get(name, words("counts.type.text")), meaning(name)) for name in COLUMNS),
    )


_VISIT_COLUMNS = (
    ("night", Kind.DAY, 16),
    ("code", Kind.TEXT, 8),
    ("in", Kind.TEXT, 12),
    ("out", Kind.TEXT, 12),
    ("minutes", Kind.COUNT, 10),
    ("age", Kind.TEXT, 13),
    ("sex", Kind.TEXT, 20),
    ("triage", Kind.TEXT, 12),
    ("needs", Kind.WRAPPED, 34),
    ("care", Kind.WRAPPED, 40),
    ("left", Kind.WRAPPED, 26),
    ("without", Kind.WRAPPED, 36),
    ("news2", Kind.TEXT, 22),
    ("late_checks", Kind.COUNT, 10),
    ("abi", Kind.TEXT, 20),
    ("referrals", Kind.WRAPPED, 30),
)


def visits_sheet(table: CountsTable) -> SheetPlan:
    """One row a visit, in words, as on the second page of a night's summary. Restricted."""
    visits = sorted(table.visits, key=lambda visit: (visit.shift_date, visit.site, visit.arrived_at, visit.id))
    return SheetPlan(
        tab=words("counts.tab.visits"),
        title=words("counts.title.visits", period=range_name(table)),
        note=words("counts.note.visits"),
        columns=tuple(Column(words(f"counts.head.{name}"), kind, width) for name, kind, width in _VISIT_COLUMNS),
        rows=tuple(map(_visit, visits)),
        restricted=True,
    )


def _visit(visit: VisitFacts) -> tuple[Cell, ...]:
    return (
        visit.shift_date,
        visit.code,
        clock_text(visit.arrived_at),
        clock_text(visit.departed_at),
        visit.minutes,
        _named(visit.age_band),
        _named(visit.gender),
        _named(visit.triage),
        _listed(main_need_first(visit.needs, visit.main_need)),
        _listed(visit.care),
        _named(visit.outcome),
        _without_the_bus(visit),
        _worst(visit.clinical.worst),
        visit.clinical.late_checks,
        _named(visit.clinical.abi_status),
        ", ".join(_referral(made) for made in visit.clinical.referrals),
    )


def _without_the_bus(visit: VisitFacts) -> str:
    """What would have happened, and the basis that is told of it."""
    if visit.would_have is None:
        return words("counts.not_known")
    return ": ".join(label(code) for code in (visit.would_have, visit.told_basis) if code)


def _worst(worst: WorstScore) -> str:
    """The total and its band; only the band where there is no total."""
    band = clinical_category(Dimension.NEWS2, worst.band)
    return band if worst.total is None else f"{worst.total}: {band}"


def _referral(made: ReferralFacts) -> str:
    private = made.target in PRIVATE_TARGETS
    target = words("clinical_counts.print.private").capitalize() if private else label(made.target)
    return f"{target}: {clinical_category(Dimension.STATE, made.state)}"


def _named(code: StrEnum | None) -> str:
    return label(code) if code else words("counts.not_known")


def _listed(codes: Iterable[StrEnum]) -> str:
    return ", ".join(map(label, codes))


def tallies_sheet(table: CountsTable) -> SheetPlan:
    """The tallies of each night: a row a night, a column a kind. Restricted."""
    kinds = table.reference.tallies
    nights = places(table, Grain.NIGHT)
    return SheetPlan(
        tab=words("counts.tab.tallies"),
        title=words("counts.title.tallies", period=range_name(table)),
        note=words("counts.note.tallies"),
        columns=(
            Column(words("counts.head.night"), Kind.DAY, 16),
            Column(words("counts.head.site"), Kind.TEXT, 10),
            *(Column(kind.on_paper, Kind.COUNT, 13) for kind in kinds),
        ),
        rows=tuple(
            (
                date.fromisoformat(night.period.removeprefix("night ")),
                night.site,
                *(night.cell(Measure.TALLY, Dimension.ITEM, kind.code) for kind in kinds),
            )
            for night in nights
        ),
        restricted=True,
    )
