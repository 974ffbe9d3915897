"""One page a file: layout and wiring."""
