"""Below the chips of triage in a visit: red flags, and the head injury."""
