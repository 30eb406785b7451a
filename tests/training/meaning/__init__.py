"""Tests of what the meaning model learns from."""
