"""Every word that a person reads, looked up by key in resources/wording."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from mavis.domain.errors import MavisError
from mavis.system.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import Enum

_LANGUAGE = "en"


def words(key: str, /, **facts: object) -> str:
    """The text of a key, its ``{blanks}`` filled with the facts.

    A text about a number has two forms, ``key.one`` and ``key.other``; the fact ``n`` chooses: "1 visit", "2 visits".

    Raises:
        KeyError: the key is not in the wording; a test finds each key that the code uses.
    """
    texts = _words_beside(key)
    if "n" in facts and key not in texts:
        key = f"{key}.one" if facts["n"] == 1 else f"{key}.other"
    text = texts[key]
    return text.format(**facts) if facts else text


def has_words(key: str) -> bool:
    """Whether the wording has a text for a key that is put together while the program runs."""
    return key in _words_beside(key)


def label(code: Enum) -> str:
    """The name of a code for people: ``codes.<class in snake case>.<value>``."""
    return words(f"codes.{_snake(type(code).__name__)}.{code.value}")


def sentence(failure: Exception) -> str:
    """What to tell a person about a failure.

    Raises:
        Exception: the failure itself when nobody put it into words, for it is a bug and is to be shown as one.
    """
    if not isinstance(failure, MavisError):
        raise failure
    return words(f"errors.{failure.key}", **failure.facts)


@cache
def all_words() -> dict[str, str]:
    """Each key with its text, from every file of the language."""
    found: dict[str, str] = {}
    for path in sorted(resource("wording", _LANGUAGE).glob("*.toml")):
        found.update(_file_words(path.stem))
    return found


def _words_beside(key: str) -> dict[str, str]:
    """The words of the file that has a key; a table may have a file of its own, as ``codes.role.toml``."""
    stem, _, rest = key.partition(".")
    table, dot, _ = rest.partition(".")
    return (_file_words(f"{stem}.{table}") if dot else {}) or _file_words(stem)


@cache
def _file_words(stem: str) -> dict[str, str]:
    """The keys of one file, read when its first word is needed; none when there is no such file."""
    path = resource("wording", _LANGUAGE, f"{stem}.toml")
    if not path.is_file():
        return {}
    return dict(_flat(stem, tomllib.loads(path.read_text(encoding="utf-8"))))


def _flat(prefix: str, table: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            yield from _flat(key, value)
        else:
            yield key, str(value)


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
