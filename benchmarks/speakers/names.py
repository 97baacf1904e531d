"""Are two names one, but for how they are written?"""

import re
import unicodedata

_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "sen", "senator", "rep", "representative", "del",
    "gov", "governor", "mayor", "president", "vice", "minister", "chancellor", "secretary", "gen", "general", "col", "colonel",
    "capt", "captain", "adm", "admiral", "lt", "sgt", "chief", "judge", "justice", "the",
})  # fmt: skip
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, without case, accents, titles in front and possessive endings."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(name: str) -> tuple[str, ...]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = [re.sub(r"['’]s?$", "", word).replace("’", "'") for word in _WORD.findall(plain.replace(".", ""))]
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return tuple(words)
