"""Which labels does each head of the reader give?

Spans are coded with one tag a word: O outside, B first, I inside, E last, S a span of one word (BIO with its
ends named, so that the encoder must learn where a span stops).
"""

from itertools import accumulate, pairwise
from typing import get_args

from saidwho.types.statement import EVENTS, Act, BasisKind, DenialTarget, Modality

ROLES = ("source", "cue", "content")
NAMES = ("person", "organisation", "location")
MENTIONS = (
    "Organisation",
    "Location",
    "Person",
    "Nationality",
    "Temporal",
    "Quantity",
    "Weapon",
    "MilitaryPlatform",
    "Vehicle",
    "DocumentReference",
    "Money",
)
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
# Universal relations without subtypes, then the subtypes that change who does what.
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound",
    "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith",
    "iobj", "list", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "orphan",
    "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip

# What the words of a war report are part of: happenings (propositions), what the outlet says itself, parties of a
# happening, and words beside a statement.
HAPPENINGS = ("happening",)
OWN_VOICE = ("own voice",)
PARTIES = ("doer", "sufferer")
MARKS = ("basis", "relay", "venue", "caveat", "denied")
ACTS: tuple[str, ...] = get_args(Act)
MODALITIES: tuple[str, ...] = get_args(Modality)
POLARITIES = ("affirmed", "negated")
BASES: tuple[str, ...] = get_args(BasisKind)
TARGETS: tuple[str, ...] = get_args(DenialTarget)


def span_tags(types: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that code spans of these types: O, then B, I, E, S of each."""
    return ("O", *(f"{place}-{kind}" for kind in types for place in "BIES"))


# The columns of the head that tells what the words of a report are part of: its parts, side by side. The first four code
# spans, the others say of each word of such a span what it is.
TOLD: dict[str, tuple[str, ...]] = {
    "happenings": span_tags(HAPPENINGS),
    "own_voice": span_tags(OWN_VOICE),
    "parties": span_tags(PARTIES),
    "marks": span_tags(MARKS),
    "acts": ACTS,
    "events": EVENTS,
    "modalities": MODALITIES,
    "polarities": POLARITIES,
    "bases": BASES,
    "targets": TARGETS,
}
TOLD_WIDTH = sum(map(len, TOLD.values()))
TOLD_COLUMNS = {name: slice(*ends) for name, ends in zip(TOLD, pairwise([0, *accumulate(map(len, TOLD.values()))]), strict=True)}
