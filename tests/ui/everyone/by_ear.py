"""One visit and the end of a shift by ear alone; prints what was announced, one sentence a line.

Usage, inside a display and a session bus of its own: ``python3 -m tests.ui.everyone.by_ear COMMAND ...``
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.ui.everyone.ear import Ear

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(command: Sequence[str]) -> None:
    """Start Mavis by its command and play the night on it."""
    ear = Ear(command)
    try:
        _unlock(ear)
        _log_a_visit(ear)
        _look_after(ear)
        _leave(ear)
        _close_the_shift(ear)
    finally:
        ear.stop()
    sys.stdout.write("\n".join(ear.announced))


def _unlock(ear: Ear) -> None:
    ear.type("Your passphrase", "four plain brown horses", role="password text")
    ear.press("push button", "Unlock")
    ear.hear("Unlocked")


def _log_a_visit(ear: Ear) -> None:
    ear.press("push button", "New visit")
    ear.hear("Visit ")
    ear.choose("check box", "Drunk", "Arrival")
    ear.choose("radio button", "18", "Age")
    ear.choose("radio button", "female", "Gender")
    ear.type("Name or nickname", "Blue Jay")


def _look_after(ear: Ear) -> None:
    ear.press("page tab", "Triage")
    ear.choose("radio button", "AMBER", "Triage")
    ear.press("page tab", "Observations")
    ear.choose("radio button", "Alert", "How awake?")
    ear.type("Observations in one line", "r16 s97 b118/70 p88 t36.8")
    ear.find("label", "NEWS2 0")
    ear.press("push button", "Keep")
    ear.press("push button", "Done")
    ear.choose("check box", "Water", "Care")
    ear.pick("Found at", "Looked after by", "Dev P.")
    ear.hear("Looked after by")


def _leave(ear: Ear) -> None:
    ear.press("page tab", "Leaving")
    ear.choose("radio button", "Taxi", "Leaving")
    ear.choose("radio button", "Nothing", "Without the bus")
    ear.press("push button", "Finish the visit")
    ear.find("push button", "New visit")


def _close_the_shift(ear: Ear) -> None:
    ear.press("page tab", "Close shift")
    ear.find("label", "Summary, ")
    ear.press("push button", "Print")
    ear.hear("Sent to the printer")
    ear.press("push button", "Hold to close")
    ear.hear("Press it once more")
    ear.press("push button", "Hold to close")
    ear.find("label", "The shift is closed")


if __name__ == "__main__":
    main(sys.argv[1:])
