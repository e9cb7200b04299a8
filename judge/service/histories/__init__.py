"""Owners' histories of practice: what comes into them, and what is read out of them."""
