"""What Mavis owes to everyone who uses it: by ear, by keyboard, with any eyes, in plain words."""
