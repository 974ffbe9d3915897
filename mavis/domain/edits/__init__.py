"""Edits as small pure functions from the visit before to the visit after, and the line that makes many at once."""
