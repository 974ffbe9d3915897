"""Tests of the presenters of a visit."""
