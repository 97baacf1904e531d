"""Which of what the reader took for attributions does the outlet assert itself?

Images and papers say nothing by themselves: "satellite pictures show both bridges cut" is the outlet's assertion, with the
pictures for its basis. Nor does a court speak when it convicts, or a photographer of the outlet's when he sees.
"""

from saidwho.statements.evidence import WORDS as EVIDENCE
from saidwho.statements.own_voice.first_hand import WORDS, FirstHand, Witnessed, verbs
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis, BasisKind

_KINDS: tuple[BasisKind, ...] = ("imagery", "document")
_KIND_OF: dict[str, BasisKind] = {noun: kind for kind in reversed(_KINDS) for noun in EVIDENCE[kind]}
_SHOWING, _DEEDS = verbs("showing"), verbs("deed")
_FORMAL, _DECLARED, _NEAR = frozenset({"declare", "declared", "declares", "rejected", "rejects"}), WORDS["declared"], 6
# A court decides when it rejects these; whoever else rejects them says so.
_REJECTS, _REJECTED = frozenset({"rejected", "rejects"}), frozenset({"charge", "charges", "appeal"})
_COURTS = frozenset({"court", "courts", "tribunal", "chamber", "judge", "judges", "jury", "bench", "panel", "magistrate", "magistrates"})
_SHOWS = frozenset({"show", "shows", "showed"})
# Whoever charges that something is so says it; a court charges somebody.
_CHARGED = frozenset({"charge", "charged", "charges"})
_AGREE = frozenset({"agree", "agreed", "agrees"})


class Evidence:
    """Asks it of the attributions of one text."""

    def __init__(self, around: Surroundings, first_hand: FirstHand) -> None:
        self._around, self._first_hand = around, first_hand

    def shown_by(self, attribution: Attribution) -> Basis | None:
        """The images or papers that show a content; None where somebody speaks."""
        around = self._around
        if not attribution.source or not self._verbs(attribution) or not all(around.words[i] in _SHOWING for i in self._verbs(attribution)):
            return None
        source = Span(start=attribution.source[0].start, end=attribution.source[-1].end)
        head = around.top(around.touched(source))
        if head is None:
            return None
        # "Medical files, three of which record": the noun is the one that "which" means.
        kind = _KIND_OF.get(around.words[head], "other" if self._is_thing(attribution, head) else None)
        return Basis(span=source, kind=kind) if kind else None

    def named(self, phrase: range) -> Basis:
        """Evidence by its phrase, as tokens: "videos shared by supporters"."""
        kinds = (_KIND_OF[self._around.words[i]] for i in phrase if self._around.words[i] in _KIND_OF)
        return Basis(span=self._around.span(phrase.start, phrase.stop), kind=next(kinds, "other"))

    def _is_thing(self, attribution: Attribution, head: int) -> bool:
        """Whether "X shows Y" has for X no person or body: whoever shows something does not say it."""
        shows = all(self._around.words[i] in _SHOWS for i in self._verbs(attribution))
        return shows and self._around.tokens[head].upos == "NOUN"

    def seen_by(self, attribution: Attribution) -> Witnessed | None:
        """What the outlet's own people saw, where the reader took them for a source."""
        found = (self._first_hand.witnessed(verb) for verb in self._verbs(attribution))
        return next((witnessed for witnessed in found if witnessed), None)

    def is_deed(self, attribution: Attribution) -> bool:
        """Whether a cue tells of a deed: a signature, a vote, a verdict. An agreement is one where two sides have made it."""
        around = self._around
        cues = self._verbs(attribution)
        if len(cues) != 1 or not attribution.source or attribution.content[-1].end <= attribution.cue[0].start:
            return False  # "Gunmen fired first, he charged": what stands before the cue is said by it
        if around.words[cues[0]] in _FORMAL:
            things = around.touched_by(attribution.content[:1])[:_NEAR]
            if around.words[cues[0]] in _REJECTS and _COURTS.isdisjoint(around.words[i] for i in around.touched_by(attribution.source)):
                return False
            formal = _DECLARED if around.words[cues[0]] not in _REJECTS else _REJECTED
            return any(around.words[i] in formal for i in things) and not any(around.tokens[i].relation == "mark" for i in things)
        if around.words[cues[0]] not in _DEEDS:
            return False
        if around.words[cues[0]] in _CHARGED and any(attribution.content[0].of(around.text).startswith(one) for one in ("that ", "“", '"')):
            return False
        words = attribution.source[0].of(around.text).lower()
        return around.words[cues[0]] not in _AGREE or " and " in words or words.endswith("s")

    def _verbs(self, attribution: Attribution) -> list[int]:
        return [i for i in self._around.touched_by(attribution.cue) if self._around.tokens[i].upos == "VERB"]
