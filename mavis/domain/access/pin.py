"""The rule of a PIN for one night: 4 to 6 digits, and none that anybody would try first."""

from __future__ import annotations

from itertools import pairwise

from mavis.domain.errors import UserError

FEWEST, MOST = 4, 6


def check_pin(pin: str) -> None:
    """Take a PIN that is worth having.

    Raises:
        UserError: not 4 to 6 digits (``pin_digits``), or the same digit or a run like 1234 all along (``pin_simple``).
    """
    if not (pin.isascii() and pin.isdigit() and FEWEST <= len(pin) <= MOST):
        raise UserError("pin_digits")
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        raise UserError("pin_simple")
