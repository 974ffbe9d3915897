"""The kinds of failure that people are told about; anything else is a bug."""

from __future__ import annotations


class MavisError(Exception):
    """A failure with a sentence for the reader.

    It carries the key of the sentence in resources/wording (below ``errors``) and the facts that fill its blanks,
    so that the words can be changed or translated. Facts never hold personal data: they may reach a log.
    """

    exit_status = 70

    def __init__(self, key: str, **facts: str | int) -> None:
        """Remember which sentence to say and what fills its blanks."""
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        """The key and its facts, for logs; readers get the sentence from the wording."""
        return " ".join([self.key, *(f"{name}={fact}" for name, fact in self.facts.items())])


class UserError(MavisError):
    """Something the person can put right: the sentence says what to do. Exit status 1."""

    exit_status = 1


class StorageError(MavisError):
    """The environment fails: disk full, locked, damaged, missing or too new. Exit status 3."""

    exit_status = 3


class UnreadableError(MavisError):
    """A record lies whole in the store, and this Mavis cannot make out what it says. Exit status 3.

    Unlike a ``StorageError`` it is not cured by trying again.
    """

    exit_status = 3
