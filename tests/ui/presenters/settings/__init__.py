"""Tests of the presenters of settings."""
