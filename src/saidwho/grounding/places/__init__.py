"""Which places does a report name, and where are they?"""
