"""The HTTP API, for the systems of a newsroom: the same rows, acts and rules as the screens."""
