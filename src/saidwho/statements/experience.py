"""Does somebody say that he was there: what he saw, heard, counted or did himself?"""

import re

from saidwho.statements.evidence import WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.third_persons import OF_OTHERS, may_be_speaker, speaking_noun
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Doings that many tell of others in the third person; with "I" and "we" they are one's own. A truce is observed, a missile tested,
# a risk weighed and a target located as well: those verbs tell nothing of what somebody knows.
_LOOKED_INTO = r"found|examined|inspected|visited|identified|recorded|measured|logged|verified|checked|surveyed"
_DOINGS = frozenset((*_LOOKED_INTO.split("|"), "felt"))
# What only who was there, or looked into it, can say of himself. What somebody did or suffered is no basis.
_SENSED = (
    r"saw|seen|heard|felt|counted|remember(?:ed)?|recall(?:ed)?|watched|witnessed|smell(?:ed|t)|recogni[sz]ed|filmed|photographed|"
    rf"(?:could|can) (?:see|hear|feel|smell)|{_LOOKED_INTO}"
)
# Whom a body sends to look: "its delegates found".
_SENT = "delegates|monitors|observers|inspectors|researchers|investigators|experts|teams?|staff|patrols?|doctors|volunteers|engineers"
_OWN = re.compile(
    rf"\b(?:(?P<who>i|we|they|he|she)\s+(?:(?:myself|ourselves|personally|all|both|just|also|had|have|has|clearly|first|'ve|"
    rf"only|still)\s+){{0,3}}"
    rf"(?P<verb>{_SENSED})\b(?: (?:it|this|them|him|her))?(?: with (?:my|our|his|her|their) own eyes)?"
    r"|(?:our|my|its|his|her|their) (?:own )?(?:(?!were|was|are|is|been|be)\w+ ){1,2}(?:had |have |has )?(?:saw|seen|counted|examined|"
    r"heard|witnessed|inspected|filmed|photographed|documented|recorded|measured|verified|surveyed|visited|"
    r"(?<=(?:had|has) )found)\b"
    rf"|(?:our|its) (?:own )?(?:\w+ )?(?:{_SENT})(?: (?:on the ground|at the scene|in the area|there))? (?:(?:had|have|has) )?"
    r"(?:found|confirmed)\b"
    r"|with (?:my|our|his|her|their) own eyes|(?P<was>i|we|he|she|they) (?:was|were|had been) (?:there|inside|present|"
    r"shown(?! (?:no|nothing|not)\b)|"
    r"standing|sitting|lying|hiding|"
    r"asleep|in the (?:cellar|house|room|shelter|basement|kitchen|car|street|market|trench|building|orchard|field|yard|garden|"
    r"square|tower))"
    r"|(?:saw|seen|witnessed) (?:it )?(?:first-?hand|for (?:my|him|her|our|them)sel(?:f|ves)))",
    re.IGNORECASE,
)
# Where somebody was or went before he saw: "I climbed the hill | and saw".
_WENT = re.compile(
    r"(?P<who>I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he) (?:had |has |have )?(?!said|told|was told)\w+[^.,;:\"“”\n]{0,70}? and (?:then |there |later )?"
    r"(?P<verb>saw|seen|heard|counted|watched|witnessed|smelled|smelt|filmed)\b",
)
# What may stand before who saw: "from his post | he could see".
_PLACED = re.compile(
    r"(?:that )?(?:(?:from|at|in|on|through|during|before|after|over|near|by|outside|inside) [\w'’ -]{1,40},? )?", re.IGNORECASE
)
# What is heard or seen so is another's word, or not what happened: "heard that", "seen reports", "saw no sign".
_SECOND_HAND = re.compile(
    r"\s+(?:about|of|reports?|rumou?rs?|nothing|none|no (?:reason|evidence|sign|signs|need|point|way|indication|reports)|what|how|that|"
    r"from|"
    r"(?:on|over) the (?:radio|wireless|news|television|telephone|phone)|"
    r"the (?:reports?|accounts|statements?|news|claims?|announcement))\b",
    re.IGNORECASE,
)
_SENSING = re.compile(_SENSED, re.IGNORECASE)
_THEN = re.compile(r" (?:and then|and|then) (?P<deed>\w+)")
_LOOKING = "autops\\w+|post-?mortems?|examinations?|exhumations?|excavations?"
_PLACE = (
    "building|house|room|hall|bus|ship|boat|market|square|car|church|camp|cellar|scene|bridge|hospital|school|wall|roof|road|street|"
    "pier|quay|deck|beach|shore|hill|ridge|tower|platform|station|yard|crossing|convoy|train|courtroom|mosque|trench|balcony"
)
_WHO = re.compile(
    r"\bwho (?:[^,.;:\"“”]{1,60} and )?(?:"
    r"(?:had |has |have |also |himself |herself |personally )*(?:visited|saw|witnessed|examined|inspected|toured|filmed|photographed|"
    r"autopsied|counted|identified(?! (?:(?:him|her|it)self|themselves|as)\b)|geolocated|viewed|watched)"
    rf"|(?:performed|conducted|carried out|led) (?:(?:the|an|her|his) )?(?:\w+ )?(?:{_LOOKING})"
    r"|(?:was|were) (?:allowed|able|permitted) to (?:see|visit|examine|inspect|enter)"
    r"|(?:was|were|had been) (?:also )?(?:(?:there|present|inside) (?:at|when|during)"
    rf"|(?:in|at|inside|on|aboard) the (?:\w+ )?(?:{_PLACE})(?: (?:at the time|when|during))?)"
    r")\b[^,.;:\"“”]{0,60}"
    rf"|\bwhose (?:own )?(?:{_SENT}) (?:(?:have|has|had) )?"
    r"(?:attended|visited|examined|inspected|toured|saw|seen|went to|were (?:there|present))\b[^,.;:\"“”]{0,60}",
    re.IGNORECASE,
)
_SEEING = re.compile(r"(?:seeing|hearing|finding|counting|watching|witnessing|smelling|feeling)\b", re.IGNORECASE)
_TOLD_OF = frozenset(("heard", "seen", "saw", "found", "see", "hear"))
_NOT_YET = frozenset(("when", "if", "until", "once", "unless", "whether", "before", "after", "as", "than"))
_NEAR = 240


class Experience:
    """What the speakers of one text say that they lived through."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def said(self, attribution: Attribution) -> Span | None:
        """Where a speaker says so in what he says: "I counted", "she had seen"; None where he does not."""
        for span in attribution.content[:3]:
            said = self._around.text[span.start : min(span.end, span.start + _NEAR)].replace("’", "'")
            start = span.start + len(said) - len(bare := said.lstrip("\"“'‘"))
            gerund = _SEEING.match(bare) if span == attribution.content[0] else None
            if gerund and self._is_recalled(start, attribution):
                return Span(start=start, end=start + gerund.end())
            for match in _OWN.finditer(said):
                if self._is_meant(match, said, span, attribution):
                    return Span(start=span.start + match.start(), end=span.start + match.end())
            went = next((one for one in _WENT.finditer(said) if self._has_gone(one, said, span, attribution)), None)
            if went:
                return Span(start=span.start + went.start(), end=span.start + went.end())
        return None

    def of_source(self, attribution: Attribution) -> Span | None:
        """Where the text says of the source that he was there: "field staff, who visited the camp last week"."""
        for span in attribution.source[:3]:
            end = max(span.end, self._around.past_relative(span.end))
            match = _WHO.search(self._around.text[span.start : min(end, span.start + _NEAR)])
            if match:
                return Span(start=span.start + match.start(), end=span.start + len(match[0].rstrip()) + match.start())
        return None

    def _is_recalled(self, start: int, attribution: Attribution) -> bool:
        """Whether what begins here the speaker perceived: "described | hearing shots", not "finding a truce was urgent"."""
        around = self._around
        is_subject = any(around.tokens[i].relation in ("csubj", "nsubj") for i in around.touched(Span(start=start, end=start + 1)))
        return not is_subject and any(around.words[i] in WORDS["own seeing"] for i in around.touched_by(attribution.cue))

    def _is_meant(self, match: re.Match[str], said: str, content: Span, attribution: Attribution) -> bool:
        if (
            (match["verb"] or "").lower().split(" ")[-1] in _TOLD_OF
            and _SECOND_HAND.match(said, match.end("verb"))
            and not self._sees_that(match, said)
        ):
            return False
        if not self._speaks_of_himself(match, said, content, attribution) or _is_done(match, said):
            return False
        first = _PLACED.fullmatch(said[: match.start()]) is not None or said[: match.start()].lower().endswith("what ")
        return first or not self._is_beside(self._verb(match, content))

    def _has_gone(self, match: re.Match[str], said: str, content: Span, attribution: Attribution) -> bool:
        """Whether whoever went and saw is who speaks, and his own eyes told him: "he had climbed the hill and saw"."""
        who, before = match["who"].lower(), said[: match.start()].lstrip("\"“‘'")
        is_first = _PLACED.fullmatch(before) is not None
        begins = is_first or (who in ("i", "we") and before.rstrip()[-1:] in ".!?")
        return begins and not _SECOND_HAND.match(said, match.end("verb")) and self._may_be_speaker(who, content, attribution)

    def _sees_that(self, match: re.Match[str], said: str) -> bool:
        """ "Saw that the house was gone" is seen; "heard that" is told."""
        return match["verb"].lower() in ("saw", "seen") and said[match.end("verb") :].lstrip().lower().startswith("that ")

    def _speaks_of_himself(self, match: re.Match[str], said: str, content: Span, attribution: Attribution) -> bool:
        """Whether those who saw are those who speak: "I", or "they" in the outlet's words at the beginning."""
        if not self._may_be_speaker(_pronoun(match), content, attribution):
            return False
        who = (match["who"] or match["was"] or "with").lower()
        # "I found his bag" is what happened.
        if who in ("i", "we") and (match["verb"] or "").lower() == "found":
            return False
        if who in ("i", "we", "with"):
            return True
        if not _PLACED.fullmatch(said[: match.start()]) or said[:1] in "\"“'‘":
            return False
        # "He had examined the skulls" is what he did before he spoke of it; "he found the town calm" may be anybody's.
        return (match["verb"] or "").lower() not in _DOINGS or bool(re.search(r"\b(?:had|has|have)\b", match[0]))

    def _may_be_speaker(self, who: str, content: Span, attribution: Attribution) -> bool:
        """Whether those who saw may be those who speak; prosecutors and rescuers tell by "he" and "they" what others did and saw."""
        if who not in OF_OTHERS:
            return True
        noun = speaking_noun(attribution, self._around)
        is_of_others = noun is not None and self._around.words[noun] in WORDS["authority"]
        return not is_of_others and may_be_speaker(who, content, attribution, self._around)

    def _verb(self, match: re.Match[str], content: Span) -> int | None:
        """The token of the verb of a match, the last word of it that is one."""
        numbers = self._around.touched(Span(start=content.start + match.start(), end=content.start + match.end()))
        return next((i for i in reversed(numbers) if self._around.tokens[i].upos == "VERB"), None)

    def _is_beside(self, verb: int | None) -> bool:
        return verb is not None and is_beside(self._around, verb)


def is_told_to(text: str, seeing: Span) -> bool:
    """Whether words tell that somebody heard or saw what another says: "I have seen | what the general said"."""
    last = seeing.of(text).rsplit(maxsplit=1)[-1].casefold()
    return last in _TOLD_OF and _SECOND_HAND.match(text, seeing.end) is not None and not text.startswith(" that ", seeing.end)


def _pronoun(match: re.Match[str]) -> str:
    """The word for who saw: "he had seen", "her team had counted", "with his own eyes"."""
    first, second = match[0].lower().split()[:2]
    return second if first == "with" else first


def _is_done(match: re.Match[str], said: str) -> bool:
    """Whether looking into it was only the first part of a deed: "we identified and destroyed the launcher"."""
    deed = _THEN.match(said, match.end())
    return (match["verb"] or "").lower() in _DOINGS and deed is not None and not _SENSING.fullmatch(deed["deed"])


def is_beside(around: Surroundings, verb: int) -> bool:
    """Whether a verb stands in a clause that only says which or when: "two we found last year", "when we have seen the accounts"."""
    if around.tokens[verb].relation == "acl:relcl":
        return True
    before = (i for i in around.children(verb) if i < verb and around.tokens[i].relation in ("mark", "advmod"))
    return any(around.words[i] in _NOT_YET for i in before)
