"""Tests of the presenters of close shift."""
