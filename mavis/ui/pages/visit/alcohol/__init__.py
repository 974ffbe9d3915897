"""Section 5 of a visit: the talk about alcohol."""
