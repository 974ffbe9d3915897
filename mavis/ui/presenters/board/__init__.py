"""The board: who is on the bus, who was here before, what was left open."""
