"""Tests of the domain: shift."""
