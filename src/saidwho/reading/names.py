"""Where do names begin and end, and what are they the names of, where the reader read one name in several ways?

The reader sees a name afresh each time. Names that nobody has heard of, of invented countries and bodies, it takes for a person's
in one sentence and for a place's in the next; and it stops at signs inside of names ("Jama'at", "K-12", "People's Voice").
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from saidwho.text.calendar_words import CALENDAR
from saidwho.text.press import ANY_TITLE
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Token

# What goes on right behind a sign inside of a name, up to its next blank.
_REST = re.compile(r"(?:(?:(?<=['’])|['’])(?!s\b)[^\W_]|(?:(?<=-)|-)(?:(?!to-|and-|or-|vs-)[a-z]{1,4}-)?[A-Z\d])[\w'’-]*")
_POSSESSIVE_END = re.compile(r"['’]s?$")
# The beginning of a word before a sign in it: "Guy-" of "Guy-Simon".
_WORD_BEFORE = re.compile(r"(?<![\w’'-])(?P<word>[A-Z][\w’'-]*[’'-])$")
# Nouns in small letters before the first capital of a name.
_DESCRIBED = re.compile(r"(?:[a-z]+ ){1,4}(?=[A-Z])")
# A name does not begin so: it goes on.
_ARABIC = re.compile(r"(?:wa-?l|al|ul|as|ash|ad|bin|ibn|wa)[- ]")
# "the Tribune of" and a name behind it are one name.
_HANGING = re.compile(r"(?: (?:of|for|de|del|the))+$")
# "Ada Vale of Varnok": where somebody is from is no part of his name.
_HOME = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*)* [A-Z][\w’'-]+) of (?:the )?[A-Z].*")
# Between the parts of an Arabic name, and of "the Islanders' Council".
_WITHIN = re.compile(r" (?:wa-?l|al|ul|as|ash|ad|wa)[- ]")
_OF_MANY = re.compile(r"s?['’] ")
# First words of armed groups that speak Arabic, which read like somebody's name.
_FOUNDED = frozenset({"jama'at", "jama’at", "jamaat", "harakat", "hizb", "jabhat", "ansar", "katibat", "liwa", "kataib", "jaysh", "jaish"})
_CAPITAL = r"[A-Z][\w’'-]*\w"
_IN_OFFICE = re.compile(
    r"\b[Ss]ecretary (?:of (?:State|Defen[cs]e|War|Homeland Security|the (?:Interior|Treasury)) )"
    rf"(?P<name>{_CAPITAL}(?: [A-Z]\.)?(?: {_CAPITAL}){{1,2}})"
)
# "Mayor of Varnok Ivo Marek", "ambassador to Vinland Ada Vale": behind an office and what it is of comes its holder, without a comma.
_OFFICE_OF = re.compile(
    r"\b(?:[Hh]ead|[Cc]hief|[Mm]ayor|[Gg]overnor|[Pp]resident|[Mm]inister|[Cc]ommander|[Dd]irector|[Cc]hair(?:man|woman)?|[Ll]eader|[Ss]ecretary|"
    r"[Ss]pokes(?:man|woman|person)|[Pp]rosecutor|[Rr]epresentative|[Aa]mbassador|[Aa]dvis[eo]r|[Mm]ember|[Pp]ress officer) "
    r"of (?:the )?(?:[A-Z][\w’'-]+ (?:of |and |for )(?:the )?|[A-Z][\w’'-]+ ){0,6}$|\b(?:[Aa]mbassador|[Ee]nvoy) to (?:the )?$"
)
_HOLDER = re.compile(r"(?P<of>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*?) (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)")
_LED_BY_OF = re.compile(r"of (?:the )?(?=[A-Z])")
_LONGEST_OFFICE = 120  # characters
_CALLS_ITSELF = re.compile(
    r"\b(?:calling|calls?|called) (?:itself|themselves) (?:the )?"
    rf"(?P<name>{_CAPITAL}(?: (?:(?:of|for) (?:the )?)?{_CAPITAL}){{1,4}})"
)
# Bodies that are called by what they ask for: "Save the Children".
_ASKS_FOR = re.compile(rf"\b(?P<name>(?:Save|Feed|Stop|Free|Defend|Protect|Reclaim|Heal) the {_CAPITAL}(?: {_CAPITAL})?)")
_TOLD_SCORE = 0.8
# Words of and before a name that only a person, and words before one that only a place has.
_PERSONAL = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Miss|Gen|General|Col|Colonel|Capt|Captain|Major|Maj|Lt|Lieutenant|Sgt|Sergeant|Corporal|Private|Admiral|President|"
    r"Minister|Governor|Mayor|Senator|Judge|King|Queen|Prince|Princess|Sheikh|Inspector|Ambassador|Commander|[Ss]pokes(?:man|woman|person)|"
    r"[Ww]itness|named|called|neighbou?r|brother|sister|father|mother|son|daughter|wife|husband|colleague|lawyer|counsel)\.? $"
)
_PLACED = re.compile(
    r"\b(?:in|from|near|into|across|inside|throughout|towards|via|northern|southern|eastern|western|central|[Cc]apital of) $"
)
# Behind a name, organs that only a state or a region has: "Kharad's army".
_GOVERNED = re.compile(
    r"['’]s? (?:(?:\w+ ){0,2}?)(?:army|military|government|ministry|parliament|navy|air force|armed forces|general staff|police|"
    r"[\w-]+ minister|president|ambassador|embassy|capital|border|borders|soldiers|troops|forces)\b"
)
# "VARNOK (Reuters) -" and "VARNOK, March 4 (Reuters) -" at the head of a line.
_DATELINED = re.compile(r"(?:, [^()\n–—\d]{0,20}\d[^()\n–—]{0,20})? ?\([^()\n]{2,40}\) ?[-–—]")
# Before and behind the agency there, and one in a line of its own: "(Reuters)".
_CREDITED = re.compile(r"(?:^|\n)[ \t]*(?:(?P<town>[A-Z][^()\n]{1,60}))?\($")
_CLOSED = re.compile(r"\)(?:[ \t]*(?P<alone>\n|$)| ?[-–—])")
# "Kastrian defence ministry": the first word says only whose it is.
_WHOSE = re.compile(r"[A-Z][a-z]+(?:ian|ean|ish|ese)")
_ORGAN = re.compile(
    r" (?:army|military|government|parliament|navy|air force|armed forces|general staff|police|president|ambassador|embassy|border|"
    r"soldiers|troops|forces|(?:defence|defense|foreign|interior|health|information) (?:ministry|minister)|"
    r"colleague|counterpart|spokes(?:man|woman|person)|envoys?|officials?|officers?|leaders?|generals?|commanders?|press|media|"
    r"authorities)\b"
)
# Right before the name of a body.
_COMPANY = re.compile(
    r"\b(?:company|firm|utility|manufacturer|maker|producer|operator|giant|charity|watchdog|newspaper|broadcaster|militia) $"
)
_BEFORE, _BEHIND, _DATELINE = 24, 60, 64
# Read apart from the name behind them: "told | The | Lowland Times".
_ARTICLES = frozenset({"The", "A", "An"})
# Parts of speech of words that are nobody's name: "Shells hit the port".
_COMMON = frozenset({"NOUN", "INTJ", "VERB", "ADV"})
# Before the first word of a sentence, or of what a dateline stands before.
_OPENS = re.compile(r"(?:^|[\n.!?:\"“”] ?|[–—-] )$")
# A name that the reader is less sure of may be the plural of a noun, where a sentence begins with it and its verb follows.
_SURE_NAME = 0.5
_NAMED = frozenset({"person", "organisation"})
# Nouns that names of bodies end in before "of", of those of the press the few that do ("Voice of the North"); and words in capitals
# that belong to no body's name.
_BODIES = (
    r"(?:Council|Ministry|Front|Army|Union|Committee|Office|Chamber|Court|Tribunal|Brigades?|Commission|Movement|League|House|Bureau|Party|"
    r"Centre|Center|Institute|Bank|University|Observatory|Agency|Staff|Forces|Guard|Department|Society|Association|Federation|Assembly|"
    r"Congress|Alliance|Organi[sz]ation|Group|Mission|Hospital|Church|Tribune|Voice|Herald|Times|Authority|Directorate|Militia|Legion)"
)
_ENDS_AS_BODY = re.compile(
    rf"\b(?:{_BODIES}|{ANY_TITLE}|Wire|Mirror|Monitor|TV|Radio|Review|Watch|Brigade|Battalion|Command|Regiment|Division|Fund|"
    r"Foundation|Network|Company|Corporation)$"
)
# "Radio" alone is nobody's name; the next word says which.
_ON_AIR = frozenset({"Radio", "Télé", "Televisión", "Channel"})
_VOICE_OF = re.compile(r"\b(?P<name>Voice of (?:the )?)$")
_BROADCASTER = re.compile(r"(?:the )?(?:Voice of|Radio) ", re.IGNORECASE)
_WHICH = re.compile(r" (?:\d+|[A-Z][\w’'-]*\w)")
_OF_WHAT = re.compile(r" (?:of|for) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
_LEFT = re.compile(r"(?<![.!?:\n“”\"] )(?<![“”\"\n])\b(?P<word>[A-Z][a-z]+(?:-[A-Z][a-z]+)?) $")
# "The Brigade of the Reeds", of which the reader took the last word alone for a name.
_BODY_OF = re.compile(rf", the (?P<name>{_BODIES} of (?:the )?)$")
# Verbs before a body in the capitals of a headline: "..., Says White House".
_SAYING = word_set("say says said claim claims warn warns report reports confirm confirms deny denies tell tells")
_OTHERS = CALENDAR | frozenset({
    "the", "a", "an", "in", "on", "at", "by", "for",
    "from", "and", "but", "when", "after", "before", "while", "as", "if", "president", "prime", "minister", "general", "colonel",
    "captain", "major", "commander", "chief", "mr", "mrs", "ms", "dr", "king", "queen", "spokesman", "spokeswoman", "governor",
    "mayor", "senator", "judge", "both", "only", "also", "yesterday", "today",
})  # fmt: skip


def settle_names(text: str, names: tuple[Mention, ...], tokens: Sequence[Token] = ()) -> tuple[Mention, ...]:
    """Give names their ends, and each name the kind that speaks for it all over the text.

    tokens: the syntax, by which words that only say where something is from ("Merenian television") are told from names, and common
    nouns at the beginning of a sentence.
    """
    common = {token.span for token in tokens if token.upos in _COMMON}
    describing = {token.span for token in tokens if token.upos == "ADJ" and token.relation == "amod"}
    common |= _plurals(text, names, tokens)
    names = tuple(_without_common(text, m, common) for m in names if m.span not in describing and not _is_whose(text, m))
    names = tuple(m for m in names if not _is_common(text, m, common))
    names = tuple(_from_word(text, one) for mention in names for one in _office_and_holder(text, _without_of(text, mention)))
    ended = _told(text, _joined(text, tuple(_to_end(text, mention) for mention in _joined(text, names))))
    people = [mention.span.start for mention in ended if mention.kind == "person" and " " in mention.span.of(text)]
    whole = _without_overlap([_up_to(people, _of_what(text, _from_left(text, mention))) for mention in ended])
    kinds = _kinds(text, whole)
    kinds.update({_key(text, mention): "organisation" for mention in whole if _is_of_company(text, mention) or _is_credit(text, mention)})
    return tuple(replace(mention, kind=kinds.get(_key(text, mention), mention.kind)) for mention in whole)


def with_whole_names(attributions: tuple[Attribution, ...], names: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """Let a source that begins inside of a name begin with it: "Save | the Children said"."""
    spans = sorted(mention.span for mention in names)
    return tuple(_from_name(one, spans) for one in attributions)


def _from_name(attribution: Attribution, names: Sequence[Span]) -> Attribution:
    if not attribution.source:
        return attribution
    first, *others = attribution.source
    at = bisect_left(names, first) - 1
    if (
        at < 0
        or not names[at].start < first.start < names[at].end
        or any(span.end > names[at].start for span in _before(attribution, first))
    ):
        return attribution
    return replace(attribution, source=(Span(start=names[at].start, end=first.end), *others))


def _before(attribution: Attribution, place: Span) -> Iterator[Span]:
    """The pieces of an attribution that begin before a place."""
    yield from (span for span in (*attribution.source, *attribution.cue, *attribution.content) if span < place)


def _told(text: str, names: list[Mention]) -> list[Mention]:
    """Names with those that words tell: behind an office, of a group that calls itself something, or asks for something by its name."""
    found = [
        Mention(span=Span(start=match.start("name"), end=match.end("name")), kind=kind, score=_TOLD_SCORE)
        for told, kind in ((_IN_OFFICE, "person"), (_CALLS_ITSELF, "organisation"), (_ASKS_FOR, "organisation"))
        for match in told.finditer(text)
    ]
    # What the reader took for the office's holder from "State" on is his name from there on.
    kept = [name for name in names if not any(one.span.start < name.span.end and name.span.start < one.span.end for one in found)]
    return sorted((*kept, *found), key=lambda name: name.span) if found else names


def _without_of(text: str, mention: Mention) -> Mention:
    """A name without the "of" that the reader took for its beginning."""
    led = _LED_BY_OF.match(text, mention.span.start, mention.span.end)
    return replace(mention, span=Span(start=led.end(), end=mention.span.end)) if led else mention


def _from_word(text: str, mention: Mention) -> Mention:
    """A person's name from the beginning of its word, where it began behind a sign: "Guy-Simon Vale" of "Simon Vale"."""
    start = mention.span.start
    word = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start) if mention.kind == "person" else None
    return replace(mention, span=Span(start=word.start("word"), end=mention.span.end)) if word else mention


def _without_common(text: str, mention: Mention, common: set[Span]) -> Mention:
    """The name of a body without the nouns before it that say what it is: "Memorial" of "human rights centre Memorial"."""
    described = _DESCRIBED.match(text, mention.span.start, mention.span.end) if mention.kind == "organisation" else None
    if described is None or not any(mention.span.start <= span.start and span.end < described.end() for span in common):
        return mention
    return replace(mention, span=Span(start=described.end(), end=mention.span.end))


def _office_and_holder(text: str, mention: Mention) -> tuple[Mention, ...]:
    """What an office is of and who holds it, which the reader took for one name: "Varnok Ivo Marek" of "Mayor of Varnok Ivo Marek"."""
    start, end = mention.span.start, mention.span.end
    both = _HOLDER.fullmatch(text, start, end)
    if both is None or mention.kind != "person" or not _OFFICE_OF.search(text, max(0, start - _LONGEST_OFFICE), start):
        return (mention,)
    holder = replace(mention, span=Span(start=both.start("name"), end=end))
    return replace(mention, span=Span(start=start, end=both.end("of")), kind="location"), holder


def _is_common(text: str, mention: Mention, common: set[Span]) -> bool:
    """Whether words in small letters, an article, or a word that is no proper noun and has its sentence's capital were read as a name.

    common: words that are no proper nouns.
    """
    written = mention.span.of(text)
    if mention.kind not in _NAMED or written.islower():
        return mention.kind in _NAMED
    if written in _ARTICLES:
        return True
    return mention.span in common and (_opens(text, mention) or written[:1].islower())


def _opens(text: str, mention: Mention) -> bool:
    """Whether a name has the capital of its sentence."""
    return bool(_OPENS.search(text[max(0, mention.span.start - 2) : mention.span.start]))


def _plurals(text: str, names: tuple[Mention, ...], tokens: Sequence[Token]) -> set[Span]:
    """Words that open a sentence as its subject in the plural, and are hardly names: "Warplanes struck"; no other name is called so."""
    doing = {one.span for one, other in pairwise(tokens) if other.upos in ("VERB", "AUX")}
    many = [m for m in names if m.score < _SURE_NAME and m.span in doing and m.span.of(text).endswith("s") and _opens(text, m)]
    called = Counter(word for m in names for word in m.span.of(text).split()) if many else Counter[str]()
    return {m.span for m in many if called[m.span.of(text)] == 1}


def _is_whose(text: str, mention: Mention) -> bool:
    """Whether a name is the adjective of a country before one of its organs."""
    end = mention.span.end
    return bool(_WHOSE.fullmatch(mention.span.of(text)) and _ORGAN.match(text[end : end + _BEHIND]))


def _joined(text: str, names: tuple[Mention, ...]) -> list[Mention]:
    """Names of which one stops at "of" or at a sign, joined with the one that goes on right behind."""
    joined: list[Mention] = []
    for mention in names:
        if joined and _goes_on(text, joined[-1], mention):
            kind = "organisation" if joined[-1].span.of(text).casefold() in _FOUNDED else joined[-1].kind
            joined[-1] = replace(joined[-1], span=Span(start=joined[-1].span.start, end=mention.span.end), kind=kind)
        else:
            joined.append(mention)
    return joined


def _goes_on(text: str, one: Mention, other: Mention) -> bool:
    between = text[one.span.end : other.span.start]
    if "\n" not in between and _is_arabic(text, one, between):
        return True
    if one.kind == other.kind == "organisation" and _OF_MANY.fullmatch(between):
        return re.fullmatch(_BODIES, other.span.of(text)) is not None
    if between == " " and one.kind == other.kind == "person":
        return True
    if between == " " and one.kind == "organisation":
        return bool(_HANGING.search(one.span.of(text)) or _ARABIC.match(other.span.of(text)))
    return one.span.of(text)[-1:] in "'’-" and bool(re.fullmatch(r"\w{0,3} ?", between)) and one.kind == other.kind


def _is_arabic(text: str, one: Mention, between: str) -> bool:
    """Whether a name goes on behind an Arabic article, or is the first word of an armed group's."""
    if _WITHIN.fullmatch(between):
        return one.kind in _NAMED
    return between == " " and one.span.of(text).casefold() in _FOUNDED


def _to_end(text: str, mention: Mention) -> Mention:
    """A name up to the next blank, where it stopped at a sign within a word; and none that ends in "of"."""
    start, end = mention.span.start, mention.span.end
    rest = _REST.match(text, end)
    if rest:
        end = rest.end() - len(match[0]) if (match := _POSSESSIVE_END.search(rest[0])) else rest.end()
    elif hanging := _HANGING.search(mention.span.of(text)):
        end = start + hanging.start()
    elif mention.kind == "person" and (home := _HOME.fullmatch(mention.span.of(text))):
        end = start + home.end("name")
    return mention if end == mention.span.end else replace(mention, span=Span(start=start, end=end))


def _from_left(text: str, mention: Mention) -> Mention:
    """The name of a body with the word in capitals right before it: "Free Kharad Front" of "Kharad Front"."""
    start, written = mention.span.start, mention.span.of(text)
    if mention.kind not in _NAMED:
        return mention
    near = max(0, start - 2 * _BEFORE)
    body = (_BODY_OF.search(text, near, start) if " " not in written else None) or _VOICE_OF.search(text, near, start)
    if body is not None:
        return replace(mention, span=Span(start=body.start("name"), end=mention.span.end), kind="organisation")
    before = _LEFT.search(text, max(0, start - _BEFORE), start) if re.search(rf"\b{_BODIES}$", written) else None
    if before is None or before["word"].casefold() in _OTHERS | _SAYING:
        return mention
    return replace(mention, span=Span(start=before.start("word"), end=mention.span.end))


def _of_what(text: str, mention: Mention) -> Mention:
    """The name of a body with what it is of: "Council of Elders" of "Council", "Radio Varnok" of "Radio"."""
    which = _WHICH.match(text, mention.span.end) if mention.span.of(text) in _ON_AIR else None
    if which is not None:
        end = which.end() - len(match[0]) if (match := _POSSESSIVE_END.search(which[0])) else which.end()
        return replace(mention, span=Span(start=mention.span.start, end=end), kind="organisation")
    if mention.kind != "organisation" or not re.search(rf"\b{_BODIES}$", mention.span.of(text)):
        return mention
    rest = _OF_WHAT.match(text, mention.span.end)
    if rest is None:
        return mention
    end = rest.end() - len(match[0]) if (match := _POSSESSIVE_END.search(rest[0])) else rest.end()
    return replace(mention, span=Span(start=mention.span.start, end=end))


def _up_to(people: Sequence[int], mention: Mention) -> Mention:
    """A name up to the person's that begins inside of it: "Council of Varnok" of "Council of Varnok Ivo Marek"."""
    begins = next((start for start in people if mention.span.start < start < mention.span.end), None)
    return mention if begins is None else replace(mention, span=Span(start=mention.span.start, end=begins - 1))


def _without_overlap(names: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in names:
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return kept


def _kinds(text: str, names: list[Mention]) -> dict[str, str]:
    """The kind of each name that was read as a person's somewhere, where the text speaks against that."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in names:
        by_name[_key(text, mention)].append(mention)
    # Words with which longer names begin: "Sentinel" of "Sentinel for Rights"; and the last and first words of people's names.
    beginnings = {key.split()[0] for key, found in by_name.items() if " " in key and found[0].kind == "organisation"}
    of_people = {word for key, found in by_name.items() if _is_person(text, found[0]) and " " in key for word in key.split()}
    surnames = {key.split()[-1] for key, found in by_name.items() if _is_person(text, found[0]) and " " in key}
    settled = {key: "person" for key in surnames if key in by_name and all(_may_be_surname(text, m) for m in by_name[key])}
    for key, found in by_name.items():
        kind = None if key in of_people or any(_is_personal(text, m) for m in found) else _kind(text, key, found, beginnings)
        if kind is not None:
            settled[key] = kind
    return settled


def _kind(text: str, key: str, found: list[Mention], beginnings: set[str]) -> str | None:
    read_as = Counter(mention.kind for mention in found)
    if not read_as["person"]:
        # "ORSK, May 3 (Norrpress) -": a town is no body for standing in a dateline.
        bodies = [mention for mention in found if mention.kind == "organisation"]
        return "location" if bodies and " " not in key and all(_is_datelined(text, mention) for mention in bodies) else None
    name = found[0].span.of(text)
    if _BROADCASTER.match(name) or (" " in key and _ENDS_AS_BODY.search(name)):
        return "organisation"
    if " " in key:
        return None
    if key in beginnings:
        return "organisation"
    if read_as["location"] or any(_is_placed(text, mention) for mention in found):
        return "location" if read_as["location"] >= read_as["organisation"] else "organisation"
    return "organisation" if read_as["organisation"] else None


def _may_be_surname(text: str, mention: Mention) -> bool:
    """Whether a body's name stands without an article, as somebody's surname does."""
    return mention.kind == "organisation" and text[max(0, mention.span.start - len("the ")) : mention.span.start].casefold() != "the "


def _is_person(text: str, mention: Mention) -> bool:
    name = mention.span.of(text)
    return mention.kind == "person" and not _ENDS_AS_BODY.search(name) and not _BROADCASTER.match(name)


def _is_personal(text: str, mention: Mention) -> bool:
    start = mention.span.start
    return bool(_PERSONAL.search(text[max(0, start - _BEFORE) : start]))


def _is_of_company(text: str, mention: Mention) -> bool:
    """Whether the noun for a company or the like stands right before a name of one word: "hydropower company Varnokenergo"."""
    start = mention.span.start
    return " " not in mention.span.of(text) and bool(_COMPANY.search(text[max(0, start - _BEFORE) : start]))


def _is_credit(text: str, mention: Mention) -> bool:
    """Whether a name stands in brackets in a dateline or in a line of its own, as the agency does from which a report comes."""
    start, end = mention.span.start, mention.span.end
    opened, closed = _CREDITED.search(text[max(0, start - _DATELINE) : start]), _CLOSED.match(text, end)
    return opened is not None and closed is not None and (opened["town"] is None) == (closed["alone"] is not None)


def _is_placed(text: str, mention: Mention) -> bool:
    start, end = mention.span.start, mention.span.end
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    return bool(_PLACED.search(before) or _GOVERNED.match(behind)) or _is_datelined(text, mention)


def _is_datelined(text: str, mention: Mention) -> bool:
    start, end = mention.span.start, mention.span.end
    return text[start - 1 : start] in ("", "\n") and _DATELINED.match(text, end, end + _BEHIND) is not None


def _key(text: str, mention: Mention) -> str:
    return mention.span.of(text).casefold()
