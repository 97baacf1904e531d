"""Who says what in a transcript, in which each turn is a line that begins with a name and a colon?

The reader takes some turns for statements and some not. A turn is said by whoever its label names; a turn that only asks says
nothing, and what presenters and reporters say is the outlet's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.text.talk import presenting
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# "TOBIAS ILK: No." and "Q: ..."; names in small letters only where the line's label comes again (see _FEWEST).
_LABEL = r"(?:[A-Z][A-Z.'’-]*(?:[ \t][A-Z][A-Z.'’-]*){0,3}|[QA])"
_TURN = re.compile(rf"^[ \t]*(?P<label>{_LABEL})(?:[ \t]\([^()\n]{{1,40}}\))?(?P<cue>:)[ \t]+(?P<said>\S[^\n]*)$", re.M)
# A text with fewer turns is none of talk: "WASHINGTON: ..." may open any report.
_FEWEST = 3
_ASKING = frozenset({"Q", "QUESTION", "REPORTER", "JOURNALIST", "INTERVIEWER"})
# As sure as the form is of itself.
_SCORE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line of a transcript: who speaks, the colon, and what is said."""

    label: Span
    cue: Span
    said: Span


def settle_transcript(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give each turn of a transcript that says something to its speaker. Other texts stay as they are."""
    turns = list(_turns(text))
    if len(turns) < _FEWEST or len({_surname(turn.label.of(text)) for turn in turns}) == len(turns):
        return attributions
    labels = {turn.label: turn for turn in turns}
    kept, told, own = [], set(), presenting(text)
    for attribution in attributions:
        turn = labels.get(attribution.source[0]) if attribution.source else None
        if turn is None or attribution.cue[0].start > turn.said.start:
            kept.append(attribution)
        elif not _only_asks(text, attribution.content) and turn.label.of(text) not in own:
            told.add(turn.label)
            kept.append(attribution)
    return (*kept, *(_said(turn) for turn in turns if turn.label not in told and not _is_question(text, turn, own)))


def _surname(label: str) -> str:
    """What the label of a speaker's second turn keeps of that of the first."""
    return label.rsplit(maxsplit=1)[-1]


def _turns(text: str) -> Iterator[Turn]:
    for match in _TURN.finditer(text):
        label, cue, said = (Span(start=match.start(role), end=match.end(role)) for role in ("label", "cue", "said"))
        yield Turn(label=label, cue=cue, said=Span(start=said.start, end=said.start + len(said.of(text).rstrip())))


def _only_asks(text: str, content: tuple[Span, ...]) -> bool:
    """Whether content is a question and no more: one sentence that ends in its mark."""
    words = " ".join(span.of(text) for span in content).strip(" \"“”'’?")
    marked = text[content[-1].end - 1 : content[-1].end + 1]
    return "?" in marked and not any(mark in words for mark in ".!?")


def _is_question(text: str, turn: Turn, own: frozenset[str]) -> bool:
    return turn.label.of(text) in _ASKING | own or turn.said.of(text).rstrip('"”’)').endswith("?")


def _said(turn: Turn) -> Attribution:
    return Attribution(source=(turn.label,), cue=(turn.cue,), content=(turn.said,), score=_SCORE)
