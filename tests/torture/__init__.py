"""A whole newsroom of real processes that is tortured while copy comes in, and then has to prove that all is there."""
