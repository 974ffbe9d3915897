"""Who may do what, and what lets them in."""
