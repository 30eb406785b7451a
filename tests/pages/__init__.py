"""Tests that follow people through the pages, in a real browser."""
