"""Counts and rows for partners and machines."""
