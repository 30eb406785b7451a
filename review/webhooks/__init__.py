"""Telling other systems: what is told, how it is signed, and how it is brought to them."""
