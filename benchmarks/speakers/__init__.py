"""Who speaks: is each source of an attribution taken for the right actor?"""
