"""The screens: each loads rows that the person may see, calls one action, renders."""
