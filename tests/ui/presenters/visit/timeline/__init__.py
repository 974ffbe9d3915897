"""Tests of the presenters of timeline."""
