"""The parts of a visit as values: what can be answered, measured, done and decided (domain.md 2.2)."""
