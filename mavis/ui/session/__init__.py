"""An open session on the screen: its places, its keys, its guard, and the ways out."""
