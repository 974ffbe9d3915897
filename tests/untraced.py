"""Work as a user meets it: without the coverage tracer, which more than doubles it.

For what measures time, and for a second and third walk through every page, whose lines the first has counted.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def untraced(clock: Callable[[], float] = time.process_time) -> Iterator[Callable[[], float]]:
    """Set the tracer aside for a while; what is given tells the seconds since then, by the clock."""
    tracer = sys.gettrace()
    sys.settrace(None)
    began = clock()
    try:
        yield lambda: clock() - began
    finally:
        sys.settrace(tracer)
