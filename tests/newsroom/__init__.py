"""Tests of settings, mail and operation."""
