"""Is everything in a record as the log says that it came in?"""
