"""The keys: which there are, what each does where, and the way of the focus."""
