"""Scores: each one pure module that names its source and its rule version, and never makes a total of blanks."""
