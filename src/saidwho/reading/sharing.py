"""Who says what is said with a second verb? "The governor said that nobody had died, and denied that the base was hit."

The reader often links the first verb alone to the governor. A verb without a speaker has its own subject, or that of the verb that it
is coordinated with or goes on from: "reported, adding that". Behind "as" it has whom the verb before it has for an object: "quoted her
as telling aides". So has "according to" the noun that follows it.
"""

import re
from dataclasses import replace

from saidwho.reading.subjects import NOMINAL, SUBJECTS, Subjects
from saidwho.text.clauses import bare
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# What stands between what was said first and the second verb; at least one word of it.
_JOINED = re.compile(r"[\s,;”\"’']*(?:(?:and|but|while|yet|or|though)\b,?\s*)?(?:(?:also|then|later|again|instead|even|\w+ly)\s+)*")
_WORD = re.compile(r"\b(?:and|but|while|yet|or|though)\b|[;,]")
# Subjects that stand for nobody.
_NOBODY = frozenset({"there", "what", "that", "this", "these", "those"})
# Whoever does something else may be no source: of 21 subjects of other verbs in 40 articles of PolNeAR's development part 3 were one.
_SAYING = word_set(
    "said say says told tell tells quoted cited wrote write writes deny denies denied vows vowed swore testify testifies "
    "testified think thinks thought admit admits admitted claim claims claimed report reports reported warn warns warned insist "
    "insists insisted confirm confirms confirmed suspect suspects suspected assert asserts asserted predict predicts predicted "
    "suggest suggests suggested complain complains complained explain explains explained inform informs informed add adds added "
    "demand demands demanded call calls called ask asks asked reject rejects rejected condemn condemns condemned doubt doubts "
    "doubted maintain maintains maintained order orders ordered fear fears feared recall recalls recalled boast boasts boasted "
    "want wants wanted believe believes believed argue argues argued allege alleges alleged acknowledge acknowledges acknowledged "
    "announce announces announced estimate estimates estimated conclude concludes concluded declare declares declared note notes "
    "noted pledge pledges pledged urge urges urged blame blames blamed accuse accuses accused dismiss dismisses dismissed praise "
    "praises praised describe describes described expect expects expected promise promises promised charge charges charged "
    "disclose discloses disclosed reveal reveals revealed state states stated propose proposes proposed advise advises advised "
    "refuse refuses refused claiming reporting warning insisting adding saying telling arguing alleging confirming denying "
    "quoting citing"
)
# Of these alone, as passives, is the subject the one who speaks.
_QUOTED = frozenset({"quoted", "cited"})
# Who does so is told something, and says nothing.
_GETTING = word_set(
    "receive receives received get gets got getting receiving find finds found see sees saw seen read reads intercept intercepted"
)
# By these somebody who does something tells why.
_TELLING = word_set(
    "saying declaring claiming arguing alleging insisting asserting announcing stating maintaining explaining warning contending charging "
    "vowing pledging threatening believing fearing suspecting"
)
_GOT = re.compile(r"(?:(?:has|have|had) )?(?P<got>\w+) (?P<thing>[^,;:\n]{3,40}) (?P<telling>\w+ing)")
_CITING = re.compile(r"\b(?:citing|quoting)\b")
# Steps from a verb over those that it is coordinated with.
_STEPS = 4
# Tokens of a noun phrase at most.
_LONGEST = 24
# So sure as the rule is right.
_SHARE = 0.9


def with_shared_sources(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Give the verbs of saying that have no source their own subject, or that of the verb before them; and those that have whoever does
    something else, the subject right behind them."""
    return _Sharing(text, attributions, tokens).settle()


class _Sharing:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens = text, tokens
        self._subjects = Subjects(text, tokens)
        self._trees = self._subjects.trees
        self._attributions = attributions
        self._with_source = {i: a for a in attributions if a.source and a.cue for i in self._trees.touched(a.cue[0])}

    def settle(self) -> tuple[Attribution, ...]:
        settled = list(self._attributions)
        before: Attribution | None = None
        for at in sorted(range(len(settled)), key=lambda number: _first_cue(self._attributions[number])):
            before = settled[at] = self._settled(settled[at], before)
        return tuple(settled)

    def _settled(self, attribution: Attribution, before: Attribution | None) -> Attribution:
        """An attribution with the source that it shares, if it does. before: the one told before it."""
        if not attribution.cue:
            return attribution
        cue = attribution.cue[0]
        telling = _GOT.fullmatch(self._text, cue.start, cue.end)
        if telling is not None and telling["got"] in _GETTING:
            got = Span(start=telling.start("thing"), end=telling.end("thing"))
            return replace(attribution, source=(got,), cue=(Span(start=telling.start("telling"), end=cue.end),))
        got_before = self._got(cue)
        if got_before is not None:
            return replace(attribution, source=(got_before,))
        if attribution.source:
            cited = self._cited(attribution.source, cue) if not attribution.relay else None
            if cited is not None:
                return replace(attribution, source=(cited,), relay=attribution.source)
            behind = self._behind(cue) if self._is_agent(attribution.source) else None
            return replace(attribution, source=(behind,)) if behind is not None else attribution
        if cue.of(self._text).casefold() == "according to":
            source = self._according_to(cue, attribution.content)
        else:
            source = self._source(cue, before) if self._is_verb(cue) else ()
        return replace(attribution, source=source, score=round(attribution.score * _SHARE, 4)) if source else attribution

    def _is_verb(self, cue: Span) -> bool:
        return any(self._tokens[i].upos in ("VERB", "AUX") for i in self._trees.touched(cue))

    def _source(self, cue: Span, before: Attribution | None) -> tuple[Span, ...]:
        verb = self._trees.head(cue)
        if verb is None:
            return ()
        if self._has_subject(verb):
            return self._subject(verb) if self._says(verb) else ()
        if self._tokens[verb].relation == "advcl":
            return self._going_on(verb, before)
        if before is not None and before.source and before.cue and self._goes_on(before, cue):
            return before.source
        return self._coordinated(verb)

    def _coordinated(self, verb: int) -> tuple[Span, ...]:
        """Whose words or whose subject the verb has that a verb is coordinated with; its own where it stands at the top."""
        for _ in range(_STEPS):
            token = self._tokens[verb]
            if not self._is_joined(verb) or token.head >= verb:
                return self._subject(verb) if token.relation == "root" and self._says(verb) else ()
            verb = token.head
            if verb in self._with_source:
                return self._with_source[verb].source
            if self._has_subject(verb):
                return self._subject(verb)
        return ()

    def _is_joined(self, verb: int) -> bool:
        """Whether a verb is coordinated with another; behind an aside the parser only sets it beside: "went on and, citing logs, said"."""
        relation = self._tokens[verb].relation
        return relation == "conj" or (relation == "parataxis" and any(self._word(i) == "and" for i in self._trees.children.get(verb, ())))

    def _is_agent(self, source: tuple[Span, ...]) -> bool:
        """Whether a source is the one by whom something else is done: "put there by Kastria"."""
        head = self._trees.head(source[0]) if len(source) == 1 else None
        return head is not None and self._tokens[head].relation == "obl:agent"

    def _cited(self, source: tuple[Span, ...], cue: Span) -> Span | None:
        """Who is cited by an outlet, which the reader took for who speaks: "officials cited by Norrpress said"."""
        agent, verb = self._trees.head(source[0]), self._trees.head(cue)
        if len(source) > 1 or agent is None or self._tokens[agent].relation != "obl:agent":
            return None
        citing = self._tokens[agent].head
        # The parser hangs the participle on the noun or, with the noun, on the verb.
        head = self._tokens[citing].head
        who = citing - 1 if head == verb else head
        is_subject = self._tokens[who].relation in NOMINAL and self._tokens[who].head == verb
        if self._word(citing) not in _QUOTED or not is_subject or who >= citing:
            return None
        return bare(self._text, self._trees.span(range(self._trees.subtree(who).start, citing)))

    def _behind(self, cue: Span) -> Span | None:
        """The subject right behind a verb: "so says | Helena Osk"."""
        verb = self._trees.head(cue) if self._is_verb(cue) else None
        if verb is None:
            return None
        subject = next((i for i in self._trees.children.get(verb, ()) if verb < i and self._tokens[i].relation in NOMINAL), None)
        phrase = range(0) if subject is None else self._trees.subtree(subject)
        if phrase.start != verb + 1 or len(phrase) > _LONGEST:
            return None
        span = self._trees.span(phrase)
        # ", as quoted by Norrpress" tells through whom.
        through = self._text.find(", as ", span.start, span.end)
        return bare(self._text, span if through < 0 else Span(start=span.start, end=through), " ,;:–—.")

    def _according_to(self, cue: Span, said: tuple[Span, ...]) -> tuple[Span, ...]:
        """The noun phrase behind "according to"."""
        head = self._trees.head(cue)
        if head is None:
            return ()
        noun = self._tokens[head].head
        phrase = self._trees.subtree(noun)
        phrase = range(self._trees.touched(cue).stop, phrase.stop)
        if noun <= head or not 0 < len(phrase) <= _LONGEST:
            return ()
        source = bare(self._text, self._trees.span(phrase), ' ,;:–—.”"')
        is_said = any(source.start < one.end and one.start < source.end for one in said)
        return () if is_said or "\n" in source.of(self._text) else (source,)

    def _subject(self, verb: int) -> tuple[Span, ...]:
        """The subject of a verb, unless it stands for nobody ("there") or is spoken of: "it is feared", "the army is said to have"."""
        children = [i for i in self._trees.children.get(verb, ()) if i < verb]
        number = next((i for i in reversed(children) if self._tokens[i].relation in NOMINAL), None)
        if number is not None and (self._word(number) in _NOBODY or self._is_spoken_of(number, verb)):
            return ()
        subject = self._subjects.of(self._tokens[verb].span)
        # Whoever is cited speaks, and the subject passes it on.
        is_citing = subject is not None and _CITING.search(self._text, subject.start, self._tokens[verb].span.start) is not None
        return (subject,) if subject is not None and not is_citing else ()

    def _says(self, verb: int) -> bool:
        return self._word(verb) in _SAYING

    def _is_spoken_of(self, number: int, verb: int) -> bool:
        return self._tokens[number].relation == "nsubj:pass" and self._word(verb) not in _QUOTED

    def _going_on(self, verb: int, before: Attribution | None) -> tuple[Span, ...]:
        """Whose words a participle goes on with: "the ministry said, | adding"; whom "quoted her as saying" quotes."""
        head, children = self._tokens[verb].head, self._trees.children.get(verb, ())
        if head >= verb or not self._word(verb).endswith("ing"):
            return ()
        if any(self._word(i) == "as" for i in children):
            return self._quoted(head, verb)
        if head in self._with_source:
            return self._with_source[head].source
        if any(self._tokens[i].relation == "mark" for i in children):
            return ()
        if before is None or not before.cue or head not in self._trees.touched(before.cue[-1]):
            return self._doing(head, verb)
        return () if "\n" in self._text[before.cue[-1].end : self._tokens[verb].span.start] else before.source

    def _doing(self, head: int, verb: int) -> tuple[Span, ...]:
        """Who does something and says why: "the bank froze its accounts, | declaring"."""
        does = any(self._tokens[i].relation == "nsubj" and i < head for i in self._trees.children.get(head, ()))
        is_telling = self._word(verb) in _TELLING and self._word(verb - 1) == ","
        return self._subject(head) if does and is_telling else ()

    def _got(self, cue: Span) -> Span | None:
        """What somebody got in which stands what a participle tells: "residents received | calls | telling them to leave"."""
        verb = self._trees.head(cue)
        if verb is None or not self._word(verb).endswith("ing"):
            return None
        head = self._tokens[verb].head
        if head < verb and self._tokens[head].relation == "obj":
            head = self._tokens[head].head
        thing = next((i for i in self._trees.children.get(head, ()) if head < i < verb and self._tokens[i].relation == "obj"), None)
        if thing is None or self._word(head) not in _GETTING or "," in self._text[self._tokens[head].span.end : cue.start]:
            return None
        return bare(self._text, self._trees.span(range(min(self._trees.subtree(thing).start, thing), verb)))

    def _quoted(self, head: int, verb: int) -> tuple[Span, ...]:
        """Whom the verb before "as saying" quotes: its object, or the subject that is quoted."""
        below = [i for i in self._trees.children.get(head, ()) if i < verb]
        passive = [i for i in below if self._tokens[i].relation == "nsubj:pass"]
        quoted = passive or [i for i in below if self._tokens[i].relation in ("obj", "iobj", "nmod") and i > head]
        if not quoted:
            return ()
        phrase = self._trees.subtree(quoted[-1])
        phrase = range(phrase.start, min(phrase.stop, verb - 1 if quoted[-1] > head else head))
        return (bare(self._text, self._trees.span(phrase)),) if 0 < len(phrase) <= _LONGEST else ()

    def _has_subject(self, verb: int) -> bool:
        """Whether a verb has a subject before it; what the parser takes for one behind it is mostly its object ("but blamed | rebels")."""
        below = self._trees.children.get(verb, ())
        return any(self._tokens[i].relation in SUBJECTS and (i < verb or self._tokens[i].relation not in NOMINAL) for i in below)

    def _word(self, number: int) -> str:
        return self._tokens[number].span.of(self._text).casefold()

    def _goes_on(self, before: Attribution, cue: Span) -> bool:
        """Whether a cue stands right behind what was said before it, and behind a word that joins them."""
        last = max(before.content, default=before.cue[0])
        if last.start < before.cue[0].start or before.source[0].start > before.cue[0].start or last.end > cue.start:
            return False
        between = self._text[last.end : cue.start]
        return "\n" not in between and bool(_WORD.search(between)) and _JOINED.fullmatch(between) is not None


def _first_cue(attribution: Attribution) -> Span:
    return (attribution.cue or attribution.content)[0]
