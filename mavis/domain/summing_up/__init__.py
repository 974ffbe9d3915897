"""One night summed up for print."""
