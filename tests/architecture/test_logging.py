"""Nothing writes a log past the one module that leaves names out of it."""

from __future__ import annotations

import ast

from tests.architecture.source import sources


def test_one_module_knows_the_logging_of_python() -> None:
    """Whoever logged by themselves before the first line of the log would be heard on the console, names and all."""
    loggers = [
        source.path
        for source in sources("mavis")
        for node in source.nodes
        if isinstance(node, ast.Import)
        if "logging" in {name.name for name in node.names}
    ]

    assert loggers == ["mavis/system/log_lines.py"]
