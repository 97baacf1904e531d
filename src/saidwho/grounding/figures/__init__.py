"""How many: counts of people by what befell them, of things, and money."""
