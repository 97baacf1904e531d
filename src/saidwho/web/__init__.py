"""A door: the record in a browser, for people."""
