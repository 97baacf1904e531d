"""Which words of a text carry what it says, whatever their endings?"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*", re.UNICODE)
# Words that say nothing of what happened. Those of attribution are among them: who says it is compared apart.
_STOP_WORDS = (
    "a an the this that these those some any each both all no not n't s t and or but if when while as at by for from in into of on "
    "onto over to under up with within without about after before during since until near around against among between through "
    "is are was were be been being am has have had having do does did done will would shall should can could may might must "
    "he she it they we you i him her them us me his hers its their our your my who whom whose which what where there here how why "
    "also too very more most other another such own same so than then now just only still even ever yet again "
    "said say says saying told tell tells according reported report reports added stated announced claimed "
    "indeed actually really already currently recently reportedly allegedly"
)
STOP = frozenset(_STOP_WORDS.split())
# Longest first: the first ending that leaves three letters is cut. What is left need not be a word, only the same
# for "executing", "executed" and "execution".
_ENDING_WORDS = "izations isations ization isation ations ation ments ment ings ing ions ion ies ied ers er ors or ed es ly al s e y"
_ENDINGS = tuple(_ENDING_WORDS.split())
# Verbs whose past shares too few letters, as reports of war use them.
_IRREGULAR = {
    "shot": "shoot", "struck": "strike", "hit": "hit", "fell": "fall", "fallen": "fall", "lost": "lose", "losses": "lose",
    "loss": "lose", "took": "take", "taken": "take", "sent": "send", "gave": "give", "given": "give", "began": "begin",
    "fought": "fight", "dead": "kill", "died": "kill", "death": "kill", "deaths": "kill", "fatalities": "kill", "killing": "kill",
    "killed": "kill", "kill": "kill", "injured": "wound", "injuries": "wound", "hurt": "wound", "wounded": "wound", "wounding": "wound",
    "fled": "flee", "flew": "fly", "shelling": "shell", "army": "military", "troops": "soldier", "troop": "soldier",
    "servicemen": "soldier", "civilians": "civilian",
}  # fmt: skip


def plain_words(text: str) -> list[str]:
    """The words of a text in order: lower case, without accents and punctuation."""
    plain = text.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _WORD.findall(plain)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undoubled(word[: -len(ending)])
    return word


def _undoubled(word: str) -> str:
    """ "stopp" of "stopped" is "stop"."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


# The words of one statement are asked for with each claim that it may deny.
@lru_cache(maxsize=1 << 14)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry what a text says, in its order."""
    return tuple(stem(word) for word in plain_words(text) if word not in STOP)
