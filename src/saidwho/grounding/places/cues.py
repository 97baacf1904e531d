"""Which words tell how the name of a place is used? They stand in cues.tsv, for people to read and mend."""

from saidwho.errors import GazetteerError
from saidwho.grounding.places.tables import read_table


def cue_words(name: str) -> frozenset[str]:
    """The words of one list of cues.tsv, in lower case."""
    for cells, _ in read_table("cues.tsv"):
        if cells["list"] == name:
            return frozenset(cells["words"].split())
    raise GazetteerError(f"cues.tsv has no list {name!r}.")
