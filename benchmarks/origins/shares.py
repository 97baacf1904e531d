"""How much of a report stands in another. Used to check labels of copies; no part of what is measured."""

import re
from difflib import SequenceMatcher

WORD = re.compile(r"\w+")
# Shorter runs are names, dates and phrases that any two reports of one event share.
SHORTEST_RUN = 8


def share_of(text: str, *, within: str) -> float:
    """The share of a text's words that stand in another text in runs of SHORTEST_RUN words or more, in the same order; 0 without words."""
    words, others = WORD.findall(text.casefold()), WORD.findall(within.casefold())
    if not words:
        return 0.0
    blocks = SequenceMatcher(a=others, b=words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= SHORTEST_RUN) / len(words)
