"""Fetching what a user names: the only part of intake that opens a connection."""
