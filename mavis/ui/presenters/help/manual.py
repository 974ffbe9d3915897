"""The manual that comes with Mavis: its chapters in order, the chapter of each place, and where a word stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.ui.presenters.help.markdown import headings, plain_text

if TYPE_CHECKING:
    from pathlib import Path

CHAPTERS = (
    "index",
    "your-first-night",
    "training",
    "set-up",
    "unlock",
    "start-the-shift",
    "board",
    "visit",
    "find",
    "people",
    "close-the-shift",
    "settings",
    "if-something-goes-wrong",
    "for-coordinators",
    "for-planners-and-partners",
    "words-we-use",
)
"""The files of docs/manual without their ending, in the order of the contents."""

PLACES = {
    "everywhere": ("index", "keys-that-work-everywhere"),
    "first_run": ("set-up", ""),
    "training": ("training", ""),
    "handover": ("visit", ""),
    "unlock": ("unlock", ""),
    "hand_over": ("unlock", "somebody-else-takes-over"),
    "start": ("start-the-shift", ""),
    "board": ("board", ""),
    "crew": ("start-the-shift", "put-tonight-right"),
    "close": ("close-the-shift", ""),
    "settings": ("settings", ""),
    "open_referrals": ("for-coordinators", "open-referrals"),
    "contacts": ("for-coordinators", "the-contacts-card"),
    "last_shift": ("close-the-shift", "look-back-at-the-last-shift"),
    "find": ("find", ""),
    "people": ("people", "find-somebody"),
    "person": ("people", "the-page-of-one-person"),
    "duplicates": ("people", "possible-duplicates"),
    "forgetting": ("people", "forget-old-names"),
    "repeat_advice": ("people", "was-advice-offered"),
    "help": ("find", "see-the-keys"),
    "visit": ("visit", ""),
    "arrival": ("visit", "1-arrival"),
    "triage": ("visit", "2-triage"),
    "triage_more": ("visit", "2-triage"),
    "observations": ("visit", "3-observations"),
    "care": ("visit", "4-care"),
    "alcohol": ("visit", "5-alcohol"),
    "safety": ("visit", "6-safety-and-referrals"),
    "assault": ("visit", "assault"),
    "spiking": ("visit", "spiking"),
    "refusal": ("visit", "said-no-to-care"),
    "capacity": ("visit", "can-they-decide"),
    "safeguarding": ("visit", "6-safety-and-referrals"),
    "referrals": ("visit", "6-safety-and-referrals"),
    "leaving": ("visit", "7-leaving"),
}
"""The chapter and the heading that tell of each place; an empty heading is the top of the chapter."""


class Chapter(NamedTuple):
    """One page of the manual: the name of its file without the ending, its title, its text as Markdown."""

    name: str
    title: str
    text: str


class Hits(NamedTuple):
    """Where a word stands: how often in all, and the names of the chapters that have it, in order."""

    times: int
    chapters: tuple[str, ...]


class Manual:
    """The chapters, read when the manual is opened."""

    def __init__(self, folder: Path) -> None:
        """Read every chapter.

        Raises:
            OSError: a chapter is missing; this copy of Mavis is not whole.
        """
        texts = {name: (folder / f"{name}.md").read_text(encoding="utf-8") for name in CHAPTERS}
        self.chapters = tuple(Chapter(name, headings(text)[0][0], text) for name, text in texts.items())

    def chapter(self, name: str) -> Chapter | None:
        """The chapter of a name, or None when there is none."""
        return next((chapter for chapter in self.chapters if chapter.name == name), None)

    def find(self, wanted: str) -> Hits:
        """Where a word or some words stand, whatever their case."""
        looked_for = " ".join(wanted.split()).casefold()
        if not looked_for:
            return Hits(0, ())
        counts = {one.name: _count(one.text, looked_for) for one in self.chapters}
        return Hits(sum(counts.values()), tuple(name for name, count in counts.items() if count))


def where(target: str, here: str) -> tuple[str, str]:
    """The chapter and the heading that a link leads to: ``board.md#find``, or ``#find`` in the chapter itself."""
    page, _, heading = target.partition("#")
    return (page.removesuffix(".md") or here, heading)


def _count(text: str, looked_for: str) -> int:
    return " ".join(plain_text(text).split()).casefold().count(looked_for)
