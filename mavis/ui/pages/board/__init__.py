"""The board: who is on the bus, and what is next."""
