"""What is the main clause of what somebody says, and does the speaker speak of himself in it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# What somebody says in so many words is in the first sentences of it; a content of pages is not searched.
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_LONGEST = 120
_MARKS = frozenset(('"', "“", "”", "«", "»", "„", "''", "``", "'", "‘"))
_OF_SPEAKERS = frozenset(("i", "we", "us", "me", "our", "my", "ours", "mine"))
_OF_THE_SPOKEN_OF = frozenset(("it", "he", "she", "they", "its", "his", "her", "their", "itself", "themselves", "himself", "herself"))
# Verbs of one's own mind, under which the main clause stands: "I think it is a disgrace".
_OF_MIND = frozenset(("think", "believe", "feel", "thinks", "believes", "thought", "believed", "felt", "guess", "know", "say", "mean"))
_NEGATIONS = frozenset(("not", "n't", "never", "no", "none", "nobody", "nothing", "neither", "cannot", "nor"))
# Bodies that officials speak for, where nothing says of which country.
_BODIES = frozenset(("government", "administration", "ministry", "cabinet"))
# Of whom only some are meant: "two of its members".
_PARTS = frozenset(
    ("some", "many", "most", "several", "half", "none", "all", "both", "others", "few", "each", "thousands", "hundreds", "dozens")
)
_TAKEN_UP = 5  # words before a "which" in which stands what it takes up
_ALIKE = 6  # letters that "minister" and "ministry" begin with
_NOMINAL = ("NOUN", "PROPN", "PRON")
# What stands beside a word, or adds to it, is not denied with it: "19 missiles and of none lost".
_BESIDE = ("conj", "appos", "parataxis", "acl", "acl:relcl", "advcl")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The main clause of a content. Tokens are numbers into the tokens of the text; words are in lower case.

    tokens: all of the content that is looked at. top: the word the others hang on. auxiliaries: its auxiliaries and copula.
    own: its subject is the speaker. quoted: the content begins in the speaker's own words. verbal: it holds a verb.
    """

    tokens: tuple[int, ...]
    words: tuple[str, ...]
    top: int
    subject: int | None
    auxiliaries: frozenset[str]
    negated: bool
    copular: bool
    passive: bool
    infinitive: bool
    own: bool
    quoted: bool
    verbal: bool


def main_clause(around: Surroundings, attribution: Attribution) -> Clause | None:
    """Find the main clause of what is said; None where nothing is."""
    return _clause(around, attribution, around.touched_by(attribution.content)[:_LONGEST])


def later_clauses(around: Surroundings, attribution: Attribution) -> Iterator[Clause]:
    """The main clauses of the sentences after the first of what is said."""
    tokens = around.touched_by(attribution.content)[:_LONGEST]
    ends = [at + 1 for at, i in enumerate(tokens) if around.words[i] in (".", "!", "?")]
    ends += [at for at in range(1, len(tokens)) if tokens[at] != tokens[at - 1] + 1 and _begins_sentence(around, tokens[at])]
    for first, past in pairwise(sorted({*ends, len(tokens)})):
        clause = _clause(around, attribution, tokens[first:past])
        if clause:
            yield clause


def taken_up(around: Surroundings, attribution: Attribution) -> tuple[str, ...]:
    """The words that a "which" takes up that stands right before who speaks: "a figure, which the general called laughable"."""
    start = min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
    first = around.touched(Span(start=start, end=start + 1)).start
    which = first if around.words[first] == "which" else first - 1
    if which < 1 or around.words[which] != "which":
        return ()
    return tuple(word for word in around.words[max(0, which - _TAKEN_UP) : which] if word[0].isalnum())


def _begins_sentence(around: Surroundings, token: int) -> bool:
    """Whether a piece of a quotation that begins here is a sentence of its own."""
    return any(around.text[around.tokens[i].span.start].isupper() for i in (token, token + 1) if i < len(around.tokens))


def _astray(around: Surroundings, tokens: Sequence[int]) -> Iterator[int]:
    """Auxiliaries of what is said that syntax ties to a verb outside of it, such as that of saying: they are of its main clause."""
    inside = frozenset(tokens)
    return (i for i in tokens if around.tokens[i].relation == "aux" and around.tokens[i].head not in inside)


def _clause(around: Surroundings, attribution: Attribution, tokens: list[int]) -> Clause | None:
    telling = [i for i in tokens if around.words[i][0].isalnum() or around.words[i] in ("n't", "'s", "'re", "'m", "'ll")]
    top = _clause_top(around, telling)
    if top is None:
        return None
    quoted = _begins_quoted(around, around.touched_by(attribution.content)[:_LONGEST])
    source = frozenset(around.words[i] for i in around.touched_by(attribution.source))
    # "She" of what the outlet says itself is somebody else.
    own_words = _OF_SPEAKERS if quoted or not (attribution.source or attribution.cue) else _OF_SPEAKERS | _OF_THE_SPOKEN_OF
    top = _below_the_mind(around, top, own_words)
    children = around.children(top)
    subject = _some_of(around, top, telling) if top in telling else None
    subject = _subject(around, top) if subject is None else subject
    relations = {around.tokens[i].relation for i in children}
    return Clause(
        tokens=tuple(tokens),
        words=tuple(around.words[i] for i in tokens),
        top=top,
        subject=subject,
        auxiliaries=frozenset(around.words[i] for i in (*children, *_astray(around, tokens)) if around.tokens[i].relation in _AUXILIARY),
        negated=_is_negated(around, top),
        copular="cop" in relations,
        passive="aux:pass" in relations or "nsubj:pass" in relations,
        infinitive=any(around.words[i] == "to" and around.tokens[i].relation == "mark" for i in children),
        own=subject is not None and _is_own(around, subject, own_words, source, quoted=quoted),
        quoted=quoted,
        verbal=any(around.tokens[i].upos in ("VERB", "AUX") for i in tokens),
    )


def _subject(around: Surroundings, top: int) -> int | None:
    """The subject of a clause: where a parse gives it two, the nearer one; where it gives none, what stands in its place."""
    named = [i for i in around.children(top) if around.tokens[i].relation in _SUBJECTS]
    bare = [i for i in named if i < top and around.child(i, "case") is None]
    if len(bare) > 1 and around.tokens[bare[0]].relation != "expl":
        return bare[-1]
    return named[0] if named else _in_place_of_subject(around, top)


def _some_of(around: Surroundings, top: int, telling: list[int]) -> int | None:
    """The number that a clause begins with of whom only some are meant, however parses hang it: "nine of them will not go"."""
    first = next((i for i in telling if i < top and around.words[i] not in ("that", "at", "least")), None)
    is_part = first is not None and are_some(around, first) and around.words[first + 1] == "of"
    return first if is_part and around.tokens[top].upos == "VERB" else None


def _in_place_of_subject(around: Surroundings, top: int) -> int | None:
    """What a parse calls the object of a verb that it stands right before, which no pronoun leads in."""
    objects = (i for i in around.children(top) if i < top and around.tokens[i].relation == "obj" and around.tokens[i].upos in _NOMINAL)
    noun = next(objects, None)
    if noun is None or around.words[noun].startswith("wh") or around.child(noun, "case") is not None:
        return None
    return noun if all(around.tokens[i].upos in ("AUX", "PART", "ADV") for i in range(noun + 1, top)) else None


def _clause_top(around: Surroundings, telling: list[int]) -> int | None:
    """The top of a content. Where it begins with whom is told ("residents to leave"), what he is told counts."""
    top = around.top(telling)
    if top is None or around.tokens[top].relation not in ("obj", "iobj", "obl", "nmod"):
        return top
    heads = around.tokens[top].head
    told = (i for i in telling if around.tokens[i].head == heads and around.tokens[i].relation in ("ccomp", "xcomp"))
    return next(told, top)


def _below_the_mind(around: Surroundings, top: int, own_words: frozenset[str]) -> int:
    """The clause that the speaker thinks or believes, where that is how he puts it and he does not deny it."""
    subject, below = around.child(top, "nsubj"), around.child(top, "ccomp")
    if around.words[top] not in _OF_MIND or subject is None or below is None or around.words[subject] not in own_words:
        return top
    return top if _is_negated(around, top) else below


def _is_negated(around: Surroundings, top: int) -> bool:
    """Whether a clause is denied: its verb, its subject or its object is."""
    near = [top, *(i for i in around.children(top) if around.tokens[i].relation not in _BESIDE)]
    near += [i for child in near[1:] if around.tokens[child].relation in (*_SUBJECTS, "obj") for i in around.children(child)]
    return any(around.words[i] in _NEGATIONS for i in near)


def _is_own(around: Surroundings, subject: int, own_words: frozenset[str], source: frozenset[str], *, quoted: bool) -> bool:
    """Whether a subject is the speaker or his ("our forces"), or bears the name of the source and stands in the outlet's words."""
    near = [subject, *_owners(around, subject)]
    # "Two of its members", "one of us".
    held = [i for i in _held(around, subject) if are_some(around, subject)]
    near += [i for one in held for i in (one, *_owners(around, one))]
    if any(around.words[i] in own_words for i in near):
        return True
    named = around.tokens[subject].upos in ("PROPN", "NOUN") and any(_are_alike(around.words[subject], word) for word in source)
    if named and not quoted:
        return True
    return around.words[subject] in _BODIES and all(around.words[i] == "the" for i in around.children(subject))


def _held(around: Surroundings, subject: int) -> list[int]:
    """Of whom "of" right behind a word tells that it is some, on whatever a parse hangs them."""
    if subject + 1 >= len(around.words) or around.words[subject + 1] != "of":
        return []
    return [around.tokens[subject + 1].head]


def are_some(around: Surroundings, subject: int) -> bool:
    """Whether a subject is a number of people or things, or some of them: "nine of them"."""
    return around.tokens[subject].upos == "NUM" or around.words[subject] in _PARTS


def _owners(around: Surroundings, noun: int) -> list[int]:
    return [i for i in around.children(noun) if around.tokens[i].relation in ("nmod:poss", "det")]


def _are_alike(word: str, other: str) -> bool:
    return word == other or (len(word) > _ALIKE and word[:_ALIKE] == other[:_ALIKE])


def _begins_quoted(around: Surroundings, tokens: list[int]) -> bool:
    """Whether the first word of a content stands right after a quotation mark."""
    first = next((i for i in tokens if around.words[i][0].isalnum()), None)
    if first is None:
        return False
    before = [around.words[i] for i in (first - 1, first - 2) if i >= 0]
    return bool(before) and (before[0] in _MARKS or (before[0] in ("…", "...") and before[-1] in _MARKS))
