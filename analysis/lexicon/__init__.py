"""What words mean to a newsroom: opposites, offices, and names that mean one person or place."""
