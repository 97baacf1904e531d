"""By which of the speaker's own verbs does a text tell what he rests his words on?

"Having it from health officials", "the priest, who has it from both men", "adding up the messages that reach it": whoever does what
the verb says is the speaker, by the tree of the sentence.
"""

from collections.abc import Iterator

from saidwho.statements.evidence import WORDS, Evidence
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.third_persons import may_be_speaker
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis

# Verbs by which somebody has from others what he tells, and what he has so: "heard it from a driver", "learned of the raid from".
_HAVING = word_set("have has had having get gets got getting")
_HEARING = word_set(
    "hear hears heard hearing learn learns learned learnt learning know knows knew known knowing understand understands understood"
)
_IT = word_set("it this that so these all much most what which news word information number figure figures")
_TOLD = word_set("told informed assured warned alerted")
_WHO = frozenset(("who", "which"))
# Verbs by which somebody knows one thing by another: "identified by the casings", "from the crater's shape you can tell".
_TELLING_APART = word_set(
    "identify identifies identified identifying recognise recognises recognised recognize recognizes recognized know knows knew known tell"
    " see seen clear evident plain apparent conclude concludes concluded infer inferred deduce deduced establish established determine"
    " determined judge judged trace traced date dates dated reckon reckoned estimate estimated calculate calculated got timed place placed"
)
_NOT = frozenset(("not", "n't", "never"))
# What tells nothing by which accounts something is so: "by all accounts".
_VAGUE = frozenset(("all", "most", "some", "any", "many", "no", "other"))
_SIGNS = frozenset(("by", "from"))
_HELD = 60  # words into what is said
_BESIDE = 30  # words on either side of a cue


class Knowing:
    """What the speakers of one text know by what the text says that they did."""

    def __init__(self, around: Surroundings, evidence: Evidence) -> None:
        self._around, self._evidence = around, evidence

    def known_by(self, attribution: Attribution) -> Basis | None:
        """What the speaker has from others or has looked into; None where the text does not say."""
        cue = set(self._around.touched_by(attribution.cue))
        for verb in (*self._own_verbs(attribution), *self._said_verbs(attribution)):
            # Who is told something by somebody passes it on; as a cue it is the words of whoever tells.
            source = self._from_others(verb) or (None if verb in cue else self._told_by(verb))
            found = source if source is None else self._named(source, attribution)
            if found:
                return found
        return None

    def told_by_signs(self, attribution: Attribution) -> Basis | None:
        """By which account or sign something is known, in what is said or beside the cue: "by the casings", "by prisoners' accounts"."""
        around = self._around
        cue, source = (set(around.touched_by(spans)) for spans in (attribution.cue, attribution.source))
        for number in self._near(attribution):
            if around.words[number] not in _SIGNS or number in cue or around.tokens[number].relation != "case":
                continue
            noun = around.tokens[number].head
            if number < noun and noun not in source and self._is_sign(noun, around.words[number]):
                return self._named(noun, attribution)
        return None

    def _near(self, attribution: Attribution) -> Iterator[int]:
        """The words of what is said, as far as they may matter, and those around the cue in its sentence."""
        around, cue = self._around, self._around.touched_by(attribution.cue)
        inside = [i for span in attribution.content[:3] for i in around.touched(span)[:_HELD]]
        yield from inside
        if cue:
            sentence, said = around.touched(around.sentence(around.tokens[cue[0]].span.start)), set(inside)
            yield from (i for i in self._up_to_semicolons(sentence, cue) if i not in said)

    def _up_to_semicolons(self, sentence: range, cue: list[int]) -> range:
        """The words around a cue; what stands behind a semicolon is told by itself."""
        first, past = max(sentence.start, cue[0] - _BESIDE), min(sentence.stop, cue[-1] + _BESIDE)
        breaks = [i for i in range(first, past) if self._around.words[i] == ";"]
        return range(max((i + 1 for i in breaks if i < cue[0]), default=first), min((i for i in breaks if i > cue[-1]), default=past))

    def _is_sign(self, noun: int, preposition: str) -> bool:
        """Whether something is known by what a preposition leads in."""
        around, word = self._around, self._around.words[noun]
        below = {around.words[i] for i in around.children(noun)}
        if below & _VAGUE:
            return False
        if preposition == "by" and word in WORDS["account"]:
            return True
        verb = around.words[around.tokens[noun].head]
        return verb in _TELLING_APART and (word in WORDS["sign"] or self._evidence.kind(noun) in ("document", "imagery", "other"))

    def _own_verbs(self, attribution: Attribution) -> Iterator[int]:
        """The cue's verbs, those that hang on them without another subject, and those of a clause that tells more of the source."""
        around = self._around
        inside = {i for span in attribution.content for i in around.touched(span)}
        for number in around.touched_by(attribution.cue):
            if around.tokens[number].upos != "VERB":
                continue
            yield number
            for child in around.children(number):
                if (
                    around.tokens[child].relation in ("advcl", "conj")
                    and child not in inside
                    and around.child(child, "nsubj", "nsubj:pass") is None
                ):
                    yield child
        noun = around.top(around.touched_by(attribution.source))
        for child in () if noun is None else around.children(noun):
            subject = around.child(child, "nsubj", "nsubj:pass")
            if around.tokens[child].relation == "acl:relcl" and subject is not None and around.words[subject] in _WHO:
                yield child

    def _said_verbs(self, attribution: Attribution) -> Iterator[int]:
        """The verbs in what is said whose subject is a pronoun for who says it."""
        around = self._around
        for span in attribution.content[:3]:
            for number in around.touched(span)[:_HELD]:
                verb = around.tokens[number].head
                if (
                    around.tokens[number].relation in ("nsubj", "nsubj:pass")
                    and around.tokens[number].upos == "PRON"
                    and around.tokens[verb].relation != "acl:relcl"
                    and may_be_speaker(around.words[number], span, attribution, around)
                ):
                    yield verb

    def _from_others(self, verb: int) -> int | None:
        """From whom or what somebody has what he tells, by a verb: "had it from | his driver", "learned of the raid from | shepherds"."""
        around, word = self._around, self._around.words[verb]
        if any(around.words[i] in _NOT for i in around.children(verb)):
            return None  # "had not heard from his son"
        thing = around.child(verb, "obj", "expl", "ccomp")
        has_it = thing is not None and around.words[thing] in _IT
        is_heard = word in _HEARING and (thing is None or has_it or around.tokens[thing].relation == "ccomp")
        return self._led_in(verb, "from") if is_heard or (has_it and word in _HAVING) else None

    def _told_by(self, verb: int) -> int | None:
        """By whom somebody was told what he tells; who is told to do something was given an order."""
        around = self._around
        is_told = around.words[verb] in _TOLD and around.child(verb, "aux:pass", "nsubj:pass") is not None
        return self._led_in(verb, "by") if is_told and around.child(verb, "xcomp") is None else None

    def _led_in(self, verb: int, preposition: str) -> int | None:
        """What a preposition leads in beside a verb."""
        around = self._around
        for child in around.children(verb):
            cases = (around.words[i] for i in around.children(child) if around.tokens[i].relation == "case")
            if child > verb and around.tokens[child].relation in ("obl", "obl:agent") and next(cases, None) == preposition:
                return child
        return None

    def _named(self, noun: int, attribution: Attribution) -> Basis | None:
        """People and evidence, and no place and no medium: "two of his staff"."""
        around, at = self._around, self._around.tokens[noun].span.start
        is_place = around.tokens[noun].upos == "PROPN" and not around.marked("person", around.tokens[noun].span)
        if is_place or around.words[noun] in WORDS["medium"]:
            return None
        ends = (around.sentence(at).end, *(span.start for span in attribution.content if span.start > at))
        found = self._evidence.basis(noun, self._evidence.kind(noun) or "witness", past=min(ends))
        return Basis(span=Span(start=self._counted(found.span), end=found.span.end), kind=found.kind)

    def _counted(self, phrase: Span) -> int:
        """Where a phrase begins with how many of them there are: "two of | his staff"."""
        first = self._around.touched(phrase).start
        is_share = (
            first > 1 and self._around.words[first - 1] == "of" and self._around.tokens[first - 2].upos in ("NUM", "DET", "PRON", "ADJ")
        )
        return self._around.tokens[first - 2].span.start if is_share else phrase.start
