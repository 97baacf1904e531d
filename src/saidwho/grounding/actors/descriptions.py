"""Whom does a noun phrase go back to by its words alone?

"The blogger" is the war blogger of the sentence before where the text speaks of no other; "the charity" is the relief body that
has just spoken; "the rebels" are the one armed group that the text names.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import noun
from saidwho.text.press import KINDS

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Words before a noun that tell it from nobody else's.
_PALE = frozenset({"the", "this", "that", "these", "those", "a", "an", "one", "own", "same", "senior", "unnamed", "former", "local"})
# Members that are looked through, the latest first, and noun phrases of each: time stays linear in the text.
_MOST, _PHRASES = 40, 12
# Tokens from a noun to the end of whose it is.
_OWNER = 4
# What an armed group is called by, and what a body at peace is called by, where the text has named it.
ARMED = frozenset({
    "group", "movement", "militia", "faction", "rebel", "guerrilla", "insurgent", "militant", "jihadist", "separatist", "paramilitary",
    "extremist", "islamist",
})  # fmt: skip
CIVIL = frozenset({
    "association", "bank", "charity", "company", "federation", "firm", "foundation", "institute", "institution", "observatory",
    "union", "university", "watchdog", "monitor", "organization", "agency",
})  # fmt: skip
# What an outlet is called by: nouns that stand for it alone, so no "news", and as lemmas, so no "newspaper", which is "paper".
OUTLETS = (KINDS - {"news", "newspaper", "portal"}) | {"network", "organization", "company", "journal", "radio", "television", "group"}
# Governments that are no state's.
OF_PARTS = frozenset({"regional", "local", "provincial", "municipal", "city", "district", "county"})
_OF_PORTFOLIOS = frozenset({"ministry", "department", "minister"})
# Words in the names of bodies that are no armed groups.
_UNARMED_NAMES = frozenset({
    "council", "ministry", "nations", "agency", "office", "court", "parliament", "committee", "observatory", "university", "hospital",
    "press", "news", "police", "department", "commission", "bank", "society", "crescent", "tribunal", "assembly", "congress",
})  # fmt: skip
# Words in the names of bodies that are no groups at all.
_NO_GROUPS = frozenset({
    "ministry", "court", "parliament", "police", "department", "tribunal", "assembly", "university", "hospital", "office", "school",
})  # fmt: skip
# Words that make an armed group of a group.
_IN_ARMS = frozenset({"rebel", "armed", "militant", "jihadist", "islamist", "insurgent", "separatist", "guerrilla", "paramilitary"})
# Kinds of the register's entries, and words in the names of bodies that it does not hold, that make armed groups of them.
_ARMED_KINDS = frozenset({"group", "force"})
_ARMED_NAMES = frozenset({
    "front", "liberation", "movement", "militia", "resistance", "brigade", "brigades", "tigers", "fighters", "jihad", "revolutionary",
})  # fmt: skip
_CIVIL_KINDS = frozenset({"aid", "relief", "rights", "medical", "monitoring", "humanitarian", "charity"})
# Words that say what kind of group it is and no more.
OF_KIND = frozenset({
    "paramilitary", "armed", "rebel", "militant", "islamist", "jihadist", "insurgent", "separatist", "aid", "relief", "rights", "human",
    "medical", "monitoring", "international", "humanitarian", "war", "news", "charity", "terrorist", "extremist", "guerrilla",
})  # fmt: skip


def same_noun(markable: Markable, members: Iterable[Member], trees: Trees) -> Member | None:
    """The only one of those spoken of before whom the text calls by the noun of a definite phrase; None where several are.

    members: the latest first. Words before the noun must have been said of that one ("the regional spokesman"). Whether it is
    somebody who has a name is for the ranker to say, which weighs more than the noun.
    """
    if markable.words[0] not in _DEFINITE or len(markable.words) < 2:
        return None
    own = told_apart(markable)
    if "'s" in markable.words or markable.kind == "document":
        return None
    called = [m for m in islice(members, _MOST) if _is_called(markable.lemma, m) and _is_one(markable, m)]
    own |= _owners_behind(markable, trees) | portfolio_behind(markable, trees)
    found = [member for member in called if own <= _said_of(member, trees)]
    if len(found) != 1 or not (own or len(called) == 1) or found[0].is_named or not _is_introduced(markable.lemma, found[0]):
        return None
    return found[0]


def _owners_behind(markable: Markable, trees: Trees) -> frozenset[str]:
    """The names behind a noun that tell whose it is: "UN" of "the office of the UN commissioner"."""
    if trees.words[markable.past : markable.past + 1] not in (("of",), ("for",)):
        return frozenset()
    behind = range(markable.past + 1, min(markable.past + _OWNER, len(trees.words)))
    end = next((i for i in behind if trees.tokens[i].upos not in ("DET", "ADJ", "PROPN")), behind.stop)
    return frozenset(trees.words[i] for i in range(behind.start, end) if trees.tokens[i].span.of(trees.text)[:1].isupper())


def portfolio_behind(markable: Markable, trees: Trees) -> frozenset[str]:
    """What a ministry is for by the words behind it: "justice" of "the ministry of justice"."""
    if markable.lemma not in _OF_PORTFOLIOS or trees.words[markable.past : markable.past + 1] not in (("of",), ("for",)):
        return frozenset()
    behind = range(markable.past + 1, min(markable.past + _OWNER, len(trees.words)))
    end = next((i for i in behind if trees.tokens[i].upos not in ("DET", "ADJ", "NOUN")), behind.stop)
    return frozenset(trees.words[i] for i in range(behind.start, end) if trees.tokens[i].upos != "DET")


def _is_introduced(lemma: str, member: Member) -> bool:
    """Whether a text has brought somebody in by a noun: "a bank", not "his bank", whose name may come yet."""
    first = next((m for m in member.seen if m.shape == "nominal" and m.lemma == lemma), None)
    return first is not None and first.words[0] not in ("his", "her", "its", "their", "our", "my", "your")


def _is_called(lemma: str, member: Member) -> bool:
    """Whether a member has been spoken of by a noun, or bears it in its name. A state of unions is called none."""
    if lemma == "union" and is_state(member):
        return False
    named = any(lemma in name for name in member.names) or (member.entry is not None and lemma in member.entry.name.lower().split())
    return named or lemma in member.lemmas


def is_state(member: Member) -> bool:
    return member.kind == "state" or (member.entry is not None and member.entry.kind == "state")


def is_another(markable: Markable, member: Member) -> bool:
    """Whether words tell two noun phrases of one noun apart: "the regional spokesman" and "a rebel spokesman"."""
    own = told_apart(markable)
    if not own.isdisjoint(OF_PARTS) and member.entry is not None and member.entry.kind in ("government", "state"):
        return True
    if not own or member.is_named:
        return False
    same = [m for m in member.seen[-_PHRASES:] if m.shape == "nominal" and m.lemma == markable.lemma]
    return bool(same) and all((others := told_apart(m)) and own.isdisjoint(others) for m in same)


_OF_SOMEBODY_ELSE = frozenset({"counterpart", "rival", "opponent", "successor", "predecessor", "colleague"})


def may_go_back(markable: Markable) -> bool:
    """Whether a noun phrase may speak of somebody known: "the spokesman", "that group", "police"; not "a spokesman", nor "staff"."""
    first = markable.words[0]
    if markable.words == ("staff",):
        return False
    if first in ("his", "her", "its", "their") and markable.lemma in _OF_SOMEBODY_ELSE:
        return False  # whose it is, who was just spoken of, is another
    if first in ("a", "an", "another", "some", "many", "several", "other", "no", "any", "few", "two", "three", "one"):
        return False
    definite = ("the", "this", "that", "these", "those", "his", "her", "its", "their", "both")
    return first in definite or "'s" in markable.words or len(markable.words) == 1


def told_apart(markable: Markable) -> frozenset[str]:
    """The words before a noun that tell it from others of its kind."""
    return frozenset(word for word in markable.words[:-1] if word not in _PALE and word.isalpha())


def spoke_last(markable: Markable, speakers: Sequence[Member], trees: Trees) -> Member | None:
    """The named body that has just spoken, where a bare noun for bodies like it speaks on: "the charity", "the paramilitary group"."""
    if markable.words[0] not in ("the", "this") or not speakers or not is_of_kind_alone(markable):
        return None
    last = speakers[-1]
    if last.kind == "person" and last.of is not None and not last.many:
        last = last.of  # "A spokesman for the Coral Cross said ... The charity said"
    if not last.is_named or last.kind not in ("body", "group"):
        return None
    armed = is_armed(last, trees)
    is_group = not any(word in _NO_GROUPS for name in last.names for word in name)
    is_peaceful = markable.lemma in CIVIL or (markable.words == ("the", "group") and is_group)
    fits = (armed and markable.lemma in ARMED) or (not armed and is_peaceful and is_at_peace(last, trees))
    return last if fits and not markable.many else None


def bears_noun(markable: Markable, members: Iterable[Member], speakers: Sequence[Member], trees: Trees) -> Member | None:
    """The one named body whose name has the bare noun that speaks, where nothing told of who spoke last has it: "the agency".

    members: the latest first.
    """
    if markable.words != ("the", markable.lemma) or markable.lemma not in CIVIL or not speakers:
        return None
    last = speakers[-1]
    if markable.lemma in last.lemmas | _said_of(last, trees):
        return None
    bodies = (member for member in islice(members, _MOST) if member.kind == "body" and member.is_named)
    found = [member for member in bodies if any(markable.lemma in name for name in member.names)]
    return found[0] if len(found) == 1 else None


# What ministries bear in their names that are called so: "the military department" is that of defence.
_MINISTRIES = {
    "military": frozenset({"defence", "defense", "war"}),
    "defence": frozenset({"defence", "defense", "war"}),
    "defense": frozenset({"defence", "defense", "war"}),
    "diplomatic": frozenset({"foreign", "external"}),
    "foreign": frozenset({"foreign", "external"}),
}
_DEPARTMENTS = frozenset({"department", "agency", "ministry"})
_DEPARTMENT = 3


def spoke_as_ministry(markable: Markable, speakers: Sequence[Member]) -> Member | None:
    """The ministry that spoke last of those that "the military department" and the like may mean; who else speaks is none."""
    if len(markable.words) != _DEPARTMENT or markable.words[0] != "the" or markable.lemma not in _DEPARTMENTS:
        return None
    wanted = _MINISTRIES.get(markable.words[1], frozenset())
    for member in islice(reversed(speakers), _MOST):
        names = {word for name in member.names for word in name} | set(member.entry.name.lower().split() if member.entry else ())
        if member.kind == "body" and member.is_named and wanted & names:
            return member
    return None


def the_armed_one(markable: Markable, members: Sequence[Member], trees: Trees) -> Member | None:
    """The one armed group that a text names, or has named so far, for "the rebels" and the like."""
    is_of_arms = markable.many or markable.lemma in ("militia", "faction") or not _IN_ARMS.isdisjoint(markable.words[:-1])
    before = [member for member in members if any(m.past <= markable.first for m in member.markables)]
    is_only = markable.words == ("the", "group") and not any(_is_other_body(member, trees) for member in before)
    if markable.words[0] != "the" or not (is_of_arms or is_only) or markable.lemma not in ARMED or not is_of_kind_alone(markable):
        return None
    armed = [member for member in members if member.is_named and member.kind in ("body", "group") and is_armed(member, trees)]
    if len(armed) > 1:
        armed = [member for member in armed if member in before]
    return armed[0] if len(armed) == 1 else None


def _is_other_body(member: Member, trees: Trees) -> bool:
    """Whether a member is a body that a text speaks of by name and that is neither an armed group nor a state's."""
    is_of_state = member.entry is not None and (member.entry.kind != "body" or member.entry.of is not None)
    if any(word in _NO_GROUPS for name in member.names for word in name):
        return False  # nobody calls a ministry "the group"
    return (
        bool(member.markables) and member.is_named and member.kind in ("body", "group") and not is_of_state and not is_armed(member, trees)
    )


def is_unarmed(markable: Markable, member: Member) -> bool:
    """Whether words speak of an armed group, and a member is a body that is none: "the rebel group" is no council."""
    if markable.shape != "nominal" or markable.lemma not in ARMED or _IN_ARMS.isdisjoint(markable.words):
        return False
    if member.entry is not None:
        return member.entry.kind not in _ARMED_KINDS
    return member.kind == "body" and any(word in _UNARMED_NAMES for name in member.names for word in name)


# What a hyphen joins to the name of a place or of those who stand behind a group.
_OF_OTHERS = frozenset({"based", "backed", "linked", "aligned", "allied", "led", "supported", "funded"})
_HYPHENED = tuple(f"-{word}" for word in _OF_OTHERS)
# Words of "the official", and what else takes up whoever has just spoken, most of them without a name.
_BARE, _TAKEN_UP = 2, frozenset({"official", "diplomat", "witness", "source", "man", "woman"})
# Words of the offices of diplomats.
_OF_DIPLOMATS = frozenset({"foreign", "external", "ambassador", "envoy", "diplomat"})
# Sentences since somebody was spoken of.
_LATELY = 2
# Whom "the official" takes up, by the nouns of their offices.
_OFFICIALS = frozenset({
    "spokesperson", "minister", "governor", "ambassador", "envoy", "secretary", "deputy", "diplomat", "commissioner", "prosecutor", "mayor",
    "adviser", "director", "commander", "officer", "representative",
})  # fmt: skip


def last_official(markable: Markable, speakers: Sequence[Member], trees: Trees) -> Member | None:
    """Who spoke last, where it holds an office and "the official" speaks on, or "the top diplomat"; "the witness" needs none."""
    words = tuple(word for word in markable.words if word not in ("top", "chief"))
    if words[:1] not in (("the",), ("this",)) or len(words) != _BARE or markable.lemma not in _TAKEN_UP or not speakers:
        return None
    last = speakers[-1]
    if last.kind != "person" or last.many or not last.seen:
        return None
    is_near = trees.sentence(markable.first) - trees.sentence(last.seen[-1].first) <= _LATELY
    offices = {"official": _OFFICIALS, "diplomat": _OF_DIPLOMATS}.get(markable.lemma)
    if offices is None:
        return last if is_near and not last.is_named and None in (last.gender, markable.gender) else None
    return last if is_near and not offices.isdisjoint(last.lemmas | _said_of(last, trees)) else None


def is_civil(markable: Markable) -> bool:
    """Whether words say that a group is none that fights: "the aid group"."""
    return not _CIVIL_KINDS.isdisjoint(markable.words)


def is_of_kind_alone(markable: Markable) -> bool:
    """Whether a noun stands alone, but for an article and words that say of what kind it is: "the British-based monitor"."""
    return all(word in _PALE or word in OF_KIND or word == "-" or word in _OF_OTHERS or _is_based(markable.words, i)
               for i, word in enumerate(markable.words[:-1]))  # fmt: skip


def is_armed(member: Member, trees: Trees) -> bool:
    """Whether a member is an armed group: by the register, else by its name."""
    if member.entry is not None:
        return member.entry.kind in _ARMED_KINDS and (member.entry.kind == "group" or member.entry.of is None)
    return any(word in _ARMED_NAMES for name in member.names for word in name) or not _IN_ARMS.isdisjoint(member.told)


def _is_based(words: tuple[str, ...], at: int) -> bool:
    """ "Britain" of "Britain-based", "Iran" of "Iran-backed"."""
    behind = (
        words[at + 1 : at + 3] if words[at + 1 : at + 2] == ("-",) else (words[at + 1] if at + 1 < len(words) else "").partition("-")[1:]
    )
    return words[at].endswith(_HYPHENED) or (len(behind) > 1 and behind[-1] in _OF_OTHERS)


def is_at_peace(member: Member, trees: Trees) -> bool:
    """Whether a member is a body of no state and no armed group, as far as is known."""
    is_free = member.entry is None or (member.entry.kind == "body" and member.entry.of in (None, "un"))
    return is_free and not is_armed(member, trees)


def _is_one(markable: Markable, member: Member) -> bool:
    """Whether both are one or both are many."""
    return markable.many is None or member.many is None or bool(markable.many) == bool(member.many)


def _said_of(member: Member, trees: Trees) -> frozenset[str]:
    """All words that a member has been called by."""
    told = {word for m in member.seen[-_PHRASES:] if m.shape == "nominal" for word in m.words}
    role = member.role.of(trees.text).lower().split() if member.role else ()
    return frozenset(told | {word for name in member.names for word in name} | set(role))


def body_beside(markable: Markable, near: Sequence[tuple[Markable, Member]], trees: Trees) -> Member | None:
    """The named body that a noun phrase says more of, across a comma: "a rival faction, the Brigade of the Reeds".

    near: markables around it that stand for somebody, with whom.
    """
    if markable.kind not in ("body", "group") or (found := noun(markable.words[-1])) is None or found.kind == "person":
        return None
    for name, member in near:
        if name.shape != "name" or member.kind not in ("body", "group"):
            continue
        between = trees.words[markable.past : name.first] if name.first >= markable.past else trees.words[name.past : markable.first]
        if between in KNOWN_AS or (name.first == markable.past and "'s" not in markable.words and not markable.many):
            return member
        if _is_set_apart(markable, name, between, trees):
            return member
        if between not in ((",",), (",", "the"), (",", "a")):
            continue
        if _is_apposed(name, markable, trees) or _is_apposed(markable, name, trees):
            return member
    return None


# Between a noun for a body and its name.
KNOWN_AS = frozenset({
    (",", "known", "as"), ("known", "as"), ("known", "as", "the"), ("calling", "itself"), ("calling", "itself", "the"),
    (",", "calling", "itself", "the"), ("called",), ("called", "the"), ("named",), ("that", "calls", "itself", "the"),
})  # fmt: skip


def _is_set_apart(noun_phrase: Markable, name: Markable, between: tuple[str, ...], trees: Trees) -> bool:
    """Whether commas set a name apart behind the noun for it: "the manufacturer of the missile, Kontur,"."""
    if name.first < noun_phrase.past or noun_phrase.many or noun_phrase.words[0] not in _PRESENTING:
        return False
    behind = trees.words[name.past : name.past + 2]
    is_beside = between in ((",",), (",", "the")) or (between[:1] == ("of",) and between[-1:] == (",",) and between.count(",") == 1)
    return is_beside and behind[:1] in ((",",), (".",)) and behind[1:] not in (("and",), ("or",))


_PRESENTING = frozenset({"a", "an", "the", "another", "one", "its", "their"})


def _is_apposed(one: Markable, other: Markable, trees: Trees) -> bool:
    token = trees.tokens[one.head]
    return token.relation == "appos" and other.first <= token.head < other.past
