"""Tests of the presenters of board."""
