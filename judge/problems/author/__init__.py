"""Call the code of packages: strategies, checkers and data.py, in processes of their own."""
