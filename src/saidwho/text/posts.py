"""By what is a post known that stands in a report? By the account of whoever posted it: "(@norrafront)" """


def is_account(words: str) -> bool:
    """Whether words are an account in brackets, as it stands behind the name of whose post it is."""
    return words.startswith("(@")
