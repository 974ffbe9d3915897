"""Python's digests and secrets without OpenSSL, which ``hashlib`` would load for the sake of speed alone.

The records bring a cipher library of their own, and the passphrases another; a third one is 3.6 MB of a Mavis that
waits and 3 ms of its unlocking. What is digested here is short: a line of the trail in less time than with OpenSSL, a
file of a megabyte in 3 ms. Whatever is imported later finds these modules loaded.
"""

from __future__ import annotations

from mavis.system.lean_imports import leaving_out

with leaving_out("_hashlib"):
    import secrets
    from hashlib import sha256

__all__ = ["secrets", "sha256"]
