"""Tests of the domain: summing up."""
