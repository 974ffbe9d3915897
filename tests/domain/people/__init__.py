"""Tests of the people who come back."""
