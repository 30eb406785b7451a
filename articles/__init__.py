"""Who writes for which desk, and what was written."""
