"""What number does a row go by, so that rows lie in the order in which people look through them?

Numbers come from content. A document's begins with its day of publication, a statement's with its document's, so every
index that ends in the number is in the order of time, and one comparison of numbers is a page's end, a day's border, or
a document's share of a table.
"""

import hashlib
from datetime import date, timedelta
from functools import lru_cache

# 16 bits of day, 32 of the document's id, 15 of the place in its text: 63 bits, what both databases count with.
_DAY_ZERO = date(1899, 12, 31)
_DAYS = (1 << 16) - 1
_ID_BITS = 32
_PLACE_BITS = 15

# A claim's: 16 bits of the day it was printed last, 2 of how much it is disputed, 12 of its origins, 33 of its id.
_DISPUTED_BITS, _ORIGINS_BITS, _CLAIM_BITS = 2, 12, 33
DISPUTED_AT, ORIGINS_AT = _CLAIM_BITS + _ORIGINS_BITS, _CLAIM_BITS
DISPUTED_MASK, ORIGINS_MASK = (1 << _DISPUTED_BITS) - 1, (1 << _ORIGINS_BITS) - 1
_CLAIM_DAY_AT = DISPUTED_AT + _DISPUTED_BITS

HIGHEST = (1 << 63) - 1  # what both databases count to
PLACES = 1 << _PLACE_BITS  # statements, or figures, that one document may have


def day_number(published: str | None) -> int:
    """The day of a date or an RFC 3339 time, in days since 1899-12-31; 0 where it is not known, or before that."""
    if published is None:
        return 0
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return 0
    return min(max((day - _DAY_ZERO).days, 0), _DAYS)


def day_of(document: int) -> str | None:
    """The day of publication that a document's number begins with, as ISO 8601; None where it is not known."""
    number = day_of_document(document)
    return (_DAY_ZERO + timedelta(days=number)).isoformat() if number else None


def document_number(identity: str, published: str | None) -> int:
    """The number that a document wants; where another has it, the next free one of the same day is taken."""
    return day_number(published) << _ID_BITS | int(identity[:8], 16)


def next_document_number(number: int) -> int:
    """The number to try after one that is taken, of the same day."""
    return number >> _ID_BITS << _ID_BITS | (number + 1) & ((1 << _ID_BITS) - 1)


def day_of_document(number: int) -> int:
    """The day that a document's number begins with, in days since 1899-12-31; 0 where it is not known."""
    return number >> _ID_BITS


def first_of_day(day: int) -> int:
    """The lowest number that a document of a day can have."""
    return day << _ID_BITS


def part_number(document: int, position: int) -> int:
    """The number of a statement, a figure or a package of aid: its document, and its place there from 0."""
    return document << _PLACE_BITS | position


def first_part(document: int) -> int:
    """The lowest number that a part of a document can have; that of the next document is past its last."""
    return document << _PLACE_BITS


def document_of(part: int) -> int:
    """The document that a part belongs to."""
    return part >> _PLACE_BITS


def claim_number(identity: str, *, last_seen: str | None, disputed: int, origins: int) -> int:
    """The number that a claim wants, the higher the further up it stands in a list of the newest and most disputed.

    identity: in hexadecimal. disputed: from 0 to 3. More origins than can be counted are as many as can.
    """
    day, last = day_number(last_seen), int(identity[:9], 16) >> 3
    return day << _CLAIM_DAY_AT | disputed << DISPUTED_AT | min(origins, ORIGINS_MASK) << ORIGINS_AT | last


def next_claim_number(number: int) -> int:
    """The number to try after one that is taken, of a claim with the same day, dispute and origins."""
    return number >> _CLAIM_BITS << _CLAIM_BITS | (number + 1) & ((1 << _CLAIM_BITS) - 1)


def first_claim_of_day(day: int) -> int:
    """The lowest number that a claim can have that was printed last on a day."""
    return day << _CLAIM_DAY_AT


def key_of(name: str | None) -> str | None:
    """A name as it is looked up: without case and with single spaces."""
    return " ".join(name.casefold().split()) if name else None


def name_number(name: str) -> int:
    """The number of all who have a name."""
    return number_of(f"name {key_of(name)}")


# The same few are named again and again in a report.
@lru_cache(maxsize=4096)
def number_of(identity: str) -> int:
    """The number of an actor or a place: 63 bits of the SHA-256 of its id, which for bodies of the register is a name."""
    return int.from_bytes(hashlib.sha256(identity.encode("utf-8")).digest()[:8], "big") >> 1
