"""Which words of a text may stand for an actor?

A markable is a name, a noun phrase or a pronoun. Which markables stand for the same actor is decided elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import HONORIFICS, Gender, gender_of_name, noun
from saidwho.grounding.register.new_states import NewState
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.reading import Mention, Reading

Shape = Literal["name", "nominal", "pronoun"]
# state: a country or its government, by a name of the place or of its people. document: a paper, which speaks for its issuer.
MarkableKind = Literal["person", "body", "state", "document", "group"]

# Pronouns in the forms they take, with kind, gender, and whether they stand for many; and how near the speaker they are.
PRONOUNS: dict[str, tuple[MarkableKind | None, Gender | None, bool | None, int]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m", False, 3)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f", False, 3)),
    **dict.fromkeys(("it", "its", "itself"), (None, None, False, 3)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, None, None, 3)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("person", None, False, 1)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (None, None, True, 1)),
    **dict.fromkeys(("who", "whom", "whose"), (None, None, None, 3)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Markable:
    """Words that may stand for an actor.

    span: what is marked. first, past, head: its tokens. words: in lower case, without articles, honorifics and "'s".
    lemma: the noun a nominal has as head, in the singular. title: the honorific or role right before a name.
    """

    span: Span
    first: int
    past: int
    head: int
    shape: Shape
    kind: MarkableKind | None
    gender: Gender | None
    many: bool | None
    words: tuple[str, ...]
    lemma: str = ""

    @property
    def is_definite(self) -> bool:
        return self.words[:1] == ("the",)


def find_markables(trees: Trees, reading: Reading, places: tuple[Place, ...], states: tuple[NewState, ...] = ()) -> tuple[Markable, ...]:
    """Every markable, in the order of the text; names win over noun phrases of the same words.

    states: those that no table holds, whose names the reader takes for people and towns.
    """
    labels = [*_labels(trees), *_new_states(trees, reading, states)]
    labelled = {i for label in labels for i in range(label.first, label.past)}
    known = {word for state in states for word in (state.name, *state.demonyms, *state.seats)}
    names = [
        *labels,
        *(
            name
            for name in _names(trees, reading, places)
            if name.first not in labelled and name.span.of(trees.text).removeprefix("the ") not in known
        ),
    ]
    taken = {i for markable in names for i in range(markable.first, markable.past)}
    others = [*_pronouns(trees, taken), *_nominals(trees, taken, sources=_source_heads(trees, reading))]
    return tuple(sorted([*names, *others], key=lambda m: (m.span, m.shape)))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name to compare it by: lower case, no honorifics, no possessive, no article of Arabic names."""
    plain = re.sub(r"['’]s?$", "", name.replace("’", "'"))
    words = [re.sub(r"^(?:al|el|ash|an|as)-(?=\w)", "", w.strip(".,'\"").lower()) for w in plain.split()]
    kept = [w for w in words if w and w not in ("the",)]
    while len(kept) > 1 and kept[0] in HONORIFICS:
        kept = kept[1:]
    return tuple(kept)


def _names(trees: Trees, reading: Reading, places: tuple[Place, ...]) -> Iterator[Markable]:
    """People and bodies by name, and places that stand for those who act from them."""
    placed = {place.span: place for place in places}
    alone = {
        span for attribution in reading.attributions if len(attribution.source) == 1 for span in _cores(attribution.source[0], trees.text)
    }
    speaking = {span.of(trees.text).rsplit(" ", 1)[-1] for span in alone}
    metonyms = {place.span for place in places if place.use == "metonym"}
    for mention in reading.names if trees.tokens else ():
        is_placed = mention.span in placed and placed[mention.span].use != "literal"
        if mention.span.of(trees.text).lower() in PRONOUNS or (is_placed and mention.kind != "location"):
            continue
        if mention.kind == "location":
            # A place that speaks stands for those who act from it, be it in no gazetteer.
            if mention.span in alone and mention.span not in metonyms and not is_placed:
                yield _name(trees, mention, kind="state")
            continue
        if mention.kind == "person" and (
            _is_office(trees, mention.span) or _is_only_town(mention.span.of(trees.text), placed.get(mention.span), speaking)
        ):
            continue
        yield _name(trees, mention, kind="person" if mention.kind == "person" else "body")
    for place in places:
        if place.use == "metonym" or (place.use == "literal" and place.where_prec == _COUNTRY and _is_party(trees, place.span)):
            yield _place_name(trees, place, kind="state")
        elif place.use == "demonym" and _is_noun(trees, place.span):
            yield _place_name(trees, place, kind="group")
        elif place.use == "demonym" and place.span in alone:  # "American and Kastrian refusals" has the source "American"
            yield _place_name(trees, place, kind="state")


# A place that is so sure is none by chance.
_SURE_PLACE = 0.9


def _is_only_town(word: str, place: Place | None, speaking: set[str]) -> bool:
    """Whether one word that the reader took for a person is surely a place, and nobody of that name speaks: "left Gao".

    speaking: the last words of all sources.
    """
    return place is not None and place.score >= _SURE_PLACE and " " not in word and word not in speaking


def _cores(source: Span, text: str) -> tuple[Span, Span]:
    """A source, and its words without an article in front and without what a comma adds: "the North, which ..."."""
    words = source.of(text)
    if not words.lower().startswith("the "):
        return source, source
    start = source.start + len("the ")
    return source, Span(start=start, end=max(source.start + len(words.partition(",")[0]), start))


def _is_office(trees: Trees, span: Span) -> bool:
    """Whether the reader took an office for somebody's name: "Minister of Security", "the Minister", "Strongman vows long war"."""
    first, past = trees.covering(span)
    found = noun(trees.words[first]) if first < past else None
    if found is None or found.kind != "person":
        return False
    is_alone = past - first == 1 and (
        first == 0 or (not trees.tokens[first].upos.startswith("PROPN") or trees.words[first - 1] in _ARTICLES)
    )
    return is_alone or trees.words[first + 1 : min(past, first + 2)] in (("of",), ("for",))


_ARTICLES = frozenset({"the", "a", "an"})


def _new_states(trees: Trees, reading: Reading, states: tuple[NewState, ...]) -> Iterator[Markable]:
    """Names of states that no table holds, and of their seats, where they stand for those who act."""
    if not states or not trees.tokens:
        return
    longer = [m.span for m in reading.names if any(c.isspace() for c in m.span.of(trees.text).removeprefix("the ").removeprefix("The "))]
    seats = {seat for state in states for seat in state.seats}
    words = "|".join(re.escape(word) for state in states for word in (state.name, *state.seats))
    alone = {source.start: source.end for attribution in reading.attributions for source in attribution.source}
    for match in re.finditer(rf"\b(?:{words})\b(?![’']?-)", trees.text):
        span = Span(start=match.start(), end=match.end())
        if any(name.start <= span.start and span.end <= name.end for name in longer):
            continue
        is_source = alone.get(span.start) == span.end
        if is_source or (_is_party(trees, span) if match[0] in seats else _acts(trees, span)):
            yield _name(trees, Mention(span=span, kind="location", score=1.0), kind="state")


# Before the name of a country it is a place: "in Vinland".
_WHERE = frozenset({"in", "into", "from", "across", "through", "inside", "near", "within", "throughout", "outside"})


def _acts(trees: Trees, span: Span) -> bool:
    """Whether a country may be meant as a state: it does or has something, or is dealt with; not where something is in it."""
    first, past = trees.covering(span)
    if first >= past or not _WHERE.isdisjoint(trees.words[max(first - 1, 0) : first]):
        return False
    return trees.tokens[trees.head(first, past)].relation not in ("amod", "compound", "flat")


# Labels in transcripts that name a part and nobody.
_PARTS = frozenset({
    "question", "questions", "answer", "moderator", "reporter", "journalist", "interviewer", "host", "presenter", "operator", "speaker",
    "unidentified", "voice", "unknown", "audience", "chair", "chairman", "president", "q", "a", "update", "breaking", "watch", "note",
})  # fmt: skip


def _labels(trees: Trees) -> Iterator[Markable]:
    """Names in capitals before a colon, as transcripts print who speaks: "MARA HEST:"."""
    found = [Span(start=match.start(1), end=match.end(1)) for match in _LABEL.finditer(trees.text)]
    for label in found if len(found) >= _FEWEST_TURNS else ():
        words = name_words(label.of(trees.text))
        if words and not any(w in _PARTS or len(w) < 2 or noun(w) for w in words):
            yield _name(trees, Mention(span=label, kind="person", score=1.0), kind="person")


# A name of one to four words, and how many lines of a text begin with one if it is a transcript.
_LABEL = re.compile(r"^[ \t]*([A-Z][A-Z.'’-]+(?:[ \t][A-Z][A-Z.'’-]*){0,3}):[ \t]", re.M)
_FEWEST_TURNS = 3


def _name(trees: Trees, mention: Mention, *, kind: MarkableKind) -> Markable:
    first, past = trees.covering(mention.span)
    words = name_words(mention.span.of(trees.text))
    is_person = kind == "person"
    return Markable(
        span=mention.span,
        first=first,
        past=past,
        head=trees.head(first, past),
        shape="name",
        kind=kind,
        gender=_gender(trees, first, words) if is_person else None,
        many=False if is_person else None,
        words=words or (mention.span.of(trees.text).lower(),),
    )


def _gender(trees: Trees, first: int, words: tuple[str, ...]) -> Gender | None:
    """By the honorific before the name or in it, by a noun before it ("spokeswoman"), else by the given name."""
    for token in range(first, max(first - 2, -1), -1):
        word = trees.words[token].strip(".")
        said = HONORIFICS.get(word) or (found.gender if (found := noun(word)) else None)
        if said:
            return said
    return gender_of_name(words[0]) if len(words) > 1 else None


def _place_name(trees: Trees, place: Place, *, kind: MarkableKind) -> Markable:
    first, past = trees.covering(place.span)
    return Markable(
        span=place.span,
        first=first,
        past=past,
        head=trees.head(first, past),
        shape="name",
        kind=kind,
        gender=None,
        many=kind == "group",
        words=name_words(place.span.of(trees.text)),
    )


# UCDP's code for a place of which only the country is known.
_COUNTRY = 6


def _is_party(trees: Trees, span: Span) -> bool:
    """Whether a country does something or has it done to it: "shelled Ukraine"; not "in Ukraine"."""
    first, past = trees.covering(span)
    head = trees.head(first, past) if first < past else None
    return head is not None and trees.tokens[head].relation in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")


def _is_noun(trees: Trees, span: Span) -> bool:
    """Whether a demonym names people ("the Ukrainians") and does not only describe something ("Ukrainian shells")."""
    first, past = trees.covering(span)
    head = trees.head(first, past)
    relation = trees.tokens[head].relation
    return relation not in ("amod", "compound", "flat", "nmod:poss", "cop") and trees.tokens[head].upos in ("NOUN", "PROPN")


def _pronouns(trees: Trees, taken: set[int]) -> Iterator[Markable]:
    for i, (word, token) in enumerate(zip(trees.words, trees.tokens, strict=True)):
        if i in taken or word not in PRONOUNS or token.upos not in ("PRON", "DET") or token.span.of(trees.text) in ("US", "IT"):
            continue
        kind, gender, many, _ = PRONOUNS[word]
        yield Markable(
            span=token.span, first=i, past=i + 1, head=i, shape="pronoun", kind=kind, gender=gender, many=many, words=(word,)
        )  # fmt: skip


def _goes_on_before(trees: Trees, first: int, taken: set[int]) -> bool:
    """Whether a phrase that begins with a capital has another right before it, or the article of both."""
    if first == 0 or first - 1 in taken or trees.sentence(first) != trees.sentence(first - 1):
        return False
    here, before = trees.tokens[first], trees.tokens[first - 1]
    words = before.span.of(trees.text)
    if trees.text[before.span.end : here.span.start] != " " or not here.span.of(trees.text)[:1].isupper():
        return False
    is_word = words[:1].isupper() and words[-1].isalpha() and before.upos in ("PROPN", "ADJ", "VERB", "NOUN", "DET")
    return is_word or words == "the"


def _source_heads(trees: Trees, reading: Reading) -> dict[int, int | None]:
    """The last nouns of what attributions have as source, before what is said of them ("officials" in "officials in X").

    With the token at which the phrase begins, where that is known better than from the syntax.
    """
    heads: dict[int, int | None] = {}
    for attribution in reading.attributions:
        for span in attribution.source:
            first, past = trees.covering(span)
            if first >= past:
                continue
            heads.setdefault(trees.head(first, past))
            # "The chemical weapons inspectorate": where the parser takes another word for its head, its last is still what speaks.
            end = _past_noun(trees, first, past)
            if end - first > 1:
                heads[end - 1] = first
                continue
            # "Ukraine's military": where the parser hangs the source on its owner, its last word is still what speaks.
            owner = next((i for i in range(first, past - 1) if trees.words[i] in ("'s", "'")), None)
            if owner is None or not _PARTING.isdisjoint(trees.words[first:owner]):
                continue
            if past - owner <= _OWNED and noun(trees.words[past - 1]) and trees.head(first, past) < owner:
                heads[past - 1] = first
    return heads


def _past_noun(trees: Trees, first: int, past: int) -> int:
    """The token just past the noun that a source begins with, where its words tell it; first where they do not.

    "A rebel field commander" of "A rebel field commander who gave his name": a phrase of one stretch without "and" of others.
    """
    end = next((i for i in range(first, past) if trees.words[i] in _PARTING or trees.words[i] in _ENDS), past)
    if end - first < _PHRASE or trees.words[end - 1] in _NOT_LAST or '"' in trees.words[first:end] or noun(trees.words[end - 1]) is None:
        return first
    inside = range(first, end - 1)
    is_plain = all(
        trees.tokens[i].upos in _IN_PHRASE
        and trees.words[i] not in ("'s", "'")
        and (trees.tokens[i].upos != "PUNCT" or (i > first and trees.span(i - 1, i + 2).of(trees.text).count(" ") == 0))
        and not (i > first and (trees.tokens[i].upos == "DET" or (trees.tokens[i].upos == "VERB" and noun(trees.words[i - 1]))))
        for i in inside
    )
    joins = [i for i in inside if trees.words[i] == "and"]
    return end if is_plain and not any(noun(trees.words[i - 1]) or trees.tokens[i - 1].upos == "PROPN" for i in joins) else first


# Behind the first phrase of a source.
_ENDS = frozenset({"whose", "which", "that", "about", "by", "(", "–", "—", "who", "speaking", "under", "into", "as"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "VERB", "PUNCT"})
# Nouns that are more often something else at the end of a phrase.
_NOT_LAST = frozenset({"many", "some", "others", "most", "several", "both", "those", "none"})
# Words of the shortest phrase whose last word is looked at.
_PHRASE = 3
# Words that begin a phrase of its own: "a nurse at the town's clinic".
_PARTING = frozenset({"at", "in", "of", "for", "from", "with", "near", "on", "to", "inside", "who", ","})
# Words of what somebody owns, with the "'s".
_OWNED = 4
# Pronouns and articles that stand for people where they speak: "Some said".
_SOME = frozenset({"some", "both", "others", "many", "several", "most", "another"})
# "no soldiers" are nobody.
_NONE = frozenset({"no", "neither", "any", "what", "which", "whatever"})
# Endings of nouns for people, trusted only in a noun that is said to speak ("a negotiator").
_DOERS = ("er", "or", "ian", "ant", "eer", "ee")
_MODIFIES = frozenset({"compound", "amod", "flat"})


def _nominals(trees: Trees, taken: set[int], *, sources: Mapping[int, int | None]) -> Iterator[Markable]:
    """Noun phrases for those who can speak; and whatever else is the source of an attribution."""
    for i, (word, token) in enumerate(zip(trees.words, trees.tokens, strict=True)):
        if (
            i in taken
            or word in PRONOUNS
            or (token.upos in ("VERB", "PRON", "DET") and not (i in sources and word in _SOME))
            or trees.words[i - 3 : i] == ("-", "in", "-")
            or (token.relation in _MODIFIES and i not in sources and i - 1 not in taken)
            or (word in ("q", "a") and i + 1 < len(trees.words) and trees.words[i + 1] == ":")
        ):
            continue
        known = noun(word) if token.upos in ("NOUN", "PROPN", "ADJ") or i in sources else None
        if known is None and i not in sources:
            continue
        told = sources.get(i)
        first = trees.phrase(i) if told is None else told
        if trees.words[first] in _NONE and not (i in sources and trees.words[first] == "neither"):
            continue
        while first - 1 in taken and known is not None and known.kind == "body" and trees.words[first - 1] != "'s":
            first -= 1  # "the Vale campaign"
        while first in taken and first - 1 in taken and trees.words[first - 1] != "'s":
            first -= 1
        while _goes_on_before(trees, first, taken):
            first -= 1  # "The United Nations observers", where the reader took no name and the parser no phrase
        if first > 1 and trees.words[first - 1] == "'s" and first - 2 in taken:
            first -= 1  # "Tamar's air force", also where the parser hangs the two on different words
            while first - 1 in taken:
                first -= 1
        # "Six of those interviewed said": a number that speaks is people.
        is_number = known is None and token.upos == "NUM" and word.isalpha()
        many = known.many if known else word != "one" if is_number else word.endswith("s") and not word.endswith("ss")
        guessed: MarkableKind | None = "group" if many else "person" if is_number or word.endswith(_DOERS) else None
        # "mayor-in-exile", "commander-in-chief"
        past = min(i + 5, len(trees.words)) if trees.words[i + 1 : i + 4] == ("-", "in", "-") else i + 1
        yield Markable(
            span=trees.span(first, past),
            first=first,
            past=past,
            head=i,
            shape="nominal",
            kind=known.kind if known else guessed,
            gender=known.gender if known else None,
            many=many,
            words=trees.words[first:past],
            lemma=_lemma(trees, i, known.lemma if known else word),
        )


def _lemma(trees: Trees, head: int, lemma: str) -> str:
    """The noun of a phrase with what a hyphen joins to it: a secretary-general is no general."""
    is_joined = head > 1 and trees.words[head - 1] == "-" and trees.span(head - 2, head + 1).of(trees.text).count(" ") == 0
    return f"{trees.words[head - 2]}-{lemma}" if is_joined and trees.words[head - 2] in _JOINED_BEFORE else lemma


_JOINED_BEFORE = frozenset({"secretary", "attorney", "governor", "director", "major", "lieutenant", "brigadier", "solicitor", "co"})
