"""A real directory for tests: an OpenID Connect provider in a process of its own."""
