"""How cost grows with the size of an input: measured, fitted, held against what was declared."""
