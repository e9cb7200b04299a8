"""Making a failing input small: what counts as smaller, the moves, and the search among them."""
