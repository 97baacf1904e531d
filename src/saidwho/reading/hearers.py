"""Who tells something, where the reader took for the source whom it is told: "Ivo Marn, a farmer, told | Governor Ada Vale, who came"?"""

import re
from dataclasses import replace

from saidwho.reading.subjects import Subjects
from saidwho.types.reading import Attribution, Token

# Behind "were told" stands what was told, and who told it.
_TELLS = re.compile(r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:tells?|told|telling)$", re.IGNORECASE)
# Characters of such a helping word and the blank behind it.
_BEFORE = 8


def with_tellers(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Give what is told to the subject of "told" where the source stands right behind that verb."""
    if not any(_is_to_hearer(text, one) for one in attributions):
        return attributions
    subjects = Subjects(text, tokens)
    return tuple(_of_teller(subjects, one) if _is_to_hearer(text, one) else one for one in attributions)


def _is_to_hearer(text: str, attribution: Attribution) -> bool:
    if len(attribution.source) != 1 or len(attribution.cue) != 1:
        return False
    cue, source = attribution.cue[0], attribution.source[0]
    return text[cue.end : source.start] == " " and _TELLS.search(text[max(cue.start - _BEFORE, 0) : cue.end]) is not None


def _of_teller(subjects: Subjects, attribution: Attribution) -> Attribution:
    teller = subjects.of(attribution.cue[0])
    return replace(attribution, source=(teller,)) if teller is not None else attribution
