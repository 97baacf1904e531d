"""Where what was taken in, read and judged is kept, found and proved."""
