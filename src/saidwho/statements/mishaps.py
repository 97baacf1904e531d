"""What did nature, an illness or an accident do? Nobody attacks there, though the words are those of attacks: "the quake struck".

What struck is told by the clause, or by the one that it hangs on: "an earthquake struck the north, leaving 180 dead". And where a report
tells of a disaster and holds no word for violence, nobody attacks in any of it: "six villages were destroyed".
"""

from saidwho.statements.clauses import Clause, ClauseFinder

_CAUSES = frozenset({
    "earthquake", "earthquakes", "quake", "quakes", "tremor", "tremors", "aftershock", "aftershocks", "tsunami", "eruption", "volcano",
    "flood", "floods", "flooding", "floodwaters", "storm", "storms", "thunderstorm", "thunderstorms", "hurricane", "hurricanes", "cyclone",
    "cyclones", "typhoon", "typhoons", "tornado", "tornadoes", "sandstorm", "landslide", "landslides", "mudslide", "mudslides",
    "rockslide", "avalanche", "avalanches", "lightning", "drought", "heatwave", "wildfire", "wildfires", "blaze", "blazes", "cholera",
    "malaria", "measles", "ebola", "covid", "typhoid", "dysentery", "disease", "diseases", "epidemic", "virus", "accident", "accidents",
    "collision", "collisions", "derailment", "crash", "crashes", "stampede", "stampedes", "crush",
})  # fmt: skip
# What vehicles do by accident, unless the text says that somebody made them.
_GOING_WRONG = frozenset({
    "crash", "crashes", "crashed", "crashing", "collide", "collides", "collided", "derail", "derails", "derailed", "capsize", "capsizes",
    "capsized", "overturn", "overturns", "overturned",
})  # fmt: skip
# These are sent; or somebody in them means it.
_SENT = frozenset({"drone", "drones", "missile", "missiles", "rocket", "rockets", "shell", "shells", "bomb", "bombs", "bomber", "bombers"})
_INTO_PEOPLE = frozenset({"crowd", "crowds", "people", "pedestrians", "market", "checkpoint", "police", "soldiers", "troops"})
_VIOLENCE = frozenset({
    "attack", "attacks", "attacked", "attacking", "attacker", "attackers", "shot", "shots", "shoot", "shooting", "shootings", "gunman",
    "gunmen", "gun", "guns", "gunfire", "bomb", "bombs", "bombed", "bomber", "bombers", "bombing", "bombings", "bombardment", "missile",
    "missiles", "rockets", "shell", "shells", "shelled", "shelling", "mortar", "mortars", "artillery", "airstrike", "airstrikes", "drone",
    "drones", "raid", "raids", "raided", "militant", "militants", "militia", "militias", "rebel", "rebels", "insurgent", "insurgents",
    "fighter", "fighters", "fighting", "fought", "war", "clash", "clashes", "clashed", "ambush", "ambushed", "terror", "terrorist",
    "terrorists", "terrorism", "murder", "murdered", "stabbed", "stabbing", "grenade", "grenades", "explosives", "mine", "mines",
    "beaten", "beat", "torture", "tortured", "executed", "weapon", "weapons", "deliberate", "deliberately", "assault", "assaulted",
    "fired", "firing", "stormed", "storming",
})  # fmt: skip
_BY = frozenset({"in", "by", "from", "of", "during"})
# Verbs up the tree that are looked at: time stays linear in a sentence of many clauses.
_UP = 8
_WITHOUT_SUBJECT = frozenset({"advcl", "conj", "acl", "acl:relcl"})


class Mishaps:
    """The disasters and accidents of one report."""

    def __init__(self, finder: ClauseFinder) -> None:
        self._finder = finder
        words = set(finder.words)
        causes = {word for word, token in zip(finder.words, finder.tokens, strict=True) if token.upos != "VERB" or word in _GOING_WRONG}
        self._nothing_else = not causes.isdisjoint(_CAUSES | _GOING_WRONG) and words.isdisjoint(_VIOLENCE)

    def is_one(self, clause: Clause) -> bool:
        """Whether nobody attacks in what a clause tells, whatever its verb."""
        return self._nothing_else or self._happens(clause.head)

    def _happens(self, token: int) -> bool:
        """Whether nature or an accident does what a verb says, or what the verb that it hangs on says."""
        finder = self._finder
        for _ in range(_UP):
            if self._is_named(token) or self._goes_wrong(token):
                return True
            above = finder.tokens[token].head
            has_doer = finder.children(token, "nsubj", "obl:agent")
            if has_doer or above == token or finder.tokens[token].relation not in _WITHOUT_SUBJECT:
                return False
            token = above
        return False

    def _is_named(self, token: int) -> bool:
        """Whether a cause does it: "floods killed 40", "destroyed by the quake", "died in a crash", "the earthquake"."""
        finder = self._finder
        doers = {token, *finder.children(token, "nsubj", "obl:agent")}
        told = (*doers, *finder.phrases(token, _BY))
        return any(finder.word(i) in _CAUSES and finder.tokens[i].upos != "VERB" for i in told)

    def _goes_wrong(self, token: int) -> bool:
        """Whether a vehicle comes to grief: "the bus crashed into a wall"."""
        finder = self._finder
        if finder.word(token) not in _GOING_WRONG:
            return False
        near = finder.children(token)
        around = {finder.word(i) for i in (*near, *(k for i in near for k in finder.children(i)))}
        return around.isdisjoint(_SENT | _INTO_PEOPLE)
