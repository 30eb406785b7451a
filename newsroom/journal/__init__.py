"""What the newsroom says of itself to its operators, without a word of unpublished copy."""
