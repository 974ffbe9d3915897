"""The windows of Mavis: the only floor that knows Qt.

PySide reads the source of every module that is imported after it, and keeps it, to learn whether that module might
ask for names with underscores. Mavis never asks, so the import without that search is put back: it was 20 ms of the
start, and 10 MB of an open board.
"""

import builtins
from importlib import import_module

import_module("PySide6.QtCore")
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
