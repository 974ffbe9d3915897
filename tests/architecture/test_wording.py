"""The code and the wording agree: every key that is asked for exists, and every blank is filled."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from enum import Enum
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

import mavis.domain
from mavis.system.wording import all_words
from mavis.ui.keys.shortcuts import table
from tests.architecture.source import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERRORS = frozenset({"MavisError", "UserError", "StorageError"})


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Each call that names a text: where it stands, what goes before the key, and the call."""
    for source in sources("mavis"):
        for node in source.nodes:
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "words":
                yield f"{source.path}:{node.lineno}", "", node
            elif name in _ERRORS:
                yield f"{source.path}:{node.lineno}", "errors.", node


def _keys(prefix: str, key: ast.expr) -> set[str] | None:
    """The keys that an expression can name; None for one that is known only when the program runs."""
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return _forms(prefix + key.value)
    if isinstance(key, ast.IfExp):
        first, second = _keys(prefix, key.body), _keys(prefix, key.orelse)
        return None if first is None or second is None else first | second
    return None


def _forms(key: str) -> set[str]:
    """The key itself, or its two forms where the text is about a number."""
    forms = {f"{key}.one", f"{key}.other"}
    return forms if key not in all_words() and forms <= all_words().keys() else {key}


def _given(call: ast.Call) -> frozenset[str] | None:
    """The facts of a call by name; None when it hands on a mapping that is known only when the program runs."""
    names = [word.arg for word in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_key_in_the_code_is_in_the_wording() -> None:
    """A key that nobody wrote a text for would be a bug that a volunteer finds."""
    asked = [(place, key) for place, prefix, call in _calls() for key in _keys(prefix, call.args[0]) or ()]

    assert [(place, key) for place, key in asked if key not in all_words()] == []


def _constants(tree: ast.AST) -> Iterator[ast.Constant]:
    """Each text of a file but the parts of f-strings."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Constant):
            yield child
        elif not isinstance(child, ast.JoinedStr):
            yield from _constants(child)


def test_every_text_that_looks_like_a_key_is_one() -> None:
    """Keys that are handed on, in tables or as arguments, are found by their shape: ``stem.path`` of a wording file.

    In storage that shape is a table and its column; no text for people is asked for there.
    """
    stems = "|".join({key.split(".")[0] for key in all_words()})
    shape = re.compile(rf"(?!.*\.(csv|json|pdf|toml|xlsx)$)({stems})(\.[a-z0-9_]+)+")
    lost = [
        (f"{source.path}:{constant.lineno}", constant.value)
        for source in sources("mavis")
        if not source.path.startswith("mavis/storage/")
        for constant in _constants(source.tree)
        if shape.fullmatch(str(constant.value)) and not _is_known(str(constant.value))
    ]

    assert lost == []


def _is_known(key: str) -> bool:
    """Whether it is a key, a table of texts to be completed, the id of a question or its chips, or what a key does."""
    texts = any(other.startswith((f"{key}.", f"chips.{key}.")) for other in all_words())
    return texts or key in all_words() or f"visit.question.{key}" in all_words() or key in _actions()


@cache
def _actions() -> frozenset[str]:
    return frozenset(row.action for row in table())


def _pattern(prefix: str, key: ast.JoinedStr) -> str:
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.]+" for part in key.values]
    return re.escape(prefix) + "".join(parts)


def test_a_key_that_is_put_together_finds_at_least_one_text() -> None:
    """``words(f"visit.{section}")`` must fit some key of the wording."""
    patterns = {
        place: _pattern(prefix, call.args[0])
        for place, prefix, call in _calls()
        if isinstance(call.args[0], ast.JoinedStr)
    }

    assert {p: form for p, form in patterns.items() if not any(re.fullmatch(form, key) for key in all_words())} == {}


def test_every_blank_is_filled_and_nothing_else_is_given() -> None:
    """The facts that a call gives are exactly the blanks of its text, or of the texts that it chooses from."""
    wrong = []
    for place, prefix, call in _calls():
        keys = sorted((_keys(prefix, call.args[0]) or set()) & all_words().keys())
        blanks = frozenset(name for key in keys for name in _blanks(all_words()[key]))
        if keys and _given(call) not in {None, blanks}:
            wrong += [(place, keys, sorted(blanks))]

    assert wrong == []


def _codes() -> Iterator[type[Enum]]:
    for module in pkgutil.walk_packages(mavis.domain.__path__, "mavis.domain."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Enum) and thing.__module__ == module.name:
                yield thing


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def test_a_code_list_with_labels_has_one_for_each_code() -> None:
    """Once one code of a list has a name for people, each has; a label without a code is a slip too."""
    labels: dict[str, set[str]] = {}
    for key in all_words():
        if key.startswith("codes."):
            _, name, value = key.split(".", 2)
            labels.setdefault(name, set()).add(value)
    codes = {_snake(code.__name__): {str(member.value) for member in code} for code in _codes()}

    assert labels.keys() - codes.keys() == set()
    assert {name: sorted(values ^ codes[name]) for name, values in labels.items() if values != codes[name]} == {}
