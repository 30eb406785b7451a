"""Commands on the record of every change."""
