"""Who gives no answer, where the reader takes that for no statement or draws its lines otherwise?

"The army has not responded", "He would not quote a price" and "Her office did not return our calls" are statements too: somebody was
asked, and declines. PolNeAR marks only what is said, so the reader leaves out many of them; their wording is a small grammar.
"""

import re
from bisect import bisect_right, insort
from dataclasses import replace

from saidwho.reading.subjects import SENTENCE_START, Subjects
from saidwho.text.clauses import bare
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

_ADVERBS = r"(?:(?:yet|so[ ]far|immediately|also|again|still|even|at[ ]first|itself|\w+ly)[ ])*"
_NOT = (
    rf"(?:(?:ha(?:s|ve|d)|d(?:id|oes|o)|w(?:ould|ill)|could|can)[ ]{_ADVERBS}(?:not|never)"
    r"|(?:has|have|had|did|does|do|would|could|ca|wo)n[’']t|cannot|ha(?:s|ve|d)[ ]yet[ ]to|w(?:ould|ill)[ ]neither)"
)
# What ends a clause, and what begins a part of it that tells when.
_REST = r"(?P<rest>[^\n.;:,“”\"]+(?:\.\d[^\n.;:,“”\"]*)*)"
_WHEN = r"(?:by|until|before|since|for[ ](?:this|the[ ]moment|now)|when|as[ ]of|on[ ]\w+day|in[ ]time|yet|so[ ]far|at[ ]once)\b"
_ANSWER = r"(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|answer(?:ed)?|elaborate(?:d)?|react(?:ed)?)"
_TELL = (
    r"(?:say|said|give|name|discuss|quote|disclose|reveal|identify|specify|speak|talk|tell|explain|provide|produce|publish|show|release|"
    r"confirm(?:[ ]n?or[ ]deny)?|be[ ]drawn|take)"
)
_HELD_BACK = (
    r"(?:date|reason|numbers?|figures?|details?|names?|motive|cause|breakdown|timetable|toll|price|explanation|undertaking|"
    r"losses|particulars)"
)
_GAVE = r"(?:(?:has|have|had)[ ])?(?:gave|gives?|given|set|sets|named|names|offered|offers|provided|provides)"
_WORD = r"(?:comment|reply|answer|response|statement|mention)"
_SPOKEN = r"(?:(?:has|have|had)[ ](?:so[ ]far[ ])?)?(?:made|makes?|gave|gives?|given|had|has|have|offered|offers?|sent)"
_KEEPS = r"(?:(?:has|have|had)[ ])?(?:is|are|was|were|been|remain(?:s|ed)?|stay(?:s|ed)?|keep(?:s)?|kept)"
# Words that are the cue and what is said at once; what follows them is what is not spoken of.
_BARE = (
    rf"{_NOT}[ ]{_ADVERBS}{_ANSWER}"
    rf"|{_SPOKEN}[ ]no[ ](?:immediate[ ]|further[ ]|public[ ]|other[ ])?{_WORD}(?:[ ]to[ ]make)?"
    rf"|{_KEEPS}[ ](?:silent|mum|tight-lipped)"
    r"|(?:(?:has|have|had)[ ](?:so[ ]far[ ])?|would[ ]|will[ ])?(?:said|says?)[ ](?:so[ ]far[ ])?(?:nothing|not[ ]a[ ]word)"
    r"|(?:could|can)(?:[ ]?not)[ ](?:immediately[ ])?be[ ](?:immediately[ ])?(?:reached|contacted)"
    r"|(?:was|were|is|are)[ ](?:not|un)[ ]?(?:immediately[ ])?(?:available|reachable)"
    r"|(?:was|were)[ ]not[ ]to[ ]be[ ]reached"
    rf"|{_NOT}[ ]{_ADVERBS}(?:be[ ]drawn|be[ ]interviewed|speak|talk)"
    r"|would[ ]say[ ]a[ ]word"
    r"|prefer(?:s|red)[ ]to[ ](?:remain|stay|keep)[ ]silent"
)
_ALONE = re.compile(
    rf"\b(?P<cue>{_BARE}|hung[ ]up|rang[ ]off|(?:took|takes|take)[ ]no[ ]questions|(?:(?:has|have|had)[ ])?apologi[sz]e[sd])"
    rf"(?:[ ]{_WHEN}[^\n.;:,“”\"]*)?(?=[.;:,\n]|[ ]and[ ](?:\w+ly[ ])?\w+(?:s|ed)[ ]|$)",
    re.X,
)
_OF = re.compile(rf"\b(?P<cue>{_BARE})[ ](?!{_WHEN})(?=(?:to|on|about|of|for|in|over)\b){_REST}", re.X)
_ANSWERED = re.compile(
    rf"\b(?P<cue>{_NOT}[ ]{_ADVERBS}(?:answer(?:ed)?|return(?:ed)?(?=[ ](?:\w+[ ]){{0,2}}?(?:calls?|messages?)\b)))[ ](?!{_WHEN}){_REST}",
    re.X,
)
_WITHHELD = re.compile(rf"\b(?P<cue>{_NOT}[ ]{_ADVERBS}{_TELL})[ ](?!{_WHEN}|up\b|anything[ ]but\b){_REST}", re.X)
_NO_DATE = re.compile(rf"\b(?P<cue>{_GAVE})[ ](?=no[ ](?:further[ ]|other[ ])?{_HELD_BACK}\b){_REST}", re.X)
# "Neither would say": the subject says no.
_NOBODY = re.compile(
    rf"\b(?P<cue>(?:(?:has|have|had)[ ])?(?:responded|replied|answered|commented)|would[ ](?:say|tell|comment|talk|discuss|give|show)"
    rf"(?:[ ]further)?)(?:[ ](?!{_WHEN}){_REST}|(?=[.;:,\n]|$))"
)
_UNANSWERED = re.compile(
    SENTENCE_START + r"(?:[A-Z][\w-]*[ ])?(?:\w+[ ]){0,3}?(?:requests?|calls?|questions?|e-?mails?|messages?|letters?)[ ](?:for[ ]\w+[ ])?"
    r"(?:sent[ ]|put[ ])?to[ ](?P<who>[^\n.;:,\"]{2,80}?)[ ](?:\w+ly[ ])?(?P<cue>(?:went|were[ ]left|was[ ]left|remained)[ ]unanswered\b)",
    re.MULTILINE,
)
# "There was no immediate comment from the army".
_NO_WORD = re.compile(
    rf"{SENTENCE_START}(?P<cue>[Tt]here[ ](?:was|has[ ]been|were)[ ](?:so[ ]far[ ])?no[ ]"
    r"(?:(?:immediate|official|public|further|direct)[ ]){0,2}"
    r"(?:comment|response|reply|reaction|answer|statement)s?)[ ](?:on[ ][^\n.;:,“”\"]{2,40}?[ ])?(?:yet[ ])?from[ ]"
    r"(?P<who>(?:the[ ]|either[ ]|[A-Z])[^\n.;:,“”\"]{1,80}?)(?=[ ](?:on|to|about|after|over|regarding)[ ]|[.;:,\n]|$)",
    re.MULTILINE,
)
# "Army silent on lost patrol boat", in a line without a stop.
_HEADLINE = re.compile(
    r"(?:^|[;:][ ])(?P<who>[^\n.;:,“”\"]{2,60}?)[ ](?P<cue>silent|mum)[ ](?P<rest>(?:on|about|over)[ ][^\n.;:,“”\"]+)$", re.MULTILINE
)
_NO_SUBJECT = re.compile(r"(?:neither|none)\b", re.IGNORECASE)
_FORMS = (_UNANSWERED, _NO_WORD, _HEADLINE, _ALONE, _OF, _ANSWERED, _NO_DATE, _WITHHELD, _NOBODY)
# What is silent without declining, and what withholds nothing though it does not name it.
_THINGS = frozenset({
    "gun", "guns", "battery", "batteries", "artillery", "siren", "sirens", "front", "line", "lines", "phone", "phones", "telephone",
    "telephones", "radio", "street", "streets", "city", "town", "village", "bell", "bells", "weapon", "weapons", "report", "statement",
    "document", "letter", "communique", "communiqué", "video", "picture", "pictures", "photograph", "photographs", "message", "order",
    "which", "that", "who", "i", "we", "you", "what", "there", "this", "law", "treaty", "text", "figures", "records", "record",
})  # fmt: skip
# What could not be reached is a place or a thing, and nobody who was asked.
_REACHED = re.compile(r"(?:(?:could|can)(?:[ ]?not)|(?:was|were)[ ]not)\b.*\breached\b")
_ASKED = re.compile(r"[ ](?:for[ ]comment|by[ ](?:tele)?phone)\b")
_UNREACHED = frozenset({
    "wreck", "wreckage", "hull", "ship", "boat", "vessel", "aircraft", "plane", "helicopter", "site", "scene", "area", "areas", "place",
    "camp", "camps", "road", "pass", "bridge", "building", "house", "hospital", "district", "valley", "island", "region", "villages",
    "survivors", "bodies", "wounded", "casualties", "victims", "target", "summit", "shore", "crater",
})  # fmt: skip
# An answer to somebody who is not asked for words: "did not respond to the shelling".
_DEEDS = re.compile(r"(?:to|with)[ ].*\b(?:fire|attack|attacks|shelling|shots|raid|raids|treatment|provocations?|strikes?)\b")
# Words behind which what somebody else does begins, in what the reader took for one person's words.
_JOINT = re.compile(r"(?:;|,? (?:but|and|while|though|although)|,) $")
# As sure as the wording is.
_SCORE = 0.8


def with_silences(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...] = ()) -> tuple[Attribution, ...]:
    """Draw the lines of refusals one way, and add one attribution for each that no attribution holds.

    A bare refusal ("made no comment") is the cue and what is said; of others the cue ends before what is not said or answered:
    "would not quote | a price", "did not respond | to a request".
    """
    drawn = tuple(_drawn(text, attribution) for attribution in attributions)
    return _Silences(text, drawn, tokens).added()


def _drawn(text: str, attribution: Attribution) -> Attribution:
    """A refusal that the reader found, with its lines drawn one way."""
    if len(attribution.cue) != 1 or len(attribution.content) != 1:
        return attribution
    cue, content = attribution.cue[0], attribution.content[0]
    if cue.start > content.start or (content.start > cue.end + 1):
        return attribution
    whole = Span(start=cue.start, end=max(cue.end, content.end))
    words = whole.of(text)
    for form in (_ALONE, _OF, _ANSWERED, _NO_DATE, _WITHHELD):
        match = form.fullmatch(words)
        if match:
            rest = match.groupdict().get("rest")
            said = Span(start=whole.end - len(rest), end=whole.end) if rest else whole
            return replace(
                attribution, cue=(Span(start=whole.start, end=whole.start + match.end("cue")) if rest else whole,), content=(said,)
            )
    return attribution


class _Silences:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._attributions = text, attributions
        self._subjects = Subjects(text, tokens)
        told = (span for attribution in attributions for span in (*attribution.cue, *attribution.source))
        self._taken = sorted(told)
        self._pieces = sorted((span, number) for number, one in enumerate(attributions) for span in one.content)
        self._cut: dict[int, Attribution] = {}
        self._added: list[Attribution] = []

    def added(self) -> tuple[Attribution, ...]:
        done: list[Span] = []
        for form in _FORMS:
            for match in form.finditer(self._text):
                cue = Span(start=match.start("cue"), end=match.end("cue"))
                whole = Span(start=cue.start, end=match.end())
                if not _overlaps(done, whole) and self._add(form, match, cue, whole):
                    insort(done, whole)
        if not self._added:
            return self._attributions
        kept = (self._cut.get(number, one) for number, one in enumerate(self._attributions))
        return tuple(sorted((*kept, *self._added), key=lambda one: (one.cue or one.content)[0]))

    def _add(self, form: re.Pattern[str], match: re.Match[str], cue: Span, whole: Span) -> bool:
        """Add one refusal, if it is one and nobody's yet."""
        if _overlaps(self._taken, cue) or is_quoted(self._text, cue.start):
            return False
        who = Span(start=match.start("who"), end=match.end("who")) if form in (_UNANSWERED, _NO_WORD, _HEADLINE) else self._subjects.of(cue)
        is_asked = _ASKED.match(self._text, whole.end) is not None
        if who is not None and not is_asked and _REACHED.match(cue.of(self._text)) and self._subjects.noun(who) in _UNREACHED:
            return False
        if who is None or self._subjects.noun(who) in _THINGS or (form is _NOBODY) > bool(_NO_SUBJECT.match(who.of(self._text))):
            return False
        rest = match.groupdict().get("rest")
        if rest and _DEEDS.match(rest):
            return False
        if not self._is_free(who, Span(start=min(who.start, cue.start), end=whole.end)):
            return False
        end = cue.end if form is _NO_WORD else whole.end
        said = bare(self._text, Span(start=end - len(rest) if rest else cue.start, end=end), None)
        self._added.append(Attribution(source=(who,), cue=(cue if rest else said,), content=(said,), score=_SCORE))
        return True

    def _is_inside(self, number: int, who: Span) -> bool:
        """Whether an attribution is all in the words for whoever declines: "the minister appointed by the king"."""
        one = self._attributions[number]
        return all(who.start <= span.start and span.end <= who.end for span in (*one.cue, *one.content))

    def _is_free(self, who: Span, clause: Span) -> bool:
        """Whether nobody says a clause, once it is cut off the end of what the reader took for another's words."""
        at = bisect_right(self._pieces, (Span(start=clause.end, end=clause.end), -1))
        for piece, number in self._pieces[max(at - 4, 0) : at]:
            if piece.end <= clause.start or self._is_inside(number, who):
                continue
            attribution = self._cut.get(number, self._attributions[number])
            joint = _JOINT.search(self._text[piece.start : clause.start])
            is_last = piece.start < clause.start and piece.end <= clause.end + 1 and attribution.cue[0].start < piece.start
            if joint is None or not is_last or joint.start() < 2:
                return False
            shorter = Span(start=piece.start, end=piece.start + joint.start())
            content = tuple(shorter if span == piece else span for span in attribution.content)
            self._cut[number] = replace(attribution, content=content)
        return True


def _overlaps(spans: list[Span], span: Span) -> bool:
    """Whether one of some sorted spans shares a character with another."""
    at = bisect_right(spans, span.end, key=lambda one: one.start)
    return any(span.start < one.end and one.start < span.end for one in spans[max(at - 4, 0) : at])


def is_quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks of its own line."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")
