"""Python: its record, guest and mutants."""
