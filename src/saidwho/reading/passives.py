"""Who says it where the text tells to whom it is said, in the passive?

"The crew was ordered by its captain, Jon Vik, to abandon the ship": the subject hears it, and the captain behind "by" says it. The reader
often takes the subject for who speaks, or nobody, since PolNeAR has few of these.
"""

from collections.abc import Iterator
from dataclasses import replace

from saidwho.reading.silences import is_quoted
from saidwho.text.clauses import bare
from saidwho.text.subtrees import Subtrees
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# Verbs whose object is who hears it, so that it is the subject of the passive.
_HEARING = word_set(
    "told informed notified warned cautioned reminded assured promised advised asked urged ordered instructed commanded begged implored "
    "exhorted forbidden"
)
# By these it is said, and they say nothing: "warned by text message".
_MEANS = word_set(
    "telephone phone text message messages texts letter letters email emails e-mail e-mails mail post radio television loudspeaker "
    "loudspeakers megaphone leaflet leaflets siren sirens telegram fax mouth"
)
_UNSAID = frozenset({"not", "n't", "n’t", "never", "would", "could", "might", "may", "should", "must", "will", "if", "unless", "whether"})
# How the clause hangs on a passive that tells what is said.
_CLAUSES = ("ccomp", "xcomp")
# Tokens of the agent, and of what is said, at most.
_LONGEST_AGENT, _LONGEST = 24, 60
# As sure as verb, agent and clause are.
_SCORE = 0.7
_MARKS = ' ,;:–—.!?"“”'


def with_agents(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Give what somebody is told, warned of or ordered to do to whom the text says it is told by; nobody where it does not say.

    Where an agent and a clause tell that something is said, and no attribution holds it, one is added. Needs the syntax of the text.
    """
    passives = _Passives(text, attributions, tokens)
    settled = tuple(passives.settled(attribution) for attribution in attributions)
    added = tuple(passives.others())
    return tuple(sorted((*settled, *added), key=lambda one: (one.cue or one.content)[0])) if added else settled


class _Passives:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens, self._trees = text, tokens, Subtrees(tokens)
        spans = (span for one in attributions for span in (*one.cue, *one.content))
        self._taken = {i for span in spans for i in self._trees.touched(span)}

    def settled(self, attribution: Attribution) -> Attribution:
        verb = self._trees.head(attribution.cue[0]) if len(attribution.cue) == 1 else None
        if verb is None or not self._is_told(verb):
            return attribution
        agent = self._agent(verb)
        if agent is None:
            speaks = [source for source in attribution.source if not self._hears(source, verb)]
            return replace(attribution, source=tuple(speaks))
        content = tuple(piece for span in attribution.content for piece in self._without(span, agent))
        return replace(attribution, source=(agent,), content=content) if content else attribution

    def others(self) -> Iterator[Attribution]:
        """What somebody is told by an agent, where no attribution holds the verb."""
        for verb, token in enumerate(self._tokens):
            if verb in self._taken or not self._is_told(verb) or is_quoted(self._text, token.span.start) or self._is_unsaid(verb):
                continue
            agent, said = self._agent(verb), self._said(verb)
            if agent is None or said is None or any(i in self._taken for i in self._trees.touched(said)):
                continue
            content = tuple(self._without(said, agent))
            if content:
                yield Attribution(source=(agent,), cue=(self._cue(verb),), content=content, score=_SCORE)

    def _is_told(self, verb: int) -> bool:
        """Whether a verb tells that its subject hears something."""
        below = [i for i in self._below(verb) if i < verb]
        return (
            self._word(verb) in _HEARING
            and any(self._tokens[i].relation == "aux:pass" for i in below)
            and any(self._tokens[i].relation in ("nsubj:pass", "nsubj") for i in below)
        )

    def _is_unsaid(self, verb: int) -> bool:
        """ "Would be warned", "were not told"."""
        return any(i < verb and self._word(i) in _UNSAID for i in self._below(verb))

    def _agent(self, verb: int) -> Span | None:
        """Who stands behind "by", up to the clause that tells what is said."""
        behind = [i for i in self._below(verb) if i > verb]
        agents = (i for i in behind if self._tokens[i].relation == "obl:agent" and self._word(i) not in _MEANS)
        agent = next(agents, None)
        if agent is None:
            return None
        case = next((i for i in self._below(agent) if self._word(i) == "by"), agent)
        past = min(
            (self._trees.subtree(i).start for i in behind if i > agent and self._tokens[i].relation in _CLAUSES), default=len(self._tokens)
        )
        numbers = range(case + 1, min(self._trees.subtree(agent).stop, past))
        if not 0 < len(numbers) <= _LONGEST_AGENT:
            return None
        span = bare(self._text, self._trees.span(numbers), _MARKS)
        return None if "\n" in span.of(self._text) or not any(map(str.isalnum, span.of(self._text))) else span

    def _said(self, verb: int) -> Span | None:
        """The clause that tells what somebody is told to do, or that something is so."""
        clause = next((i for i in self._below(verb) if i > verb and self._tokens[i].relation in _CLAUSES), None)
        marks = [] if clause is None else [self._word(i) for i in self._below(clause) if self._tokens[i].relation == "mark"]
        numbers = range(0) if clause is None else self._trees.subtree(clause)
        if not {"to", "that"} & set(marks) or numbers.start <= verb or len(numbers) > _LONGEST:
            return None
        said = bare(self._text, self._trees.span(numbers), _MARKS)
        return None if "\n" in said.of(self._text) else said

    def _cue(self, verb: int) -> Span:
        auxiliaries = [i for i in self._below(verb) if i < verb and self._tokens[i].relation.startswith("aux")]
        return Span(start=self._tokens[min(auxiliaries)].span.start, end=self._tokens[verb].span.end)

    def _hears(self, source: Span, verb: int) -> bool:
        """Whether a source is who is told, or the means by which."""
        head = self._trees.head(source)
        if head is None:
            return False
        is_subject = self._tokens[head].relation.startswith("nsubj") and self._tokens[head].head == verb
        return is_subject or self._word(head) in _MEANS

    def _without(self, span: Span, agent: Span) -> Iterator[Span]:
        """What is left of a content without the agent and its "by"."""
        if agent.end <= span.start or span.end <= agent.start:
            yield span
            return
        by = self._text.rfind("by", 0, agent.start)
        for start, end in ((span.start, max(span.start, by)), (min(agent.end, span.end), span.end)):
            words = self._text[start:end]
            if any(map(str.isalnum, words)):
                yield bare(self._text, Span(start=end - len(words.lstrip(" ,")), end=end), " ,")

    def _below(self, number: int) -> list[int]:
        return self._trees.children.get(number, [])

    def _word(self, number: int) -> str:
        return self._tokens[number].span.of(self._text).casefold()
