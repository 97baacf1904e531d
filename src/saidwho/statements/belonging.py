"""Whose is what acts or is hit: "Russian shelling", "a missile fired by Vinland", "a depot of the army"?

Who acts with something is told in the order of _DOERS, and who suffers in what is hit in that of _HIT: the first that names somebody.
"""

from collections.abc import Callable, Sequence

from saidwho.statements.clauses import ClauseFinder
from saidwho.statements.naming import Ids, Naming
from saidwho.text.sending import SENT
from saidwho.text.tables import word_set

BY, OF = frozenset({"by"}), frozenset({"of"})
_TO_OR_BY = frozenset({"to", "by"})
# Attacks, by their nouns.
ATTACKS = word_set(
    "hit hits fire attack attacks offensive incursion ambush ambushes bombing bombings bombardment shelling strike strikes airstrike "
    "airstrikes assault raid raids mortar rocket artillery gunfire"
)
# Of these the one acts whose they are: "its gunners fired".
_FORCES = word_set(
    "forces troops soldiers men fighters gunners gunmen pilots aircraft airmen jets planes warplanes drones helicopters ships "
    "boats navy army units unit commandos marines artillery launchers guns tanks batteries battery brigade brigades battalion "
    "battalions agents police snipers missiles rockets shells militia militias guerrillas defences defenses patrol patrols "
    "commanders officers sappers crews bombers peacekeepers observers monitors inspectors rescuers staff staffers team teams surgeons "
    "doctors medics volunteers workers employees negotiators"
)
# Whose they are is told behind "of" as well: "warplanes of the coalition".
_ARMS = _FORCES | word_set(
    "aircrafts jet plane warplane drone helicopter ship boat gunboat gunboats vessel vessels missile rocket shell mortar mortars airplanes "
    "aeroplanes bomber column columns squad squads elements wing branch contingent contingents fire salvo salvoes"
)
# What a country goes through, and does not do: "Syria's war has killed thousands".
_NOBODYS = word_set("war wars conflict conflicts crisis violence unrest fighting uprising insurgency bloodshed")
_WHOSE = frozenset({"its", "their", "our", "his", "her", "my"})
# Behind "by" or "to" stands who has what is described so: "a warehouse used by the rebels", "a boat belonging to Norvale".
_HAD = word_set(
    "used held manned controlled run operated occupied owned belonging belonged belongs staffed guarded defended protected flown driven "
    "crewed carried"
)
# Who stands in them is whom they carry: "a bus carrying pilgrims".
_CARRYING = word_set("carrying transporting ferrying escorting housing sheltering taking")


class Belonging:
    """Whose some words of one report are."""

    def __init__(self, finder: ClauseFinder, naming: Naming) -> None:
        self._finder, self._naming = finder, naming

    def doers(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Whose forces some words are, else who they are, else whose they are; nobody where one or another may be meant."""
        if any(self.is_either(token) for token in tokens):
            return ()
        return self._first((self.forces_of, self._naming.named, self.owners, self.senders, self._of_arms, self._lands), tokens, speaker)

    def is_either(self, token: int) -> bool:
        """Whether the text leaves open which of two it is: "Vinland or rebel jets"."""
        below = self._finder.children(token)
        around = [*below, *(i for one in below for i in self._finder.children(one))]
        return any(self._finder.word(i) == "or" and self._finder.tokens[i].relation == "cc" for i in around)

    def hit(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Whose what is hit is: "the army's depot", "a convoy of the army", "trucks sent by Norvale", "a bus carrying pilgrims"."""
        return self._first((self._before, self._behind, self._had), tokens, speaker)

    def _first(self, ways: Sequence[Callable[[Sequence[int], str | None], Ids]], tokens: Sequence[int], speaker: str | None) -> Ids:
        return next((found for way in ways if (found := way(tokens, speaker))), ())

    def forces_of(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Those whose soldiers and guns some tokens are, where a pronoun says so: "its gunners"; by default the speaker's side."""
        found = []
        for token in tokens:
            if self._finder.word(token) in _FORCES:
                owners = [i for i in self._finder.children(token, "nmod:poss") if self._finder.word(i) in _WHOSE]
                found += [self._naming.owner(i, speaker) for i in owners]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def owners(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Whose words before them say they are, or whose attack: "Russian shelling", "a strike by the regime's warplanes"."""
        named = self._before(tokens, speaker)
        by = [i for token in tokens if self._finder.word(token) in ATTACKS for i in self._attackers(token)]
        return named or (self.doers(by, speaker) if by else ())

    def senders(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Whose what is stopped was: "shot down 25 drones sent by India", "a missile that the rebels fired was intercepted"."""
        finder = self._finder
        sent = [verb for token in tokens for verb in finder.children(token) if verb > token and finder.word(verb) in SENT]
        by = [i for verb in sent for i in (*finder.children(verb, "nsubj"), *self.agents(verb))]
        return self._naming.named(by, speaker) or self._before(by, speaker)

    def _attackers(self, attack: int) -> list[int]:
        """Who stands behind "by", which the parser may take for part of what is attacked: "an attack on the port by rebels"."""
        return self.agents(attack) or [i for place in self._finder.children(attack, "nmod") for i in self.agents(place)]

    def agents(self, head: int) -> list[int]:
        """What stands behind "by" below a token."""
        found = self._finder.children(head, "obl:agent", "obl", "nmod", "nsubj")
        return [i for i in found if any(self._finder.word(c) in BY for c in self._finder.children(i, "case"))]

    def _before(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        tokens = [token for token in tokens if self._finder.word(token) not in _NOBODYS]
        # A name right before its noun, which the parser may take for a subject: "Hamas rockets hit a station".
        owners = [i for token in tokens for i in self._finder.children(token, "nmod:poss", "amod", "compound") or self._right_before(token)]
        return self._naming.named(owners, speaker)

    def _right_before(self, token: int) -> list[int]:
        tokens = self._finder.tokens
        return [token - 1] if token and tokens[token - 1].upos == "PROPN" and tokens[token - 1].head == token else []

    def _of_arms(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        return self._behind([token for token in tokens if self._finder.word(token) in _ARMS], speaker)

    def _behind(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """Who stands behind "of", or whose is what stands there: "a base of the Syrian army", "the depots of Vinland's navy"."""
        of = [i for token in tokens for i in self._finder.phrases(token, OF)]
        return self._naming.named(of, speaker) or self._before(of, speaker)

    def _had(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        finder = self._finder
        verbs = [(token, verb) for token in tokens for verb in finder.children(token) if verb > token]
        # The parser may hang both on the noun: "a checkpoint | manned | by peacekeepers".
        by = [i for both in verbs if finder.word(both[1]) in _HAD for one in both for i in finder.phrases(one, _TO_OR_BY) if i > both[1]]
        inside = [i for _, verb in verbs if finder.word(verb) in _CARRYING for i in finder.children(verb, "obj")]
        return self._naming.named([*by, *inside], speaker) or self._naming.countries(by)

    def _lands(self, tokens: Sequence[int], _: str | None) -> Ids:
        return self._naming.countries(tokens)
