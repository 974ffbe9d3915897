"""What is counted of visits and shifts, by what it is split, and which figures must add up."""
