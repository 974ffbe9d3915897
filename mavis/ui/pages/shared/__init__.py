"""What pages of several kinds stand on: they import from here, and nothing here knows any of them."""
