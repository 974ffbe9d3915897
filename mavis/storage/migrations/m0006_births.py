"""The sixth step: people are found by when they may have been born, though nobody told more than an age.

An age on a night leaves two years. The years of both ends of the time that is left lie in an index, taken from the JSON
in which a birth is kept, so that those who are written down already are found as well; people of the same two years lie
in the order of their ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection


def step(db: Connection) -> None:
    """Make the index."""
    db.execute(
        """CREATE INDEX person_by_birth ON person
        (substr(json_extract(birth, '$.last'), 1, 4), substr(json_extract(birth, '$.first'), 1, 4))"""
    )
