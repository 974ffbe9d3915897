"""Tests of the domain: sharing."""
