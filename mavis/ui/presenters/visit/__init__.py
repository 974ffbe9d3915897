"""One visit on the screen, with a package for each section that is more than chips."""
