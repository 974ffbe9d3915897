"""The code on paper: every slip is noticed, every habit of typing forgiven."""

from __future__ import annotations

import pytest

from mavis.domain.errors import UserError
from mavis.storage.recovery_code import ALPHABET, SIGNS, new_recovery_code, read_recovery_code


def refused(typed: str) -> bool:
    """Whether the text is turned away."""
    try:
        read_recovery_code(typed)
    except UserError as error:
        return error.key == "recovery_code_not_read"
    return False


def test_a_code_reads_back_as_itself() -> None:
    """28 signs in seven groups of four; no two codes are alike."""
    codes = {new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4] * 7
        assert read_recovery_code(code) == code


def test_case_spaces_and_look_alikes_are_forgiven() -> None:
    """People type as they read."""
    code = new_recovery_code()
    for typed in (
        code.lower(),
        code.replace("-", " "),
        f"  {code.replace('-', '')}\n",
        code.replace("-", " \N{EN DASH} "),
    ):
        assert read_recovery_code(typed) == code
    assert read_recovery_code(code.replace("0", "o").replace("1", "l")) == code
    assert read_recovery_code(code.replace("1", "I")) == code


@pytest.mark.parametrize("round_number", range(20))
def test_every_wrong_sign_is_noticed(round_number: int) -> None:
    """Each place, each other sign: 868 slips a code."""
    code = new_recovery_code().replace("-", "")
    slips = [code[:at] + sign + code[at + 1 :] for at in range(SIGNS) for sign in ALPHABET if sign != code[at]]
    assert len(slips) == SIGNS * 31, round_number
    assert all(refused(slip) for slip in slips)


@pytest.mark.parametrize("round_number", range(50))
def test_every_swap_of_two_signs_is_noticed(round_number: int) -> None:
    """Neighbours, and signs any distance apart."""
    code = new_recovery_code().replace("-", "")
    for first in range(SIGNS):
        for second in range(first + 1, SIGNS):
            signs = list(code)
            signs[first], signs[second] = signs[second], signs[first]
            assert code[first] == code[second] or refused("".join(signs)), round_number


def test_too_short_too_long_and_foreign_signs_are_refused() -> None:
    """Nothing else is a code."""
    code = new_recovery_code()
    for typed in ("", code[:-1], f"{code}0", code[:-1] + "U", code[:-1] + "é", code[:-1] + "٣"):
        assert refused(typed)
