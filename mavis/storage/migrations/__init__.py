"""The steps that made the database what it is, one frozen file a step."""
