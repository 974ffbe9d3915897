"""Whoever comes in: the first start, unlocking, the veil, and another person who takes over."""
