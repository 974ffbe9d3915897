"""The matcher in force: with the nicknames of the scheme or of Mavis, and with RapidFuzz for spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.matcher import Matcher
from mavis.domain.people.names import words_of
from mavis.domain.people.nicknames import GivenName, Nicknames
from mavis.system.reference_file import read_reference
from mavis.system.resources import resource
from mavis.system.spelling import RapidSpelling

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.domain.people.population import Population
    from mavis.system.reference_file import Entry

_FILE = "nicknames.toml"


def load_matcher(folder: Path | None = None, population: Population | None = None) -> Matcher:
    """The matcher; a file ``nicknames.toml`` in the scheme's own folder stands in for the shipped one.

    Raises:
        UserError: the file is broken; the sentence names the file, the entry and the field.
    """
    return Matcher(load_nicknames(folder), RapidSpelling(), population)


def load_nicknames(folder: Path | None = None) -> Nicknames:
    """The table of given names in force.

    Raises:
        UserError: the file is broken; the sentence names the file, the entry and the field.
    """
    own = folder / _FILE if folder is not None else None
    path = own if own is not None and own.exists() else resource("reference", _FILE)
    return Nicknames(read_reference(path, "name", frozenset({"spelt", "short"})).records(_given_name))


def _given_name(entry: Entry) -> GivenName:
    return GivenName(entry.code(), words_of(entry.text("spelt", "")), words_of(entry.text("short", "")))
