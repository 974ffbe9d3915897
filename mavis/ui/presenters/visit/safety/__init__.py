"""*Safety and referrals*: its parts, what keeps a person safe, and their referrals."""
