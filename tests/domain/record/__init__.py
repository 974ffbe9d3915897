"""Tests of the domain: record."""
