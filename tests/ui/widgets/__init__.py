"""The widgets, with real keys and clicks."""
