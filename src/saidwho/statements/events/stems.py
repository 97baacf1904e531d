"""One form for all forms of a verb or noun, so that a table needs to name each word once.

Not a stemmer for reading: "agre" stands for agree, agrees, agreed and agreeing. Only whether two words get the same form counts.
"""

from functools import lru_cache

# Forms that endings do not explain, before the lemma they belong to.
_IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "be": "is are was were been being am", "begin": "began begun", "blow": "blew blown", "burn": "burnt", "tear": "tore torn",
        "hide": "hid hidden", "freeze": "froze frozen",
        "sink": "sank sunk", "throw": "threw thrown", "beat": "beaten", "break": "broke broken", "bring": "brought",
        "build": "built", "buy": "bought", "choose": "chose chosen", "come": "came", "deal": "dealt", "drive": "drove driven",
        "fall": "fell fallen", "fight": "fought", "find": "found", "flee": "fled", "forgive": "forgave forgiven", "get": "got gotten",
        "give": "gave given", "go": "went gone", "hang": "hung", "have": "has had", "hold": "held", "keep": "kept", "lay": "laid",
        "lead": "led", "leave": "left", "lend": "lent", "lose": "lost", "make": "made", "meet": "met", "overrun": "overran",
        "overthrow": "overthrew overthrown", "pay": "paid", "rebuild": "rebuilt", "ride": "rode", "rise": "rose risen", "run": "ran",
        "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "shake": "shook shaken", "shoot": "shot",
        "speak": "spoke spoken", "spend": "spent", "stand": "stood", "steal": "stole stolen", "strike": "struck stricken",
        "swear": "swore sworn", "take": "took taken", "tell": "told", "think": "thought", "undertake": "undertook",
        "win": "won", "withdraw": "withdrew withdrawn", "withhold": "withheld", "man": "men", "woman": "women", "child": "children",
        "will": "ll wo", "slay": "slew slain", "uphold": "upheld", "overtake": "overtook", "lie": "lain",
    }.items()
    for form in forms.split()
}  # fmt: skip
_SHORTEST = 2
# A longer word is an address or noise, and of no table.
_LONGEST = 40


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The form that a word shares with its other forms. word: in any case."""
    plain = word[:_LONGEST].lower()
    plain = _IRREGULAR.get(plain, plain)
    plain = _without_plural(plain)
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            plain = plain.removesuffix(ending)
            break
    while len(plain) > _SHORTEST and plain.endswith("e"):
        plain = plain[:-1]
    if len(plain) > _SHORTEST and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain[:-1] + "i" if len(plain) > _SHORTEST and plain.endswith("y") else plain


def _without_plural(word: str) -> str:
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST + 1:
        return word[:-1]
    return word
