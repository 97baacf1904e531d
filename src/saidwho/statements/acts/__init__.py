"""What does a speaker do by saying something?"""
