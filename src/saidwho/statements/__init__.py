"""Stage 4: the pieces become statements."""
