"""Count how often each level of agreement is met between two records of one person (m) and of two people (u).

``python -m benchmarks.estimating`` prints both, for FEBRL's datasets 2 and 3 and for people made with the seed
``TUNING``: where the figures of ``mavis/domain/people/weights.py`` come from. What is reported on is not looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.labelled import febrl
from benchmarks.visitors import TUNING, Chance, Visitors
from mavis.domain.people.population import count
from mavis.system.matching import load_matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.visitors import Labelled
    from mavis.domain.people.matcher import Known, Matcher

_STRANGERS = 200_000


def levels(labelled: Labelled) -> Iterator[tuple[str, float, float]]:
    """Each reason with its share among the true pairs and among pairs drawn by chance."""
    matcher = load_matcher(population=count(labelled.people))
    known = {person.id: matcher.know(person) for person in labelled.people}
    chance, ids = Chance(TUNING), list(known)
    same = _shares(matcher, (tuple(known[one] for one in sorted(pair)) for pair in labelled.truth))
    strangers = _shares(matcher, ([known[one] for one in chance.sample(ids, 2)] for _ in range(_STRANGERS)))
    for why in sorted(same.keys() | strangers.keys()):
        yield why, same.get(why, 0.0), strangers.get(why, 0.0)


def _shares(matcher: Matcher, pairs: Iterable[Iterable[Known]]) -> dict[str, float]:
    found: Counter[str] = Counter()
    total = 0
    for one, other in pairs:
        total += 1
        found.update(reason.why.value for reason in matcher.compare(one, other).reasons)
        found.update(_halves(matcher, one, other))
    return {why: times / total for why, times in found.items()}


def _halves(matcher: Matcher, one: Known, other: Known) -> Iterator[str]:
    """The levels of given and family name by themselves, which a whole name hides."""
    if one.names and other.names:
        first, second = one.names[0], other.names[0]
        halves = (
            matcher.name_comparing.given(first.given, second.given),
            matcher.name_comparing.family(first.family, second.family),
        )
        yield from (f"half: {reason.why.value}" for reason in halves if reason is not None)


def main() -> None:
    """Print a table for each set."""
    made = {"FEBRL 2": febrl(2, "day"), "FEBRL 3": febrl(3, "day"), "made up": Visitors(TUNING).many(5_000, 1_000)}
    for name, labelled in made.items():
        sys.stdout.write(f"{name}\n")
        for why, m, u in levels(labelled):
            sys.stdout.write(f"  {why:<28} m {m:.4f}  u {u:.5f}\n")


if __name__ == "__main__":
    main()
