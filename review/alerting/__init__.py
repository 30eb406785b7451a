"""Telling people: who is told what, as rows, then as mails, sent at least once."""
