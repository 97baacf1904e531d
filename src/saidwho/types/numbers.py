"""By which numbers do documents, statements and names go where linking keeps them?"""

import hashlib


def number(kind: str, *parts: object) -> int:
    """A number from content, 0 to 2**63 - 1. parts: values whose repr is the same wherever it is made."""
    digest = hashlib.blake2b(repr((kind, *parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def timed(hashed: int, day: int | None, *, beside: int) -> int:
    """A number with its week before it, and then what tells whom it will be compared with: so what is told at one time, and of one thing,
    lies together in every table, and is read and written together.

    hashed, beside: 0 to 2**63 - 1, of which 39 and 12 bits stay. A number comes again after 78 years.
    """
    return ((day or 0) // 7 % 4096) << 51 | beside >> 51 << 39 | hashed >> 24


# Of an id so many digits are its number: 60 bits.
DIGITS = 15


def number_of(identity: str) -> int:
    """The number of an id: its first 60 bits, so that numbers lie in the order of ids."""
    try:
        return int(identity[:DIGITS], 16)
    except ValueError:
        return number("id", identity)


def written(number_: int) -> str:
    """What the ids of a number begin with."""
    return f"{number_:0{DIGITS}x}"
