"""How long the parts take, on copy that is generated here; `make bench` prints it."""
