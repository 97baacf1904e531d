"""Who does what a clause tells, and to whom is it done?

Where syntax names no actor, the reader's words for who does and who suffers it do.
By PLOVER: the actor acts, the recipient is acted upon, whichever is the subject. Where somebody demands, threatens or
pledges by the statement itself, he is the actor; who is to do it is the recipient.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.countries import states_of_countries
from saidwho.text.sending import SENT
from saidwho.text.tables import word_set
from saidwho.types.grounding import Grounding
from saidwho.types.reading import Mention
from saidwho.types.statement import Act

# A token lies in one of the mentions that begin so near before it, or in none.
_NEAR = 12
_SUBJECTS, _PASSIVE, _AGENTS, _OBJECTS = ("nsubj",), ("nsubj:pass",), ("obl:agent",), ("obj", "iobj")
_MINE, _OURS = frozenset({"i", "me", "my"}), frozenset({"we", "us", "our", "ours"})
# What is done at or to somebody who stands behind such a word: "fired on the village", "sent to Haiti".
_TOWARDS = frozenset({"on", "at", "against", "to", "upon", "with", "for", "into"})
# Of these some also stand before a country at which something is aimed, or to which it goes.
_AT = frozenset({"on", "at", "against", "to", "into"})
# Who is in a noun: "Russian shelling", "Vinland's package", "the army of Norvale".
_OWNERS = ("nmod:poss", "amod", "compound", "nmod")
_BY, _OF, _IN, _TO, _FROM = frozenset({"by"}), frozenset({"of"}), frozenset({"in"}), frozenset({"to"}), frozenset({"from", "by"})
_AMONG = frozenset({"among"})
# Stands for the noun that its clause hangs on: "Vinland, which took the port".
_RELATIVES = frozenset({"who", "which", "that"})
# Nouns whose owner acts: "its losses" are suffered by their owner.
_SUFFERED = frozenset({"losses", "casualties", "dead", "deaths", "death", "killing", "killings", "toll", "wounded", "number"})
# Nouns of deeds that are done to those behind "of": "the bombing of a church".
_DEEDS = word_set(
    "bombing bombings shelling bombardment killing killings shooting murder murders massacre assassination execution destruction seizure "
    "capture arrest detention abduction kidnapping invasion occupation annexation storming targeting"
)
# What is felt by somebody over a deed, who does it not: "I am appalled by the raid".
_FEELING = word_set("horrified appalled saddened shocked outraged alarmed dismayed disgusted angered heartbroken")

# Who loses something to somebody is done to by him: "Russia lost 300 tanks to drones".
_LOSING = frozenset({"lose", "loses", "lost", "losing"})
# Their subject undergoes what they tell: "nine people died", "each family will receive 5,000 crowns".
_UNDERGOING = _LOSING | {
    "die", "dies", "died", "drowned", "perished", "suffer", "suffers", "suffered", "receive", "receives", "received", "get", "gets", "got",
    "succumb", "succumbs", "succumbed", "bled", "starve", "starved",
}  # fmt: skip
# So does that of "took a hit", "sustained damage" and "came under fire".
_TAKING = frozenset({"take", "takes", "took", "taken", "taking", "sustain", "sustains", "sustained", "come", "comes", "came", "coming"})
_ATTACKS = word_set(
    "hit hits fire attack attacks offensive incursion ambush ambushes bombing bombings bombardment shelling strike strikes airstrike "
    "airstrikes assault raid raids mortar rocket artillery gunfire"
)
# Who stands behind one that is launched is done to: "launched a campaign against the militants".
_OPERATIONS = word_set("campaign campaigns operation operations war crackdown")
_TAKEN = _ATTACKS | word_set("damage casualties losses")
# Without an auxiliary and an object it is done to their subject, as headlines have it: "12 killed as shells hit a clinic".
_DONE = frozenset({
    "killed", "wounded", "injured", "shot", "beaten", "arrested", "detained", "jailed", "freed", "captured", "executed", "tortured", "hurt",
    "taken", "held", "released", "evacuated", "displaced", "hit", "bombed", "shelled", "destroyed", "burned", "burnt",
})  # fmt: skip
# What befalls somebody in an attack that a clause beside it may tell of: "were killed when gunmen stormed a market".
_HARMED = word_set("killed wounded injured hurt shot hit massacred died die dies slain burned burnt")
_AS = frozenset({"when", "as", "after"})
# Who is so has come to harm: "two are missing", "a nurse is among the dead".
_FALLEN = word_set("dead wounded injured missing hurt casualties victims killed")
# By these an attack is ended, and done to who made it.
_REPELLING = word_set(
    "repel repels repelled repelling repulse repulsed repulsing foil foiled foiling thwart thwarted thwarting stop stopped stopping "
    "halt halted halting beat beaten beating fended intercepted"
)
_STRUCK = word_set("attacked struck damaged targeted looted seized sunk downed intercepted ambushed stormed raided wrecked torched")
# Of these the one acts whose they are: "its gunners fired".
_FORCES = word_set(
    "forces troops soldiers men fighters gunners gunmen pilots aircraft airmen jets planes warplanes drones helicopters ships "
    "boats navy army units unit commandos marines artillery launchers guns tanks batteries battery brigade brigades battalion "
    "battalions agents police snipers missiles rockets shells militia militias guerrillas defences defenses patrol patrols "
    "commanders officers sappers crews bombers peacekeepers observers monitors inspectors rescuers staff staffers team teams surgeons "
    "doctors medics volunteers workers employees negotiators"
)
_FIGHTING = frozenset({"force", "group"})
_WHOSE = frozenset({"its", "their", "our", "his", "her", "my"})
_AWAY = frozenset({"back", "home", "away", "prison", "jail", "exile"})
# What is taken is taken from somebody: "retook the town from the rebels".
_WINNING = word_set(
    "take takes took taken taking retake retakes retook retaken retaking capture captures captured capturing recapture recaptured "
    "recapturing seize seizes seized seizing wrest wrested wresting steal stole stolen stealing free freed freeing liberate liberated "
    "liberating win won loot looted looting"
)
# Whom these are done to does not do what follows them: "were barred from entering", "was allowed to visit the camp".
_LETTING = word_set("allowed permitted prevented barred banned stopped blocked kept")
# What is sent goes to somebody, and is not who is done to.
_SENDING = word_set("send sends sent sending deploy deploys deployed deploying dispatch dispatches dispatched dispatching")
_NUMBERS = word_set(
    "hundreds thousands dozens scores tens millions number one two three four five six seven eight nine ten most some many several"
)
# Who is nobody's mention and stands for the speaker in what is told of his words: "the Council said it had taken the port".
_IT, _THEM = frozenset({"it", "they", "we"}), frozenset({"he", "she", "i"})
# By these acts somebody speaks of what he himself did or will do, where he names nobody: "denied firing on the hospital".
_OWN: frozenset[Act] = frozenset({"deny", "admit", "claim responsibility", "pledge", "threaten"})

# where_prec of a place that is a whole country.
_COUNTRY = 6

Ids = tuple[str, ...]


class Parties:
    """The parties of the clauses of one report, as ids of actors. told: the reader's words for those who do and suffer it."""

    def __init__(self, finder: ClauseFinder, grounding: Grounding, told: Sequence[Mention] = ()) -> None:
        self._finder = finder
        self._told = sorted(told, key=lambda mention: mention.span)
        self._told_starts = [mention.span.start for mention in self._told]
        self._mentions = sorted((span, actor.id) for actor in grounding.actors for span in actor.mentions)
        self._starts = [span.start for span, _ in self._mentions]
        self._exact = {(span.start, span.end): actor for span, actor in reversed(self._mentions)}
        self._of = {actor.id: actor.of or actor.id for actor in grounding.actors}
        self._kinds = {actor.id: actor.kind for actor in grounding.actors}
        states = states_of_countries(grounding.actors)
        self._joint = dict(self._several(grounding))
        # "Northern Israel", where it is a place, is Israel for who fires at it.
        self._lands = sorted(
            (place.span, states[place.country])
            for place in grounding.places
            if place.use == "literal" and place.where_prec == _COUNTRY and place.country in states
        )
        # "Russian" is no mention of an actor, but says whose something is.
        self._peoples = {
            place.span: states[place.country] for place in grounding.places if place.use != "literal" and place.country in states
        }

    def _several(self, grounding: Grounding) -> Iterator[tuple[str, Ids]]:
        """Those of whom several together are made: of "Mauritania and Algeria", both."""
        for actor in grounding.actors:
            for span in actor.mentions if actor.kind == "group" else ():
                first, past = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
                inside = [one for m, one in self._mentions[first:past] if m.end <= span.end and one != actor.id]
                if len(set(inside)) > 1:
                    yield actor.id, tuple(dict.fromkeys(inside))

    def each(self, speaker: str) -> Ids:
        """Who speaks, each of several who speak together."""
        return self._joint.get(speaker, (speaker,))

    def of(self, clause: Clause, clauses: list[Clause], speaker: str | None, *, act: Act | None = None) -> tuple[Ids, Ids]:
        """Who does it and to whom. A clause without a subject has that of the clause it hangs on.

        speaker: whom "I" and, as the side spoken for, "we" stand for. act: what he does by saying it.
        """
        clause = self._telling(clause)
        doing, done_to = self._of_part(clause, clauses, speaker) if clause.is_part else self._of_verb(clause, clauses, speaker)
        undergone = not clause.is_part and self._undergoes(clause.head)
        doing = doing or tuple(i for i in self._told_to("doer", clause, speaker) if i not in done_to)
        done_to = done_to or self._told_to("sufferer", clause, speaker)
        if not doing and speaker is not None and act in _OWN and self._is_own(clause, act):
            doing, done_to = ((), done_to or (speaker,)) if undergone else ((speaker,), done_to)
        return doing, tuple(i for i in done_to if i not in doing)

    def _telling(self, clause: Clause) -> Clause:
        """The part of a clause that tells what is done: "there are | 70 soldiers who were killed", "I am appalled by | the raid"."""
        finder, head = self._finder, clause.head
        there = any(finder.word(i) == "there" for i in finder.children(head, "expl"))
        subjects = self._subject_of(head, *_SUBJECTS) if there else []
        if subjects:
            return replace(clause, head=subjects[0], is_part=True)
        felt = self._finder.phrases(head, _BY) if finder.word(head) in _FEELING else []
        behind = tuple(i for i in clause.tokens if i > head)
        return replace(clause, head=felt[0], tokens=behind, is_part=True) if felt and behind else clause

    def _told_to(self, part: str, clause: Clause, speaker: str | None) -> Ids:
        """The actors that the reader's words for a part in a clause name, or whose they are: "its gunners"."""
        heads = self._heads_told(part, clause)
        named = self._named(heads, speaker) or self._owners(heads, speaker)
        return named if part != "doer" else self._forces_of(heads, speaker) or named or self._speaking(heads, speaker)

    def _heads_told(self, part: str, clause: Clause) -> list[int]:
        """The tokens above the others in the reader's words for a part in a clause."""
        tokens, inside = self._finder.tokens, set(clause.tokens)
        first = bisect_left(self._told_starts, tokens[clause.tokens[0]].span.start)
        past = bisect_left(self._told_starts, tokens[clause.tokens[-1]].span.end)
        tops = [self._finder.top(mention.span) for mention in self._told[first:past] if mention.kind == part]
        return [top for top in tops if top in inside]

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
        doing = self._subjects(head, speaker)
        done_to = self._done_to(head, speaker)
        passive = self._subject_of(head, *_PASSIVE) or self._told_before(clause)
        if passive:
            done_to = self._named([*passive, *self._along_with(head)], speaker) or self._senders(passive, speaker) or done_to
            done_to = done_to or self._owners_of_hit(head, passive, speaker)
            # "Were killed in a raid, according to the ministry": who tells of it stands outside.
            below = finder.children(head, "advcl", "xcomp") if finder.word(head) in _LETTING else []
            agents = [i for verb in (head, *below) for i in (*finder.children(verb, *_AGENTS), *self._by(verb)) if i <= clause.tokens[-1]]
            doing = self._whose(agents or self._attacks(head), speaker) or self._attacking(head, done_to, speaker)
            if finder.word(head) in _LOSING:  # "were lost by Ukraine": it is done to who loses
                return self._won_by(head, speaker), doing or done_to
            if (
                finder.children(head, "xcomp") and not doing and finder.word(head) not in _LETTING
            ):  # "was forced to regroup": who is forced is who regroups
                doing, done_to = done_to, self._within(head, speaker)
        elif not doing and not finder.children(head, *_SUBJECTS):
            above = self._above(clause, clauses, speaker)
            # "Are feared to have been captured": whoever stands above is done to.
            doing, done_to = ((), done_to or above) if finder.children(head, "aux:pass") else (above, done_to)
        if not passive and self._undergoes(head):
            by = self._won_by(head, speaker) or self._whose(self._attacks(head), speaker) or self._attacking(head, doing, speaker)
            return by, doing or done_to
        if doing and not finder.children(head, *_OBJECTS) and self._is_suffered(head):
            return (), done_to or doing
        return doing, done_to

    def _is_suffered(self, head: int) -> bool:
        """Whether the subject of a verb is what somebody suffers, or those who do: "Vinland's losses have been high", "two are missing"."""
        is_fallen = self._finder.word(head) in _FALLEN and bool(self._finder.children(head, "cop"))
        return is_fallen or any(self._finder.word(i) in _SUFFERED for i in self._subject_of(head, *_SUBJECTS))

    def _attacks(self, head: int) -> list[int]:
        """The attacks in which a verb tells that somebody was hurt: "were killed in Vinland's bombardment"."""
        return [i for i in self._finder.phrases(head, _IN) if self._finder.word(i) in _ATTACKS]

    def _owners_of_hit(self, head: int, hit: Sequence[int], speaker: str | None) -> Ids:
        """Whose what is hit was: "aid trucks of the Red Crescent were bombed"."""
        if self._finder.word(head) not in _DONE | _STRUCK:
            return ()
        of = [i for token in hit for i in self._finder.phrases(token, _OF)]
        return self._owners(hit, speaker) or self._named(of, speaker)

    def _along_with(self, head: int) -> list[int]:
        """Who else is done to: "13 soldiers were killed, along with a policeman"."""
        finder = self._finder
        return [i for i in finder.children(head, "obl", "conj") if any(finder.word(c) == "along" for c in finder.children(i))]

    def _attacking(self, head: int, harmed: Ids, speaker: str | None) -> Ids:
        """Who attacks in the clause that says how somebody came to harm: "nine were killed when gunmen stormed a market"."""
        finder = self._finder
        if finder.word(head) not in _HARMED:
            return ()
        below = [i for i in finder.children(head, "advcl", "ccomp", "acl") if i > head and not finder.children(i, *_PASSIVE)]
        told = [i for i in below if any(finder.word(c) in _AS for c in finder.children(i, "mark", "advmod"))]
        return tuple(one for verb in told[:1] for one in self._subjects(verb, speaker) if one not in harmed)

    def _undergoes(self, head: int) -> bool:
        """Whether the subject of a verb is done to; "killed nine and wounded more than 20" are both done by whoever did the first."""
        finder, word = self._finder, self._finder.word(head)
        if word in _UNDERGOING or self._takes(head):
            return True
        if word not in _DONE or finder.children(head, "aux", "obj") or self._is_pronoun_doing(head) or self._taken_apart(head):
            return False
        token = finder.tokens[head]
        is_joined = token.relation == "conj" and token.head != head and not finder.children(head, *_SUBJECTS, *_PASSIVE)
        return not is_joined or bool(finder.children(token.head, *_PASSIVE, "aux:pass")) or self._undergoes(token.head)

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
        return [i for i in (under if coming else finder.children(head, *_OBJECTS)) if finder.word(i) in _TAKEN]

    def _won_by(self, head: int, speaker: str | None) -> Ids:
        """To whom something is lost, and from whom a hit or fire is taken: "lost 300 tanks to Ukrainian drones"."""
        finder = self._finder
        taken = self._taken(head) if finder.word(head) in _TAKING else []
        if finder.word(head) not in _LOSING and not taken:
            return ()
        case = _FROM if taken else _TO
        phrases = [
            i for token in (head, *finder.children(head, *_OBJECTS), *taken) for i in finder.children(token, "obl", *_AGENTS, "nmod")
        ]
        to = [i for i in phrases if any(finder.word(c) in case for c in finder.children(i, "case"))]
        return self._whose(to, speaker)

    def _subjects(self, head: int, speaker: str | None) -> Ids:
        """Who the subject is; else whose it is: "Russian shelling", "Ukraine's launchers"."""
        return self._whose(self._subject_of(head, *_SUBJECTS), speaker)

    def _whose(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Whose forces some words are, else who they are, else whose they are."""
        named = self._forces_of(tokens, speaker) or self._named(tokens, speaker) or self._owners(tokens, speaker)
        return named or self._countries(tokens)

    def _subject_of(self, head: int, *relations: str) -> list[int]:
        """The subject of a verb, of which it has one: of those that the parser gives it the last before it, else the first behind.

        "Which" and "who" are the noun that their clause hangs on: "Vinland, which took the port".
        """
        finder = self._finder
        subjects = finder.children(head, *relations)
        one = [i for i in subjects if i < head][-1:] or subjects[:1]
        if not one or finder.word(one[0]) not in _RELATIVES:
            return one
        if finder.tokens[head].relation.startswith("acl"):
            return [finder.tokens[head].head]
        # Where the parser hangs such a clause on the verb above, its noun is the one before the comma.
        before = one[0] - 2
        is_noun = before >= 0 and finder.word(before + 1) == "," and finder.tokens[before].upos in ("NOUN", "PROPN")
        return [before] if is_noun and finder.tokens[head].relation == "advcl" else one

    def _forces_of(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Those whose soldiers and guns some tokens are, where a pronoun says so: "its gunners"; by default the speaker's side."""
        found = []
        for token in tokens:
            if self._finder.word(token) in _FORCES:
                owners = [i for i in self._finder.children(token, "nmod:poss") if self._finder.word(i) in _WHOSE]
                found += [self._owner(i, speaker) for i in owners]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _owner(self, pronoun: int, speaker: str | None) -> str | None:
        span = self._finder.tokens[pronoun].span
        return self._side(self._exact.get((span.start, span.end), speaker))

    def _side(self, speaker: str | None) -> str | None:
        """Whom a speaker speaks for: the state of a ministry, the body of a spokesman, a force or group itself; nobody's soldiers are a
        person's own."""
        if speaker is None:
            return None
        if self._kinds.get(speaker) in _FIGHTING:
            return speaker
        side = self._of.get(speaker, speaker)
        return None if self._kinds.get(side) == "person" else side

    def _speaking(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """The speaker, where a pronoun that is nobody's mention is who does it."""
        if speaker is None:
            return ()
        pronouns = _THEM if self._kinds.get(speaker) == "person" else _IT
        return (speaker,) if any(self._finder.word(token) in pronouns for token in tokens) else ()

    def _owners(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        # A name right before its noun, which the parser may take for a subject: "Hamas rockets hit a station".
        owners = [i for token in tokens for i in self._finder.children(token, *_OWNERS[:3]) or self._right_before(token)]
        by = [i for token in tokens if self._finder.word(token) in _ATTACKS for i in self._finder.phrases(token, _BY)]
        return self._named(owners, speaker) or self._named(by, speaker) or self._named(self._holders(by), speaker)

    def _holders(self, tokens: Sequence[int]) -> list[int]:
        """Who some tokens belong to: "the regime's forces"."""
        return [i for token in tokens for i in self._finder.children(token, "nmod:poss")]

    def _right_before(self, token: int) -> list[int]:
        tokens = self._finder.tokens
        return [token - 1] if token and tokens[token - 1].upos == "PROPN" and tokens[token - 1].head == token else []

    def addressed(self, clause: Clause, speaker: str | None) -> Ids:
        """Whom the verb above a clause turns to: "urged Congress to approve it"."""
        above = self._finder.tokens[clause.head].head
        told = self._finder.children(above, "obj", "iobj", "obl")
        return () if above == clause.head else self._named(told, speaker) or self._countries(told)

    def _done_to(self, head: int, speaker: str | None) -> Ids:
        finder = self._finder
        objects = finder.children(head, *_OBJECTS) or self._taken_apart(head)
        if finder.word(head) in _REPELLING:  # "repelled a rebel attack on the town": it is done to who attacked
            attacks = [i for i in objects if finder.word(i) in _ATTACKS]
            whose = self._owners(attacks, speaker)
            if whose:
                return whose
        if finder.word(head) in _SENDING:  # "sent 400 policemen to Haiti": it is done to those who get them
            given = self._named(finder.children(head, "iobj"), speaker) or self._towards(head, speaker)
            if given or not self._is_taken_away(head):
                return given
        aimed = self._towards(head, speaker) if any(finder.word(i) in _ATTACKS | _OPERATIONS for i in objects) else ()
        named = aimed or self._named(objects, speaker) or self._within(head, speaker)
        # The owner of what is hit: "shelled Ukraine's ports".
        owned = [i for token in objects for i in finder.children(token, "nmod:poss", "amod")]
        return named or self._senders(objects, speaker) or self._towards(head, speaker) or self._named(owned, speaker)

    def _is_taken_away(self, head: int) -> bool:
        """Whether those who are sent suffer it: "sent 30 migrants back"."""
        return any(self._finder.word(i) in _AWAY for i in self._finder.children(head, "advmod", "compound:prt", "obl"))

    def _taken_apart(self, head: int) -> list[int]:
        """Objects that the parser takes for none: what has no preposition, or one between numbers ("shot down 23 of 31 drones")."""
        return [i for i in self._finder.children(head, "obl", "nmod") if i > head and self._is_bare(i) and not self._is_source(i)]

    def _is_bare(self, token: int) -> bool:
        finder = self._finder
        cases = [i for i in finder.children(token) if finder.tokens[i].upos in ("ADP", "SCONJ")]
        return all(finder.word(c) == "of" and self._is_number(c - 1) for c in cases)

    def _senders(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Whose what is stopped was: "shot down 25 drones sent by India", "a missile that the rebels fired was intercepted"."""
        finder = self._finder
        sent = [verb for token in tokens for verb in finder.children(token, "acl", "acl:relcl") if finder.word(verb) in SENT]
        by = [i for verb in sent for i in (*finder.children(verb, *_SUBJECTS, *_AGENTS), *self._by(verb))]
        return self._named(by, speaker)

    def _within(self, head: int, speaker: str | None) -> Ids:
        """Those a further verb is done to: "began to shell the port"."""
        finder = self._finder
        return self._named([i for verb in finder.children(head, "xcomp") for i in finder.children(verb, *_OBJECTS)], speaker)

    def _towards(self, head: int, speaker: str | None) -> Ids:
        finder = self._finder
        objects = finder.children(head, *_OBJECTS)
        places = [i for token in (head, *objects) for i in finder.children(token, "obl", "nmod")]
        is_from = finder.word(head) in _WINNING or (finder.tokens[head].upos == "NOUN" and finder.word(head) not in _ATTACKS)
        cases = _TOWARDS | _FROM if is_from else _TOWARDS
        towards = [i for i in places if any(finder.word(c) in cases for c in finder.children(i, "case")) and not self._is_source(i)]
        return self._named(towards, speaker) or self._countries([i for i in towards if self._is_aimed_at(i)])

    def _is_source(self, token: int) -> bool:
        """Whether "according to" stands before it."""
        return any(self._finder.word(c) == "according" for c in self._finder.children(token))

    def _is_aimed_at(self, token: int) -> bool:
        """Whether something goes to a place or is aimed at it: "fired rockets at Israel", and not "moved from Israel"."""
        return any(self._finder.word(c) in _AT for c in self._finder.children(token, "case"))

    def _countries(self, tokens: Sequence[int]) -> Ids:
        """The states of the countries that some tokens name: "northern Israel"."""
        found = (self._land_at(self._finder.tokens[i].span.start) for i in tokens)
        return tuple(dict.fromkeys(state for state in found if state is not None))

    def _land_at(self, position: int) -> str | None:
        """The state of the country that is named around a character."""
        at = bisect_right(self._lands, position, key=lambda land: land[0].start) - 1
        return self._lands[at][1] if at >= 0 and position < self._lands[at][0].end else None

    def _by(self, head: int) -> list[int]:
        finder = self._finder
        return [i for i in finder.children(head, "obl", "nmod") if any(finder.word(c) == "by" for c in finder.children(i, "case"))]

    def _above(self, clause: Clause, clauses: list[Clause], speaker: str | None) -> Ids:
        """The subject of the clauses above, nearest first; a relative clause has the noun it hangs on."""
        finder = self._finder
        if finder.tokens[clause.head].relation.startswith("acl"):
            return self._named([finder.tokens[clause.head].head], speaker)
        at = clause
        for _ in range(len(clauses)):
            if at.parent is None:
                return ()
            at = clauses[at.parent]
            subjects = self._subject_of(at.head, *_SUBJECTS, *_PASSIVE)
            if subjects or self._heads_told("doer", at):
                return self._whose(subjects, speaker) if subjects else self._told_to("doer", at, speaker)
        return ()

    def _of_part(self, clause: Clause, clauses: list[Clause], speaker: str | None) -> tuple[Ids, Ids]:
        """Who owns the noun acts, or is acted upon where it names what is suffered, or a deed: "the bombing of a church"."""
        finder, head = self._finder, clause.head
        relatives = [i for i in finder.children(head, "acl", "acl:relcl") if i in clause.tokens]
        told = next((i for i in relatives if self._named([head], speaker)), None)
        if told is not None:
            return self._of_verb(replace(clause, head=told), clauses, speaker)
        owners = [*finder.children(head, "nmod:poss", "amod", "compound"), *self._finder.phrases(head, _BY)]
        of = self._finder.phrases(head, _OF | _AMONG if finder.word(head) in _SUFFERED else _OF)
        is_deed = bool(of) and finder.word(head) in _DEEDS
        named = self._named(owners if is_deed else owners + of, speaker)
        if is_deed:
            return named, self._named(of, speaker)
        towards = tuple(i for i in self._towards(head, speaker) if i not in named)
        return (towards, named) if finder.word(head) in _SUFFERED else (named, towards)

    def _named(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """The actors whose mentions hold these tokens, or those joined to them, each once; the longest mention wins."""
        found: list[str] = []
        for token in tokens:
            for one in (token, *self._finder.children(token, "conj")):
                actor = self._actor(one, speaker) or self._actor(self._meant(one), speaker)
                if actor is not None:
                    found.append(actor)
        return tuple(dict.fromkeys(found))

    def _meant(self, token: int) -> int:
        """Who is meant by a number of them: "hundreds of residents"."""
        finder = self._finder
        if self._is_number(token) and token + 1 < len(finder.tokens) and finder.word(token + 1) == "of":
            return finder.tokens[token + 1].head
        return token

    def _is_number(self, token: int) -> bool:
        return self._finder.tokens[token].upos == "NUM" or self._finder.word(token) in _NUMBERS

    def _actor(self, token: int, speaker: str | None) -> str | None:
        word = self._finder.word(token)
        if speaker is not None and word in _MINE:
            return speaker
        if speaker is not None and word in _OURS:
            return self._of.get(speaker, speaker)
        span = self._finder.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [
            (mention.start, -mention.end, actor) for mention, actor in self._mentions[max(at - _NEAR, 0) : at] if mention.end >= span.end
        ]
        if around:
            return min(around)[2]
        return next((actor for place, actor in self._peoples.items() if place.start <= span.start and span.end <= place.end), None)
