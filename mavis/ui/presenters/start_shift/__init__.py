"""The start of a shift."""
