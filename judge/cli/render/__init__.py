"""What people read in a terminal, one view in each module."""
