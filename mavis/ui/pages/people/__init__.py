"""People who were here before, and what may be done about them."""
