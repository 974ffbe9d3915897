"""The tables that can be scored: their columns, and how the cells of a row become the inputs of a score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from mavis.domain.errors import UserError
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.scores import audit, audit_c, audit_pc, fast, m_sasq, measured, news2, units
from mavis.domain.scores.gcs import NOT_TESTABLE, Gcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from mavis.domain.scores.alcohol_answers import AlcoholScore

Answers = tuple[tuple[str, ...], UserError | None]
"""The cells of the answer, and why there is no score."""

Code = TypeVar("Code", bound=StrEnum)
_LONGEST_NUMBER = 12
_NO_MOMENT = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The columns that are read, the ones that are written, and the score between them.

    ``instead`` is read where the table has all of its columns: a longer questionnaire that holds the one to score.
    """

    columns: tuple[str, ...]
    answers: tuple[str, ...]
    score: Callable[[Mapping[str, str]], Answers]
    instead: ScoreSheet | None = None

    def for_columns(self, names: Set[str]) -> ScoreSheet:
        """The sheet that reads a table with columns of these names."""
        return self.instead if self.instead is not None and names >= {*self.instead.columns} else self


def _news2(cells: Mapping[str, str]) -> Answers:
    taken = ObservationSet(
        "",
        _NO_MOMENT,
        "",
        respiration=_whole(cells, "respiration"),
        spo2=_whole(cells, "spo2"),
        spo2_scale=_whole(cells, "spo2_scale"),
        gas=_code(cells, "oxygen", BreathedGas),
        systolic=_whole(cells, "systolic"),
        pulse=_whole(cells, "pulse"),
        consciousness=_code(cells, "acvpu", Consciousness),
        temperature_tenths=_tenths(cells, "temperature"),
    )
    measured.refuse_impossible(taken)
    found = news2.score(taken)
    missing = ", ".join(found.missing)
    answers = (_text(found.total), found.risk or "", found.monitoring or "", missing)
    return answers, UserError("score_incomplete", missing=missing) if found.total is None else None


def _gcs(cells: Mapping[str, str]) -> Answers:
    eye, verbal, motor = (_part(cells, name) for name in ("eye", "verbal", "motor"))
    found = Gcs(eye, verbal, motor)
    missing = ", ".join(name for name in ("eye", "verbal", "motor") if not cells[name])
    why_not = UserError("score_incomplete", missing=missing) if missing else UserError("gcs_not_testable")
    return (_text(found.total), found.severity or ""), why_not if found.total is None else None


def _units(cells: Mapping[str, str]) -> Answers:
    millilitres, percent = (_exact(cells, name) for name in ("ml", "abv"))
    if millilitres is None or percent is None:
        raise UserError("score_incomplete", missing=", ".join(name for name in ("ml", "abv") if not cells[name]))
    return (units.units_text(units.units(millilitres, percent)),), None


def _alcohol(
    score: Callable[[Sequence[int | None]], AlcoholScore],
    questions: Iterable[int],
    *,
    banded: bool = False,
    instead: ScoreSheet | None = None,
) -> ScoreSheet:
    columns = tuple(f"q{number}" for number in questions)

    def scored(cells: Mapping[str, str]) -> Answers:
        given = [_whole(cells, name) for name in columns]
        try:
            found = score(given)
        except UserError as refusal:
            raise _by_column(refusal, columns) from refusal
        positive = "" if found.positive is None else ("no", "yes")[found.positive]
        answers = (_text(found.total), positive, *((found.band or "",) if banded else ()))
        missing = ", ".join(name for name in columns if not cells[name])
        return answers, UserError("score_incomplete", missing=missing) if found.total is None else None

    return ScoreSheet(columns, ("total", "positive", *(("band",) if banded else ())), scored, instead)


SHEETS = {
    "news2": ScoreSheet(
        ("respiration", "spo2", "spo2_scale", "oxygen", "systolic", "pulse", "acvpu", "temperature"),
        ("total", "risk", "monitoring", "missing"),
        _news2,
    ),
    "gcs": ScoreSheet(("eye", "verbal", "motor"), ("total", "severity"), _gcs),
    "audit-c": _alcohol(audit_c.score, range(1, 4)),
    "audit": _alcohol(audit.score, range(1, 11), banded=True),
    "audit-pc": _alcohol(audit_pc.score, range(1, 6), instead=_alcohol(audit_pc.score, audit_pc.QUESTIONS)),
    "fast": _alcohol(fast.score, range(1, 5)),
    "m-sasq": _alcohol(m_sasq.score, range(1, 2)),
    "units": ScoreSheet(("ml", "abv"), ("units",), _units),
}
"""By the word of the command line; the scores themselves know nothing of tables."""


def _by_column(refusal: UserError, columns: Sequence[str]) -> UserError:
    """A refused answer by the number of its column, which is not its place when only some questions are read."""
    column = columns[int(refusal.facts["question"]) - 1]
    return UserError(refusal.key, **{**refusal.facts, "question": column.removeprefix("q")})


def _text(total: int | None) -> str:
    return "" if total is None else str(total)


def _exact(cells: Mapping[str, str], name: str) -> Fraction | None:
    """A number exactly as it is written; None for an empty cell.

    Raises:
        UserError: ``score_not_a_number`` with the column.
    """
    text = cells[name]
    if not text:
        return None
    try:
        number = Decimal(text)
        if max(len(text), abs(number.adjusted())) > _LONGEST_NUMBER:  # 1e99999999 would be written out for hours
            raise InvalidOperation
        return Fraction(number)
    except (InvalidOperation, ValueError, OverflowError) as failure:
        raise UserError("score_not_a_number", column=name) from failure


def _whole(cells: Mapping[str, str], name: str, scale: int = 1) -> int | None:
    number = _exact(cells, name)
    if number is None:
        return None
    if (number * scale).denominator != 1:
        raise UserError("score_not_a_number", column=name)
    return int(number * scale)


def _tenths(cells: Mapping[str, str], name: str) -> int | None:
    return _whole(cells, name, scale=10)


def _part(cells: Mapping[str, str], name: str) -> int | None:
    """A part of the coma scale, 1 or more, or NT for not testable."""
    if cells[name].casefold() == "nt":
        return NOT_TESTABLE
    value = _whole(cells, name)
    return value if value != NOT_TESTABLE else -1


def _code(cells: Mapping[str, str], name: str, codes: type[Code]) -> Code | None:
    text = cells[name].casefold()
    if not text:
        return None
    for code in codes:
        if code.value.casefold() == text:
            return code
    raise UserError("score_not_a_code", column=name, codes=", ".join(codes))
