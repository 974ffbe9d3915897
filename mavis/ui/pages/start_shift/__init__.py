"""The page that starts a shift."""
