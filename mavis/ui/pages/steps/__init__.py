"""Columns of questions, one in use at a time, wherever a page asks in steps."""
