"""The encrypted store, and the only place that knows SQL."""
