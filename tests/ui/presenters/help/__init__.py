"""Tests of the presenters of help."""
