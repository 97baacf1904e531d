"""What does the package find in a text, as the benchmark compares it?"""

import sys
from collections.abc import Mapping

from benchmarks.attribution.gold import Attributed
from saidwho.errors import SaidwhoError
from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import find_attributions
from saidwho.reading.reader import Reader

Predictions = Mapping[str, list[Attributed]]


def predict(texts: Mapping[str, str], reader: Reader) -> Predictions:
    """Read texts, given by key, through the package's intake and pipeline."""
    return {key: _read(key, text, reader) for key, text in texts.items()}


def _read(key: str, text: str, reader: Reader) -> list[Attributed]:
    """The attributions of a text. One that the package refuses is reported, and counts as one in which it finds nothing."""
    try:
        reading = find_attributions(freeze(Draft(key=key, text=text)).text, reader=reader)
    except SaidwhoError as error:
        print(f"{key}: not read: {error}", file=sys.stderr)
        return []
    return [Attributed(source=a.source, cue=a.cue, content=a.content) for a in reading.attributions]
