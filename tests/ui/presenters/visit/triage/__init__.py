"""Tests of the presenters of triage."""
