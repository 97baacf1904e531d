"""A stage: what many documents say together."""
