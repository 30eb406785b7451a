"""Which reading and which checks these are: another version of them is another run over the same text."""

VERSIONS = "reading 4, checks 8"  # raise a number when that part would say something else of the same text
