"""What operators and their machines look at: whether the newsroom lives, is ready, and keeps up."""
