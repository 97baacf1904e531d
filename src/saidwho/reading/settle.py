"""Which attributions stand, once what the corpora do not teach is put right?"""

from dataclasses import replace

from saidwho.reading.headlines import settle_headlines
from saidwho.reading.relays import spoken_through
from saidwho.reading.venues import without_venue
from saidwho.types.reading import Reading


def settle_attributions(text: str, reading: Reading) -> Reading:
    """Put attributions right by rule: relays ("X quoted Y as saying"), headlines, and venues in cues."""
    spoken = tuple(spoken_through(text, attribution) for attribution in reading.attributions)
    settled = settle_headlines(text, spoken, names=reading.names)
    return replace(reading, attributions=tuple(without_venue(text, attribution) for attribution in settled))
