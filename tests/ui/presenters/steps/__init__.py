"""Tests of the presenters of steps."""
