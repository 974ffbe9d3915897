"""The changes since signing: old, new, who, when and why, without any text that could name a person."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, AgeSource, Consent, Gender, IdentityLevel, ReferralSource, Residency
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.visit.triage import TriageCategory
from mavis.reports.lettering import SMALL, SMALL_BOLD, TABLE, Run
from mavis.reports.page import begin_section
from mavis.reports.phrases import moment
from mavis.reports.sheet import LEFT, TEXT_WIDTH
from mavis.reports.tables import Cell, Column, Row, Table, draw_table
from mavis.reports.tagging import Tag
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from enum import StrEnum

    from mavis.domain.visit.amendment import Change
    from mavis.reports.sheet import Sheet

_CODED: dict[str, type[StrEnum]] = {
    "age_band": AgeBand,
    "age_source": AgeSource,
    "consent": Consent,
    "gender": Gender,
    "identity_level": IdentityLevel,
    "intoxication": Intoxication,
    "needs": Presentation,
    "outcome": Outcome,
    "outcome_advised": Outcome,
    "primary_need": Presentation,
    "referral_source": ReferralSource,
    "residency": Residency,
    "substances": Substance,
    "would_have": WouldHave,
    "basis": Basis,
    "category": TriageCategory,
    "kind": CareKind,
}
_WITHIN = {"diversion": ("would_have", "basis"), "triage": ("category",), "care": ("kind",)}
_TIMES = frozenset({"arrived_at", "departed_at", "triaged_at", "consent_at", "ambulance_requested_at"})
_ANSWERS = frozenset({"alone", "privacy_notice", "entered_late"})


def draw_amendments(sheet: Sheet, changes: tuple[Change, ...]) -> None:
    """Draw the list, oldest change first, on as many pages as it takes."""
    heading = words("print.amended.heading")
    begin_section(sheet, heading, ruled=False)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.y = sheet.paragraph(LEFT, sheet.y + 2.8, [Run(words("print.amended.note"), TABLE)], TEXT_WIDTH)
    sheet.y += 1.0
    rows = tuple(_row(change) for change in sorted(changes, key=lambda change: change.at))
    draw_table(sheet, Table(_columns(), rows, SMALL, pitch=4.9), LEFT, name=heading)


def _columns() -> tuple[Column, ...]:
    widths = {"code": 10.0, "field": 25.0, "old": 30.0, "new": 30.0, "who": 23.0, "when": 24.0, "why": 35.0}
    return tuple(Column(words(f"print.amended.{name}"), wide) for name, wide in widths.items())


def _row(change: Change) -> Row:
    return Row(
        (
            Cell(change.visit_code, SMALL_BOLD),
            Cell(field_name(change.field)),
            Cell(said(change.field, change.old)),
            Cell(said(change.field, change.new)),
            Cell(change.by_name),
            Cell(moment(change.at)),
            Cell(change.reason or words("print.amended.reason_missing")),
        )
    )


def field_name(name: str) -> str:
    """What a field of a visit is called in print."""
    return words(f"print.field.{name}")


def said(name: str, stored: str) -> str:
    """The stored value of a field in words; free text, which may name a person, is never printed."""
    value = json.loads(stored) if stored else None
    if value in (None, "", []):
        return words("print.amended.nothing")
    if name in _WITHIN:
        return _within(_WITHIN[name], value)
    if name in _CODED:
        return _coded(_CODED[name], value)
    if name in _TIMES:
        return moment(datetime.fromisoformat(str(value)))
    if name in _ANSWERS:
        return words("print.amended.yes" if value is True else "print.amended.no")
    return words("print.amended.private")


def _within(parts: tuple[str, ...], value: object) -> str:
    """The coded parts of a value that has several, or of a list of such values."""
    each = value if isinstance(value, list) else [value]
    found = [
        _coded(_CODED[part], one[part]) for one in each if isinstance(one, dict) for part in parts if one.get(part)
    ]
    return ", ".join(dict.fromkeys(found)) or words("print.amended.nothing")


def _coded(kind: type[StrEnum], value: object) -> str:
    each = [str(code) for code in (value if isinstance(value, list) else [value])]
    return ", ".join(label(kind(code) if code in set(kind) else NoAnswer(code)) for code in each)
