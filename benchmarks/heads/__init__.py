"""How well does the reader find names, mentions of the war, and syntax?"""
