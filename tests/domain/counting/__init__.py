"""Tests of the domain: counting."""
