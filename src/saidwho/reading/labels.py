"""Which labels does each head of the reader give?

Spans are coded with one tag a word: O outside, B first, I inside, E last, S a span of one word (BIO with its
ends named, so that the encoder must learn where a span stops).
"""

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


def span_tags(types: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that code spans of these types: O, then B, I, E, S of each."""
    return ("O", *(f"{place}-{kind}" for kind in types for place in "BIES"))
