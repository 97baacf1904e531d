"""How are several names written one after the other?"""

from collections.abc import Sequence


def and_listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def beginning(words: str) -> str:
    """Words as they begin a sentence; an address stays as it is ("www.norrpress.example")."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return words if "." in first.rstrip(".") else words[:1].upper() + words[1:]
