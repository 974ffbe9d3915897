"""Tests of the presenters of start shift."""
