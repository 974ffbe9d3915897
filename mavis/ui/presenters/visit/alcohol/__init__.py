"""The talk about alcohol, page by page."""
