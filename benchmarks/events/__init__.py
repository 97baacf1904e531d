"""Are events given their PLOVER type?"""
