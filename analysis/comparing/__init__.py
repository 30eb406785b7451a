"""Two drafts side by side: what tells the same in both, and what every check between them can look up."""
