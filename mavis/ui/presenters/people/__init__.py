"""People across nights: found, told apart, put right, forgotten."""
