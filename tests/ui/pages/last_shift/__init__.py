"""Tests of the pages of the same name: people."""
