"""A shift, the night that it crosses, and what is counted on it with one tap."""
