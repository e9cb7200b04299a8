"""SQL: its record and guest."""
