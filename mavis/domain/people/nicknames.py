"""Which given names are one name: Kate and Cathy are both Catherine, Katherine is Catherine written otherwise."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name with other spellings and with its short forms, all folded."""

    name: str
    spelt: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


class Nicknames:
    """The table of given names, asked from either side."""

    def __init__(self, names: Iterable[GivenName] = ()) -> None:
        """Take the names of a reference table; a short form may belong to several."""
        origins: defaultdict[str, set[str]] = defaultdict(set)
        forms: dict[str, tuple[str, ...]] = {}
        for one in names:
            forms[one.name] = (one.name, *one.spelt, *one.short)
            for form in forms[one.name]:
                origins[form].add(one.name)
        self._origins: Mapping[str, frozenset[str]] = {form: frozenset(of) for form, of in origins.items()}
        self._forms: Mapping[str, tuple[str, ...]] = forms

    @property
    def size(self) -> int:
        """How many pairs of a name and another form of it there are."""
        return sum(len(forms) - 1 for forms in self._forms.values())

    def __contains__(self, word: str) -> bool:
        """Whether the word is known as a given name or a form of one."""
        return word in self._origins

    def origins(self, word: str) -> frozenset[str]:
        """The given names that a word is a form of; the word itself when the table does not know it."""
        return self._origins.get(word) or frozenset({word})

    def shared(self, one: str, other: str) -> str | None:
        """A given name that both are forms of, the name itself before others; None when there is none."""
        known = self._origins.get(one)
        common = known & self.origins(other) if known else frozenset[str]()
        return min(common, key=lambda name: (name not in (one, other), name), default=None)

    def forms(self, word: str) -> tuple[str, ...]:
        """All forms of all names that a word is a form of, without the word."""
        found = dict.fromkeys(form for name in sorted(self.origins(word)) for form in self._forms.get(name, ()))
        return tuple(form for form in found if form != word)
