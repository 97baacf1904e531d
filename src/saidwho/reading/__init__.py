"""Stage 2: one pass of a small encoder over the text. It has no knowledge of the world."""
