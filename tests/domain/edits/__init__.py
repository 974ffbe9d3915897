"""Tests of the domain: edits."""
