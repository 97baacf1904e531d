"""Which words of a statement are what it denies, by their wording?"""

import re
from collections.abc import Iterator

from saidwho.statements.evidence import Evidence
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_READ = 300  # characters of a denial that are read
_CALLING = re.compile(r"\b(?:call|describ|label|brand|dub|term|portray|characteri|consider|deem|regard)", re.IGNORECASE)
_SAYS_NO = re.compile(r"\b(?:no|not|never|none|false|untrue|lies?)\b|n['’]t\b", re.IGNORECASE)
_CALLED_FALSE = re.compile(
    r"(?P<what>(?:(?:the|a|an|those|these|that|this|its|his|all|such)\s+)?[\w'’-]+(?:\s+(?!as\b|a\b|"
    r"an\b)[\w'’-]+){0,6}?)\s+(?:as\s+)?(?:an?\s+|[\"“‘'])*[\w'’-]+[^\w]*"
)
# "That | a fable", "this | as “theatre”".
_TAKING_UP = re.compile(r"(?:that|this|it|these|those|them)(?= (?:as|an?|the) |,? [\"“‘'«])", re.IGNORECASE)
# "As 'fake' | a video of the shooting": what it is called stands first.
_CALLED_FIRST = re.compile(
    r"as (?:an? )?[\"“‘'][^\"”’'\n]{1,60}[\"”’'] (?=(?:the|an?|its|his|her|their|any|all|such|these|those|this|that|[a-z]+s)\b)",
    re.IGNORECASE,
)
_ABSURD = re.compile(r",?\s+(?:as|to be|calling|describing|saying|insisting|and said|and called)\b.*", re.IGNORECASE | re.DOTALL)

# "As absurd", "as 'fantasy'"; what follows "as" otherwise belongs to what is denied.
_VERDICT = re.compile(
    r"[\"“'‘]|\b(?:false|fake|baseless|unfounded|groundless|absurd|ridiculous|untrue|lies?|propaganda|nonsense|fabricat\w+|"
    r"invent\w+|"
    r"fantas\w+|fiction|exaggerat\w+|slander\w*|irresponsible|misleading|politically motivated|provocation|disinformation|"
    r"myth|hoax|inflated|overstated|incorrect|inaccurate|wrong|distort\w+)\b",
    re.IGNORECASE,
)
_VERDICT_LENGTH = 80
_AND_THAT = ", and that "
_JOINING = re.compile(r"[,;:]? ?(?:(?:and|but|because|as|while|though|although|that|which|since) )?")
_MARKS = "\"“”'‘’«»"
_OPENING = '"“«'
_SENTENCES = 4
_NOMINAL = ("NOUN", "PROPN", "NUM")
_BARE_NO = re.compile(r"\W*(?:no|never|not at all|nonsense|rubbish|of course not)\W*", re.IGNORECASE)
# Where the clause that says no ends and another begins.
_NEXT_CLAUSE = re.compile(
    r",? (?:and|but|because|as|while|though|although) (?:that )?(?:i|we|he|she|it|they|the|there|our|its|his)\b|, (?:that|"
    r"because|which|since|but)\b|;|: ",
    re.IGNORECASE,
)
# What is called false is what is denied, and not that it is so.
_FALSE_THING = re.compile(
    r"(?P<what>(?:that )?(?:(?:the|those|these|this|that|such|all|his|its|their) (?:[\w'’-]+ ){0,4}?)?(?:figures?|numbers?|tolls?|"
    r"counts?|estimates?|claims?|reports?|"
    r"accounts?|allegations?|accusations?|stor(?:y|ies)|losses)(?: (?:of|about|that|from) [\w'’-]+(?: [\w'’-]+){0,5}?)?)"
    r" (?:is|are|was|were|has been|have been) (?:\w+ )?(?:inflated|false|wrong|invented|exaggerated|plucked|made|fabricated|"
    r"untrue|baseless|lies|nonsense|"
    r"a lie|fantasy|fiction|overstated|pure|mistaken|incorrect|absurd)",
    re.IGNORECASE,
)
# What a word by itself is said of: "Absurd," of the accusation.
_A_CHARGE = re.compile(
    r"(?:the|this|that|these|those|any|such|all) (?:\w+ )?(?:accusations?|allegations?|claims?|charges?)\b", re.IGNORECASE
)
# "Rejected reports that ..." denies what they say.
_ALLEGATION = re.compile(
    r"(?:(?:that )?there (?:is|was|were) (?:absolutely )?no (?:truth|substance|basis|foundation) (?:in|to|for|behind) )?"
    r"(?:(?:the|an?|all|any|such|these|those|this|media|press|western|earlier|(?:[\w.-]+ ){0,3}[\w.-]+(?:['’]s|s['’])) ){0,3}"
    r"(?:accusations?|claims?|reports?|allegations?|suggestions?|rumou?rs|charges?|assertions?|notion|idea) "
    r"(?:(?:by|from|in|of|made by) (?:[\w.'’-]+ ){1,6}?)?(?=that\b)",
    re.IGNORECASE,
)


def denied_by_wording(around: Surroundings, attribution: Attribution) -> Span:
    """The content without the speaker's opinion of it: "the claim" of "rejected the claim as absurd"."""
    text = around.text
    span = _denying_piece(text, attribution)
    is_calling = bool(_CALLING.search(" ".join(part.of(text) for part in attribution.cue)))
    relative = _relative_before(around, attribution)
    if relative and is_calling and (meant := _meant_by(around, attribution, relative)) != relative:
        return meant
    if span.of(text).lower() in ("which", "that"):
        return _meant_by(around, attribution, span)
    words = span.of(text)
    first = _CALLED_FIRST.match(words)
    if first:
        return Span(start=span.start + first.end(), end=_bare_end(text, span.start + first.end(), span.end))
    if is_calling:
        return Span(start=span.start, end=span.start + _called(words))
    cut = _ABSURD.search(words[:_READ])
    if cut and cut.start() > 0 and words[0] not in "\"“'‘" and not words.startswith("that ") and _is_verdict(cut[0]):
        return Span(start=span.start, end=span.start + cut.start())
    return _clause_denying(around, span)


def without_allegation(text: str, denied: Span) -> Span:
    """What is alleged, of "the accusation that it is using hunger"."""
    alleged = _ALLEGATION.match(denied.of(text))
    return Span(start=denied.start + alleged.end(), end=denied.end) if alleged else denied


def called_false(words: str) -> int:
    """How many characters of a denial are what it calls false, and not that it does; 0 where it calls nothing so."""
    false = _FALSE_THING.match(words)
    return false.end("what") if false else 0


def _called(words: str) -> int:
    """How many characters of what is called something are that, and not what it is called."""
    taken_up = _TAKING_UP.match(words)
    if taken_up:
        return taken_up.end()
    called = _CALLED_FALSE.fullmatch(words[:_READ])
    end = called.end("what") if called else len(words)
    marked = min((at for mark in _OPENING if (at := words.find(mark, 1)) > 0), default=end)
    return max(1, len(words[: min(marked, end)].rstrip()))


def _is_verdict(words: str) -> bool:
    """Whether words behind a denial say what the speaker thinks of it: "as absurd", and not "as a weapon"."""
    return not words.lower().startswith(" as ") or bool(_VERDICT.search(words[:_VERDICT_LENGTH]))


def _clause_denying(around: Surroundings, piece: Span) -> Span:
    """The sentence of a piece that says no, up to its next clause, without quotation marks; of a false number only what is false."""
    text = around.text
    start, end = piece.start, piece.end
    while start < end and text[start] in _MARKS:
        start += 1
    for sentence in _sentences(around, Span(start=start, end=end)):
        words = sentence.of(text)
        if _BARE_NO.fullmatch(words):
            continue
        false = called_false(words)
        if false:
            return Span(start=sentence.start, end=sentence.start + false)
        if _SAYS_NO.search(words[:_READ]):
            return _without_next(text, sentence)
    more = text.find(_AND_THAT, start, end)
    return Span(start=start, end=_bare_end(text, start, end if more < 0 else more))


def _without_next(text: str, sentence: Span) -> Span:
    """The clause of a sentence that says no, without the one behind it or before it."""
    words = sentence.of(text)
    past = _NEXT_CLAUSE.search(words, 1)
    start, end = sentence.start, sentence.end
    if past and _SAYS_NO.search(words[: past.start()]):
        end = start + past.start()
    elif past:
        start += past.start() + len(_JOINING.match(past[0])[0])  # type: ignore[index]
    return Span(start=start, end=_bare_end(text, start, end))


def _sentences(around: Surroundings, piece: Span) -> Iterator[Span]:
    """The sentences of a piece, the first few."""
    start = piece.start
    for _ in range(_SENTENCES):
        if start >= piece.end:
            return
        end = min(max(around.sentence(start).end, start + 1), piece.end)
        yield Span(start=start, end=end)
        while end < piece.end and around.text[end].isspace():
            end += 1
        start = end


def _bare_end(text: str, start: int, end: int) -> int:
    """The end of words without the marks behind them."""
    while end > start + 1 and (text[end - 1] in _MARKS or text[end - 1] in " .,;"):
        end -= 1
    return end


def _relative_before(around: Surroundings, attribution: Attribution) -> Span | None:
    """The "which" right before who speaks: "a figure | which | the general called laughable"."""
    first = around.touched(min((*attribution.source, *attribution.cue, *attribution.content))).start
    return around.tokens[first - 1].span if first and around.words[first - 1] == "which" else None


def _meant_by(around: Surroundings, attribution: Attribution, relative: Span) -> Span:
    """What a relative pronoun takes up: "the figure of nine, which it said bears no relation to its records"."""
    cue = around.top(around.touched_by(attribution.cue[:1]))
    chain = () if cue is None else (cue, *around.ancestors(cue))
    verb = next((i for i in chain if around.tokens[i].relation == "acl:relcl"), None)
    noun = _noun_before(around, relative) if verb is None else around.tokens[verb].head
    if noun is None or around.tokens[noun].span.end > relative.start:
        return relative
    return Evidence(around).basis(noun, "other", past=relative.start).span


def _noun_before(around: Surroundings, relative: Span) -> int | None:
    """The noun of the phrase that ends right before a relative pronoun: "the figure" of "the figure of nine, which"."""
    last = next((i for i in reversed(range(around.touched(relative).start)) if around.tokens[i].upos != "PUNCT"), None)
    if last is None or around.tokens[last].upos not in _NOMINAL:
        return None
    while around.tokens[last].relation in ("nmod", "obl") and around.child(last, "case") is not None and around.tokens[last].head < last:
        if around.tokens[around.tokens[last].head].upos not in _NOMINAL:
            break
        last = around.tokens[last].head
    return last


def _denying_piece(text: str, attribution: Attribution) -> Span:
    """The first piece of a content where it is split around what is called false, else the first that says no."""
    pieces = attribution.content[:3]
    if pieces[0].of(text).lower() in ("which", "that"):
        return pieces[0]
    if _CALLING.search(" ".join(part.of(text) for part in attribution.cue)):
        return pieces[0]
    saying_no = (part for part in pieces if _SAYS_NO.search(part.of(text)[:_READ]))
    charges = (part for part in pieces if _A_CHARGE.match(part.of(text)))
    return next(saying_no, None) or next(charges, max(pieces, key=lambda part: part.end - part.start))
