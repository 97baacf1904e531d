"""What is each word of a report part of: a happening, the outlet's own voice, a basis, an act of which kind?"""

from collections.abc import Sequence

import numpy as np

from saidwho.reading.decoding import Floats
from saidwho.reading.labels import TOLD, TOLD_COLUMNS
from saidwho.types.reading import Leanings

# The parts that code spans.
SPANS = ("happenings", "own_voice", "parties", "marks")
# What words lean to that are in no span of own voice: another's, or the outlet's after all.
VOICES = "voices"
# The head learned what is denied from few reports, and gives too little of it. So much is added to the scores of its tags: of the
# spans of training/reports/dev it gives 50 in 100 without and 59 with it, their F1 is 63 and 67; on the labelled reports to develop
# on 53 and 60. With 1.0 precision falls as fast as it finds. The same for bases, own voice, venues and caveats brought nothing.
_EAGER = {"denied": 0.5}


def span_tags_told() -> dict[str, tuple[str, ...]]:
    """The tags of each part that codes spans; no steps are learned for them."""
    return {part: TOLD[part] for part in SPANS}


def span_scores(told: Floats) -> dict[str, Floats]:
    """The scores of the tags of each part that codes spans. told: (words, columns of labels.TOLD), logits."""
    return {part: told[:, TOLD_COLUMNS[part]] + _eager(part) for part in SPANS}


def _eager(part: str) -> Floats:
    """What is added to the scores of a part's tags: (tags,)."""
    return np.array([_EAGER.get(tag[2:], 0.0) for tag in TOLD[part]], dtype=np.float32)


def leanings(told: Floats) -> Leanings:
    """What each word leans to, in every part that does not code spans, and in VOICES. told: (words, columns of labels.TOLD), logits."""
    logs = {part: _logs(told[:, TOLD_COLUMNS[part]]) for part in TOLD if part not in SPANS}
    return Leanings(logs={**logs, VOICES: _voices(_logs(told[:, TOLD_COLUMNS["own_voice"]]))})


def _voices(logs: Floats) -> Floats:
    """Whether each word is rather another's or the outlet's own: (words, 2). logs: of the tags of own voice, the first of which is O."""
    own = np.logaddexp.reduce(logs[:, 1:], axis=1)
    voices: Floats = np.stack([logs[:, 0], own], axis=1)
    return voices


def joined(parts: Sequence[Leanings]) -> Leanings:
    """The leanings of a text that was read in blocks, in their order."""
    if len(parts) == 1:
        return parts[0]
    return Leanings(logs={part: np.concatenate([one.logs[part] for one in parts]) for part in parts[0].logs} if parts else {})


def _logs(logits: Floats) -> Floats:
    """Logarithms of probabilities, a row a word."""
    peak = logits.max(axis=1, keepdims=True, initial=0.0)
    logs: Floats = logits - peak - np.log(np.exp(logits - peak).sum(axis=1, keepdims=True))
    return logs
