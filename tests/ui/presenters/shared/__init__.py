"""Tests of what presenters share."""
