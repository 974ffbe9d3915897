"""What the list of the last shift shows and opens."""
