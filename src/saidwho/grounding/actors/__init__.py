"""Who do mentions stand for?"""
