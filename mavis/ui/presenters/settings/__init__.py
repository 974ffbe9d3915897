"""What can be set, and the look that follows from it."""
