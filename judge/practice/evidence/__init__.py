"""What single events testify to: their facts, days, working time and growth."""
