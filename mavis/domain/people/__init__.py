"""People who come back: what is known of them, and whether two descriptions are of one person."""
