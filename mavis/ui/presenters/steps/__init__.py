"""Questions that are asked one after another: of a referral, of all that are open, of the contacts card."""
