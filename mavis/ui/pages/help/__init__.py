"""What helps to find the way: keys, manual, palette, and the guide of training."""
