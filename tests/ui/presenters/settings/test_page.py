"""Settings without a window: written at once, rights, people, backups, the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Role
from mavis.domain.errors import MavisError, UserError
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.system.settings import Settings, Theme, load_settings
from mavis.system.wording import words
from mavis.ui.look.tokens import ThemeName
from mavis.ui.presenters.settings.page import SettingsPresenter
from mavis.ui.presenters.shared.folders import folder_text
from tests.programs import FOUR_WORDS
from tests.ui.scheme import StraightDoors, fail

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from tests.builders import SettableClock

WORDS = "twelve brown horses ran"


@pytest.fixture
def settings(program: Program, session: Session) -> SettingsPresenter:
    """The settings of the coordinator."""
    return SettingsPresenter(program, session, StraightDoors())


@pytest.mark.parametrize(
    ("name", "code", "value"),
    [
        ("theme", "amber", Theme.AMBER),
        ("text_percent", "150", 150),
        ("veil_seconds", "30", 30),
        ("lock_minutes", "1", 1),
        ("small_numbers", "hide_1_to_4", SmallNumberRule.HIDE_1_TO_4),
    ],
)
def test_a_choice_is_on_the_disk_at_once(
    settings: SettingsPresenter, program: Program, name: str, code: str, value: object
) -> None:
    """The file holds it before anybody is told."""
    written: list[Settings] = []
    settings.choose(name, code, written.append, fail)

    assert getattr(written[0], name) == value
    assert load_settings(program.paths.settings).settings == written[0]
    assert settings.chosen(name) == code


def test_a_value_written_by_hand_is_a_choice_of_its_own(settings: SettingsPresenter, program: Program) -> None:
    """45 seconds stand between 30 and 60."""
    program.preferences.change(veil_seconds=45)

    assert [code for code, _ in settings.choices("veil_seconds")] == ["30", "45", "60", "120", "300"]
    assert [told for _, told in settings.choices("veil_seconds")] == ["30 sec", "45 sec", "1 min", "2 min", "5 min"]
    assert settings.chosen("veil_seconds") == "45"


def test_a_lead_makes_no_recovery_code(program: Program, session: Session, settings: SettingsPresenter) -> None:
    """The services refuse as well."""
    assert settings.manages
    ruth = session.people.add(session.actor, "Ruth E.", Role.LEAD, WORDS)
    session.close()
    lead = program.unlock(ruth.id, WORDS)
    theirs = SettingsPresenter(program, lead, StraightDoors())
    failures: list[Exception] = []
    theirs.new_code(lambda _: None, failures.append)
    lead.close()

    assert not theirs.manages
    assert [failure.key for failure in failures if isinstance(failure, MavisError)] == ["not_allowed"]


def test_the_look_follows_the_choice(settings: SettingsPresenter) -> None:
    """Amber night at a text size."""
    look = settings.look(Settings(theme=Theme.AMBER, text_percent=125))

    assert (look.name, look.text_percent) == (ThemeName.AMBER_NIGHT, 125)


def test_the_age_of_the_newest_backup_is_said(
    settings: SettingsPresenter, clock: SettableClock, session: Session
) -> None:
    """None, just now, minutes, hours, days."""
    lines: list[str] = []
    settings.backup_line(lines.append, fail)
    assert lines.pop() == words("settings.backups.none")
    settings.back_up(lambda: None, fail)
    for hours in (0, 0.5, 3, 100):
        clock.advance(hours=hours)
        settings.backup_line(lines.append, fail)

    assert session.backups.newest() is not None
    assert [line.partition(", ")[2] for line in lines] == ["just now", "30 min ago", "3 h ago", "4 days ago"]


def test_a_new_recovery_code_opens_and_the_old_does_not(
    settings: SettingsPresenter, program: Program, session: Session
) -> None:
    """The paper in the drawer is replaced; passphrases stay what they were."""
    codes: list[str] = []
    settings.new_code(codes.append, fail)
    settings.new_code(codes.append, fail)
    session.close()

    program.unlock_with_recovery(codes[1]).close()
    program.unlock(program.access.people()[0].id, FOUR_WORDS).close()
    with pytest.raises(UserError):
        program.unlock_with_recovery(codes[0])


def test_about_names_versions_and_the_folder(settings: SettingsPresenter, program: Program) -> None:
    """What a coordinator is asked on the phone."""
    lines = settings.about()

    assert program.reference.flags.version in lines[1]
    assert folder_text(program.paths.root) in lines[-1]
