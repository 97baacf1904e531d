"""What does a speaker do by saying something, by the wording and the grammar of the statement?

The cue tells it where it can ("condemned"). Where it only says that something is said, or leaves it open ("warned"), the
main clause of what is said does. Neither telling, it is an assertion.
"""

import re

from saidwho.statements.acts.answers import (
    first_said,
    is_admission,
    is_called_false,
    is_claim_of_responsibility,
    is_confirmation,
    is_denial,
    is_described_as_false,
    is_doubt,
    is_undisputed,
    is_without_answer,
    never_does,
    nobody_claims,
    rejects_beside,
    tells_no_harm,
)
from saidwho.statements.acts.clauses import Clause, are_some, later_clauses, main_clause, taken_up
from saidwho.statements.acts.cues import CueMeaning, cue_meaning, meaning_of
from saidwho.statements.acts.demands import forbids, is_demand, wants_to_do
from saidwho.statements.acts.futures import befalls, brings_about, fails, future_act, has_attacked, is_hostile, reports_a_gain
from saidwho.statements.acts.inflections import is_past
from saidwho.statements.acts.judgements import is_judgement
from saidwho.statements.acts.kinds import ACTS
from saidwho.statements.acts.warnings import vowed, warned
from saidwho.statements.acts.wordings import (
    corrects_a_figure,
    doubts_a_figure,
    is_hope,
    is_menace,
    is_offer,
    is_sorry,
    is_undertaking,
    keeps_silent,
    never_said,
    stands_firm,
    without_inner,
)
from saidwho.statements.surroundings import Surroundings
from saidwho.text.offers import OFFERS
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Act

# A verb is completed within so many words of it.
_AFTER = 8
_SAID = 24
# Verbs for what is done elsewhere and told of: "we ordered the evacuation" orders nothing.
_DEEDS = word_set(
    "order ask instruct command summon direct offer support back invite honour honor press brand refuse decline verify seek challenge"
    " question require bet project find take assume claim request call advise commit rate term view judge object admit "
    "blast slam mock hail salute bat"
)
_ANSWERING = frozenset(("say", "respond", "reply", "comment", "show", "give", "confirm", "answer", "tell"))
_GROUPS = word_set("jihadists militants insurgents guerrillas gang gunmen front faction separatists extremists group cell")
# "Nobody believes in it".
_BELIEVING = frozenset(("believe", "accept", "trust"))
# What others decide or refuse is judged by whoever regrets it; what one did oneself is admitted.
_DEEDS_OF_OTHERS = word_set(
    "decision decisions refusal ruling verdict vote resolution expulsion withdrawal move step statement statements remarks position"
    " attitude announcement suspension"
)
_OURS = frozenset(("our", "its", "his", "her", "their", "my"))
# What is over when it is announced.
_OVER = word_set(
    "result results finding findings outcome death deaths arrest arrests capture recapture seizure loss losses discovery liberation"
    " downing destruction interception"
)
_MODALS = frozenset(("will", "would", "'ll", "may", "might", "could", "can", "shall", "should", "must", "going"))
_BLAMING = frozenset(("blame", "accuse", "lay"))
# A clinic admits these, and who has seen somebody recognises him: neither owns to anything. What is no sight is recognised as so.
_PATIENTS = frozenset(("people", "patients"))
_NO_SIGHT = word_set(
    "mistake mistakes error errors fault faults failure failures guilt blame responsibility need loss losses defeat wrong government"
    " state republic independence sovereignty right rights authority president election result results council regime border borders"
    " importance danger fact problem problems difficulties status"
)
# Whoever is not aware of it admits nothing.
_AWARE = frozenset(("aware", "unaware"))
_AT_RISK = frozenset(("imminent", "looming", "brink", "verge", "risk", "danger"))
_COMING_UP = _AT_RISK | {"likely", "inevitable", "threat", "target", "targets"}
_THINKING = frozenset(("believe", "think", "estimate"))
_SUPPOSING = frozenset(("believe", "think", "estimate", "fear"))
_TELLING = frozenset(("tell", "say", "write", "reply", "add"))
_TO_COME_BY = frozenset(("will", "would", "'ll", "shall", "must", "can", "could"))
_MIGHT = frozenset(("could", "may", "might"))
_ABILITY = frozenset(("could", "can", "ca"))
_INQUIRING = word_set(
    "investigating reviewing checking examining assessing studying verifying looking monitoring watching following awaiting"
)
_WON = frozenset(("won", "lost", "seen", "remembered", "missed"))
_PASSED_ON = frozenset(("deny", "doubt", "demand", "threaten", "judge", "predict", "pledge"))
_IT_IS_TRUE = re.compile(r"it (?:is|was) (?:also |quite |perfectly |certainly )?(?:true|correct|a fact)", re.IGNORECASE)
_PERFORMED = frozenset(("deny", "confirm", "demand", "judge", "doubt", "predict", "admit", "vow", "threaten", "call"))


def _has_number(clause: Clause) -> bool:
    return any(word[0].isdigit() or word in ("dozens", "hundreds", "thousands") for word in clause.words)


# Verbs by which something is put as something.
_PUTTING = word_set("label brand characterise characterize deem consider regard judge view portray depict term dub")
# What somebody warns of that he will do himself, and who may strike himself where he warns of a strike.
_IN_ANSWER = word_set(
    "response reply answer retaliation reprisal reprisals revenge vengeance consequences punishment price measures repercussions"
)
_WHO_STRIKES = word_set("army military forces navy commander general guards generals commanders")


class Rules:
    """The acts of one text by rule. Time is linear in the text and in the number of its attributions."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def act(self, attribution: Attribution, *, by_group: bool = False, answers: bool = False) -> Act:
        """What the speaker of an attribution does by it.

        by_group: the speaker is an armed group that is no state's; by saying that it attacked, it claims responsibility.
        answers: the other side of a conflict spoke right before.
        """
        meaning = meaning_of(self._around, attribution)
        said = first_said(self._around, attribution.content)
        if self._has_nobody_answering(attribution, meaning) or keeps_silent(said) or meaning.kind == "not claim responsibility":
            return "decline"
        by_cue = self._by_wording(self._cue_text(attribution), meaning, source=attribution.source)
        if by_cue:
            return by_cue
        clause = main_clause(self._around, attribution)
        if clause is None:
            return ACTS.get(meaning.act, "assert")
        act = self._settled(attribution, meaning, clause) or self._by_content(attribution, meaning, clause, answers=answers)
        if act != "assert":
            return act
        grouped = by_group or self._is_group(attribution)
        if (grouped or meaning.verb == "boast") and has_attacked(self._around, clause, by_fighters=grouped):
            return "claim responsibility"
        return self._later(attribution)

    def claims(self, attribution: Attribution) -> bool:
        """Whether somebody says in so many words that he was behind an attack, and not only what his men did."""
        return is_claim_of_responsibility(f"{self._cue_text(attribution)} {first_said(self._around, attribution.content)}")

    def _is_group(self, attribution: Attribution) -> bool:
        return any(self._around.words[i] in _GROUPS for i in self._around.touched_by(attribution.source)[:_SAID])

    def _by_wording(self, cue: str, meaning: CueMeaning, *, source: tuple[Span, ...]) -> Act | None:
        """What a cue does as a whole, and with nobody for its subject: "never said", "stands by"."""
        if meaning.verb in _BELIEVING and self._is_nobody(source):
            return "doubt"
        if _IT_IS_TRUE.fullmatch(cue):
            return "confirm"
        if never_said(cue) and meaning.act in ("decline", "assert"):
            return "deny"
        return "confirm" if stands_firm(cue) and meaning.act == "assert" else None

    def _has_nobody_answering(self, attribution: Attribution, meaning: CueMeaning) -> bool:
        """ "Neither responded", "nobody would say"."""
        source = [self._around.words[i] for i in self._around.touched_by(attribution.source[:1])[:1]]
        return source[:1] in (["neither"], ["nobody"], ["none"]) and meaning.verb in _ANSWERING

    def _is_nobody(self, source: tuple[Span, ...]) -> bool:
        """ "Nobody on the quay", "few residents"."""
        words = [self._around.words[i] for i in self._around.touched_by(source[:1])[:2]]
        return words[:1] in (["nobody"], ["none"], ["few"]) or words[:1] == ["no-one"] or words == ["no", "one"]

    def excluded(self, attribution: Attribution, *, by_group: bool = False) -> frozenset[Act]:
        """The acts that a statement cannot be, whatever its words lean to.

        Whoever thinks that it began in autumn predicts nothing; who announces a result, says what others must do or that they will fail
        pledges nothing; what others decided is regretted, but not admitted; who blames others, or names another for it, claims nothing,
        nor does an army that reports what it took; of what is over or is so nobody warns that it will be; who turns down an offer does
        nothing else; and whom somebody recognises is only told.
        """
        meaning, clause = meaning_of(self._around, attribution), main_clause(self._around, attribution)
        if clause is None:
            return frozenset()
        if meaning.act == "warn" and not _COMING_UP.intersection(clause.words) and (self._is_over(clause) or self._is_so(clause)):
            return frozenset(ACTS.values()) - {"assert", "judge"}
        if meaning.act == "decline" and meaning.is_conditional and self._around.words[clause.top] in OFFERS:
            return frozenset(ACTS.values()) - {"decline"}
        if self._only_tells(meaning, clause):
            return frozenset(ACTS.values()) - {"assert"}
        warning = warned(self._around, clause) if meaning.act == "warn" else None
        plain = (
            self._warns_of_risk(warning, clause)
            or self._is_won(meaning, clause)
            or (meaning.act == "assert" and (fails(self._around, clause) or self._changes_peacefully(clause)))
        )
        said = first_said(self._around, attribution.content)
        unlike: tuple[tuple[Act, bool], ...] = (
            ("predict", warning == "demand" or (meaning.verb in _THINKING and self._is_over(clause))),
            (
                "threaten",
                warning == "demand"
                or plain
                or self._there_was(clause)
                or self._only_might(meaning, clause)
                or self._warns_of_others(attribution, meaning, clause),
            ),
            ("pledge", self._pledges_nothing(meaning, clause) or never_does(said)),
            ("demand", meaning.act == "assert" and wants_to_do(self._around, clause)),
            ("deny", nobody_claims(said) or (meaning.act == "assert" and tells_no_harm(said))),
            ("admit", self._regrets_others(meaning, clause) or (meaning.act == "assert" and self._around.words[clause.top] in _AWARE)),
            (
                "claim responsibility",
                self._claims_nothing(meaning, clause, grouped=by_group or self._is_group(attribution))
                or self._names_another(attribution, clause),
            ),
        )
        return frozenset(act for act, holds in unlike if holds)

    def _only_might(self, meaning: CueMeaning, clause: Clause) -> bool:
        """ "If breaches go on, the deal could collapse": what others or things could come to is no threat."""
        return meaning.act == "assert" and not clause.own and bool(clause.auxiliaries & _MIGHT)

    def _warns_of_others(self, attribution: Attribution, meaning: CueMeaning, clause: Clause) -> bool:
        """ "Warned of an attack on the port", and not "of a crushing response"."""
        is_of = meaning.act == "warn" and self._cue_text(attribution).endswith((" of", " about"))
        source = self._around.touched_by(attribution.source)
        # A name may be of one who strikes himself.
        is_named = any(self._around.tokens[i].upos == "PROPN" for i in source)
        may_strike = is_named or not {self._around.words[i] for i in source}.isdisjoint(_GROUPS | _WHO_STRIKES)
        return is_of and not clause.verbal and _IN_ANSWER.isdisjoint(clause.words) and not may_strike

    def _warns_of_risk(self, warning: Act | None, clause: Clause) -> bool:
        """ "Warned that the truce was at risk"."""
        return warning == "predict" and clause.verbal and bool(_AT_RISK.intersection(clause.words))

    def _is_won(self, meaning: CueMeaning, clause: Clause) -> bool:
        """ "Warned that the war would be won": what nobody is harmed by, though it will be done."""
        return meaning.act in ("warn", "assert") and clause.passive and self._around.words[clause.top] in _WON

    def _pledges_nothing(self, meaning: CueMeaning, clause: Clause) -> bool:
        around = self._around
        if meaning.verb == "announce":
            return forbids(clause) or (clause.subject is None and around.words[clause.top] in _OVER)
        befalling = befalls(around, clause) or brings_about(around, clause)
        others = meaning.act == "assert" and not clause.own and (is_demand(around, clause) or befalling)
        menaced = meaning.act == "vow" and clause.infinitive and vowed(around, meaning, clause) == "threaten"
        # What becomes of others, and what whoever is spoken to will do, nobody promises: "nine of them will not go home", "you will see".
        of_others = (
            meaning.act == "assert"
            and not (clause.own or clause.passive or clause.subject is None)
            and (are_some(around, clause.subject) or around.words[clause.subject] == "you")
        )
        unable = meaning.act == "assert" and clause.negated and bool(clause.auxiliaries & _ABILITY) and not clause.own
        inquiring = meaning.act == "assert" and around.words[clause.top] in _INQUIRING
        return forbids(clause) or others or of_others or menaced or unable or inquiring or self._there_is(clause)

    def _changes_peacefully(self, clause: Clause) -> bool:
        """ "The missiles will not help them"."""
        return brings_about(self._around, clause) and not is_hostile(self._around, clause.top)

    def _there_is(self, clause: Clause) -> bool:
        return self._around.child(clause.top, "expl") is not None and not clause.auxiliaries & _TO_COME_BY

    def _there_was(self, clause: Clause) -> bool:
        """ "There was a time for fighting"."""
        return self._there_is(clause) and self._is_over_by(clause)

    def _claims_nothing(self, meaning: CueMeaning, clause: Clause, *, grouped: bool) -> bool:
        """ "Blamed the rebels", "has not claimed it"; an army that took a town or counts what it destroyed reports it."""
        if meaning.verb in _BLAMING or meaning.kind == "not claim responsibility":
            return True
        return meaning.act == "assert" and not grouped and reports_a_gain(self._around, clause)

    def _names_another(self, attribution: Attribution, clause: Clause) -> bool:
        """ "Said Hamas had carried out the attack": a name for who did it that is not in the words for who says so."""
        around = self._around
        if clause.subject is None or around.tokens[clause.subject].upos != "PROPN":
            return False
        return around.words[clause.subject] not in {around.words[i] for i in around.touched_by(attribution.source)}

    def _only_tells(self, meaning: CueMeaning, clause: Clause) -> bool:
        """ "Recognised two of the raiders", "admitted 46 people"."""
        if meaning.act != "admit" or clause.subject is not None or clause.quoted:
            return False
        word = self._around.words[clause.top]
        if meaning.verb in ("recognise", "recognize"):
            return self._around.tokens[clause.top].upos in ("NOUN", "NUM") and word not in _NO_SIGHT
        return meaning.verb == "admit" and word in _PATIENTS

    def _regrets_others(self, meaning: CueMeaning, clause: Clause) -> bool:
        """ "Regrets the decision of the Union"."""
        if meaning.act != "admit" or "regret" not in meaning.phrase or self._around.words[clause.top] not in _DEEDS_OF_OTHERS:
            return False
        around, near = self._around, self._around.children(clause.top)
        below = {around.words[i] for child in near for i in (child, *around.children(child))}
        return not below & _OURS and bool(below & {"of", "by", "'s", "’s"})

    def _is_over_by(self, clause: Clause) -> bool:
        return bool({self._around.words[clause.top], *clause.auxiliaries} & {"was", "were"}) and "if" not in clause.words

    def _is_over(self, clause: Clause) -> bool:
        past = clause.auxiliaries & {"was", "were", "had", "has", "have", "did"} or is_past(self._around.words[clause.top])
        return clause.verbal and bool(past) and not _MODALS.intersection(clause.words)

    def _is_so(self, clause: Clause) -> bool:
        """ "Warned that the papers are worth nothing": what holds already."""
        being = self._around.child(clause.top, "cop")
        is_now = being is not None and self._around.words[being] in ("is", "are")
        return is_now and "if" not in clause.words and not clause.auxiliaries & _MODALS

    def _later(self, attribution: Attribution) -> Act:
        """What a longer quotation does after its first sentence: it threatens or asks for something, or asserts all along."""
        for clause in later_clauses(self._around, attribution):
            if is_demand(self._around, clause):
                return "demand"
            future = future_act(self._around, clause)
            if future == "threaten" or (future == "predict" and "if" in clause.words):
                return future
        return "assert"

    def _cue_text(self, attribution: Attribution) -> str:
        return first_said(self._around, attribution.cue)

    def _settled(self, attribution: Attribution, meaning: CueMeaning, clause: Clause) -> Act | None:
        """The act where the cue tells it, with a look at what is said; None where the cue only says that something is said."""
        if self._leaves_it_open(meaning, clause):
            return None
        match meaning.act:
            case "warn":
                return warned(self._around, clause)
            case "vow":
                return vowed(self._around, meaning, clause)
            case "describe":
                if "as" in clause.words and is_described_as_false(clause, of=taken_up(self._around, attribution)):
                    return "deny"
                return "judge" if "as" in clause.words and not clause.verbal and not _has_number(clause) else None
            case _:
                return self._unless(attribution, meaning, clause) or ACTS[meaning.act]

    def _leaves_it_open(self, meaning: CueMeaning, clause: Clause) -> bool:
        """Whether what is said tells the act; "agreed to" tells of a deal, and "claimed that" of anything."""
        agreed = (meaning.verb == "agree" and clause.infinitive) or self._only_tells(meaning, clause)
        return meaning.act == "assert" or agreed or (meaning.act == "claim responsibility" and clause.subject is not None)

    def _unless(self, attribution: Attribution, meaning: CueMeaning, clause: Clause) -> Act | None:
        """The act where what is said turns a cue around: "admits no fault", "do not believe that they will attack"."""
        if meaning.act == "admit" and clause.words[:1] in (("no",), ("nothing",)):
            return "deny"
        if self._regrets_others(meaning, clause):
            return "judge"
        if meaning.act == "doubt" and meaning.verb == "not" and future_act(self._around, clause) == "predict":
            return "predict"
        told_of = taken_up(self._around, attribution)
        if meaning.verb == "call" and meaning.act in ("call", "judge") and is_called_false(clause, of=told_of):
            return "deny"
        if meaning.verb in _PUTTING and meaning.act == "judge" and is_described_as_false(clause, of=told_of):
            return "deny"
        return None

    def _by_content(self, attribution: Attribution, meaning: CueMeaning, clause: Clause, *, answers: bool) -> Act:
        around, said = self._around, first_said(self._around, attribution.content)
        answering: tuple[tuple[Act, bool], ...] = (
            ("decline", is_without_answer(said)),
            ("admit", is_undisputed(said)),
            ("threaten", is_menace(without_inner(said))),
            ("deny", corrects_a_figure(said) or rejects_beside(around, attribution)),
            ("deny", is_denial(around, attribution, clause, verb=meaning.verb, answers=answers)),
            ("claim responsibility", self.claims(attribution)),
            ("admit", is_admission(said) or is_sorry(said)),
            ("confirm", is_confirmation(said)),
            ("predict", is_hope(said)),
            ("demand", clause.infinitive and clause.subject is None and meaning.verb in _TELLING),
        )
        if meaning.verb == "announce" and ((not clause.verbal and is_offer(said)) or is_undertaking(said)):
            return "pledge"
        answer = (
            next((act for act, holds in answering if holds), None)
            or self._performed(clause)
            or self._passed_on(meaning, attribution, clause)
        )
        if answer:
            return answer
        return "demand" if is_demand(around, clause) else self._future(meaning, clause) or self._valued(said, clause)

    def _future(self, meaning: CueMeaning, clause: Clause) -> Act | None:
        """What an official announces that will be is a plan, and told as one."""
        future = future_act(self._around, clause)
        if future is None and meaning.verb in _SUPPOSING and clause.auxiliaries & {"will", "would"} and "have" not in clause.auxiliaries:
            return "predict"
        return None if future == "predict" and meaning.verb in ("announce", "inform", "declare") else future

    def _valued(self, said: str, clause: Clause) -> Act:
        if is_doubt(said) or doubts_a_figure(said):
            return "doubt"
        return "judge" if is_judgement(self._around, clause) else "assert"

    def _performed(self, clause: Clause) -> Act | None:
        """The act that the main verb does by being said: "we condemn", "the administration calls on"."""
        around, top = self._around, clause.top
        if around.tokens[top].upos != "VERB" or clause.passive or clause.auxiliaries & {"had", "has", "have", "will", "would", "must"}:
            return None
        if not self._is_performing(clause) or wants_to_do(around, clause):
            return None
        auxiliaries = sorted(i for i in around.children(top) if i < top and around.tokens[i].relation in ("aux", "advmod"))
        verb = [*(around.words[i] for i in auxiliaries), around.words[top]]
        after = [around.words[i] for i in range(top + 1, min(top + 1 + _AFTER, len(around.words)))]
        meaning = cue_meaning(verb, after=after, said=[])
        if meaning.act not in _PERFORMED or (self._is_past(top) and (clause.quoted or meaning.verb in _DEEDS)):
            return None
        return "demand" if meaning.act == "call" and "on" in after[:1] else ACTS.get(meaning.act, vowed(self._around, meaning, clause))

    def _passed_on(self, meaning: CueMeaning, attribution: Attribution, clause: Clause) -> Act | None:
        """What somebody else does in a content that is only passed on: "Delta Wire reports diplomats doubt that"."""
        around, top = self._around, clause.top
        if meaning.verb != "report" and self._cue_text(attribution).lower() not in (":", "according to"):
            return None
        if clause.subject is None or clause.own or clause.passive or around.tokens[top].upos != "VERB":
            return None
        after = [around.words[i] for i in range(top + 1, min(top + 1 + _AFTER, len(around.words)))]
        found = cue_meaning([around.words[top]], after=after, said=[])
        return found.act if found.act in _PASSED_ON else None  # type: ignore[return-value]

    def _is_performing(self, clause: Clause) -> bool:
        """Whether a verb's subject speaks by this: the speaker, or in a quotation a body in the present tense."""
        if clause.own:
            return True
        around = self._around
        named = clause.subject is not None and around.tokens[clause.subject].upos in ("NOUN", "PROPN")
        return named and clause.quoted and around.words[clause.top].endswith("s")

    def _is_past(self, verb: int) -> bool:
        return self._around.words[verb].endswith("ed") or self._around.words[verb] in ("swore", "foresaw", "began", "told", "took")
