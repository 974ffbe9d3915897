"""Tests of the pages of the same name: start shift."""
