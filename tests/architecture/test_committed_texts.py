"""What is committed speaks of the project alone: no address of a package registry, no path of one machine."""

from __future__ import annotations

import re

from tests.architecture.source import committed_texts

# Put together here, so that this file does not hold what it looks for.
_HOSTS = "|".join(
    re.escape(host) for host in ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb" + ".debian.org")
)
_FOLDERS = "|".join(("work", "root", "tmp", "opt", "Users"))
_MACHINE_PATH = re.compile(rf"(?<![\w.~}}/-])/({_FOLDERS})/[\w.]")


def _found(pattern: str | re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number} {line.strip()[:120]}"
        for path, text in committed_texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(pattern, line)
    ]


def test_no_package_registry_is_named() -> None:
    """Where packages come from is the choice of whoever installs Mavis."""
    assert _found(_HOSTS) == []


def test_no_path_of_a_machine_is_named() -> None:
    """A checkout works wherever it lies."""
    assert _found(_MACHINE_PATH) == []
