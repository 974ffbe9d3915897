"""Tests of the presenters of safety."""
