"""How quickly does saidwho serve answer, how much can it answer, and how much memory does it take?"""
