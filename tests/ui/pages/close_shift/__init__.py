"""Tests of the pages of the same name: close shift."""
