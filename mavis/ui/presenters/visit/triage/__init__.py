"""Advice on the category, red flags and the head-injury list."""
