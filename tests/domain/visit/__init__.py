"""Tests of the domain: visit."""
