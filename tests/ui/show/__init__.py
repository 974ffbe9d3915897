"""Tests of the played night."""
