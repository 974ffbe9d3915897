"""Ranking commands: forgiving, plain, and what fits equally well keeps its order."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.help import palette
from mavis.ui.presenters.help.palette import Command, PalettePresenter


def nothing() -> None:
    """Do nothing."""


NAMES = (
    "Observe K7",
    "Set triage for K14",
    "New visit",
    "Close the shift",
    "Go to settings",
    "Observe K9",
    "Count Water",
    "Hand over to Ruth E.",
)
COMMANDS = [Command(name, nothing, found_by="Wren" if name.endswith("K9") else "") for name in NAMES]


def no_offer(_text: str, _alone: bool) -> Command | None:
    """Nothing is made of the text itself."""
    return None


def found(text: str) -> list[str]:
    """The names of what fits, best first."""
    return [command.name for command in PalettePresenter(COMMANDS, no_offer).find(text).commands]


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("obs", "Observe K7"),
        ("OBS k9", "Observe K9"),
        ("k9", "Observe K9"),
        ("new", "New visit"),
        ("visit", "New visit"),
        ("watr", "Count Water"),
        ("settigns", "Go to settings"),
        ("triage k14", "Set triage for K14"),
        ("ruth", "Hand over to Ruth E."),
        ("ruht", "Hand over to Ruth E."),
        ("close shift", "Close the shift"),
        ("shift close", "Close the shift"),
        ("wren", "Observe K9"),
    ],
)
def test_a_few_letters_find_it(typed: str, best: str) -> None:
    """A beginning, a middle, a slip of the finger, any order, a hidden word."""
    assert found(typed)[0] == best


def test_what_fits_equally_well_keeps_its_order() -> None:
    """So the overdue, who are listed first, stay first."""
    assert found("obs") == ["Observe K7", "Observe K9"]


def test_a_beginning_comes_before_a_middle_and_a_slip_last() -> None:
    """Whole word, beginning, inside, alike."""
    names = ["Unshift", "Shafts", "Shifting", "Shift"]
    ranked = PalettePresenter([Command(name, nothing) for name in names], no_offer).find("shift").commands

    assert [command.name for command in ranked] == ["Shift", "Shifting", "Unshift", "Shafts"]


@pytest.mark.parametrize("typed", ["zzzz", "obs zzzz", "wzx", "k777"])
def test_every_typed_word_must_fit(typed: str) -> None:
    """Three letters are never guessed at."""
    assert found(typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_no_text_lists_everything(typed: str) -> None:
    """In the order in which it was handed in, and counted."""
    shown = PalettePresenter(COMMANDS, no_offer).find(typed)

    assert [command.name for command in shown.commands] == list(NAMES)
    assert shown.total == len(NAMES)


@pytest.mark.parametrize("typed", ["((", "'", "²", "a" * 5000, "🙂 🙂"])
def test_strange_text_is_only_text(typed: str) -> None:
    """No pattern, no failure."""
    PalettePresenter(COMMANDS, no_offer).find(typed)


def test_an_offer_stands_first() -> None:
    """A line that reads like a visit is what was meant."""
    presenter = PalettePresenter(COMMANDS, lambda text, _alone: Command(f"New visit: {text}", nothing))

    assert [command.name for command in presenter.find("2310 m").commands] == ["New visit: 2310 m"]
    assert presenter.find("").commands[0].name == NAMES[0]


def test_a_keystroke_looks_for_slips_once_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """With 400 commands too: no comparison of everything with everything, and none for a short word."""
    compared: list[str] = []

    def unlike(_typed: str, word: str) -> bool:
        compared.append(word)
        return False

    monkeypatch.setattr(palette, "is_slip", unlike)
    many = [Command(f"Observe K{number}", nothing) for number in range(400)]
    presenter = PalettePresenter(many, no_offer)
    presenter.find("obs k12")
    assert compared == []
    presenter.find("abserve k12")

    assert len(compared) == 400 * 2


def test_a_screen_reader_hears_all_but_what_is_hidden() -> None:
    """Command, detail and keys; never the name that found it."""
    command = Command("Observe K7", nothing, detail="man, grey coat", keys=("1", "3"), found_by="Wren")

    assert command.spoken == "Observe K7, man, grey coat, 1 3"


def testnothing_is_guessed_from_a_word_that_a_command_never_shows() -> None:
    """A person's name that looks a little like another word for the settings does not lead there."""
    settings = Command("Go to settings", nothing, also="save. stick. dark.")

    assert [PalettePresenter([settings], no_offer).find(typed).commands for typed in ("dave", "sick")] == [(), ()]
    assert PalettePresenter([settings], no_offer).find("setings").commands == (settings,)


def test_words_that_are_begun_come_before_all_that_only_look_alike() -> None:
    """Another word for a command that is begun beats a middle of a command's own words, however many of them."""
    alike = Command("Overlooked afterwards", nothing)
    begun = Command("Who stays", nothing, also="looked-after. nobody-looked.")
    find = PalettePresenter([alike, begun], no_offer).find

    assert find("looked").commands == (begun, alike)
    assert find("looked after").commands == (begun, alike)


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("left", True), ("bef", True), ("left looked", True), ("ooked", False), ("befroe", False), ("seen left", True)],
)
def test_what_changes_a_record_is_never_guessed_at(typed: str, is_found: bool) -> None:
    """By a word or its beginning alone: neither by its middle nor by a slip of the finger."""
    answer = Command("Left before seen", nothing, also="nobody-looked.", changes=True)

    assert bool(PalettePresenter([answer], no_offer).find(typed).commands) is is_found
