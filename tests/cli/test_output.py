"""What a verb says to a reader who has had enough."""

from __future__ import annotations

import subprocess
import sys

_TALKATIVE = """
import sys
from mavis.cli.output import Answer, Speaker

with Speaker(as_json=False) as speaker:
    speaker.say(Answer(("a line of some length, again and again",) * 20_000))
sys.exit(speaker.status)
"""


def test_a_pipe_that_is_closed_ends_quietly() -> None:
    """As with ``mavis people find jo | head -5``: no bug is told of, and nothing is complained of at the end."""
    said = subprocess.Popen([sys.executable, "-c", _TALKATIVE], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with said:
        if said.stdout is None or said.stderr is None:
            raise TypeError(said)
        first = said.stdout.readline()
        said.stdout.close()
        complaint = said.stderr.read()
    assert first.startswith(b"a line")
    assert (said.returncode, complaint) == (0, b"")
