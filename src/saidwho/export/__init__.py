"""A door: what was found, in shapes that others read."""
