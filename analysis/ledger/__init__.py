"""A claim in several drafts of a story: whether it is the same one, what was changed in it, and what is at stake."""
