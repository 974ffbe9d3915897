"""What people are told about a failure, and what the log keeps of it."""

from __future__ import annotations

from mavis.domain.errors import MavisError
from mavis.system.logs import log_failure
from mavis.system.wording import sentence, words


def told(failure: BaseException, key: str = "window.bug") -> str:
    """The sentence of a failure; a bug is told with the words of ``key``, by its kind alone.

    A bug's text may quote a record, so it is told to nobody. The log gets its kind and the lines of code it came
    through, for whoever mends it.
    """
    if isinstance(failure, MavisError):
        return sentence(failure)
    log_failure(failure)
    return words(key, kind=type(failure).__name__)
