"""The words by which aid is told."""

from saidwho.statements.acts.inflections import forms
from saidwho.text.calendar_words import CALENDAR
from saidwho.text.tables import words_of
from saidwho.types.statement import STAGES, AidKind, Stage

# Plurals that mean something else than one of them would: "a round of talks", "a part of it".
_PLURAL_ALONE = frozenset({"rounds", "sets", "parts", "supplies", "goods", "bridges", "arms"})


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_TOLD = words_of("words.tsv", package=__package__)
# One of what is given: "a third battery".
WORDS = {**_TOLD, "materiel": _TOLD["materiel"] | {_singular(word) for word in _TOLD["materiel"] - _PLURAL_ALONE}}
# Times that go by a name.
TIMES = CALENDAR | WORDS["feasts"]
KINDS: tuple[AidKind, ...] = ("military", "humanitarian", "financial")
_IRREGULAR = {
    "bring": "brought", "buy": "bought", "fly": "flew flown", "drive": "drove driven", "send": "sent", "lend": "lent", "set": "set",
    "withhold": "withheld", "withdraw": "withdrew withdrawn", "freeze": "froze frozen", "put": "put", "leave": "left",
    "undertake": "undertook undertaken", "strike": "struck", "make": "made", "spend": "spent", "forbid": "forbade forbidden",
    "forgive": "forgave forgiven", "begin": "began begun beginning", "keep": "kept", "sell": "sold", "lose": "lost", "quit": "quit",
    "initial": "initialled initialling", "get": "got", "win": "won winning", "unfreeze": "unfroze unfrozen",
}  # fmt: skip


def forms_of(word: str) -> frozenset[str]:
    """The plain form of a verb of aid and all it may become."""
    return forms(word) | set(_IRREGULAR.get(word, "").split())


def _phrases(kind: str) -> frozenset[tuple[str, str]]:
    """Verbs in all their forms, each with the small word or noun that stands with it."""
    pairs = (phrase.partition("-") for phrase in WORDS.get(kind, ()))
    return frozenset((form, beside) for verb, _, beside in pairs for form in forms_of(verb))


STAGE_OF: dict[str, Stage] = {form: stage for stage in STAGES for word in WORDS[stage] for form in forms_of(word)}
# Nouns that tell a stage, and verbs that do with a small word behind them.
STAGE_OF_NOUN: dict[str, Stage] = {word: stage for stage in STAGES for word in WORDS.get(f"nouns_{stage}", ())}
STAGE_OF_PHRASE: dict[tuple[str, str], Stage] = {pair: stage for stage in STAGES for pair in _phrases(f"phrases_{stage}")}
# Verbs that give with a word beside them, and such that put off.
GIVING_PHRASES, DELAYING_PHRASES = _phrases("phrases_give"), _phrases("phrases_delayed")
# Verbs that say with a noun that their subject is given to: "took delivery of".
GETTING_PHRASES = frozenset(
    (form, noun) for form in ("took", "take", "takes", "taken", "taking") for noun in ("possession", "charge", "delivery", "receipt")
) | frozenset((form, "receipt") for form in ("confirm", "confirms", "confirmed", "acknowledge", "acknowledges", "acknowledged"))
# Verbs whose subject is given to.
GETTERS = frozenset({"received", "receives", "receive", "got", "gets", "get", "getting", "receiving"})
