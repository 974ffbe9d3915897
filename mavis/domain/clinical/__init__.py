"""What the record points to: danger, the category to advise, when to look again. It advises; a person decides."""
