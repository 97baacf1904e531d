"""Which packages of aid does a report speak of, and how far has each come?"""
