"""How fast is a record, and how does that change as it grows?"""
