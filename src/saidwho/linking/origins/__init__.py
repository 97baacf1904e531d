"""From how many bodies of their own knowledge does a claim come?"""
