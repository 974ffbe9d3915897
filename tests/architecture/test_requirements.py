"""What gets installed is known to the byte, and comes from wherever the reader's own settings say."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.source import ROOT

_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][\w.]*)(?P<hashes>( --hash=sha256:[0-9a-f]{64})+)")
_FILES = ("run.txt", "dev.txt")


def _lines(name: str) -> list[str]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def _pins(name: str) -> dict[str, str]:
    return {match["name"]: match["version"] for line in _lines(name) if (match := _PIN.fullmatch(line))}


def _declared() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dev = project["optional-dependencies"]["dev"]
    return {"run.txt": project["dependencies"], "dev.txt": [*project["dependencies"], *dev]}


@pytest.mark.parametrize("name", _FILES)
def test_every_requirement_has_one_version_and_its_hashes(name: str) -> None:
    """A line that is not ``name==version`` with hashes, such as an option or an address, is refused."""
    assert [line for line in _lines(name) if not _PIN.fullmatch(line)] == []


@pytest.mark.parametrize("name", _FILES)
def test_every_dependency_of_the_project_is_pinned(name: str) -> None:
    """``make lock`` was run after pyproject.toml changed."""
    names = {re.split(r"[^A-Za-z0-9.-]", declared)[0].lower().replace(".", "-") for declared in _declared()[name]}

    assert names - set(_pins(name)) == set()


def test_developers_run_the_versions_that_people_run() -> None:
    """The file for development holds every pin of the file for running."""
    assert _pins("run.txt").items() <= _pins("dev.txt").items()
