"""The page that closes a shift, with the summary beside it."""
