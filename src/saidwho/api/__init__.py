"""A door: the record over HTTP, for programs."""
