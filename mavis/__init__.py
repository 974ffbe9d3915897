"""Mavis: records for a safe space in the night-time economy, kept on one encrypted laptop."""

__version__ = "0.1.0"
