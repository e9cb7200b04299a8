"""Python: its guest, its mutants."""
