"""Are the times of a text found, and is their value right?"""
