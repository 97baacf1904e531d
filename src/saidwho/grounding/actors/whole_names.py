"""Which names did the reader miss or cut short?

A reader that has never met "the Coral Cross" or "the Sword of the Faithful" may take them for no names, or for half of one. Whoever
speaks under words in capitals bears a name; what the reader took for a name does not end before a hyphen ("Moon Sang-tae"), nor go on in
the next line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from saidwho.grounding.actors.demonyms import may_be_demonym
from saidwho.grounding.actors.vocabulary import HONORIFICS, OFFICES, gender_of_name, noun
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading

_SCORE = 0.8
# Names that are looked for in a whole text: time stays linear in the text.
_MOST = 100
# "Herders' Front" is one name.
_CAPITAL = r"[A-Z][\w’'-]*[^\W_](?:(?<=s)['’](?=\s[A-Z]))?"
# Small words inside the names of bodies: "Front for the Sahar", "Doctors Without Borders".
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|for|on|against|without|across)\s+)?(?:the\s+)?{_CAPITAL})*")
# What follows a hyphen behind somebody's name and is no part of it.
_NO_NAMES = frozenset({
    "led", "era", "backed", "run", "controlled", "style", "held", "based", "appointed", "linked", "aligned", "allied", "born", "like",
    "elect", "designate", "owned", "affiliated", "occupied", "supported", "sponsored", "to", "made", "the",
})  # fmt: skip
# "London-based" and "State-run" before a name, which tell of it and are no part of it.
_SEATED = re.compile(r"(?:[A-Z][\w.’']*\s+){0,2}[A-Z][\w.’']*-(?:based|run|owned|controlled)(?:\s+|$)")
_HYPHENED = re.compile(r"-([^\W\d_]+)\b(?!-)")
# A line of which so many words have capitals is a headline that capitals tell nothing in.
_HEADLINE = 0.6
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:\n“\"])\s*$")
_NEXT = re.compile(r"\s+([a-z][\w-]*)")
_POSSESSIVE = re.compile(r"['’]s?$")
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mister", "mme", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "general", "colonel", "captain"}
)
# Words behind which somebody says how he is called.
_NAMES = frozenset({"as", "named", "called", "nicknamed"})
# Words before a name in capitals that it is told of by: "the aid group Doctors Without Delay".
_BEFORE = re.compile(r"(?:^|,\s*|[:–—-]\s+|\b(?P<noun>[a-z]+)\s+)(?P<article>[Tt]he\s+)?$")


def with_whole_names(text: str, reading: Reading) -> Reading:
    """A reading with the names that speakers bear and that were not read as names, wherever they stand, and with whole names."""
    names = (_without_title(text, _without_office(text, _with_hyphen(text, _in_line(text, name)))) for name in reading.names)
    whole = tuple(name for name in names if not _is_bare_office(text, name))
    found = {words: kind for source in _sources(reading) for words, kind in _missed(text, source, whole)}
    known = ((name.span.of(text), name.kind) for name in whole if name.kind == "organisation")
    for words, kind in known:
        if " " in words and not words.isupper():
            found.setdefault(words, kind)
    if not found and whole == reading.names:
        return reading
    return replace(reading, names=tuple(sorted(_named(text, whole, found), key=lambda mention: mention.span)))


def _in_line(text: str, name: Mention) -> Mention:
    """A name up to where its line ends."""
    end = text.find("\n", name.span.start, name.span.end)
    return name if end < 0 else replace(name, span=Span(start=name.span.start, end=end))


def _with_hyphen(text: str, name: Mention) -> Mention:
    """A person's name with what a hyphen joins to it."""
    behind = _HYPHENED.match(text, name.span.end)
    if name.kind != "person" or behind is None or behind[1].lower() in _NO_NAMES or " " not in name.span.of(text):
        return name
    return replace(name, span=Span(start=name.span.start, end=behind.end()))


def _without_office(text: str, name: Mention) -> Mention:
    """A person's name without what an office before it is of: "State Marcus Ruiz" behind "Secretary of"."""
    first, _, rest = name.span.of(text).partition(" ")
    if name.kind != "person" or " " not in rest or not text.endswith(" of ", 0, name.span.start) or not _is_noun(first):
        return name
    return replace(name, span=Span(start=name.span.end - len(rest), end=name.span.end))


def _sources(reading: Reading) -> Iterator[Span]:
    for attribution in reading.attributions:
        yield from attribution.source[:1]


def _missed(text: str, source: Span, names: tuple[Mention, ...]) -> Iterator[tuple[str, str]]:
    """The names in a source that were not read as such, each with its kind."""
    inside = [name for name in names if name.span.start < source.end and source.start < name.span.end]
    if _is_headline(text, source):
        return
    for match in _NAME.finditer(text, source.start, source.end):
        # Within a sentence a name that has "The" has it everywhere: "according to The Harbour Tribune".
        is_article = match[0].startswith("The ") and _SENTENCE_BEGINS.search(text[max(match.start() - 3, 0) : match.start()]) is not None
        start = match.start() + (len("The ") if is_article else 0)
        seat = _SEATED.match(text, start, match.end())
        start = seat.end() if seat else start
        words = _POSSESSIVE.sub("", text[start : match.end()])
        before = _BEFORE.search(text[source.start : match.start() if seat else start])
        if before is None or not words or words != text[start : match.end()]:
            continue
        over = [name for name in inside if name.span.start < match.end() and start < name.span.end]
        is_half_read = any(name.kind == "organisation" and _is_half(name.span.of(text)) for name in over)
        kind = _kind(words, before, text[match.end() :], is_half_read=is_half_read, opens=start == 0 or text[start - 1] == "\n")
        if kind is not None and all(_is_cut(name, start, match.end()) for name in over):
            yield words, kind


def _is_half(name: str) -> bool:
    """Whether a body's name, of which more words are a part, is half of one: "Doctors Network" of "the Sudan Doctors Network"."""
    # "The Kastrian Foreign Ministry" is for the register.
    return " " not in name or name.rpartition(" ")[2].lower() in _FOUNDED


def _is_headline(text: str, source: Span) -> bool:
    start, end = text.rfind("\n", 0, source.start) + 1, text.find("\n", source.start)
    words = [word for word in _WORD.findall(text[start : len(text) if end < 0 else end]) if len(word) > len("and")]
    capitals: int = sum(word[:1].isupper() for word in words)
    return bool(capitals > _HEADLINE * max(len(words), 1))


def _kind(words: str, before: re.Match[str], behind: str, *, is_half_read: bool, opens: bool) -> str | None:
    """What a name in capitals is that of: a body, or a person by a given name; None for words that are no name."""
    parts = words.split()
    has_article, told = before["article"] is not None, before["noun"]
    known = noun(told) if told else None
    if (told in _NAMES or parts[0].lower().strip(".") in _TITLES) and not _is_noun(parts[-1]):
        return "person"
    is_told_of = is_half_read or not told or (told == "and" and has_article) or (known is not None and known.kind == "body")
    is_alone = sum(part[0].isupper() for part in parts) < _FEWEST and (opens or not has_article)
    if not is_told_of or is_alone or _is_other(parts, behind, has_article=has_article):
        return None
    if _is_noun(parts[-1]) and not is_half_read and (known is None or not parts[-1].endswith("s")):
        return None
    is_person = not has_article and known is None and len(parts) in (2, 3) and gender_of_name(parts[0]) is not None
    return "person" if is_person else "organisation"


def _is_other(parts: Sequence[str], behind: str, *, has_article: bool) -> bool:
    """Whether words in capitals are an office, a body that somebody owns, or one that the register knows by its noun."""
    next_word = _NEXT.match(behind)
    if parts[0].lower() in _OPENING or (next_word is not None and may_be_demonym(parts[-1]) and _is_noun(next_word[1])):
        return True
    head = next((i for i, part in enumerate(parts) if i and part in ("of", "for")), len(parts)) - 1
    office = noun(parts[head].lower())
    if (office is not None and office.kind == "person") or any(_POSSESSIVE.search(part) and part[-1] == "s" for part in parts):
        return True
    is_of = has_article and parts[0].lower() in _FOUNDED and parts[1:2] in (["of"], ["for"])
    is_many = len(parts) > _FEWEST and parts[0].endswith("s") and parts[1].lower() in _BEHIND_MANY and parts[0].lower() not in _SOME
    return (_is_noun(parts[0]) and not is_of and not is_many) or _is_office(parts[-1], behind)


# Words that have a capital where a sentence begins, and that no name begins with: "Two Israeli officials".
_OPENING = frozenset({
    "a", "an", "this", "that", "these", "those", "some", "many", "most", "several", "few", "all", "both", "other", "another", "any", "one",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "its", "his", "her", "their", "our", "no", "neither", "either",
    "senior", "former", "top", "local", "unnamed",
})  # fmt: skip
# Words in capitals that make a name without an article.
_FEWEST = 2
# What a body calls itself before "of" or "for": "the Movement for the Adrar". A state's ministries and armies are for the register.
_FOUNDED = frozenset({
    "federation", "group", "movement", "front", "union", "league", "alliance", "association", "committee", "society", "organization",
    "organisation", "observatory", "network", "institute", "centre", "center", "foundation", "party", "coalition", "office", "council",
})  # fmt: skip
# "Doctors Without Borders", "Engineers Across Rivers".
_BEHIND_MANY = frozenset({"without", "across", "beyond", "for", "against", "of", "in", "on"})

# Some of a body: "Rebels of the March 23 Movement" have no name of their own.
_SOME = word_set(
    "rebels fighters members militants gunmen militiamen guerrillas insurgents partisans separatists soldiers troops supporters followers "
    "backers leaders commanders officials officers representatives delegates veterans relatives residents survivors allies opponents"
)


# What may stand before an office as a part of it: "Vice President Ivo Lind".
_OF_OFFICES = word_set(
    "vice deputy prime first acting foreign interior defence defense finance home health justice energy information lieutenant"
)


def _without_title(text: str, name: Mention) -> Mention:
    """A person's name without the office before it: "Ivo Lind" of "Vice President Ivo Lind", and "Lind" of "Mayor Lind"."""
    words = name.span.of(text).split(" ")
    last = max((number for number, word in enumerate(words[:-1]) if word.lower() in OFFICES), default=None)
    if name.kind != "person" or last is None or not words[-1][:1].isupper() or _is_noun(words[-1]):
        return name
    if last != len(words) - 2 and not all(word.lower() in _OF_OFFICES for word in words[:last]):
        return name
    return replace(name, span=Span(start=name.span.end - len(" ".join(words[last + 1 :])), end=name.span.end))


def _is_bare_office(text: str, name: Mention) -> bool:
    """Whether what was read as a person's name is the office before it: "Secretary" of "Secretary of State Ada Vale"."""
    office = noun(name.span.of(text).lower()) if name.kind == "person" and text.startswith(" of ", name.span.end) else None
    return office is not None and office.kind == "person"


def _is_noun(word: str) -> bool:
    """Whether a word is a common noun for whoever speaks, or a title: register and rules know "the Foreign Ministry" by its noun."""
    plain = word.lower().strip(".")
    known = noun(plain)
    return plain in HONORIFICS or (known is not None and known.kind != "document")


def _is_office(word: str, behind: str) -> bool:
    """Whether a word may be an office whose holder is named behind it: "the Emergency Relief Coordinator, Ada Vale"."""
    return word.endswith(_DOERS) and re.match(r",? [A-Z]", behind) is not None


_DOERS = ("er", "or", "ian", "ist", "ant")


def _is_cut(name: Mention, start: int, end: int) -> bool:
    """Whether a name was read that is only a part of a body's, or the place it is named after."""
    is_part = start <= name.span.start and name.span.end <= end and name.span.end - name.span.start < end - start
    return is_part and (name.kind == "organisation" or (name.kind == "location" and (name.span.end < end or name.span.start > start)))


def _named(text: str, names: tuple[Mention, ...], found: dict[str, str]) -> Iterator[Mention]:
    """All names, with those that were found wherever they stand; what is a part of one is none of its own."""
    new: dict[int, Mention] = {}
    for words, kind in islice(found.items(), _MOST):
        for match in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text):
            one = Mention(span=Span(start=match.start(), end=match.end()), kind=kind, score=_SCORE)
            if one.span.end > max((new[at].span.end for at in [match.start()] if at in new), default=0):
                new[match.start()] = one
    kept = _apart(new, names)
    inside = {at for one in kept for at in range(one.span.start, one.span.end)}
    yield from kept
    yield from (name for name in names if name.span.start not in inside)


def _apart(new: dict[int, Mention], names: tuple[Mention, ...]) -> list[Mention]:
    """The new names that are part of no other, and that cut through none that was read."""
    over: dict[int, Mention] = {at: name for name in names for at in range(name.span.start, name.span.end)}
    kept: list[Mention] = []
    for one in (new[start] for start in sorted(new)):
        read = {over[at] for at in range(one.span.start, one.span.end) if at in over}
        is_free = not kept or kept[-1].span.end <= one.span.start
        if is_free and all(_is_cut(name, one.span.start, one.span.end) for name in read):
            kept.append(one)
    return kept
