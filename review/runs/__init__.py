"""What workers do: reading files, reading drafts, comparing them, and writing down what came of it."""
