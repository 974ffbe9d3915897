"""Observations as they are taken, and what they come to in words."""
