"""Where do the words of one quotation differ from another's?"""

import re
from collections import Counter
from functools import lru_cache

from rapidfuzz.distance import LCSseq

_WORDS = re.compile(r"\s+|[^\W_]+(?:['’\-][^\W_]+)*|.", re.DOTALL)
# Longer quotations are shown without differences: comparing takes time with the square of their length.
_LONGEST = 2_000  # characters
# With fewer words in common all would be marked, which says nothing.
_LEAST_SHARED = 0.25


def differing(words: str, other: str) -> list[tuple[str, bool]]:
    """The words in stretches, each with whether it is not in the other. Case and punctuation make no difference.

    Words that are others altogether are marked nowhere.
    """
    if words == other or len(words) > _LONGEST or len(other) > _LONGEST:
        return [(words, False)]
    mine, (theirs, theirs_count) = _WORDS.findall(words), _keys(other)
    keys = [_key(word) for word in mine]
    least = _LEAST_SHARED * sum(map(_is_word, mine))
    # No more words can stand in the same order than stand there at all; to count them is quicker than to compare.
    if (Counter(filter(_is_word, keys)) & theirs_count).total() < least:
        return [(words, False)]
    flags = [True] * len(mine)
    for block in LCSseq.opcodes(keys, theirs):
        if block.tag == "equal":
            flags[block.src_start : block.src_end] = [False] * (block.src_end - block.src_start)
    if sum(_is_word(word) and not flag for word, flag in zip(mine, flags, strict=True)) < least:
        return [(words, False)]
    # Blanks and points alone are no difference; one between two differing words belongs to them.
    flags = [
        flag and (is_word or _between(flags, mine, at)) for at, (flag, is_word) in enumerate(zip(flags, map(_is_word, mine), strict=True))
    ]
    stretches: list[tuple[str, bool]] = []
    for word, flag in zip(mine, flags, strict=True):
        if stretches and stretches[-1][1] == flag:
            stretches[-1] = (stretches[-1][0] + word, flag)
        else:
            stretches.append((word, flag))
    return stretches


@lru_cache(maxsize=64)
def _keys(words: str) -> tuple[list[str], Counter[str]]:
    """What words are compared by, and how often each stands there. All quotations of a claim are compared with one text."""
    keys = [_key(word) for word in _WORDS.findall(words)]
    return keys, Counter(filter(_is_word, keys))


def _between(flags: list[bool], words: list[str], at: int) -> bool:
    return 0 < at < len(words) - 1 and flags[at - 1] and flags[at + 1] and _is_word(words[at - 1]) and _is_word(words[at + 1])


def _is_word(word: str) -> bool:
    return word[:1].isalnum()


def _key(word: str) -> str:
    return word.casefold().replace("’", "'") if _is_word(word) else " "
