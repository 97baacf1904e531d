"""Which names of a text stand for somebody: people, bodies, and places that stand for those who act from them?"""

import re
from collections.abc import Callable, Iterator

from saidwho.grounding.actors.markables import PRONOUNS, Markable, MarkableKind, name_words
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import HONORIFICS, Gender, gender_of_name, noun
from saidwho.grounding.register.new_states import NewState
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.reading import Mention, Reading

# A place that is so sure is none by chance.
_SURE_PLACE = 0.9
# UCDP's code for a place of which only the country is known.
_COUNTRY = 6
_ARTICLES = frozenset({"the", "a", "an"})
# Before the name of a country it is a place: "in Vinland".
_WHERE = frozenset({"in", "into", "from", "across", "through", "inside", "near", "within", "throughout", "outside"})
# A name of one to four words, and how many lines of a text begin with one if it is a transcript.
_LABEL = re.compile(r"^[ \t]*([A-Z][A-Z.'’-]+(?:[ \t][A-Z][A-Z.'’-]*){0,3}):[ \t]", re.M)
_FEWEST_TURNS = 3
# Labels in transcripts that name a part and nobody.
_PARTS = frozenset({
    "question", "questions", "answer", "moderator", "reporter", "journalist", "interviewer", "host", "presenter", "operator", "speaker",
    "unidentified", "voice", "unknown", "audience", "chair", "chairman", "president", "q", "a", "update", "breaking", "watch", "note",
})  # fmt: skip


def find_names(trees: Trees, reading: Reading, places: tuple[Place, ...], *, is_known: Callable[[str], bool]) -> Iterator[Markable]:
    """People and bodies by name, and places that stand for those who act from them.

    is_known: whether words name somebody in the register; a body that is known by its initials ("UKMTO") is no place.
    """
    placed = {place.span: place for place in places}
    alone = {
        span for attribution in reading.attributions if len(attribution.source) == 1 for span in _cores(attribution.source[0], trees.text)
    }
    speaking = {span.of(trees.text).rsplit(" ", 1)[-1] for span in alone}
    titled = {m.span for m in reading.names if m.kind == "person" and trees.is_titled(trees.covering(m.span)[0])}
    metonyms = {place.span for place in places if place.use == "metonym"}
    for mention in reading.names if trees.tokens else ():
        is_placed = mention.span in placed and placed[mention.span].use != "literal" and mention.span not in titled
        if _is_pronoun(trees.text, mention) or (is_placed and mention.kind != "location"):
            continue
        words = mention.span.of(trees.text)
        if mention.kind == "location" and words.isupper() and mention.span not in placed and is_known(words):
            yield _name(trees, mention, kind="body")
            continue
        if mention.kind == "location":
            # A place that speaks stands for those who act from it, be it in no gazetteer.
            if mention.span in alone and mention.span not in metonyms and not is_placed:
                yield _name(trees, mention, kind="state")
            continue
        if mention.kind == "organisation" and _is_many(trees, mention.span):
            continue
        if mention.kind == "person" and (
            _is_office(trees, mention.span) or _is_only_town(mention.span.of(trees.text), placed.get(mention.span), speaking)
        ):
            continue
        yield _name(trees, mention, kind="person" if mention.kind == "person" else "body")
    for place in places:
        if place.span in titled:
            continue
        if place.use == "metonym" or (place.use == "literal" and place.where_prec == _COUNTRY and _is_party(trees, place.span)):
            yield _place_name(trees, place, kind="state")
        elif place.use == "demonym" and _is_noun(trees, place.span):
            yield _place_name(trees, place, kind="group")
        elif place.use == "demonym" and place.span in alone:  # "American and Kastrian refusals" has the source "American"
            yield _place_name(trees, place, kind="state")


def _is_pronoun(text: str, mention: Mention) -> bool:
    """Whether a name is a pronoun that begins a sentence; the WHO is none."""
    words = mention.span.of(text)
    return words.lower() in PRONOUNS and not (words == "WHO" and mention.kind == "organisation")


def _is_many(trees: Trees, span: Span) -> bool:
    """Whether people without a name open a sentence with their one capital: "Rebels admit"."""
    first, past = trees.covering(span)
    found = noun(trees.words[first]) if past - first == 1 else None
    opens = first == 0 or trees.sentence(first) != trees.sentence(first - 1)
    return found is not None and found.kind == "group" and opens and trees.words[first].endswith("s")


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


def find_new_states(trees: Trees, reading: Reading, states: tuple[NewState, ...]) -> Iterator[Markable]:
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


def _acts(trees: Trees, span: Span) -> bool:
    """Whether a country may be meant as a state: it does or has something, or is dealt with; not where something is in it."""
    first, past = trees.covering(span)
    if first >= past or not _WHERE.isdisjoint(trees.words[max(first - 1, 0) : first]):
        return False
    return trees.tokens[trees.head(first, past)].relation not in ("amod", "compound", "flat")


def find_labels(trees: Trees) -> Iterator[Markable]:
    """Names in capitals before a colon, as transcripts print who speaks: "MARA HEST:"."""
    found = [Span(start=match.start(1), end=match.end(1)) for match in _LABEL.finditer(trees.text)]
    for label in found if len(found) >= _FEWEST_TURNS else ():
        words = name_words(label.of(trees.text))
        if words and not any(w in _PARTS or len(w) < 2 or noun(w) for w in words):
            yield _name(trees, Mention(span=label, kind="person", score=1.0), kind="person")


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


def _is_party(trees: Trees, span: Span) -> bool:
    """Whether a country does something or has it done to it: "shelled Ukraine", "sent by India"; not "in Ukraine"."""
    first, past = trees.covering(span)
    head = trees.head(first, past) if first < past else None
    if head is None:
        return False
    relation = trees.tokens[head].relation
    # "Sent by India", where the parser tells agents from no other phrase.
    is_agent = relation in ("obl", "nmod") and "by" in trees.words[max(first - 2, 0) : first]
    return is_agent or relation in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")


def _is_noun(trees: Trees, span: Span) -> bool:
    """Whether a demonym names people ("the Ukrainians") and does not only describe something ("Ukrainian shells")."""
    first, past = trees.covering(span)
    head = trees.head(first, past)
    relation = trees.tokens[head].relation
    return relation not in ("amod", "compound", "flat", "nmod:poss", "cop") and trees.tokens[head].upos in ("NOUN", "PROPN")
