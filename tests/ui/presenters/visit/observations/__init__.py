"""Tests of the presenters of observations."""
