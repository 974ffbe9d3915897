"""When Mavis hides and locks itself, and the code that opens it again."""
