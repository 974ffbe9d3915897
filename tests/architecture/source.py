"""The project's own files, read once, for the tests that look at them."""

from __future__ import annotations

import ast
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FOLDERS = ("mavis", "tests", "benchmarks", "packaging")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path below the root, its text, its syntax tree and every node of that."""

    path: str
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())


@cache
def sources(folder: str = "") -> tuple[Source, ...]:
    """Every Python file of the project, or those of one of its folders."""
    folders = (folder,) if folder else _FOLDERS
    paths = sorted(path for name in folders for path in (ROOT / name).rglob("*.py"))
    return tuple(_read(path) for path in paths)


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    return Source(path.relative_to(ROOT).as_posix(), text, tree, tuple(ast.walk(tree)))


def let_go() -> None:
    """Forget what was read: a million nodes that the garbage collector would go through again and again."""
    sources.cache_clear()
    _read.cache_clear()


@cache
def committed_texts() -> dict[str, str]:
    """Each text file that git keeps, by its path."""
    command = [str(shutil.which("git")), "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return {name: text for name in listed.stdout.split("\0") if name and (text := _text(ROOT / name)) is not None}


def _text(path: Path) -> str | None:
    if not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
