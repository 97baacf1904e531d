"""Who speaks in a paper: "the statement said" is the body that issued it."""

from collections.abc import Sequence

from saidwho.grounding.actors.cast import Cast, Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees

# Between a paper and its issuer: "a statement by the ministry", "the report from".
_BY = frozenset({"by", "from", "of"})
_ISSUING = frozenset({"released", "published", "issued", "compiled", "posted", "provided", "collected", "given"})
_ISSUES = frozenset({
    "released", "published", "issued", "compiled", "posted", "collected", "releases", "publishes", "issues", "compiles", "collects",
    "keeps", "kept", "gathers", "gathered",
})  # fmt: skip
# Whoever did this with a paper or a picture got at it or looked into it, and did not issue it: "a document seen by Norrpress".
_LOOKED_AT = frozenset({
    "seen", "obtained", "reviewed", "viewed", "read", "examined", "inspected", "studied", "verified", "authenticated", "checked",
    "geolocated", "analysed", "analyzed", "acquired", "intercepted", "captured", "found", "cited", "quoted", "translated", "heard",
})  # fmt: skip
# Tokens of a clause up to its verb.
_CLAUSE = 8
# What carries posts and issues none: "a Telegram post by the governor".
_PLATFORMS = frozenset({"telegram", "twitter", "x", "facebook", "instagram", "youtube", "tiktok", "whatsapp", "vkontakte", "weibo"})
# What a body puts out while it speaks, so that whoever spoke before is likely to have issued it.
_ISSUED = frozenset({"statement", "letter", "email", "e-mail", "memo", "post", "tweet", "message"})
# Tokens after a speaker within which the paper that it spoke in is named: "the Pentagon said in a statement".
_NEAR = 12


def issuer(
    markable: Markable, near: Sequence[tuple[Markable, Member]], cast: Cast, trees: Trees, speakers: Sequence[Member]
) -> Member | None:
    """The member that issued a paper; None where the text does not tell.

    Told by the words themselves ("the ministry's statement", "a report by X"), by an earlier mention of the same paper,
    or, where the paper is a definite one, by who last spoke in a paper of that name. near: markables in the words and
    right behind them, with whom they stand for.
    """
    told = _told(markable, near, trees)
    if told is None and markable.words[0] in ("the", "this", "that"):
        told = cast.paper(markable.lemma) or _last_in(markable, speakers, trees)
    if told is None and markable.lemma in _ISSUED and not markable.many:
        told = next((member for member in reversed(speakers[-3:]) if member.kind == "body"), None)
    return told


def _told(markable: Markable, near: Sequence[tuple[Markable, Member]], trees: Trees) -> Member | None:
    by = issued_by(markable, trees)
    inside = [member for m, member in near if m.past < markable.past and trees.words[m.first] not in _PLATFORMS]
    if inside:
        return inside[-1]
    if by is None:
        return None
    return next((member for m, member in near if m.first >= by and m.shape != "pronoun"), None)


def issued_by(markable: Markable, trees: Trees) -> int | None:
    """The token at which whoever issued a paper is named behind it: of "the ministry" in "a statement published by the ministry"."""
    near = range(markable.past, min(markable.past + 3, len(trees.tokens)))
    if trees.words[markable.past : markable.past + 1] in (("that",), ("which",)):
        # "Figures that the office compiles".
        verb = trees.tokens[markable.past].head
        is_issued = markable.past < verb <= markable.past + _CLAUSE and trees.words[verb] in _ISSUES
        return markable.past + 1 if is_issued else None
    if trees.words[markable.past : markable.past + 1] and trees.words[markable.past] in _ISSUING:
        # "Figures released on Tuesday by the observatory".
        near = range(markable.past, min(markable.past + 6, len(trees.tokens)))
        return next((i + 1 for i in near if trees.words[i] == "by"), None)
    if trees.words[markable.past : markable.past + 2] == ("made", "public"):
        near = range(markable.past, min(markable.past + 7, len(trees.tokens)))
        return next((i + 1 for i in near if trees.words[i] == "by"), None)
    if trees.words[markable.past : markable.past + 1] and trees.words[markable.past] in _LOOKED_AT:
        return None
    by = next((i for i in near if trees.words[i] in _BY), None)
    if by is None or (by > markable.past and trees.words[by] != "by"):
        return None
    return by + 1


def _last_in(markable: Markable, speakers: Sequence[Member], trees: Trees) -> Member | None:
    """Who last spoke, where the paper is named close behind a mention of theirs."""
    for member in reversed(speakers[-4:]):
        for m in reversed(member.seen[-4:]):
            if m.past <= markable.first and markable.lemma in trees.words[m.past : min(m.past + _NEAR, markable.first)]:
                return member
    return None
