"""What does the outlet itself assert?"""
