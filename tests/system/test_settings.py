"""Settings are kept, and a spoilt file never stops the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.errors import StorageError
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.system.settings import Loaded, Settings, Theme, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings of the test lie."""
    return tmp_path / "settings.json"


def test_what_is_saved_is_loaded(path: Path) -> None:
    """Every field, and what a newer Mavis wrote."""
    hidden = SmallNumberRule.HIDE_1_TO_4
    tomorrow = {"from_tomorrow": [1, {"a": None}]}
    chosen = Settings(Theme.AMBER, 150, 30, 10, "Riverside", "bus2", "B", 30, hidden, 28, 6, True, 10, 45, tomorrow)
    save_settings(path, chosen)
    assert load_settings(path) == Loaded(chosen)


def test_no_file_means_defaults_without_a_notice(path: Path) -> None:
    """The first start."""
    assert load_settings(path) == Loaded(Settings())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 200_000, b'{"text_percent": 1e'])
def test_a_damaged_file_means_defaults_and_a_notice(path: Path, content: bytes) -> None:
    """Never a crash."""
    path.write_bytes(content)
    assert load_settings(path) == Loaded(Settings(), ("file",))


def test_a_folder_in_its_place_means_defaults_and_a_notice(path: Path) -> None:
    """What cannot be read is like what is damaged."""
    path.mkdir()
    assert load_settings(path) == Loaded(Settings(), ("file",))


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("text_percent", 99),
        ("text_percent", 201),
        ("text_percent", True),
        ("text_percent", 120.5),
        ("veil_seconds", 0),
        ("lock_minutes", 0),
        ("lock_minutes", 11),
        ("scheme", "x" * 81),
        ("scheme", "a\nb"),
        ("site", ""),
        ("device_letter", "KK"),
        ("device_letter", "é"),
        ("backup_minutes", 1),
        ("check_minutes_urgent", 4),
        ("check_minutes_calm", 121),
    ],
)
def test_a_value_out_of_range_has_its_default_and_a_notice(path: Path, name: str, bad: object) -> None:
    """The others keep what they are; locking can never be set off."""
    path.write_text(json.dumps({"scheme": "Riverside", "veil_seconds": 90} | {name: bad}))
    loaded = load_settings(path)
    assert loaded.unusable == (name,)
    assert getattr(loaded.settings, name) == getattr(Settings(), name)
    assert "Riverside" in (loaded.settings.scheme, "Riverside" if name == "scheme" else "")


def test_each_setting_can_be_written_and_has_a_rule(path: Path) -> None:
    """A new field without a rule would be taken from the file unchecked."""
    save_settings(path, Settings())
    plain: dict[str, Any] = json.loads(path.read_text())
    assert set(plain) == set(Settings._fields) - {"others"}
    assert load_settings(path).unusable == ()


def test_a_disk_that_refuses_leaves_the_old_file(tmp_path: Path) -> None:
    """Written whole or not at all."""
    with pytest.raises(StorageError, match="folder_missing"):
        save_settings(tmp_path / "gone" / "settings.json", Settings())
