"""What a verb says: words for a person, or one JSON object for a script; and the exit status of each failure."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import click

from mavis.domain.errors import MavisError
from mavis.system.wording import sentence, words

if TYPE_CHECKING:
    from types import TracebackType

BUG = 70


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a verb: lines for a person, plain values for a script, and the exit status."""

    lines: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    exit_status: int = 0


class Speaker:
    """The outermost frame of a verb: says its answer, or its failure as one sentence on stderr.

    A ``MavisError`` is said in its own words. Anything else is a bug, named by its kind only: a traceback might quote a
    record. ``status`` holds the exit status afterwards.
    """

    def __init__(self, *, as_json: bool, made_up: bool = False) -> None:
        """Speak to a person or to a script; each answer about ``made_up`` people says that they are."""
        self._as_json = as_json
        self._made_up = made_up
        self.status = 0

    def say(self, answer: Answer) -> None:
        """Print the answer; who closes the pipe has read enough, as ``head`` does, and nothing more is said."""
        self.status = answer.exit_status
        try:
            self._print(answer)
        except BrokenPipeError:
            self._say_no_more()

    def _print(self, answer: Answer) -> None:
        if self._as_json:
            values = {**answer.values, "training": True} if self._made_up else answer.values
            click.echo(json.dumps(values, ensure_ascii=False))
            return
        for line in (*((words("training.cli"),) if self._made_up and answer.lines else ()), *answer.lines):
            click.echo(line)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Say what went wrong; click's own usage errors pass through to click."""
        if not isinstance(failure, Exception) or isinstance(
            failure, click.ClickException | click.Abort | click.exceptions.Exit
        ):
            return False
        if isinstance(failure, MavisError):
            self._fail(sentence(failure), failure.exit_status)
        else:
            self._fail(words("cli.bug", kind=type(failure).__name__), BUG)
        return True

    @staticmethod
    def _say_no_more() -> None:
        """Let what still waits to be written go nowhere, or Python complains of it at its end."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

    def _fail(self, text: str, status: int) -> None:
        self.status = status
        if self._as_json:
            click.echo(json.dumps({"error": text, "exit": status}, ensure_ascii=False))
        else:
            click.echo(text, err=True)
