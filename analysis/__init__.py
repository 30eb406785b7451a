"""Text in, findings out: the pure analysis of drafts. No Django, no clock, no network, no database."""
