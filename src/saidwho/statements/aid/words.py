"""The words by which aid is told."""

from saidwho.statements.acts.inflections import forms
from saidwho.text.tables import words_of
from saidwho.types.statement import STAGES, AidKind, Stage

WORDS = words_of("words.tsv", package=__package__)
KINDS: tuple[AidKind, ...] = ("military", "humanitarian", "financial")
_IRREGULAR = {
    "bring": "brought", "buy": "bought", "fly": "flew flown", "drive": "drove driven", "send": "sent", "lend": "lent", "set": "set",
    "withhold": "withheld", "withdraw": "withdrew withdrawn", "freeze": "froze frozen", "put": "put", "leave": "left",
}  # fmt: skip


def forms_of(word: str) -> frozenset[str]:
    """The plain form of a verb of aid and all it may become."""
    return forms(word) | set(_IRREGULAR.get(word, "").split())


STAGE_OF: dict[str, Stage] = {form: stage for stage in STAGES for word in WORDS[stage] for form in forms_of(word)}
# Nouns that tell a stage, and verbs that do with a small word behind them.
STAGE_OF_NOUN: dict[str, Stage] = {word: stage for stage in STAGES for word in WORDS.get(f"nouns_{stage}", ())}
STAGE_OF_PHRASE: dict[tuple[str, str], Stage] = {
    (form, small): stage
    for stage in STAGES
    for phrase in WORDS.get(f"phrases_{stage}", ())
    for verb, _, small in [phrase.partition("-")]
    for form in forms_of(verb)
}
# Verbs whose subject is given to.
GETTERS = frozenset({"received", "receives", "receive", "got", "gets", "get", "receiving"})
