"""Which plain verb or noun is an inflected word a form of?

The program looks for few words and knows all of them, so it makes their forms rather than guess plain words from forms.
"""

from collections.abc import Iterable

from saidwho.text.tables import word_set

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "take": "took taken", "give": "gave given", "rebut": "rebutted rebutting",
    "swear": "swore sworn", "foresee": "foresaw foreseen", "beg": "begged begging", "bet": "bet", "cast": "cast", "throw": "threw thrown",
    "think": "thought", "know": "knew known", "find": "found", "hear": "heard", "understand": "understood", "come": "came",
    "bear": "bore borne", "seek": "sought", "forecast": "forecast", "commit": "committed committing", "slam": "slammed slamming",
    "rule": "ruled", "shrug": "shrugged shrugging", "refer": "referred referring", "plead": "pled", "show": "shown", "spurn": "spurned",
    "quip": "quipped quipping", "dub": "dubbed dubbing", "say no": "", "sink": "sank sunk", "strike": "struck", "shoot": "shot",
    "fight": "fought", "hang": "hung", "hit": "hit hitting", "cut": "cut cutting", "pay": "paid", "let": "let", "hold": "held",
    "see": "saw seen", "read": "read", "regret": "regretted regretting", "own": "owned", "overrun": "overran overrunning", "shut": "shut",
    "get": "got", "put": "put", "speak": "spoke spoken", "stop": "stopped stopping", "be": "is are was were been being am 's 're 'm",
    "gainsay": "gainsaid", "have": "has had having 've", "go": "went gone", "stand": "stood", "make": "made",
    "lay": "laid", "withhold": "withheld",
}  # fmt: skip

_PAST = word_set(
    "began came went took gave fell fled left lost shot struck hit broke flew sank ran drove found held knew led made met put saw sent set"
    " stood stole told was were wore won wrote brought built burnt caught died did had got grew kept laid lay rose spent threw"
)


def is_past(verb: str) -> bool:
    """Whether a verb has a form of the past; some plain forms are the same."""
    return (verb.endswith("ed") and not verb.endswith("eed")) or verb in _PAST


def forms(word: str) -> frozenset[str]:
    """The plain form and all it may become: "deny", "denies", "denied", "denying"."""
    if word in ("to", "on", "upon", "for", "not", "no", "nor", "of", "at", "with", "into", "it", "that", "whether", "if"):
        return frozenset({word})
    stem = word[:-1] if word.endswith("e") else word
    regular = {f"{word}s", f"{stem}ed", f"{stem}ing", f"{word}ing"}
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        regular = {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    elif word.endswith(("s", "sh", "ch", "x", "z")):
        regular |= {f"{word}es"}
    if word[-1:] in "bdglmnprt" and word[-2:-1] in "aeiou" and word[-3:-2] not in "aeiou":
        regular |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return frozenset({word, *regular, *_IRREGULAR.get(word, "").split()})


def plain_words(words: Iterable[str]) -> dict[str, str]:
    """For each form of these words, the word itself. Where two share a form, the first keeps it."""
    table: dict[str, str] = {}
    for word in words:
        for form in sorted(forms(word)):
            table.setdefault(form, word)
    return {**table, **{word: word for word in words}}
