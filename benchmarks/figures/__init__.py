"""How well are figures found: counts of people by what befell them, of things, and money?"""
