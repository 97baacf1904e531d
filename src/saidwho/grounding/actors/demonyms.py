"""Is a word what one says of whoever is of a country: "Vinlandic" of Vinland?"""

import re

# "The Tarvian government" names a people.
_DEMONYM = re.compile(r"(?:(?<!st)an|ese|ish|[^aeiou]i|ic)$")
# What a demonym ends in behind the stem of its country's name, and with what letters a name may end that the stem leaves off.
_ENDINGS = frozenset({"n", "an", "ian", "ean", "nian", "vian", "ese", "nese", "ish", "i", "ite", "ic", "er", "ine"})
_LEFT_OFF = ("ia", "ea", "land", "a", "e", "o", "y", "")
_SHORTEST_STEM = 3


def may_be_demonym(word: str) -> bool:
    """Whether a word has the ending of one."""
    return _DEMONYM.search(word) is not None


def is_demonym_of(word: str, name: str) -> bool:
    """Whether a word is made of a country's name by an ending: "Kastrian" of "Kastria", "Arlander" of "Arland"."""
    return word != name and any(
        name.endswith(ending)
        and len(stem := name.removesuffix(ending)) >= _SHORTEST_STEM
        and word.startswith(stem)
        and (word[len(stem) :] in _ENDINGS or word[len(stem) :].removesuffix("s") in _ENDINGS)
        and not (ending == "" and word[len(stem) :] == "n")
        for ending in _LEFT_OFF
    )
