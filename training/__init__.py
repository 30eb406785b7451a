"""What is learnt from data that stays outside the project: only figures come back."""
