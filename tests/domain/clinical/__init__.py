"""Tests of the domain: clinical."""
