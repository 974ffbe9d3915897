"""Section 6 of a visit: safety and referrals, part by part."""
