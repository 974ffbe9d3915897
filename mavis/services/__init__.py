"""What people do with Mavis, as short verbs."""
