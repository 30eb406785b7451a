"""What templates ask for beside what a view hands them."""
