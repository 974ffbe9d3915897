"""The tables of keys in the manual, written from the one table of shortcuts, so that paper and program agree.

A chapter says ``<!-- keys: board -->`` where the table of a place belongs, and ``<!-- end of keys -->`` after it.
"""

from __future__ import annotations

import re

from mavis.ui.keys.shortcuts import Place, key_group

_TABLE = re.compile(r"<!-- keys: (\w+) -->\n.*?<!-- end of keys -->", re.DOTALL)


def with_keys(text: str) -> str:
    """The text of a chapter, each table of keys written anew.

    Raises:
        ValueError: a table belongs to a place that there is not.
    """
    return _TABLE.sub(lambda found: _table(Place(found[1])), text)


def _table(place: Place) -> str:
    rows = "\n".join(f"| `{keys}` | {what} |" for keys, what in key_group(place).rows)
    return f"<!-- keys: {place.value} -->\n\n| Key | What it does |\n| --- | --- |\n{rows}\n\n<!-- end of keys -->"
