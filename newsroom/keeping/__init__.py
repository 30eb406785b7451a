"""Backups: one file that holds the whole newsroom, and the way back, which proves itself."""
