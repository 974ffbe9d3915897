"""Where the files of resources/ lie: beside the source, inside the wheel, or in the frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import mavis

_PACKAGE = Path(mavis.__file__).parent


@cache
def resource_folder() -> Path:
    """The folder that holds fonts, icons, wording and reference data."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [_PACKAGE.parent / "resources", _PACKAGE / "_resources"]
    if frozen is not None:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if (place / "wording").is_dir():
            return place
    raise FileNotFoundError(str(places[0]))


def resource(*parts: str) -> Path:
    """The path of one shipped file, for example ``resource("fonts", "open-sans", "OFL.txt")``."""
    return resource_folder().joinpath(*parts)


@cache
def manual_folder() -> Path:
    """The folder of the manual: in docs/ beside the source, else among the shipped files."""
    beside = _PACKAGE.parent / "docs" / "manual"
    return beside if beside.is_dir() else resource("manual")
