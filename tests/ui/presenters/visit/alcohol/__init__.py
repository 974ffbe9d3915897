"""Tests of the presenters of alcohol."""
