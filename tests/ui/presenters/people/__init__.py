"""People: what the pages of them say."""
