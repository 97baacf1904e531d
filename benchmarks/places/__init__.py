"""How well are places found, and told apart?"""
