"""As what does a voice speak?"""
