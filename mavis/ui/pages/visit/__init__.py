"""The page of one visit: its head, its sections, its timeline, and what may lie over it."""
