"""What the operators are told."""
