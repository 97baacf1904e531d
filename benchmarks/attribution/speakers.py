"""How many speakers are right, for quoted and for reported words?

Of the labelled attributions that have a source: how many does the reader give exactly that source? The predicted
attribution whose content overlaps most answers, if it overlaps by half; without one the speaker counts as wrong.
"""

from collections.abc import Sequence

from benchmarks.attribution.gold import Article, Attributed
from benchmarks.attribution.whole import Letters, overlap
from benchmarks.counts import Counts

FORMS = ("direct", "mixed", "indirect")
_HALF = 0.5
_OPENS, _CLOSES, _TURNS = "“„", "”", '"'


def score_speakers(article: Article, predicted: Sequence[Attributed]) -> dict[str, Counts]:
    """Count right speakers by the form of what they said: right of gold; predicted is how many were answered."""
    quoted = quoted_characters(article.text)
    ours = [Letters.of(article.text, a) for a in predicted]
    counts = dict.fromkeys((f"speaker {form}" for form in FORMS), Counts())
    for wanted in (Letters.of(article.text, a) for a in article.attributions):
        if wanted.source and wanted.content:
            answer = max(ours, key=lambda found: overlap(wanted.content, found.content), default=None)
            answered = answer is not None and overlap(wanted.content, answer.content) >= _HALF
            right = answered and answer is not None and answer.source == wanted.source
            counts[f"speaker {form_of(wanted.content, quoted)}"] += Counts(right=int(right), predicted=int(answered), gold=1)
    return counts


def form_of(content: frozenset[int], quoted: frozenset[int]) -> str:
    """direct: every letter stands in quotation marks; indirect: none does; else mixed."""
    inside = len(content & quoted)
    return "direct" if inside == len(content) else "mixed" if inside else "indirect"


def quoted_characters(text: str) -> frozenset[int]:
    """The offsets between double quotation marks; a mark without a partner holds to the end of its line."""
    inside, found = False, []
    for i, character in enumerate(text):
        if character == "\n" or character in _CLOSES:
            inside = False
        elif character in _OPENS:
            inside = True
        elif character in _TURNS:
            inside = not inside
        elif inside:
            found.append(i)
    return frozenset(found)
