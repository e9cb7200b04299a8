"""What all events come to: counts, evenings, and the interpreters that figures are of."""
