"""Tests of the domain: access."""
