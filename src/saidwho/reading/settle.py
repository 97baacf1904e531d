"""Which attributions stand, once what the corpora do not teach is put right?"""

from dataclasses import replace

from saidwho.reading.headlines import settle_headlines
from saidwho.reading.names import settle_names
from saidwho.reading.relays import spoken_through
from saidwho.reading.transcripts import settle_transcript
from saidwho.reading.venues import without_venue
from saidwho.types.reading import Reading


def settle_attributions(text: str, reading: Reading) -> Reading:
    """Put attributions right by rule: relays ("X quoted Y as saying"), headlines, and venues in cues."""
    spoken = tuple(spoken_through(text, attribution) for attribution in reading.attributions)
    names = settle_names(text, reading.names)
    settled = settle_headlines(text, spoken, names=names)
    settled = settle_transcript(text, settled)
    return replace(reading, names=names, attributions=tuple(without_venue(text, attribution) for attribution in settled))
