"""Tests of the presenters of doors."""
