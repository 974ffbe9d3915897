"""What the presenters of every page say in the same way: times, days, folders, paper."""
