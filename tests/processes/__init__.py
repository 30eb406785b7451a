"""Tests with real processes: workers that die, and the one command that runs everything."""
