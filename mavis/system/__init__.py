"""The machine underneath: paths, settings, files, clock, wording and reference data."""
