"""Which demands, promises and refusals does the reader pass over, though verb and frame tell them?

"The mayor beseeched citizens to queue indoors", "She petitioned the court for an inspection", "The governor undertook to provide
the tents": PolNeAR, from which the reader learned most, has few of them. A verb of asking or promising, its subject, and the
infinitive, the clause or the phrase with "for" that such a verb takes are enough. So are a verb of rejecting and an offer or a call
that is rejected: "the junta rejected an offer of mediation".
"""

from collections.abc import Iterator

from saidwho.reading.silences import is_quoted
from saidwho.reading.subjects import Subjects
from saidwho.text.clauses import bare
from saidwho.text.offers import OFFERS
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# By verb, in the forms that reports use, the frames that make it a demand or a promise: "somebody to" has whom it is asked of before the
# infinitive, "to" the infinitive alone, "for" a phrase, "that" a clause, "it" an object, "offer" an object that may be taken or refused,
# "blame" an object that is laid on somebody, "responsible" whom is held so.
_FRAMES: dict[str, frozenset[str]] = {
    form: frozenset(frames.split("|"))
    for verbs, frames in (
        ("asked asks", "somebody to|for|that"),
        ("begged begs beg", "somebody to|for|that"),
        ("implored implores beseeched beseeches besought entreated entreats petitioned petitions", "somebody to|for"),
        ("urged urges exhorted exhorts invited invites instructed instructs commanded commands pressed presses", "somebody to"),
        ("pleaded pleads appealed appeals", "for|to|that"),
        ("moved moves proposed proposes recommended recommends", "that"),
        ("demanded demands", "that|it"),
        ("undertook undertakes promised promises vowed vows swore swears", "to|that"),
        ("pledged pledges", "to|that|it"),
        ("put puts", "at|blame"),
        ("lay lays laid pin pins pinned place places placed", "blame"),
        ("hold holds held", "responsible"),
        ("rejected rejects rebuffed rebuffs spurned spurns", "offer"),
    )
    for form in verbs.split()
}
# What makes it none: nothing is asked or promised yet.
_UNSAID = frozenset(
    {"not", "n't", "n’t", "never", "would", "could", "might", "may", "should", "must", "to", "if", "whether", "unless", "being"}
)
_BLAME, _ANSWERABLE = frozenset({"blame", "responsibility", "guilt"}), frozenset({"responsible", "accountable"})
_SMALL = ("aux", "advmod", "mark")
_PHRASES = ("obl", "nmod", "obj", "advmod", "advcl")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")
_SPEAKERS = ("NOUN", "PROPN", "PRON")
_NO_SPEAKERS = frozenset({"i", "we", "you", "who", "which", "that", "what", "nobody", "one"})
# As sure as verb and frame are.
_SCORE = 0.7
# Tokens between a verb and what hangs on it, and tokens of what is said, at most.
_REACH, _LONGEST = 30, 60


def with_speech_acts(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Add one attribution for each demand and promise that no attribution holds. Needs the syntax of the text."""
    added = tuple(_SpeechActs(text, attributions, tokens).find())
    return tuple(sorted((*attributions, *added), key=lambda one: (one.cue or one.content)[0])) if added else attributions


class _SpeechActs:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens = text, tokens
        self._subjects = Subjects(text, tokens)
        self._trees = self._subjects.trees
        spans = (span for one in attributions for span in (*one.cue, *one.content, *one.source))
        self._taken = {i for span in spans for i in self._trees.touched(span)}

    def find(self) -> Iterator[Attribution]:
        for number, token in enumerate(self._tokens):
            if token.upos == "VERB" and number not in self._taken and self._word(number) in _FRAMES:
                found = self._at(number)
                if found is not None and not is_quoted(self._text, token.span.start):
                    yield found

    def _at(self, verb: int) -> Attribution | None:
        """The attribution whose cue is a verb, if it is one."""
        children = self._below(verb)
        if any(i < verb and self._tokens[i].relation.startswith(_SMALL) and self._word(i) in _UNSAID for i in children):
            return None
        if any(self._tokens[i].relation in ("nsubj:pass", "aux:pass") for i in children):
            return None
        who = self._subjects.of(self._tokens[verb].span)
        said = self._said(verb, children)
        if who is None or said is None or not self._is_speaker(who):
            return None
        auxiliaries = [i for i in children if i < verb and self._tokens[i].relation == "aux" and self._tokens[i].span.start >= who.end]
        cue = Span(start=self._tokens[min([verb, *auxiliaries])].span.start, end=self._tokens[verb].span.end)
        if any(i in self._taken for i in self._trees.touched(Span(start=cue.start, end=said.end))):
            return None
        if said.of(self._text).startswith("for ") and self._text[cue.end : said.start].isspace():
            # "asked for | names"
            cue, said = Span(start=cue.start, end=said.start + 3), Span(start=said.start + 4, end=said.end)
        return Attribution(source=(who,), cue=(cue,), content=(said,), score=_SCORE)

    def _said(self, verb: int, children: list[int]) -> Span | None:
        """What is asked or promised: from whom it is asked of, or from what the frame begins with, to the end of it."""
        frames = _FRAMES[self._word(verb)]
        behind = [i for i in children if i > verb]
        clause = next((i for i in behind if self._is_clause(i)), None)
        if clause is None and "somebody to" in frames:
            # An infinitive hangs on whom it is asked of as well as on the verb: "beseeched citizens | to queue".
            objects = (i for i in behind if self._tokens[i].relation in ("obj", "iobj"))
            clause = next((j for i in objects for j in self._below(i) if j > i and self._is_clause(j)), None)
        marks = [] if clause is None else [self._word(i) for i in self._below(clause) if self._tokens[i].relation == "mark"]
        whom = next((i for i in behind if self._tokens[i].relation in ("obj", "iobj", "obl") and (clause is None or i < clause)), None)
        if clause is not None and "that" in marks[:1] and "that" in frames:
            return self._span(clause)
        if clause is not None and "to" in marks[:1] and frames & {"to", "somebody to"}:
            return self._span(clause if whom is None else whom, clause) if whom is not None or "to" in frames else None
        if {"blame", "responsible"} & frames and (blamed := self._blamed(behind)):
            return blamed
        if {"at", "blame", "responsible"} & frames:
            return self._number(behind, whom) if "at" in frames else None
        phrase = next((i for i in behind if self._tokens[i].relation in _PHRASES and "for" in self._cases(i)), None)
        if phrase is not None and "for" in frames:
            return self._span(phrase if whom is None or whom > phrase else whom, phrase)
        thing = next(
            (i for i in behind if self._tokens[i].relation == "obj" and self._tokens[i].upos in ("NOUN", "PROPN", "NUM", "SYM")), None
        )
        offered = thing is not None and "offer" in frames and self._word(thing) in OFFERS
        return self._span(thing) if thing is not None and ("it" in frames or offered) else None

    def _blamed(self, behind: list[int]) -> Span | None:
        """ "Laid the blame | on the rebels", "holds | the army responsible for the fire"."""
        thing = next((i for i in behind if self._tokens[i].relation == "obj"), None)
        if thing is None:
            return None
        if self._word(thing) in _BLAME:
            # What it is blamed for hangs on the blame, on whom on the verb, or the other way round.
            near = {*behind, *self._below(thing)}
            near |= {i for phrase in near for i in self._below(phrase)}
            phrases = sorted(i for i in near if i > thing and self._tokens[i].relation in ("obl", "nmod"))
            laid = next((i for i in phrases if {"on", "upon", "with"} & self._cases(i)), None)
            return None if laid is None else self._span(phrases[0], max(laid, phrases[-1] if "for" in self._cases(phrases[-1]) else laid))
        answerable = next((i for i in behind if i > thing and self._word(i) in _ANSWERABLE), None)
        return None if answerable is None else self._span(thing, answerable)

    def _number(self, behind: list[int], thing: int | None) -> Span | None:
        """ "Put | the dead at 140"."""
        if thing is None:
            return None
        # The number hangs on the verb or on a noun of what is counted; a place with "at" ("the dead at the market at 31") comes before it.
        under = [i for i in self._trees.subtree(thing) if self._tokens[i].upos in ("NUM", "SYM")]
        at = next((i for i in sorted({*behind, *under}, reverse=True) if self._is_number_at(i)), None)
        if at is None or thing > at:
            return None
        said = self._span(thing, at)
        return said if said is not None and any(map(str.isdigit, said.of(self._text))) else None

    def _is_clause(self, number: int) -> bool:
        token = self._tokens[number]
        return token.relation in _CLAUSES and token.upos in ("VERB", "AUX", "ADJ", "NOUN")

    def _is_number_at(self, number: int) -> bool:
        return self._tokens[number].relation in ("obl", "nmod", "nummod", "xcomp") and "at" in self._cases(number)

    def _below(self, number: int) -> list[int]:
        return [i for i in self._trees.children.get(number, ()) if abs(i - number) <= _REACH]

    def _cases(self, number: int) -> set[str]:
        return {self._word(i) for i in self._below(number) if self._tokens[i].relation == "case"}

    def _span(self, first: int, last: int | None = None) -> Span | None:
        """From the first word under one token to the last under another."""
        numbers = range(self._trees.subtree(first).start, self._trees.subtree(first if last is None else last).stop)
        if not 0 < len(numbers) <= _LONGEST:
            return None
        span = self._trees.span(numbers)
        return None if "\n" in span.of(self._text) else bare(self._text, span, ' ,;:–—.!?”"')

    def _is_speaker(self, who: Span) -> bool:
        top = next((i for i in reversed(self._trees.touched(who)) if self._tokens[i].upos in _SPEAKERS), None)
        return top is not None and self._subjects.noun(who) not in _NO_SPEAKERS

    def _word(self, number: int) -> str:
        return self._tokens[number].span.of(self._text).casefold()
