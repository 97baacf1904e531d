"""As what do the words of a source describe somebody: an official, people who live there, a thing, what all print?"""

import re

from saidwho.linking.parties import NO_OFFICIAL
from saidwho.linking.standing.phrases import DEFINITE, POSSESSIVE, Phrase, phrase_of
from saidwho.text.numerals import OPENERS, SMALL, TENS

# Who stands alone for some of those told before.
_SOME_OF_THEM = frozenset(["one", "another", "other", "some", "two", "both", "all"])
# What points at somebody whom the text has named or told before; whoever they stand for is counted there.
_POINTING = DEFINITE | frozenset(["one", "another", "other", "others", "who", "which", "what", "whoever", "it", "he", "she", "they"])
# Of whom nobody can say who they are.
_ANYBODY = frozenset(["who", "whoever", "we", "us", "i", "nobody", "none", "everybody", "everyone", "all", "many", "most"])
_PRINTED_ON = re.compile(
    r"^(?:on|in|across) (?:the )?(?:social media|internet|networks?|telegram|twitter|facebook)$|\b(?:press|media)$", re.IGNORECASE
)
_PRESS_BEHIND = re.compile(r"\b(?:of|in) (?:the )?(?:[\w-]+ )?(?:press|media)$", re.IGNORECASE)
# Of whom a text tells that he shall have no name, it names nobody elsewhere.
_NOT_NAMED = re.compile(
    r"\b(?:(?:asks?|asked|wish\w*|want\w*|prefer\w*|insist\w*|requested) (?:\w+ ){0,3}?(?:not (?:to )?be|anonymity|"
    r"to (?:stay|remain) (?:anonymous|unnamed))|"
    r"(?:would|did|does|do|will) not (?:give|tell|say|want|wish) (?:\w+ ){0,3}?(?:names?|named|identified)|"
    r"on (?:the )?condition|anonymous\w*|"
    r"(?:may|can|could|must) not be (?:named|identified))\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"^(?:of|for) the (\w+)")
_PARTS = re.compile(r",| and |;")


def is_unnamed_official(words: str) -> bool:
    """Whether an official, a soldier or one of them is told without a name; not one who has left, or is held."""
    if NO_OFFICIAL.search(words):
        return False
    phrase = phrase_of(words)
    told = phrase.several or phrase
    if told.is_pronoun and not told.several:
        return (phrase.opening in _SOME_OF_THEM and not phrase.behind.strip(" ,")) or phrase.several is not None
    is_rank = told.is_of("rank") and (phrase.opening != "" or told.is_plural)
    if told.noun == "negotiator" and {"chief", "lead"} & set(told.before):  # one man, by his office
        return False
    # "The commandant" of a town is one man.
    is_one_of_many = told.is_of("post") and (phrase.opening not in DEFINITE or told.is_plural)
    return not told.name and (told.is_of("official") or is_rank or _is_delegate(told) or is_one_of_many or "anonymous" in words.lower())


def _is_delegate(told: Phrase) -> bool:
    return told.noun in ("delegate", "representative") and (told.is_plural or told.opening not in DEFINITE)


def has_name(words: str) -> bool:
    """Whether words are more than a word for officials that begins a sentence ("Officials in the capital")."""
    phrase = phrase_of(words)
    return bool(phrase.name) or not phrase.is_of("official", "rank")


def is_onlooker(words: str) -> bool:
    """Whether words describe one who judges from outside what others have seen, in any of their parts."""
    return any(phrase_of(part).is_of("onlooker") for part in _PARTS.split(words))


def are_people(words: str) -> bool:
    """Whether several who saw or live there are told: a source of their own, although their text points at them."""
    phrase = phrase_of(words)
    told = phrase.several or phrase
    return told.is_of("people") and (told.is_plural or told.noun == "people")


# Those who are told together in one phrase, and what they may be where they are of no one body.
_TOGETHER = re.compile(r",? and |, ")
_OF_THEMSELVES = ("people", "staff", "kin", "onlooker")
_OF_SOMEBODY = ("official", "diplomat", "medic", "craft", "fighter")


def are_of_several_kinds(words: str) -> bool:
    """Whether some without a name and of no one body are told together ("activists and a diplomat"); doctors and nurses are of one."""
    parts = [phrase_of(part) for part in _TOGETHER.split(words)]
    if len(parts) == 1 or any(char.isupper() for char in words[1:]) or any(part.owner for part in parts):
        return False
    are_known = all(part.is_of(*_OF_THEMSELVES, *_OF_SOMEBODY) for part in parts)
    return are_known and any(part.is_of(*_OF_THEMSELVES) for part in parts)


def are_people_of(name: str) -> bool:
    """Whether what looks like a name only tells where people are ("Residents of Batken"); "Workers' Front" is one."""
    phrase = phrase_of(name)
    return phrase.is_of("people") and phrase.is_plural and not (phrase.opening or phrase.before or phrase.owner or phrase.name)


# Words for one body, or for a thing, that end as words for several do.
_ONE_IN_PLURAL = frozenset(["headquarter", "headquarters", "news", "barrack", "barracks", "new", "work", "works", "pres", "press"])


def are_many(words: str) -> bool:
    """Whether words tell several: "two hospital sources", "local officials", "residents of Lorn"; a body's name is of one."""
    first = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    phrase = phrase_of(words)
    is_counted = SMALL.get(first, 0) > 1 or first in TENS or any((first,) == many for many in OPENERS)
    return is_counted or (phrase.is_plural and phrase.noun not in _ONE_IN_PLURAL)


def is_plain_plural(name: str) -> bool:
    """Whether what looks like a name is a noun that begins a sentence ("Monitors")."""
    phrase = phrase_of(name)
    return phrase.is_plural and phrase.is_of("staff", "kind", "medic", "official") and not (phrase.opening or phrase.before or phrase.owner)


def is_thing(words: str) -> bool:
    """Whether words tell of a picture or a paper, which is nobody: whoever shows it speaks."""
    return phrase_of(words).is_of("thing")


def is_of_somebody(words: str) -> bool:
    """Whether words tell by name whose a thing is ("letters from Vexel", "Karlia's map")."""
    phrase = phrase_of(words)
    return bool(phrase.of) or phrase.owner[:1].isupper() or "'s " in phrase.behind or "’s " in phrase.behind


def is_report(words: str) -> bool:
    """Whether a source is no speaker but a name for what stands elsewhere in the text, what all print, or anybody."""
    phrase = phrase_of(words)
    if phrase.is_pronoun:
        return (phrase.several is None and phrase.opening in _ANYBODY) or bool(_PRESS_BEHIND.search(words))
    is_on_networks = phrase.is_of("press", "talk") and bool(_PRINTED_ON.search(phrase.behind))
    is_plain = phrase.is_of("press") and not (phrase.name or phrase.owner or phrase.behind)
    # "The UNA agency" is one.
    is_named = phrase.noun not in ("media", "press") and any(word[0].isupper() for word in phrase.before[1 if not phrase.opening else 0 :])
    return is_on_networks or (is_plain and not is_named) or bool(_PRESS_BEHIND.search(words))


def points_back(words: str) -> bool:
    """Whether words point at somebody of whom their text has told before ("the witnesses"); not "one of the witnesses"."""
    phrase = phrase_of(words)
    is_one_of = phrase.several is not None and not phrase.several.is_pronoun
    return phrase.opening in _POINTING and not is_one_of


def is_somebodys(words: str) -> bool:
    """Whether words begin with whose somebody is, who is named before ("her owners")."""
    return phrase_of(words).opening in POSSESSIVE


def wants_no_name(words: str) -> bool:
    """Whether words tell that somebody shall have no name."""
    return bool(_NOT_NAMED.search(words))


def is_one_of_its_kind(words: str) -> bool:
    """Whether words tell closely enough which body it is: "the grid company", "the company that runs the yard", "the ship's agent"."""
    phrase = phrase_of(words)
    if phrase.opening != "the" or phrase.name:
        return False
    if phrase.owner and phrase.is_of("agent"):
        return True
    is_told = bool(phrase.before or phrase.owner) and not {"same", "other", "said", "news"} & {word.lower() for word in phrase.before}
    return phrase.is_of("sole") and (is_told or phrase.behind.startswith(("that ", "which ", "of the ")))


# What tells nothing of whom a body is made up ("a local union").
_ANY_BODY = frozenset(["local", "regional", "small", "large", "major", "private", "foreign", "western", "new", "certain", "same", "other"])
_OF_MANY = re.compile(r"^of (?:the )?(?:[a-z][\w-]* ){0,2}[a-z][\w-]*s\b")


def is_body_of_its_members(words: str) -> bool:
    """Whether words tell a body by those who are its members: "the truckers' union", "an association of dealers"."""
    phrase = phrase_of(words)
    told = set(map(str.lower, phrase.before)) - _ANY_BODY
    return phrase.is_of("members") and not phrase.is_plural and bool(told or phrase.owner or _OF_MANY.search(phrase.behind))


def side_of(words: str) -> str:
    """The side that fights for which words without a name stand, or speak: "rebels" for "the rebels" and "the rebels' leader".

    Empty where they tell none, or only some of it ("two rebels", "a rebel commander"), or who is held.
    """
    phrase = phrase_of(words)
    is_spokesman = phrase.opening == "a" and phrase.noun.startswith("spokes")
    is_any = phrase.opening in ("", "the") or is_spokesman
    if phrase.name or phrase.several or not is_any or NO_OFFICIAL.search(words.partition(",")[0]):
        return ""
    if phrase.is_of("side"):
        return f"{phrase.noun}s" if phrase.is_plural and not phrase.before else ""
    whose = (*phrase.owner.split()[-1:], *phrase.before) if phrase.is_of("speaks", "organ") else ()
    return next((f"{told.noun}s" for word in whose if (told := phrase_of(word)).is_of("side")), "")


def is_kind_of_body(words: str) -> bool:
    """Whether words tell a body of a kind of which there is one where it happens ("a monitoring group")."""
    return phrase_of(words).is_of("kind")


def name_of_kind(words: str) -> str:
    """The name that a text gives a body before what it is: "CSP" for "the CSP rebel alliance"; no adjective of a nation."""
    phrase = phrase_of(words)
    name = _name_before(phrase) if phrase.is_of("kind") and not phrase.is_plural else ""
    return name if " " in name or (len(name) > 1 and name.isupper()) else ""


# "The wife of the captain"; of two students anybody may be the mother.
_OF_ONE = re.compile(r"of (?:the [a-z]+(?<!s)\b|[A-Z])")


def kin_of(words: str) -> str | None:
    """What somebody is to one whom words name or point at, and no more: "wife" for "Ostrov's wife", "his wife"."""
    phrase = phrase_of(words)
    is_his = phrase.owner[:1].isupper() or (phrase.opening in ("his", "her") and not phrase.owner)
    is_of_one = phrase.opening == "the" and _OF_ONE.match(phrase.behind) is not None
    is_told = (is_his and not phrase.behind) or is_of_one
    return phrase.noun if is_told and phrase.is_of("kin") and not phrase.is_plural else None


def is_label(words: str) -> bool:
    """Whether a script or a check of facts calls by it whoever reads, in capitals."""
    first = phrase_of(words.split(maxsplit=1)[0].title()) if words.split() and words.split(maxsplit=1)[0].isupper() else None
    return first is not None and first.is_of("label")


def staff_of(words: str) -> str:
    """The name of the body whose words tell staff, fighters or speakers to be ("Red Lantern volunteers", "rebels of the Covenant")."""
    phrase = phrase_of(words)
    if phrase.behind.startswith("of "):
        return phrase.of if phrase.is_of("staff", "fighter", "speaks", "organ") and not phrase.before else ""
    return _name_before(phrase) if phrase.is_of("staff", "fighter") and not phrase.behind and phrase.is_plural else ""


def speaks_for_a_body(words: str) -> bool:
    """Whether words tell one who speaks for the body that they name, or works for it; none who left it, or is held by it."""
    phrase = phrase_of(words)
    return phrase.is_of("speaks", "staff", "craft") and phrase.several is None and not NO_OFFICIAL.search(words)


def is_staff(words: str) -> bool:
    """Whether words tell somebody who works for a body, and no more ("the patrol")."""
    phrase = phrase_of(words)
    return phrase.is_of("staff") and phrase.opening in ("", "the", "a") and not (phrase.before or phrase.owner or phrase.behind)


def is_we(words: str) -> bool:
    """Whether whoever prints speaks of himself and his own."""
    phrase = phrase_of(words)
    return (phrase.opening in ("we", "us") and not phrase.behind and not phrase.noun) or is_ours(words)


def is_ours(words: str) -> bool:
    """Whether one who prints speaks of those who work for him ("our field nurse")."""
    phrase = phrase_of(words)
    return phrase.opening == "our" and bool(phrase.noun) and not phrase.is_of("press", "kin", "thing")


def _name_before(phrase: Phrase) -> str:
    name: list[str] = []
    for word in phrase.before:
        if not (word[0].isupper() or (name and word in ("of", "for", "the"))):
            break
        name.append(word)
    return " ".join(name)


def kind_spoken_for(words: str) -> str:
    """What the body is called for short for which words tell somebody to speak: "union" for "the union's secretary, Ivo Marn"."""
    for part in _PARTS.split(words):
        phrase = phrase_of(part)
        if not phrase.is_of("speaks"):
            continue
        whose = (*phrase.owner.split()[-1:], *phrase.before, *_OF_THE.findall(phrase.behind))
        kind = next((word.lower() for word in whose if phrase_of(word).is_of("kind")), "")
        if kind:
            return kind
    return ""


def leads_fighters(words: str) -> bool:
    """Whether words tell one who leads fighters, or speaks for them ("rebel leader Ivo Vale")."""
    phrase = phrase_of(words)
    whose = (*phrase.owner.split()[-1:], *phrase.before)
    return phrase.is_of("speaks", "rank", "official") and any(phrase_of(word).is_of("fighter") for word in whose)


_NOT_IN_OFFICE = re.compile(r"\b(?:vice|deputy|former|ex|acting|junior)\b", re.IGNORECASE)


def office_of(words: str) -> str:
    """The office that one person alone holds in a state, by words for a person or his role: "president", "defence minister"."""
    if _NOT_IN_OFFICE.search(words):
        return ""
    for part in _PARTS.split(words):
        phrase = phrase_of(part)
        noun = phrase.noun or phrase.title
        if phrase.is_of("office"):
            matter = part.lower().partition(noun)[0].split()[-1:]
            return " ".join((*matter, noun)) if noun == "minister" else noun
    return ""
