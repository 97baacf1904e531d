"""Clauses of a story, as the trainings of both encoders of clauses take them."""

from saidwho.reading.encoder import WEIGHTS
from saidwho.reading.pieces import PieceTable
from saidwho.text.marked_clauses import CLOSES, OPENS
from training.clauses import Told

TABLE = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())


def told(words: str, claim: str | None, document: str) -> Told:
    """A clause that is all of its sentence, and its sentence all of its passage."""
    return Told(clause=f"{OPENS}{words}{CLOSES}.", words=words, claim=claim, document=document)


STRUCK, FIRED = told("Shells struck the ferry", "ferry", "a"), told("They fired on a vessel", "ferry", "b")
BURNED, RAIN, STRANGER = told("The hall burned", "hall", "b"), told("It rained", None, "b"), told("Talks failed", "talks", "c")
