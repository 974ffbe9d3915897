"""Tests of an open session."""
