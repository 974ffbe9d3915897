"""What a page shows and does, in plain Python."""
