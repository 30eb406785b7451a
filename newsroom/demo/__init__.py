"""The stories that a new newsroom opens with."""
