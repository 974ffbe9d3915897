"""The list of the last shift and a visit of it, to look at."""
