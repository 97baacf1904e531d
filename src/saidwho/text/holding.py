"""By which words do reports tell that somebody has evidence, and how much of it?"""

import re

from saidwho.text.tables import word_set

# Who has it: somebody taken up again, or a body by its kind.
_HOLDERS = r"(?:we|i|it|they|he|she|the (?:government|ministry|army|military|agency|united states|us))"
_OWNED = "have has had hold holds held got"
_HAD = f"{_OWNED} obtained"
_GAINED = "possess possesses possessed received"
KEPT = word_set("keep keeps kept")
# Who has something, whatever it is.
OWNING = word_set(_OWNED)
# Who has evidence, or has looked into it.
HOLDING = KEPT | word_set(f"{_HAD} intercepted overheard seen read studied examined reviewed saw")
# Where a text begins to say that somebody has something: "there is", "we now have", "the army had obtained".
WHO_HAS = (
    rf"(?:there (?:is|are|was|were)\s+|{_HOLDERS}\s+(?:(?:now|also|already|still|clearly|currently)\s+)?"
    rf"(?:(?:have|has|had)\s+(?:received|obtained|got)|{'|'.join((*_HAD.split(), *_GAINED.split()))})\s+)"
)
# How good it is, or how much.
_PRAISE = (
    "new clear credible reliable solid specific strong hard irrefutable ample detailed secret concrete additional further more multiple"
    " several many convincing compelling enough"
)
QUALITIES = "|".join(_PRAISE.split())
# What says that evidence is had, and not which it is.
OF_HAVING = HOLDING | word_set(f"{_GAINED} {_PRAISE} clearly")
# Nouns that only hold the evidence: "a network of contacts", "dozens of photographs".
HOLDING_NOUNS = word_set(
    "network networks number dozens hundreds scores series set range variety combination mix collection hours pages page copy copies stack"
    " pile review wealth body volume handful amount some piece pieces excerpts extracts summary content contents part parts examination"
    " study"
)
_WHO_HAS = re.compile(WHO_HAS, re.IGNORECASE)
_HELD_IN = re.compile(rf"(?:\w+ ){{0,3}}(?:{'|'.join(sorted(HOLDING_NOUNS))}) of ", re.IGNORECASE)
# Where the phrase of a noun ends: "videos | of the attack", "footage | released by the army", "images | showing a convoy".
_SHOWING = "showing|depicting|describing|detailing|listing|recording|proving|indicating|suggesting|confirming"
_BEHIND = re.compile(
    r"\s(?:(?:\w+ed |taken |shown )?(?:of|on|from|about|by|in|at|to|with|for|between|against|inside|near|within|which|that|who|where)"
    rf"|{_SHOWING})\s",
    re.IGNORECASE,
)


def held(words: str) -> str:
    """What somebody has, by the words that tell that he has it: "videos of the attack" for "we have videos of the attack"."""
    match = _WHO_HAS.match(words)
    return words[match.end() :] if match else words


def own_phrase(words: str) -> str:
    """The phrase of the evidence's noun itself, without what it is of: "videos" for "we have dozens of videos of the attack"."""
    phrase = held(words)
    match = _HELD_IN.match(phrase)
    phrase = phrase[match.end() :] if match else phrase
    return _BEHIND.split(phrase, maxsplit=1)[0]


def own_noun(words: str) -> str:
    """The evidence's noun alone: "pictures" for "the minister's four satellite pictures of the base"."""
    return (own_phrase(words).split() or [""])[-1]
