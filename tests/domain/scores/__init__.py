"""Tests of the scores: every band edge, and what holds for all inputs."""
