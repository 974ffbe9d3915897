"""The drinks that a person tells of, counted by kind; the units are worked out as they grow."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import add_drinks, talk_of
from mavis.domain.errors import UserError
from mavis.domain.scores.units import units, units_text
from mavis.domain.scores.usual_drinks import UsualDrink
from mavis.system.wording import sentence, words
from mavis.ui.presenters.desk.edit_words import inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

_SIZE = re.compile(r"\d{1,5}")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,3}))?[ %]*")


class DrinksPresenter:
    """The usual drinks of the scheme, those of one's own beside them, and how many of each."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record as it stands."""
        self.is_open = False
        """Whether the calculator stands in the place of the question."""
        self._desk = desk
        self._visit = visit

    @property
    def kinds(self) -> tuple[UsualDrink, ...]:
        """The usual drinks, then the others that were told."""
        usual = self._desk.reference.drinks
        known = {(drink.millilitres, drink.strength_tenths) for drink in usual}
        told = talk_of(self._visit()).drinks
        own = (one for one in told if (one.millilitres, one.strength_tenths) not in known)
        return (*usual, *(_own(one.millilitres, one.strength_tenths) for one in own))

    def count(self, drink: UsualDrink) -> int:
        """How many of a kind were told."""
        told = talk_of(self._visit()).drinks
        size = (drink.millilitres, drink.strength_tenths)
        return next((one.count for one in told if (one.millilitres, one.strength_tenths) == size), 0)

    def add(self, drink: UsualDrink, count: int = 1) -> None:
        """One more of a kind, or one less."""
        if count < 0 and not self.count(drink):
            return
        key = "alcohol.said.drink" if count > 0 else "alcohol.said.no_drink"
        edit = add_drinks(drink.millilitres, drink.strength_tenths, count)
        self._desk.edit(self._visit().id, edit, words(key, name=inside(drink.name)))

    def add_own(self, millilitres: str, percent: str) -> str:
        """Add a drink of a size and strength of one's own; returns what is wrong with the words."""
        large, strong = _SIZE.fullmatch(millilitres.strip()), _PERCENT.fullmatch(percent.strip())
        if large is None or strong is None:
            return words("alcohol.wrong.drink")
        size, strength = int(large[0]), Fraction(f"{strong[1]}.{strong[2] or 0}")
        try:
            units(size, strength)
        except UserError as wrong:
            return sentence(wrong)
        self.add(_own(size, int(strength * 10)))
        return ""


def size_words(drink: UsualDrink) -> str:
    """How large and strong one of a kind is, and its units: ``568 ml, 5%: 2.8``."""
    percent = f"{drink.strength_tenths // 10}.{drink.strength_tenths % 10}".removesuffix(".0")
    size = drink.millilitres
    return words("alcohol.units.each", millilitres=size, percent=percent, units=units_text(drink.units))


def _own(millilitres: int, strength_tenths: int) -> UsualDrink:
    code = f"own_{millilitres}_{strength_tenths}"
    return UsualDrink(code, words("alcohol.units.own"), millilitres, strength_tenths)
