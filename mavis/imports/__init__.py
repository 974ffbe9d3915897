"""Logs from before Mavis, read from spreadsheets."""
