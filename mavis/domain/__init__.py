"""What the scheme knows: values, rules and counts, with no disk, clock or window."""
