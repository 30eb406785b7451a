"""Tests of what is learnt from data outside the project."""
