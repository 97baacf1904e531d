"""Of which PLOVER type is the happening that a clause tells?"""
