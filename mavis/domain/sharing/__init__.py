"""Counts that leave the scheme: small numbers are hidden, and none of them can be worked out again."""
