"""How people come in: password, second factor, and the newsroom's own directory."""
