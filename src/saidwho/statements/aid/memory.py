"""What has a report told of aid so far, that a sentence may mean?"""

from collections import Counter

from saidwho.statements.aid.dates import Dates
from saidwho.statements.aid.drafts import Draft, kinds_in
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.makes import is_numbered
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.words import WORDS
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.types.statement import AidKind


class Memory:
    """The packages that a report has told of, and whom it has named. It goes on sentence by sentence: turn_to one, then remember it."""

    def __init__(self, around: Surroundings, goals: Goals, dates: Dates, *, speaking: frozenset[int]) -> None:
        """speaking: the words that name who speaks."""
        self._around, self._goals, self._dates, self._speaking = around, goals, dates, speaking
        self.drafts: list[Draft] = []
        # The packages that the last sentence was about, and how many sentences ago one told of a package.
        self.last: list[Draft] = []
        self.since = 0
        # Whether what is told now is another package than the last.
        self.is_fresh = False
        # Lines of a live report tell of one thing each.
        self.is_live = self.in_headline = self.is_taken_up = False
        # The number of the package told of last, "a second package", and whether a sentence tells of one of another number.
        self.number: str | None = None
        self.is_other = False
        # The packages that the headline told of.
        self.headlines: list[Draft] = []
        # Whom the sentence before was about, and whom it named as given to: what "them" and "gave 12,000 shells" may mean.
        self.topic: str | None = None
        self.goal: str | None = None
        # The state that the sentence before was about, where it has no other.
        self.subject: str | None = None
        # Whom the report named first, and whose parliament, cabinet or ministry it named last.
        self.home: str | None = None
        self.ruling: str | None = None
        # Whom headlines and sentences of aid name as whom something is for, and how often.
        self.named: Counter[str] = Counter()
        # Whom the headline names.
        self.about: set[str] = set()
        # Of what kind of aid the report speaks.
        self.kinds: dict[AidKind, int] = {}

    def turn_to(self, sentence: Sentence) -> None:
        """Take note of where a sentence stands, before it is asked what it tells."""
        tokens = sentence.tokens
        self.is_taken_up = self._around.words[tokens.start] in ("its", "their")
        self.is_live, self.in_headline = self._dates.is_live(tokens), self._is_headline(tokens)
        # "A second package ...; the first".
        self.is_other = self.number is not None and sentence.number not in (None, self.number)
        self.is_fresh = self.is_fresh or sentence.is_fresh or self.is_other

    def _is_headline(self, tokens: range) -> bool:
        text = self._around.text
        return is_headline(self._around.sentence(self._around.tokens[tokens.start].span.start).of(text))

    def kind_words(self, sentence: Sentence, *, with_speakers: bool = False) -> list[str]:
        """The words that tell of a kind: not those that name who speaks, and no arms in names ("the Open Arms reached Ossel")."""
        words, tokens = self._around.words, self._around.tokens
        told = (i for i in sentence.tokens if tokens[i].upos != "PUNCT" and (with_speakers or i not in self._speaking))
        said = list(told)
        text = self._around.text
        named = [
            i for i in said if not text[tokens[i].span.start].isupper() or tokens[i].upos != "PROPN" or words[i] not in WORDS["military"]
        ]
        arms = (i for i in said if words[i] in WORDS["arms"] or is_numbered(self._around, i))
        return [words[i] for i in named] + ["weapons" for i in arms if words[tokens[i].head] not in WORDS["carriers"]]

    def remember(self, sentence: Sentence, found: list[Draft]) -> None:
        """Keep what later sentences may mean. found: the packages that this one is about."""
        tokens, counted = sentence.tokens, kinds_in(self.kind_words(sentence, with_speakers=True))
        self.kinds = {kind: self.kinds.get(kind, 0) + counted[kind] for kind in counted}
        if tokens.start == 0 or (self.in_headline and not self.about):
            self.about |= set(self._goals.all(tokens, apart=self._speaking))
        self.topic = self._goals.first(tokens) or self.topic
        self.home = self.home or self.topic
        self.subject = self._goals.subject(tokens)
        self.ruling = self._goals.ruling(tokens) or self.ruling
        named = self._goals.goal(tokens)
        if named is not None and (found or sentence.is_of_aid or self.in_headline):
            self.named[named] += 1
        self.goal = named or (self.goal if found else None)
        self.number = sentence.package_number or (self.number if found and not self.is_other else None)
        self.last, self.since = found, 0 if found else self.since + 1
        if found and found == self.drafts and self.in_headline:
            self.headlines = found
        self.is_fresh = sentence.is_fresh and not found

    def names_item(self, sentence: Sentence) -> bool:
        """Whether a sentence names a thing of a package as known: "the remaining tanks"."""
        words = sentence.words
        is_definite = bool({"the", "remaining"} & set(words)) or any(word in WORDS["materiel"] for word in words[:4])
        return is_definite and self.with_item(sentence) is not None and not self._only_carries(sentence)

    def _only_carries(self, sentence: Sentence) -> bool:
        """Whether the things are the load of a convoy that is told of as new: "a convoy of 120 lorries with food left the port"."""
        return sentence.words[:1] in (["a"], ["an"], ["another"]) and bool(WORDS["carriers"] & set(sentence.words[1:3]))

    def with_item(self, sentence: Sentence) -> Draft | None:
        """The last package of which a sentence names a thing."""
        present = set(sentence.words)
        return next((draft for draft in reversed(self.drafts) if draft.last_words() & present), None)
