"""What do the words of one sentence say of aid as a whole?"""

from dataclasses import dataclass
from itertools import pairwise

from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.words import WORDS
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_FRESH = frozenset({"separate", "separately", "another", "instead"})
_ONE_MORE = (("an", "earlier"), ("its", "earlier"), ("an", "additional"), ("a", "previous"))
_DEFINITE = frozenset({"the", "this", "that", "these", "it", "its", "they", "latest"})
_SO_FAR = ("so far", "to date", "until now", "till now", "thus far")
_SUMMED = frozenset({"total", "altogether"})
_STRIKES = word_set("hit struck fired shelled bombed exploded destroyed attacked shot ambushed blocked captured intercepted")
_PERFECT = frozenset({"has", "have"})
_NUMBERS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "previous", "earlier"})
_PACKAGES = frozenset({"package", "loan", "grant", "credit", "donation", "shipment", "consignment", "pledge"})
_GREATEST = frozenset({"most", "first", "only"})
_GROWING = frozenset({"rose", "rises", "grew", "grows", "fell", "falls", "totals", "totalled", "stands", "amounts"})
_COMING_TO = frozenset({"reaches", "totals", "totalled", "stands", "amounts", "exceeds"})
_MILLIONS = frozenset({"million", "billion"})
_AUXILIARY = frozenset({"will", "would", "has", "had", "may", "can", "could", "should", "must"})
_BEING = frozenset({
    "is", "was", "be", "been", "includes", "include", "included", "comes", "come", "came", "covers", "cover", "contains", "contain",
    "consists", "consist", "follows", "follow", "holds", "comprises", "brings", "also",
})  # fmt: skip
_HOLDING = frozenset({"includes", "included", "contains", "contained", "comprises", "comprised", "covers", "covered", "consists"})
# What is called so is given for nothing, though trade is spoken of beside it.
_OWN_BUDGETS = frozenset({"defence", "defense", "military"})
_FREE = frozenset({"aid", "assistance", "donation", "gift", "grant"})
# What aid may be paid from.
_PAID_FROM = frozenset({"budget", "tax", "taxes", "revenue", "revenues", "profit", "profits", "assets"})
_TRADED = frozenset({"imports"})
_TRADE = frozenset({"sale", "sales", "sold"})
_JOINING = frozenset({"and", "but", "while"})
_THINGS = word_set("system systems weapons weaponry vehicles aircraft planes goods items cargo load aid donation")
_BRINGING = frozenset({"bringing", "brings", "brought"})
# Stages of money, beside which somebody may have been bombed.
_MONEYS = frozenset({"pledged", "committed", "allocated", "contracted", "cancelled"})
# What somebody else did, where a sentence tells of aid as well: "froze its aid after the army seized power".
_TAKEN = frozenset({"seized", "stolen", "looted", "smuggled"})
_PRONOUNS = frozenset({"its", "their", "it", "them", "they"})
# Words from the beginning of a sentence among which it takes up a package.
_START = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. words: in lower case, without punctuation. told: the words in it that tell a stage. sums: of money.
    is_giving: whether the reader takes a clause of it for aid. tellers: the words that tell. aside: those of clauses beside what is told.
    """

    tokens: range
    words: list[str]
    told: list[Told]
    sums: list[Figure]
    funding: list[Span]
    is_giving: bool
    tellers: frozenset[str]
    aside: frozenset[str]

    @property
    def is_of_aid(self) -> bool:
        return self.is_giving or bool(WORDS["aid"] & set(self.words))

    @property
    def is_of_aid_or_arms(self) -> bool:
        return self.is_of_aid or bool(WORDS["military"] & set(self.words))

    @property
    def is_fresh(self) -> bool:
        """Whether it opens something else: "a separate gift"."""
        also = "also" in self.words and any(a in ("a", "an") and b in _PACKAGES for a, b in pairwise(self.words))
        return also or bool(_FRESH & set(self.words)) or any(pair in _ONE_MORE for pair in pairwise(self.words))

    @property
    def package_number(self) -> str | None:
        """Which of several packages it tells of: "a second package", "its third loan"; tranches are parts of one."""
        return next((a for a, b in pairwise(self.words) if a in _NUMBERS and b in _PACKAGES), None)

    @property
    def number(self) -> str | None:
        """Which of several it begins with: "the first, of 5 million", "the first package"."""
        return self.words[1] if self.words[:1] == ["the"] and set(self.words[1:2]) & _NUMBERS else None

    @property
    def is_of_people(self) -> bool:
        return bool(WORDS["humanitarian"] & set(self.words))

    @property
    def is_no_aid(self) -> bool:
        """Whether it is of money or goods that are none: ransom, trade; a budget may be what aid is paid from."""
        is_free = bool(_FREE & set(self.words))
        if _TRADED & set(self.words) and not self.sums and not is_free:
            return True  # "Supplies nearly all of its oil imports"; a sum may be lent to pay for them.
        is_paid_from = bool(WORDS["aid"] & set(self.words)) or (self.is_giving and ("budget", "of") not in pairwise(self.words))
        # "The budget will rise to 4 billion" pays for nothing given.
        is_paid_from = is_paid_from and not any(
            (a == "budget" and b in _AUXILIARY | _BEING | _GROWING) or (a in _OWN_BUDGETS and b == "budget")
            for a, b in pairwise(self.words)
        )
        is_frozen = "frozen" in self.words and self.is_of_aid_or_arms
        # A chamber that votes on aid is no court.
        resolves = bool(self.tellers & WORDS["resolved"])
        none = (WORDS["no_aid"] & set(self.words)) - self.aside
        # "Lent Ossel 200 million for its budget".
        none -= (
            {"budget"}
            if any(a == "for" and c == "budget" for a, _, c in zip(self.words, self.words[1:], self.words[2:], strict=False))
            else set()
        )
        return bool(
            none
            - (_PAID_FROM if is_paid_from or is_frozen else set())
            - (_TRADE if is_free else set())
            - ({"chamber"} if resolves else set())
            - (_TAKEN if is_paid_from and any(not hit.is_read for hit in self.told) else set())
        )

    @property
    def is_fighting(self) -> bool:
        """Whether it tells of weapons in use or of forces on their way: "rockets supplied by Brotherland hit a queue"."""
        marching = (
            any(f"{a} {b}" in ("the border", "the frontier", "the front") for a, b in pairwise(self.words)) and "across" in self.words
        )
        struck = (_STRIKES & set(self.words)) - self.tellers - ({"hit", "struck"} if WORDS["disasters"] & set(self.words) else set())
        strikes = bool(struck) and not (self.sums and (self.is_of_aid or any(hit.stage in _MONEYS for hit in self.told)))
        return strikes or (marching and bool(WORDS["military"] & set(self.words)) and not self.is_of_aid)

    @property
    def is_total(self) -> bool:
        """Whether its sums are totals of many packages: "since 2015 it has given 410 million", "has given 44 million since then"."""
        of_all = ("all", "donors") in pairwise(self.words) or (self.words[:2] == ["in", "all"] and bool(_PERFECT & set(self.words)))
        since = self.words[:2] == ["since", "the"] or any(a == "since" and b.isdigit() for a, b in pairwise(self.words))
        # "Its help since the war began thereby reaches 1.9 billion".
        comes_to = "since" in self.words and bool(_COMING_TO & set(self.words))
        # "Pledged 100 million, bringing the total to a billion": what was brought to it is left out of the sums.
        is_brought = bool(_BRINGING & set(self.words))
        summed = bool(_SUMMED & set(self.words)) and not (is_brought and self.sums and self.words[0] != "that")
        # "Lent 4.1 billion to 38 countries".
        to_many = any(
            a == "to" and b.isdigit() and c in ("countries", "states")
            for a, b, c in zip(self.words, self.words[1:], self.words[2:], strict=False)
        )
        return since or comes_to or to_many or self._is_given_since or of_all or summed or self._is_summed_since

    @property
    def _is_summed_since(self) -> bool:
        return "since" in self.words and any(amount.since for amount in self.sums)

    @property
    def is_of_years(self) -> bool:
        """Whether it counts what was given until now: "since last February it has given 89 tanks", "so far 36,000 tonnes have come"."""
        since = self.words[0] == "since" and bool(_PERFECT & set(self.words))
        return since or self.words[:2] in (["so", "far"], ["in", "all"], ["in", "total"])

    @property
    def _is_given_since(self) -> bool:
        """Whether what "has" been given is counted from a time on; "the greatest since the war began" is one gift."""
        if "since" not in self.words or not _PERFECT & set(self.words):
            return False
        at = self.words.index("since")
        has = min(self.words.index(word) for word in _PERFECT & set(self.words))
        return has < at and not any(word in _GREATEST or word.endswith("est") for word in self.words[:at])

    @property
    def excludes(self) -> bool:
        """Whether it says what a package does not hold: "the package does not include weapons"."""
        return any(a in ("not", "n't") and b in ("include", "contain", "cover", "comprise") for a, b in pairwise(self.words))

    @property
    def is_so_far(self) -> bool:
        """Whether it adds up what was given until now, of one package or of many: "has so far provided 310 million"."""
        return any(f"{a} {b}" in _SO_FAR for a, b in pairwise(self.words))

    @property
    def is_of_shares(self) -> bool:
        """Whether it begins with a share of something named before: "the first was paid in October"."""
        return self.words[0] == "the" and bool(WORDS["ordinals"] & set(self.words[1:2]))

    @property
    def takes_up(self) -> bool:
        """Whether it speaks of a package named before: "the package", "it", "the rest"."""
        start = self.words[:_START]
        named = any(word in WORDS["reference"] | WORDS["taking_up"] for word in start) and bool(_DEFINITE & set(start))
        # "Twelve million was transferred in January."
        bare = not self.sums and bool(_MILLIONS & set(self.words[1:3]))
        # "And a contract for their overhaul was signed": a joined clause.
        joined = self.words[0] in _JOINING and bool(_PRONOUNS & set(self.words[1:_START]))
        # "They were part of a package".
        is_part = self.words[:1] in (["they"], ["it"]) and ("part", "of") in pairwise(self.words[:_START])
        # "The system comes from its own stocks."
        again = self.words[0] in ("the", "these", "those") and bool(set(self.words[1:2]) & _THINGS)
        # "With this payment we keep our promise".
        shown = any(a in ("this", "these") and b in WORDS["payments"] | WORDS["acts"] for a, b in pairwise(start))
        return (
            named
            or shown
            or again
            or bare
            or joined
            or is_part
            or self._is_of_it
            or self.words[1:3] == ["of", "it"]
            or bool({"others"} & set(self.words[:2]))
        )

    @property
    def _is_of_it(self) -> bool:
        """Whether "it" at the beginning is the package, and not somebody who gives."""
        second, third = (*self.words[1:3], "", "")[:2]
        # "The minister said it contains weapons".
        said = next((n for n, word in enumerate(self.words[:-1]) if word in ("said", "says") and self.words[n + 1] in ("it", "that")), None)
        behind = [word for word in self.words[said + 1 :] if word != "that"][:2] if said is not None else []
        is_said_of_it = behind[:1] == ["it"] and behind[-1] in _HOLDING
        return is_said_of_it or (self.words[0] == "it" and (second in _BEING or (second in _AUXILIARY and third in _BEING)))
