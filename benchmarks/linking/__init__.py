"""Linking: clusters scored, reports made up by a rule, and how fast it is."""
