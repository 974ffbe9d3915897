"""Tests of what the pages show and do, without a window."""
