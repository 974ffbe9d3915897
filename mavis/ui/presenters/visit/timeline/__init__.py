"""What happened in a visit, as the timeline tells it."""
