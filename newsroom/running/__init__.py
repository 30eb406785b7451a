"""The one command that runs the whole newsroom on one machine: `make run`."""
