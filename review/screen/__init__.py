"""The review screen without its web: two drafts laid side by side, and the findings in their margin."""
