"""What goes on after the night: referrals that wait, people to ask again, and how each place is reached."""
