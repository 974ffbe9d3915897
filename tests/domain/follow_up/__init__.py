"""Tests of the domain: follow up."""
