"""Who does what a clause tells, and to whom is it done?

Where syntax names no actor, the reader's words for who does and who suffers it do.
By PLOVER: the actor acts, the recipient is acted upon, whichever is the subject. Where somebody demands, threatens or
pledges by the statement itself, he is the actor; who is to do it is the recipient.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from saidwho.statements.belonging import ATTACKS, BY, OF, Belonging
from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.deeds import DONE_TO
from saidwho.statements.naming import Ids, Naming
from saidwho.text.sending import SENT
from saidwho.text.tables import word_set
from saidwho.types.grounding import Grounding
from saidwho.types.reading import Mention
from saidwho.types.statement import Act

_SUBJECTS, _PASSIVE, _AGENTS, _OBJECTS = ("nsubj",), ("nsubj:pass",), ("obl:agent",), ("obj", "iobj")
# What is done at or to somebody who stands behind such a word: "fired on the village", "sent to Haiti".
_TOWARDS = frozenset({"on", "at", "against", "to", "upon", "with", "for", "into"})
# Of these some also stand before a country at which something is aimed, or to which it goes.
_AT = frozenset({"on", "at", "against", "to", "into"})
_IN, _TO, _FROM = frozenset({"in"}), frozenset({"to"}), frozenset({"from", "by"})
_AMONG = frozenset({"among"})
_CLAUSES_BELOW = ("acl", "acl:relcl", "advcl")
# Stands for the noun that its clause hangs on: "Vinland, which took the port".
_RELATIVES = frozenset({"who", "which", "that"})
# Nouns whose owner acts: "its losses" are suffered by their owner.
_SUFFERED = frozenset({"loss", "losses", "casualties", "dead", "deaths", "death", "killing", "killings", "toll", "wounded", "number"})
# What is felt by somebody over a deed, who does it not: "I am appalled by the raid".
_FEELING = word_set("horrified appalled saddened shocked outraged alarmed dismayed disgusted angered heartbroken")

# Who loses something to somebody is done to by him: "Russia lost 300 tanks to drones".
_LOSING = frozenset({"lose", "loses", "lost", "losing"})
# Their subject undergoes what they tell: "nine people died", "each family will receive 5,000 crowns".
_UNDERGOING = _LOSING | {
    "die", "dies", "died", "drowned", "perished", "suffer", "suffers", "suffered", "receive", "receives", "received", "get", "gets", "got",
    "succumb", "succumbs", "succumbed", "bled", "starve", "starved",
}  # fmt: skip
_FALLING = frozenset({"fall", "falls", "fell", "fallen"})
_RECEIVING = frozenset({"receive", "receives", "received"})
_SHOT_AT = frozenset({"at"})
# So does that of "took a hit", "sustained damage" and "came under fire".
_TAKING = word_set(
    "take takes took taken taking sustain sustains sustained come comes came coming face faces faced facing endure endures endured "
    "enduring experience experienced withstand withstood seen"
)
# Of such things there are more than one: "faced a series of attacks".
_SERIES = word_set("series wave waves spate string number barrage flurry spike surge succession campaign dozens scores hundreds")
# Who stands behind one that is launched is done to: "launched a campaign against the militants".
_OPERATIONS = word_set("campaign campaigns operation operations war crackdown")
_TAKEN = ATTACKS | DONE_TO | word_set("damage casualties losses killed wounded dead injured wound wounds injury injuries")
# Without an auxiliary and an object it is done to their subject, as headlines have it: "12 killed as shells hit a clinic".
_DONE = frozenset({
    "killed", "wounded", "injured", "shot", "beaten", "arrested", "detained", "jailed", "freed", "captured", "executed", "tortured", "hurt",
    "taken", "held", "released", "evacuated", "displaced", "hit", "bombed", "shelled", "destroyed", "burned", "burnt", "slain",
    "neutralised", "neutralized", "eliminated", "massacred", "slaughtered", "abducted", "kidnapped", "torched", "looted", "besieged",
})  # fmt: skip
# What befalls somebody in an attack that a clause beside it may tell of: "were killed when gunmen stormed a market".
_HARMED = word_set("killed wounded injured hurt shot hit massacred died die dies slain burned burnt")
_AS = frozenset({"when", "as", "after"})
# What an attack does to those who come to harm by it; "as people gathered" tells of none.
_FELL_UPON = word_set(
    "fire fired firing open opened attack attacked storm stormed raid raided ambush ambushed bomb bombed shell shelled strike struck hit "
    "detonate detonated blow blew exploded target targeted throw threw launch launched ram rammed drove shot stabbed overran sprayed "
    "beat crashed fell landed dropped burst set attempted hurled lobbed pounded killed rampaged torched burned swept tossed"
)
# Who is so has come to harm: "two are missing", "a nurse is among the dead".
_FALLEN = word_set("dead wounded injured missing hurt casualties victims killed targets")
# By these an attack is ended, and done to who made it.
_REPELLING = word_set(
    "repel repels repelled repelling repulse repulsed repulsing foil foiled foiling thwart thwarted thwarting stop stopped stopping "
    "halt halted halting beat beaten beating fended intercepted"
)
_STRUCK = word_set("attacked struck damaged targeted looted seized sunk downed intercepted ambushed stormed raided wrecked torched")
_MAKING_UP = frozenset({"make", "makes", "made", "comprise", "comprised", "comprises"})
_INCLUDING = frozenset({"include", "includes", "included", "including", "number", "numbered"})
# What an attack brings with it: "a clinic was hit, killing three".
_CAUSING = word_set("killing wounding injuring maiming destroying damaging leaving causing burning trapping setting forcing sinking")
# Between who is accused and what of: "of shelling", "for shelling".
_ACCUSING = frozenset({"of", "for"})
# "Blamed the raid on the rebels": who stands behind "on" did it; of "attributed the raid to the rebels" who stands behind "to".
_BLAMING = word_set("blame blames blamed blaming pin pinned pinning")
_ATTRIBUTING = word_set("attribute attributes attributed attributing ascribe ascribes ascribed ascribing")
_ATTACKING = frozenset({"ASSAULT", "COERCE"})
# Who is so has done it: "Norvale is responsible for the raid", "the rebels are behind it".
_RESPONSIBLE = word_set(
    "responsible guilty culpable behind culprit culprits perpetrator perpetrators author authors attacker attackers assailant assailants "
    "bomber bombers gunman gunmen sniper snipers killer killers complicit involved ready able determined prepared first willing blame"
)
# So has who is said in the passive to be so: "his soldiers were involved in it".
_INVOLVED = frozenset({"involved", "implicated"})
# Whose work it is, and in whose hands somebody is, acts.
_OWNING = word_set("work hands handiwork doing hand deed act captivity custody responsibility fault prisoners hostages")
_AWAY = frozenset({"back", "home", "away", "prison", "jail", "exile"})
# What is taken is taken from somebody: "retook the town from the rebels".
_WINNING = word_set(
    "take takes took taken taking retake retakes retook retaken retaking capture captures captured capturing recapture recaptured "
    "recapturing seize seizes seized seizing wrest wrested wresting steal stole stolen stealing free freed freeing liberate liberated "
    "liberating win won loot looted looting"
)
# Whom these are done to does not do what follows them: "were barred from entering", "was allowed to visit the camp".
_LETTING = word_set("allowed permitted prevented barred banned stopped blocked kept")
# Nor is he who acts by what he is moved to do: "was taken to carry sacks", "were made to sing".
_MOVED = word_set("taken made brought dragged marched led carried held kept used sold paraded")
# What is sent goes to somebody, and is not who is done to.
_SENDING = word_set("send sends sent sending deploy deploys deployed deploying dispatch dispatches dispatched dispatching")
# Who is nobody's mention and stands for the speaker in what is told of his words: "the Council said it had taken the port".
_IT, _THEM = frozenset({"it", "they", "we"}), frozenset({"he", "she", "i"})
# By these acts somebody speaks of what he himself did or will do, where he names nobody: "denied firing on the hospital".
_OWN: frozenset[Act] = frozenset({"deny", "admit", "claim responsibility", "pledge", "threaten"})


class Parties:
    """The parties of the clauses of one report, as ids of actors. told: the reader's words for those who do and suffer it."""

    def __init__(self, finder: ClauseFinder, grounding: Grounding, told: Sequence[Mention] = ()) -> None:
        self._finder = finder
        self._told = sorted(told, key=lambda mention: mention.span)
        self._told_starts = [mention.span.start for mention in self._told]
        self._naming = Naming(finder, grounding)
        self._belonging = Belonging(finder, self._naming)

    def each(self, speaker: str) -> Ids:
        """Who speaks, each of several who speak together."""
        return self._naming.each(speaker)

    def of(
        self, clause: Clause, clauses: list[Clause], speaker: str | None, *, act: Act | None = None, event: str | None = None
    ) -> tuple[Ids, Ids]:
        """Who does it and to whom. A clause without a subject has that of the clause it hangs on.

        speaker: whom "I" and, as the side spoken for, "we" stand for. act: what he does by saying it. event: of which type it is.
        """
        clause, is_attack = self._telling(clause), event in _ATTACKING
        blamed = self._blamed(clause, is_attack=is_attack)
        if blamed:
            return self._belonging.doers(blamed, speaker), self._hit_by_blamed(clause, blamed, speaker)
        if is_attack and not clause.is_part and self._is_state(clause.head):
            return self._of_state(clause, speaker)
        doing, done_to = self._of_part(clause, clauses, speaker) if clause.is_part else self._of_verb(clause, clauses, speaker)
        if is_attack and not done_to:
            done_to = self._hit(clause, speaker)
        undergone = not clause.is_part and self._undergoes(clause.head)
        doing = doing or tuple(i for i in self._told_to("doer", clause, speaker) if i not in done_to)
        done_to = done_to or self._told_to("sufferer", clause, speaker)
        if not doing and speaker is not None and act in _OWN and self._is_own(clause, act):
            doing, done_to = ((), done_to or (speaker,)) if undergone else ((speaker,), done_to)
        doing = tuple(i for i in doing if not self._naming.is_weapon(i))
        return doing, tuple(i for i in done_to if i not in doing and not self._naming.is_thing(i))

    def _telling(self, clause: Clause) -> Clause:
        """The part of a clause that tells what is done: "there are | 70 soldiers who were killed", "I am appalled by | the raid"."""
        finder, head = self._finder, clause.head
        verb = finder.cleft(clause)
        if verb is not None:
            return replace(clause, head=verb, is_part=False)
        there = any(finder.word(i) == "there" for i in finder.children(head, "expl"))
        subjects = self._subject_of(head, *_SUBJECTS) if there else []
        if subjects:
            return replace(clause, head=subjects[0], is_part=True)
        felt = self._finder.phrases(head, BY) if finder.word(head) in _FEELING else []
        behind = tuple(i for i in clause.tokens if i > head)
        return replace(clause, head=felt[0], tokens=behind, is_part=True) if felt and behind else clause

    def _told_to(self, part: str, clause: Clause, speaker: str | None) -> Ids:
        """The actors that the reader's words for a part in a clause name, or whose they are: "its gunners"."""
        heads = self._heads_told(part, clause)
        named = self._naming.named(heads, speaker) or self._belonging.owners(heads, speaker)
        return named if part != "doer" else self._belonging.forces_of(heads, speaker) or named or self._speaking(heads, speaker)

    def _heads_told(self, part: str, clause: Clause) -> list[int]:
        """The tokens above the others in the reader's words for a part in a clause."""
        tokens, inside = self._finder.tokens, set(clause.tokens)
        first = bisect_left(self._told_starts, tokens[clause.tokens[0]].span.start)
        past = bisect_left(self._told_starts, tokens[clause.tokens[-1]].span.end)
        tops = [self._finder.top(mention.span) for mention in self._told[first:past] if mention.kind == part]
        found = [top for top in tops if top in inside and not (part == "doer" and self._is_no_doer(top, clause))]
        if part == "doer" and not clause.is_part and self._is_passive(clause.head):
            return [i for i in found if any(self._finder.word(c) in _FROM for c in self._finder.children(i, "case"))]
        return found

    def _is_no_doer(self, token: int, clause: Clause) -> bool:
        return self._belonging.is_either(token) or self._is_set_below(token, clause) or self._suffers(token, clause)

    def _suffers(self, token: int, clause: Clause) -> bool:
        """Whether a word belongs to those behind "of" to whom a noun of a deed says it was done: "the killing of 20 men of | the Front"."""
        finder, at = self._finder, token
        if not clause.is_part or finder.word(clause.head) not in DONE_TO | _SUFFERED:
            return False
        while at != clause.head and finder.tokens[at].head not in (at, clause.head):
            at = finder.tokens[at].head
        return at in finder.phrases(clause.head, OF)

    def _is_set_below(self, token: int, clause: Clause) -> bool:
        """Whether a word belongs to a relative clause inside a clause, and not to its verb: "sank a boat used by | pirates"."""
        finder, at = self._finder, token
        while at != clause.head and finder.tokens[at].head != at:
            if at != token and finder.tokens[at].relation in _CLAUSES_BELOW:
                return True
            at = finder.tokens[at].head
        return False

    def _told_before(self, clause: Clause) -> list[int]:
        """Whom the reader finds to suffer what a passive tells, where syntax gives it no subject."""
        head = clause.head
        if clause.is_part or not self._finder.children(head, "aux:pass") or self._subject_of(head, *_SUBJECTS):
            return []
        told = [i for i in self._heads_told("sufferer", clause) if i < head]
        # "Its cameraman Ali Sahl": the name stands beside the noun.
        return [*told, *(name for i in told for name in self._finder.children(i, "appos"))]

    def _is_own(self, clause: Clause, act: Act) -> bool:
        """Whether the speaker does what a clause tells: it hangs on his words and names nobody who does it."""
        if clause.is_part:
            return act == "claim responsibility"
        named = self._finder.children(clause.head, *_SUBJECTS, *_PASSIVE, "expl", "cop")
        return clause.parent is None and not named

    def _of_verb(self, clause: Clause, clauses: list[Clause], speaker: str | None) -> tuple[Ids, Ids]:
        finder, head = self._finder, clause.head
        doing = self._subjects(head, speaker) or self._belonging.doers(self._accused(clause), speaker)
        done_to = self._done_to(head, speaker)
        passive = self._subject_of(head, *_PASSIVE) or self._told_before(clause)
        if passive:
            harmed = self._naming.named([*passive, *self._along_with(head)], speaker)
            done_to = harmed or self._belonging.senders(passive, speaker) or done_to or self._owners_of_hit(head, passive, speaker)
            # "Were killed in a raid, according to the ministry": who tells of it stands outside.
            below = finder.children(head, "advcl", "xcomp") if finder.word(head) in _LETTING else []
            agents = [i for verb in (head, *below) for i in self._belonging.agents(verb) if i <= clause.tokens[-1]]
            doing = self._belonging.doers(agents or self._attacks(clause), speaker) or self._attacking(head, done_to, speaker)
            if finder.word(head) in _INVOLVED:
                return self._belonging.doers(passive, speaker), ()
            if finder.word(head) in _LOSING:  # "were lost by Ukraine": it is done to who loses
                return self._won_by(head, speaker), doing or done_to
            if (
                finder.children(head, "xcomp") and not doing and finder.word(head) not in _LETTING | _MOVED
            ):  # "was forced to regroup": who is forced is who regroups
                doing, done_to = done_to, self._within(head, speaker)
        elif not doing and not finder.children(head, *_SUBJECTS):
            above = self._above(clause, clauses, speaker)
            if self._is_done_to_noun(head):  # "the girls seized by the rebels"
                return self._belonging.doers(self._belonging.agents(head), speaker), above
            # "Are feared to have been captured": whoever stands above is done to.
            doing, done_to = ((), done_to or above) if finder.children(head, "aux:pass") else (above, done_to)
        if not passive and self._undergoes(head):
            by = (
                self._won_by(head, speaker)
                or self._belonging.doers(self._attacks(clause), speaker)
                or self._attacking(head, doing, speaker)
            )
            return by, doing or done_to
        if doing and self._is_suffered(head):
            return (), done_to or doing
        return doing, done_to

    def _accused(self, clause: Clause) -> list[int]:
        """Who is accused of what a clause tells, wherever the parser hangs him: "Norvale of shelling the port"."""
        finder, head = self._finder, clause.head
        marks = [i for i in finder.children(head, "mark", "case") if clause.tokens[0] < i < head and finder.word(i) in _ACCUSING]
        return [marks[0] - 1] if marks and finder.word(head).endswith("ing") else []

    def _is_passive(self, head: int) -> bool:
        return bool(self._finder.children(head, *_PASSIVE, "aux:pass"))

    def _is_done_to_noun(self, head: int) -> bool:
        """Whether a participle tells what was done to the noun it hangs on: "the girls | seized"."""
        finder = self._finder
        # Who is sent to do something does it: "saboteurs sent by Norvale".
        is_past = finder.tokens[head].upos == "VERB" and not finder.word(head).endswith("ing") and finder.word(head) not in SENT
        return finder.tokens[head].relation == "acl" and is_past and not finder.children(head, "mark", "aux", *_OBJECTS)

    def _is_suffered(self, head: int) -> bool:
        """Whether the subject of a verb is what somebody suffers, or those who do: "Vinland's losses have been high", "two are missing"."""
        finder = self._finder
        subjects = [finder.word(i) for i in self._subject_of(head, *_SUBJECTS)]
        objects = finder.children(head, *_OBJECTS)
        if objects:  # "the victims included two women", "two women make up half of the dead"
            whole = [*objects, *(i for token in (head, *objects) for i in finder.phrases(token, OF))]
            is_made_up = finder.word(head) in _MAKING_UP and any(finder.word(i) in _FALLEN | _SUFFERED for i in whole)
            return is_made_up or finder.word(head) in _INCLUDING or any(word in _SUFFERED for word in subjects)
        has_fallen = finder.word(head) in _FALLEN and bool(finder.children(head, "cop"))
        return has_fallen or self._is_among_fallen(head) or any(word in _SUFFERED for word in subjects)

    def _attacks(self, clause: Clause) -> list[int]:
        """The attacks in which a verb tells that somebody was hurt: "were killed in Vinland's bombardment"."""
        finder = self._finder
        told = [i for i in clause.tokens if i > clause.head and finder.word(i) in ATTACKS and not self._is_set_below(i, clause)]
        return [i for i in told if any(finder.word(c) in _IN for c in finder.children(i, "case"))]

    def _owners_of_hit(self, head: int, hit: Sequence[int], speaker: str | None) -> Ids:
        """Whose what is hit was: "aid trucks of the Red Crescent were bombed"."""
        if self._finder.word(head) not in _DONE | _STRUCK:
            return ()
        return self._belonging.hit(hit, speaker)

    def _along_with(self, head: int) -> list[int]:
        """Who else is done to: "13 soldiers were killed, along with a policeman"."""
        finder = self._finder
        return [i for i in finder.children(head, "obl", "conj") if any(finder.word(c) == "along" for c in finder.children(i))]

    def _attacking(self, head: int, harmed: Ids, speaker: str | None) -> Ids:
        """Who attacks in the clause that says how somebody came to harm: "nine were killed when gunmen stormed a market"."""
        finder = self._finder
        if finder.word(head) not in _HARMED:
            return ()
        below = [i for i in finder.children(head, "advcl", "ccomp", "acl") if i > head]
        told = [i for i in below if any(finder.word(c) in _AS for c in finder.children(i, "mark", "advmod"))]
        told = [i for i in told if finder.word(i) in _FELL_UPON or self._is_passive(i)]
        return tuple(one for verb in told[:1] for one in self._attackers(verb, speaker) if one not in harmed)

    def _attackers(self, verb: int, speaker: str | None) -> Ids:
        """Who does what a verb tells, in the active or the passive."""
        return self._belonging.doers(self._belonging.agents(verb), speaker) if self._is_passive(verb) else self._subjects(verb, speaker)

    def _hit(self, clause: Clause, speaker: str | None) -> Ids:
        """Whose what an attack hits is, where that is nobody itself."""
        finder, head = self._finder, clause.head
        if clause.is_part or self._undergoes(head):
            return ()
        objects = self._subject_of(head, *_PASSIVE) or finder.children(head, *_OBJECTS) or self._taken_apart(head) or self._aimed_at(head)
        return self._belonging.hit(objects, speaker)

    def _is_state(self, head: int) -> bool:
        """Whether a clause tells what somebody is or has come to, and not what he does: "the clinic was the target"."""
        return bool(self._finder.children(head, "cop")) and self._finder.word(head) not in _RESPONSIBLE

    def _of_state(self, clause: Clause, speaker: str | None) -> tuple[Ids, Ids]:
        """By whom somebody is held or hit, where no verb says it: "the raid was the work of rebels", "12 were in the hands of rebels"."""
        finder, head = self._finder, clause.head
        by = [*self._belonging.agents(head), *(finder.phrases(head, OF) if finder.word(head) in _OWNING else [])]
        doing = self._belonging.doers(by, speaker) or self._belonging.senders([head], speaker)
        harmed = self._subjects(head, speaker)
        told = () if harmed else self._told_to("sufferer", clause, speaker)
        return doing, tuple(i for i in harmed or told if i not in doing)

    def _blamed(self, clause: Clause, *, is_attack: bool) -> list[int]:
        """Who is said to have done it: "blamed the attack on the town | on the rebels", "the raid was attributed to rebels"."""
        finder, head = self._finder, clause.head
        verb = head if finder.word(head) in _BLAMING | _ATTRIBUTING or not clause.is_part else finder.tokens[head].head
        if not is_attack or finder.word(verb) not in _BLAMING | _ATTRIBUTING or finder.children(verb, "cop"):
            return []
        behind = [i for i in clause.tokens if i > head and finder.tokens[i].relation in ("obl", "nmod")]
        if finder.word(verb) in _ATTRIBUTING:
            return [i for i in behind if any(finder.word(c) in _TO for c in finder.children(i, "case"))][:1]
        blamed = [i for i in behind if any(finder.word(c) == "on" for c in finder.children(i, "case"))]
        # What somebody is blamed "for" may be an attack "on" another.
        found = [i for i in blamed if "for" not in finder.words[verb:i]][-1:]
        # "Blamed | rebels led by an officer".
        is_who = verb != head and finder.tokens[head].relation in _OBJECTS and self._naming.is_somebody(head)
        return found or ([head] if is_who else [])

    def _hit_by_blamed(self, clause: Clause, blamed: Sequence[int], speaker: str | None) -> Ids:
        places = [i for i in self._aimed_at(clause.head) if i not in blamed]
        return self._naming.named(places, speaker) or self._naming.countries(places)

    def _undergoes(self, head: int) -> bool:
        """Whether the subject of a verb is done to; "killed nine and wounded more than 20" are both done by whoever did the first."""
        finder, word = self._finder, self._finder.word(head)
        if word in _RECEIVING and self._is_guest(head):
            return False
        if word in _FALLING:  # soldiers fall, and so do towns, to somebody; shells do not
            return bool(self._fallen_to(head)) or any(self._naming.is_somebody(i) for i in self._subject_of(head, *_SUBJECTS))
        if word in _UNDERGOING or self._takes(head):
            return True
        if word not in _DONE or finder.children(head, "aux", "obj") or self._is_pronoun_doing(head) or self._taken_apart(head):
            return False
        if word == "shot" and (finder.phrases(head, _SHOT_AT) or finder.words[head + 1 : head + 2] == ("at",)):
            return False
        token = finder.tokens[head]
        is_joined = token.relation == "conj" and token.head != head and not finder.children(head, *_SUBJECTS, *_PASSIVE)
        return not is_joined or bool(finder.children(token.head, *_PASSIVE, "aux:pass")) or self._undergoes(token.head)

    def _fallen_to(self, head: int) -> list[int]:
        """To whom a town falls: "Goma fell to | the rebels"."""
        return self._finder.phrases(head, _TO) if self._finder.word(head) in _FALLING else []

    def _is_guest(self, head: int) -> bool:
        """Whether what is received is somebody: "received the ambassador"."""
        objects = [i for i in self._finder.children(head, *_OBJECTS) if i > head]
        return bool(self._subject_of(head, *_SUBJECTS)) and any(self._naming.is_somebody(i) for i in objects)

    def _is_pronoun_doing(self, head: int) -> bool:
        """Whether a verb without an auxiliary has a pronoun for its subject, as no headline has: "it shot down 23 of 31 drones"."""
        return any(self._finder.word(i) in _IT | _THEM for i in self._subject_of(head, *_SUBJECTS))

    def _takes(self, head: int) -> bool:
        """Whether a verb tells with its noun that something is done to its subject: "took a direct hit", "came under fire"."""
        return self._finder.word(head) in _TAKING and bool(self._taken(head))

    def _taken(self, head: int) -> list[int]:
        finder = self._finder
        under = [i for i in finder.children(head, "obl") if any(finder.word(c) == "under" for c in finder.children(i, "case"))]
        coming = finder.word(head).startswith(("come", "came", "coming"))
        objects = finder.children(head, *_OBJECTS) or self._taken_apart(head)
        return [i for i in (under if coming else objects) if self._is_taken(i)]

    def _is_taken(self, token: int) -> bool:
        """Whether a noun is of an attack or a loss, or of many: "a wave of bombings"."""
        return any(self._finder.word(i) in _TAKEN for i in (token, *self._of_series(token)))

    def _of_series(self, token: int) -> list[int]:
        """What there are many of behind "of", wherever the parser hangs it: "bombings" of "a wave of bombings"."""
        finder, of = self._finder, token + 1
        is_series = finder.word(token) in _SERIES and of < len(finder.tokens) and finder.word(of) == "of"
        return [finder.tokens[of].head] if is_series else []

    def _won_by(self, head: int, speaker: str | None) -> Ids:
        """To whom something is lost, and from whom a hit or fire is taken: "lost 300 tanks to Ukrainian drones"."""
        finder = self._finder
        taken = self._taken(head) if finder.word(head) in _TAKING else []
        if finder.word(head) in _FALLING:
            return self._belonging.doers(self._fallen_to(head), speaker)
        if finder.word(head) not in _LOSING and not taken:
            return ()
        case = _FROM if taken else _TO
        many = [i for token in taken for i in (*self._of_series(token), *finder.children(token, "conj"))]
        below = (head, *finder.children(head, *_OBJECTS), *taken, *many)
        phrases = [i for token in below for i in finder.children(token, "obl", *_AGENTS, "nmod")]
        to = [i for i in phrases if any(finder.word(c) in case for c in finder.children(i, "case"))]
        return self._belonging.doers(to, speaker)

    def _subjects(self, head: int, speaker: str | None) -> Ids:
        """Who the subject is; else whose it is: "Russian shelling", "Ukraine's launchers"."""
        return self._belonging.doers(self._subject_of(head, *_SUBJECTS), speaker)

    def _subject_of(self, head: int, *relations: str) -> list[int]:
        """The subject of a verb, of which it has one: of those that the parser gives it the last before it, else the first behind.

        "Which" and "who" are the noun that their clause hangs on: "Vinland, which took the port".
        """
        finder = self._finder
        # "Norvale, which is an ally, sent guns": what somebody is called is no subject.
        subjects = [i for i in finder.children(head, *relations) if not finder.children(i, "cop")]
        one = [i for i in subjects if i < head][-1:] or subjects[:1]
        if not one or finder.word(one[0]) not in _RELATIVES:
            return one
        if finder.tokens[head].relation.startswith("acl"):
            return [finder.tokens[head].head]
        # Where the parser hangs such a clause on the verb above, its noun is the one before the comma.
        before = one[0] - 2
        is_noun = before >= 0 and finder.word(before + 1) == "," and finder.tokens[before].upos in ("NOUN", "PROPN")
        return [before] if is_noun and finder.tokens[head].relation == "advcl" else one

    def _speaking(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """The speaker, where a pronoun that is nobody's mention is who does it."""
        if speaker is None:
            return ()
        pronouns = _THEM if self._naming.is_person(speaker) else _IT
        return (speaker,) if any(self._finder.word(token) in pronouns for token in tokens) else ()

    def addressed(self, clause: Clause, speaker: str | None) -> Ids:
        """Whom the verb above a clause turns to: "urged Congress to approve it"."""
        above = self._finder.tokens[clause.head].head
        told = self._finder.children(above, "obj", "iobj", "obl")
        return () if above == clause.head else self._naming.named(told, speaker) or self._naming.countries(told)

    def asked(self, clause: Clause, speaker: str | None) -> Ids:
        """Who should do what a clause tells, where it names him: "Norvale must leave the port"."""
        return () if clause.is_part or self._is_passive(clause.head) else self._subjects(clause.head, speaker)

    def _done_to(self, head: int, speaker: str | None) -> Ids:
        finder = self._finder
        objects = finder.children(head, *_OBJECTS) or self._taken_apart(head)
        if finder.word(head) in _REPELLING:  # "repelled a rebel attack on the town": it is done to who attacked
            attacks = [i for i in objects if finder.word(i) in ATTACKS]
            whose = self._belonging.owners(attacks, speaker)
            if whose:
                return whose
        if finder.word(head) in _SENDING:  # "sent 400 policemen to Haiti": it is done to those who get them
            given = self._naming.named(finder.children(head, "iobj"), speaker) or self._towards(head, speaker)
            if given or not self._is_taken_away(head):
                return given
        aimed = self._towards(head, speaker) if any(finder.word(i) in ATTACKS | _OPERATIONS for i in objects) else ()
        named = aimed or self._naming.named(objects, speaker) or self._belonging.senders(objects, speaker)
        # The owner of what is hit: "shelled Ukraine's ports".
        owned = [i for token in objects for i in finder.children(token, "nmod:poss", "amod")]
        return named or self._towards(head, speaker) or self._within(head, speaker) or self._naming.named(owned, speaker)

    def _is_taken_away(self, head: int) -> bool:
        """Whether those who are sent suffer it: "sent 30 migrants back"."""
        return any(self._finder.word(i) in _AWAY for i in self._finder.children(head, "advmod", "compound:prt", "obl"))

    def _taken_apart(self, head: int) -> list[int]:
        """Objects that the parser takes for none: what has no preposition, or one between numbers ("shot down 23 of 31 drones")."""
        return [i for i in self._finder.children(head, "obl", "nmod") if i > head and self._is_bare(i) and not self._is_source(i)]

    def _is_bare(self, token: int) -> bool:
        finder = self._finder
        cases = [i for i in finder.children(token) if finder.tokens[i].upos in ("ADP", "SCONJ")]
        return all(finder.word(c) == "of" and self._naming.is_number(c - 1) for c in cases)

    def _within(self, head: int, speaker: str | None) -> Ids:
        """Those a further verb is done to: "began to shell the port"."""
        finder = self._finder
        return self._naming.named([i for verb in finder.children(head, "xcomp") for i in finder.children(verb, *_OBJECTS)], speaker)

    def _towards(self, head: int, speaker: str | None) -> Ids:
        towards = self._aimed_at(head)
        return self._naming.named(towards, speaker) or self._naming.countries([i for i in towards if self._is_aimed_at(i)])

    def _aimed_at(self, head: int) -> list[int]:
        finder = self._finder
        objects = finder.children(head, *_OBJECTS)
        places = [i for token in (head, *objects) for i in finder.children(token, "obl", "nmod")]
        is_from = finder.word(head) in _WINNING or (finder.tokens[head].upos == "NOUN" and finder.word(head) not in ATTACKS)
        cases = _TOWARDS | _FROM if is_from else _TOWARDS
        return [i for i in places if any(finder.word(c) in cases for c in finder.children(i, "case")) and not self._is_source(i)]

    def _is_source(self, token: int) -> bool:
        """Whether "according to" stands before it."""
        return any(self._finder.word(c) == "according" for c in self._finder.children(token))

    def _is_aimed_at(self, token: int) -> bool:
        """Whether something goes to a place or is aimed at it: "fired rockets at Israel", and not "moved from Israel"."""
        return any(self._finder.word(c) in _AT for c in self._finder.children(token, "case"))

    def _above(self, clause: Clause, clauses: list[Clause], speaker: str | None) -> Ids:
        """The subject of the clauses above, nearest first; a relative clause has the noun it hangs on."""
        finder = self._finder
        if finder.tokens[clause.head].relation.startswith("acl"):
            return self._naming.named([finder.tokens[clause.head].head], speaker)
        at = clause
        for _ in range(len(clauses)):
            if at.parent is None:
                return ()
            below, at = at, clauses[at.parent]
            if finder.word(below.head) in _CAUSING and (self._is_passive(at.head) or self._undergoes(at.head)):
                return self._of_verb(at, clauses, speaker)[0]  # "the clinic was hit, killing three": by who hit it
            subjects = self._subject_of(at.head, *_SUBJECTS, *_PASSIVE)
            if subjects or self._heads_told("doer", at):
                return self._belonging.doers(subjects, speaker) if subjects else self._told_to("doer", at, speaker)
        return ()

    def _of_part(self, clause: Clause, clauses: list[Clause], speaker: str | None) -> tuple[Ids, Ids]:
        """Who owns the noun acts, or is acted upon where it names what is suffered, or a deed: "the bombing of a church"."""
        finder, head = self._finder, clause.head
        if self._is_among_fallen(head):
            return (), self._naming.named([head, *finder.children(head, *_SUBJECTS)], speaker)
        relatives = [i for i in finder.children(head, "acl", "acl:relcl") if i in clause.tokens]
        told = next((i for i in relatives if self._naming.named([head], speaker)), None)
        if told is not None:
            return self._of_verb(replace(clause, head=told), clauses, speaker)
        owners, by = finder.children(head, "nmod:poss", "amod", "compound"), finder.phrases(head, BY)
        of = finder.phrases(head, OF)
        if of and finder.word(head) in DONE_TO:
            return self._naming.named(owners + by, speaker), self._naming.named(of, speaker)
        if finder.word(head) in _SUFFERED:  # "losses | to Norvale's drones", and not "losses | at 45 to 60 men"
            harmed = self._naming.named([*owners, *of, *finder.phrases(head, _AMONG)], speaker)
            return tuple(i for i in self._lost_to(head, speaker) if i not in harmed), harmed
        named = self._naming.named([*owners, *by, *of], speaker)
        return named, tuple(i for i in self._towards(head, speaker) if i not in named)

    def _is_among_fallen(self, head: int) -> bool:
        """Whether a clause without a verb counts somebody among those who came to harm: "two officers among dead in raid"."""
        finder = self._finder
        is_so = finder.word(head) in _FALLEN and any(finder.word(i) in _AMONG for i in finder.children(head, "case"))
        return is_so or any(finder.word(i) in _FALLEN for i in finder.phrases(head, _AMONG))

    def _lost_to(self, noun: int, speaker: str | None) -> Ids:
        """By whom what a noun tells is done to those who suffer it: "losses to drones", "killings by the rebels"."""
        return self._belonging.doers(self._finder.phrases(noun, _TO | BY), speaker)
