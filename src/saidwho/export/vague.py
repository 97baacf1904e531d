"""What number stands for "dozens"? None, unless the user names a rule."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# ACLED's published rule for reported fatalities: tens 10, dozens 12, hundreds 100.
ACLED: Mapping[str, int] = MappingProxyType({"tens": 10, "dozens": 12, "hundreds": 100})
RULES: Mapping[str, Mapping[str, int]] = MappingProxyType({"acled": ACLED})


def vague_number(words: str, rule: str | None) -> int | None:
    """The number that a rule gives for words that have none; None without a rule, or where it does not know the words."""
    if rule is None:
        return None
    found = [RULES[rule][word] for word in re.findall(r"[a-z]+", words.lower()) if word in RULES[rule]]
    # "Hundreds of thousands" is none of them: the rule is silent there.
    return found[0] if len(found) == 1 and not re.search(r"thousand|million", words.lower()) else None
