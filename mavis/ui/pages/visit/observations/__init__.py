"""Section 3 of a visit: what is measured."""
