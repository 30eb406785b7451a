"""Claims: statements that could be checked, what speaks for checking them, and how much."""
