"""Does a stretch of text say that somebody says something?

"Moscow denied that its gunners had aimed at houses" does: who comes first, then a verb of saying, then what is said.
"""

from dataclasses import dataclass

from saidwho.types.document import Span
from saidwho.types.reading import Token

# Verbs with which a sentence says that somebody says something, in the forms that reports use.
SAYING = frozenset({
    "say", "says", "said", "tell", "tells", "told", "claim", "claims", "claimed", "believe", "believes", "believed", "report",
    "reports", "reported", "warn", "warns", "warned", "insist", "insists", "insisted", "argue", "argues", "argued", "allege",
    "alleges", "alleged", "admit", "admits", "admitted", "acknowledge", "acknowledges", "acknowledged", "confirm", "confirms",
    "confirmed", "announce", "announces", "announced", "estimate", "estimates", "estimated", "fear", "fears", "feared", "suspect",
    "suspects", "suspected", "conclude", "concludes", "concluded", "assess", "assesses", "assessed", "state", "states", "stated",
    "declare", "declares", "declared", "maintain", "maintains", "maintained", "deny", "denies", "denied", "assert", "asserts",
    "asserted", "predict", "predicts", "predicted", "doubt", "doubts", "doubted", "call", "calls", "called", "describe",
    "describes", "described", "accuse", "accuses", "accused", "blame", "blames", "blamed", "put", "puts", "demand", "demands",
    "demanded", "urge", "urges", "urged", "threaten", "threatens", "threatened", "vow", "vows", "vowed", "pledge", "pledges",
    "pledged", "promise", "promises", "promised", "expect", "expects", "expected", "reject", "rejects", "rejected", "dispute",
    "disputes", "disputed", "concede", "concedes", "conceded", "condemn", "condemns", "condemned", "stress", "stresses", "stressed",
    "note", "notes", "noted", "add", "adds", "added",
})  # fmt: skip
_SMALL = frozenset({"aux", "aux:pass", "advmod"})
_UNSAID = frozenset({"not", "n't", "n’t", "would", "could", "might", "may", "should", "will", "never"})
# What stands between what is said and who says it, where that follows.
_CLOSED_BY = frozenset({",", ",”", ",’"})
# A subject of more tokens is a sentence that went wrong.
_LONGEST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingClause:
    """Who says, by which words, what. verb: the number of the token that is the verb."""

    source: Span
    cue: Span
    said: Span
    verb: int


def saying_clause(text: str, tokens: tuple[Token, ...], numbers: range, *, with_pronouns: bool = False) -> SayingClause | None:
    """The clause of saying that a stretch of tokens is; None where it is none, or where nothing is said ("would say").

    with_pronouns: whether "it denied that" is one too.
    """
    tops = [i for i in numbers if tokens[i].head not in numbers or tokens[i].head == i]
    verb = next((i for i in tops if tokens[i].upos == "VERB"), None)
    if verb is None or _word(text, tokens[verb]) not in SAYING:
        return None
    # Where two verbs of saying follow each other, the parser gives the first one's subject to the second now and then.
    children = [i for i in numbers if (tokens[i].head == verb and i != verb) or (i in tops and i < verb)]
    subject = next((i for i in children if tokens[i].relation == "nsubj"), None)
    wanted = ("NOUN", "PROPN", "PRON") if with_pronouns else ("NOUN", "PROPN")
    if subject is None or tokens[subject].upos not in wanted or any(_is_unsaid(text, tokens[i]) for i in children):
        return None
    phrase = _phrase(tokens, subject, numbers, past=verb)
    if phrase.start - numbers.start > 1 or not 0 < len(phrase) <= _LONGEST or verb + 1 >= numbers.stop:
        return None
    first = min([verb, *(i for i in children if phrase.stop <= i < verb and tokens[i].relation in _SMALL)])
    return SayingClause(
        source=bare(text, Span(start=tokens[phrase.start].span.start, end=tokens[phrase.stop - 1].span.end)),
        cue=Span(start=tokens[first].span.start, end=tokens[verb].span.end),
        said=Span(start=tokens[verb + 1].span.start, end=tokens[numbers.stop - 1].span.end),
        verb=verb,
    )


def closing_clause(text: str, tokens: tuple[Token, ...], numbers: range) -> SayingClause | None:
    """The clause of saying that a stretch of tokens ends with: "Three people were killed, police said"; None where it ends otherwise."""
    last = next((i for i in reversed(numbers) if tokens[i].upos != "PUNCT"), None)
    if last is None or tokens[last].upos != "VERB" or _word(text, tokens[last]) not in SAYING:
        return None
    subject = next((i for i in range(numbers.start, last) if tokens[i].head == last and tokens[i].relation == "nsubj"), None)
    if subject is None or tokens[subject].upos not in ("NOUN", "PROPN"):
        return None
    phrase = _phrase(tokens, subject, numbers, past=last)
    before = phrase.start - 1
    if before <= numbers.start or phrase.stop != last or len(phrase) > _LONGEST or _word(text, tokens[before]) not in _CLOSED_BY:
        return None
    return SayingClause(
        source=bare(text, Span(start=tokens[phrase.start].span.start, end=tokens[phrase.stop - 1].span.end)),
        cue=tokens[last].span,
        said=Span(start=tokens[numbers.start].span.start, end=tokens[before - 1].span.end),
        verb=last,
    )


def _phrase(tokens: tuple[Token, ...], subject: int, numbers: range, *, past: int) -> range:
    """From the first token of a stretch that hangs on a subject to the last before its verb."""
    inside = {subject}
    for _ in range(_LONGEST):
        more = {i for i in range(numbers.start, past) if i not in inside and tokens[i].head in inside}
        if not more:
            break
        inside |= more
    return range(min(inside), min(max(inside) + 1, past))


def _is_unsaid(text: str, token: Token) -> bool:
    return token.relation in _SMALL and _word(text, token) in _UNSAID


def _word(text: str, token: Token) -> str:
    return token.span.of(text).casefold()


def bare(text: str, span: Span, marks: str | None = " ,;:–—") -> Span:
    """A span without the marks that it ends with; without blanks where marks is None."""
    return Span(start=span.start, end=span.start + len(span.of(text).rstrip(marks)))
