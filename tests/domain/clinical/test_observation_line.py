"""A set of observations typed in one line: both ways of typing, and nothing that is lost without a word."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.clinical.observation_line import understand
from mavis.domain.clinical.observation_words import gcs_of_many, without_waiting
from mavis.domain.record.observation import BreathedGas, Consciousness, Pupils

WHOLE = {
    "respiration": 18,
    "spo2": 97,
    "gas": BreathedGas.AIR,
    "systolic": 120,
    "pulse": 88,
    "consciousness": Consciousness.ALERT,
    "temperature_tenths": 368,
}


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("", {}),
        ("18 97 a 120 88 a 36.8", WHOLE),
        ("18 97 a 120/80 88 A 36,8", WHOLE | {"diastolic": 80}),
        ("18 97 a 120 88 a 36.8 g5.4 n3", WHOLE | {"glucose_tenths": 54, "pain": 3}),
        (
            "18 - o 120 - v",
            {k: WHOLE[k] for k in ("respiration", "systolic")}
            | {"gas": BreathedGas.OXYGEN, "consciousness": Consciousness.VOICE},
        ),
        ("- 97", {"spo2": 97}),
        ("r18 s97 air b120 p88 a t36.8", WHOLE),
        ("p88s97a", {"pulse": 88, "spo2": 97, "consciousness": Consciousness.ALERT}),
        ("t37", {"temperature_tenths": 370}),
        ("B98/60", {"systolic": 98, "diastolic": 60}),
        ("p", {"consciousness": Consciousness.PAIN}),
        ("p112 p", {"pulse": 112, "consciousness": Consciousness.PAIN}),
        ("e3v4m6", {"gcs_eye": 3, "gcs_verbal": 4, "gcs_motor": 6}),
        ("e3 v-nt m6", {"gcs_eye": 3, "gcs_verbal": 0, "gcs_motor": 6}),
        ("q=", {"pupils": Pupils.EQUAL}),
        ("qe", {"pupils": Pupils.EQUAL}),
        ("qu", {"pupils": Pupils.UNEQUAL}),
        ("ql", {"pupils": Pupils.LEFT_LARGER}),
        ("qnr p88", {"pupils": Pupils.RIGHT_NOT_REACTING, "pulse": 88}),
        ("qn", {"pupils": Pupils.NOT_REACTING}),
        ("o2", {"gas": BreathedGas.OXYGEN}),
        ("130/80", {"systolic": 130, "diastolic": 80}),
        ("130/80 r16", {"systolic": 130, "diastolic": 80, "respiration": 16}),
        ("r16 130/80 p88", {"systolic": 130, "diastolic": 80, "respiration": 16, "pulse": 88}),
        ("bp130/80", {"systolic": 130, "diastolic": 80}),
        ("BP 130/80", {"systolic": 130, "diastolic": 80}),
        ("bp 130", {"systolic": 130}),
        ("b 130/80", {"systolic": 130, "diastolic": 80}),
        ("r 18 s 97 air b 120 p 88 a t 36.8", WHOLE),
        ("18 97 a 120 88 p 36.8", WHOLE | {"consciousness": Consciousness.PAIN}),
        ("p 130/80", {"systolic": 130, "diastolic": 80, "consciousness": Consciousness.PAIN}),
        ("18 97 a b120/80 88 a 36.8", WHOLE | {"diastolic": 80}),
        ("pulse 88 resp 18", {"pulse": 88, "respiration": 18}),
        ("HR: 88", {"pulse": 88}),
        ("breathing is 18", {"respiration": 18}),
        ("o2 sats 97 spo2 96", {"spo2": 96}),
        ("bp 95/60", {"systolic": 95, "diastolic": 60}),
        ("b95 over 60", {"systolic": 95, "diastolic": 60}),
        ("blood pressure 95 over 60", {"systolic": 95, "diastolic": 60}),
        ("temp 35.2 glucose 3.2", {"temperature_tenths": 352, "glucose_tenths": 32}),
        ("pain score 3 alert", {"pain": 3, "consciousness": Consciousness.ALERT}),
    ],
)
def test_what_is_understood(line: str, values: dict[str, Any]) -> None:
    """By letters, in the order of the chart, and one behind the other."""
    found = understand(line)

    assert (found.values, found.not_understood) == (values, ())


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("p88 drunk", ("drunk",)),
        ("18 97 120", ("120",)),
        ("18 97 a 120 88 a 36.8 99", ("99",)),
        ("p88.5", ("p88.5",)),
        ("12.5 97", ("12.5",)),
        ("18a", ("18a",)),
        ("46", ("46",)),
        ("b", ("b",)),
        ("130/80/90", ("130/80/90",)),
        ("18 p88", ("18",)),
        ("110 r26 s91 b95/60", ("110",)),
        ("88 120/80", ("88",)),
        ("110 97 r26", ("110",)),
        ("pulse fast", ("pulse", "fast")),
        ("pain", ("pain",)),
    ],
)
def test_what_is_not_understood_is_told(line: str, lost: tuple[str, ...]) -> None:
    """Each such word, as it stands in the line."""
    assert understand(line).not_understood == lost


@pytest.mark.parametrize(
    ("line", "values", "lost", "dropped"),
    [
        ("3r12 s97", {"respiration": 12, "spo2": 97}, (), "3"),
        ("3p 88", {"pulse": 88}, (), "3"),
        ("v6", {"consciousness": Consciousness.VOICE}, ("6",), ""),
        ("p88 a4", {"pulse": 88, "consciousness": Consciousness.ALERT}, ("4",), ""),
        ("v5", {"gcs_verbal": 5}, (), ""),
        ("8r12", {}, ("8r12",), ""),
    ],
)
def test_the_digit_of_a_section_costs_no_reading(
    line: str, values: dict[str, Any], lost: tuple[str, ...], dropped: str
) -> None:
    """In front of the line it is left out and told; behind the last letter it is told as not understood."""
    found = understand(line)

    assert (found.values, found.not_understood, found.dropped) == (values, lost, dropped)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("p", ""),
        ("r16 p", "r16 "),
        ("bp", ""),
        ("p88 a", "p88 a"),
        ("r16 s", "r16 "),
        ("v", "v"),
        ("r16 Pulse is", "r16 "),
        ("blood", ""),
        ("o2", ""),
        ("b95 over", "b95"),
        ("alert", "alert"),
    ],
)
def test_a_letter_may_wait_for_its_number(words: str, left: str) -> None:
    """A p with a space behind it may be a pulse on its way, and raises no alarm."""
    assert without_waiting(words) == left


@given(st.text(max_size=60))
def test_any_text_may_be_typed(line: str) -> None:
    """It never fails, and a line that holds something is either understood somewhere or told."""
    found = understand(line)

    assert not line.strip() or found.values or found.not_understood or set(line.split()) == {"-"}


SPOKEN = ("resp 18", "sats 97", "air", "bp 120", "pulse 88", "alert", "temp 36.8")


@given(st.permutations(SPOKEN))
def test_words_come_in_any_order(parts: list[str]) -> None:
    """What is called out means what its letters mean."""
    assert understand(" ".join(parts)).values == WHOLE


@given(st.permutations(SPOKEN), st.integers(1, 300), st.integers(0, len(SPOKEN)))
def test_a_number_without_a_letter_is_told(parts: list[str], number: int, at: int) -> None:
    """Among values with letters it is no breath and is not dropped, wherever it stands."""
    found = understand(" ".join([*parts[:at], str(number), *parts[at:]]))

    assert (found.values, found.not_understood) == (WHOLE, (str(number),))


letters = st.permutations(["r18", "s97", "air", "b120", "p88", "a", "t36.8"])


@given(letters, st.sampled_from(["", " ", "  "]))
def test_letters_come_in_any_order(parts: list[str], between: str) -> None:
    """With spaces or without, as long as no bare letter touches the next word."""
    gap = between or " "
    assert understand(gap.join(parts)).values == WHOLE


def test_few_keys() -> None:
    """With Enter: a full set in at most 30 keys, pulse with SpO2 and ACVPU in at most 9."""
    full, three = "18 97 a 120 88 a 36.8", "p88s97a"

    assert (len(understand(full).values), len(understand(three).values)) == (7, 3)
    assert len(full) + 1 <= 30
    assert len(three) + 1 <= 9


@pytest.mark.parametrize("said", ["gcs15", "gcs 15", "GCS: 15", "glasgow 15", "gcs is 15"])
def test_a_sum_of_the_coma_scale_that_has_one_meaning_is_taken_apart(said: str) -> None:
    """Fifteen is everything, and three is nothing of each."""
    assert understand(f"r14 {said}").values == {"respiration": 14, "gcs_eye": 4, "gcs_verbal": 5, "gcs_motor": 6}
    assert understand("gcs 3").values == {"gcs_eye": 1, "gcs_verbal": 1, "gcs_motor": 1}


@pytest.mark.parametrize(
    ("said", "total"), [("gcs 14", "14"), ("gcs14", "14"), ("gcs 16", ""), ("gcs 1", ""), ("88", "")]
)
def test_any_other_sum_is_asked_for_by_its_parts(said: str, total: str) -> None:
    """Nothing is invented."""
    found = understand(f"r14 {said}")
    assert found.values == {"respiration": 14}
    assert gcs_of_many(" ".join(found.not_understood)) == total
