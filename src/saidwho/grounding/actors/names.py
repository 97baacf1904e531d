"""Which names in a text are names of the same person or body?"""

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from saidwho.grounding.actors.cast import Cast, Member
from saidwho.grounding.actors.markables import Markable, name_words
from saidwho.grounding.actors.organs import with_owner_behind
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import gender_of_name
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.names import fold
from saidwho.grounding.register.register import Register
from saidwho.types.document import Span

# Tokens of "Ukraine's", and words of a name that is too short to be known by its initials alone.
_OWNER = 2
# Between somebody's name and another that he is known by, without words that say by how many; and tokens that these are at most.
_KNOWN_AS = frozenset({
    (",", "known", "as"), (",", "nicknamed"), ("alias",), (",", "alias"), (",", "who", "is", "known", "as"),
    (",", "known", "by", "his", "nom", "de", "guerre"), (",", "known", "by", "the", "nom", "de", "guerre"), (",", "called"),
})  # fmt: skip
_ADVERBS = frozenset({"also", "better", "widely", "commonly", "popularly", "simply", "more"})
_MOST_KNOWN_AS = 9
# Letters that an abbreviation has at most; longer words in capitals are headlines.
_LONGEST_ABBREVIATION = 7


# The organ that words mean, where they may be those of another's.
AtHome = Callable[[Entry, str], Entry | None]


def cast_names(
    cast: Cast,
    trees: Trees,
    names: Sequence[Markable],
    register: Register,
    *,
    context: tuple[str, ...],
    outlet: Member | None = None,
    at_home: AtHome | None = None,
) -> None:
    """Put every name into the cast. names: markables of shape "name". context: keys of the states the text is about.

    outlet: the member that printed the text, which speaks of itself by parts of its name ("the Courier"). at_home: see organ_at_home.
    """
    people = []
    other = _other_names(names, trees)
    for markable in names:
        if markable.words in other:
            continue
        entry = entry_of(markable, trees, register, context=context, at_home=at_home)
        if entry is not None:
            cast.put(markable, cast.new(kind="state" if markable.kind == "state" else "body", entry=entry))
        elif markable.kind == "person":
            people.append(markable)
    registered = [m for m in names if m.kind == "body" and cast.at(m.span) is not None]
    rest = [m for m in names if m.kind != "person" and cast.at(m.span) is None and m.words not in other]
    _cast_bodies(cast, trees, rest, outlet, registered)
    _cast_people(cast, people, {m.span for m in people if _is_credited(m, trees)})
    for markable in names:
        bearer = cast.at(other[markable.words].span) if markable.words in other else None
        if bearer is not None:
            cast.put(replace(markable, kind="person", many=False), bearer)


def _other_names(names: Sequence[Markable], trees: Trees) -> dict[tuple[str, ...], Markable]:
    """The names that people are known by as well, each with the full name: "Abu Siraj" of "Ivo Ranek, known as Abu Siraj,"."""
    people = {m.past: m for m in names if m.kind == "person" and len(m.words) > 1}
    found: dict[tuple[str, ...], Markable] = {}
    for markable in names:
        at = next((at for at in range(markable.first - 1, markable.first - _MOST_KNOWN_AS, -1) if at in people), None)
        between = tuple(word for word in trees.words[at : markable.first] if word not in _ADVERBS) if at is not None else ()
        if at is not None and between in _KNOWN_AS and markable.words != people[at].words:
            found[markable.words] = people[at]
    return found


def entry_of(
    markable: Markable, trees: Trees, register: Register, *, context: tuple[str, ...], at_home: AtHome | None = None
) -> Entry | None:
    """The register's entry for a name, if it is in it."""
    words = markable.span.of(trees.text)
    if markable.kind == "state":
        state = register.state_named(words, context=context) or register.demonym(words, context=context)
        return register.metonym(words, context=context) or state
    if markable.kind == "group" or (markable.kind == "person" and trees.is_titled(markable.first)):
        return None
    if markable.kind == "person":
        return _like_a_person(words, markable, register, context) or register.metonym(words, context=context)
    if markable.kind == "body":
        for owned in (
            with_owner_behind(markable, trees.text),
            _with_owner_before(markable, trees),
            _with_demonym(markable, trees, register),
        ):
            found = register.resolve(owned, context=context) if owned else None
            if found is not None:
                return found
    found = register.resolve(words, context=context)
    if found is not None and at_home is not None:
        found = at_home(found, words)
    return found or register.metonym(words, context=context)


def _like_a_person(words: str, markable: Markable, register: Register, context: tuple[str, ...]) -> Entry | None:
    """Who is meant by what reads like a person's name: "Boko Haram"; nobody is called as a state's organs or seats are.

    "Amna" is a woman's name, and AMNA an agency: only one that is called by its initials alone is "Tass" as well.
    """
    if len(markable.words) != 1:
        found = next(iter(register.named(words)), None)
        return found if found is not None and found.kind in ("group", "force", "body", "outlet") else None
    found = register.resolve(words, context=context)
    if found is not None and found.kind == "outlet" and not words.isupper() and fold(words) != fold(found.name):
        return None
    return found


def _with_owner_before(markable: Markable, trees: Trees) -> str | None:
    """A body's name with whose it is: "Ukraine's General Staff" of "General Staff"."""
    first = markable.first
    if first < _OWNER or trees.words[first - 1] != "'s" or not trees.tokens[first - _OWNER].span.of(trees.text)[:1].isupper():
        return None
    return trees.span(first - _OWNER, markable.past).of(trees.text)


def _with_demonym(markable: Markable, trees: Trees, register: Register) -> str | None:
    """A body's name with the word before it that says of which state it is: "Russian Foreign Ministry" of "Foreign Ministry"."""
    first = markable.first
    if not first or register.demonym(trees.tokens[first - 1].span.of(trees.text)) is None:
        return None
    return trees.span(first - 1, markable.past).of(trees.text)


def _cast_bodies(cast: Cast, trees: Trees, bodies: Sequence[Markable], outlet: Member | None, registered: Sequence[Markable] = ()) -> None:
    """Names of bodies outside the register: the same words, or an abbreviation of words that came before.

    registered: names of bodies that the register knows, which may be shortened in a way that it does not ("PCG", "the Front").
    """
    known: dict[tuple[str, ...], Member] = {}
    initials: dict[str, list[tuple[Span, Member]]] = {}
    for markable in registered:
        member = cast.at(markable.span)
        if member is not None and len(markable.words) > _OWNER:
            # "Sudan's paramilitary Rapid Support Forces" is the RSF by its name in the register.
            names = {markable.span.of(trees.text), member.entry.name if member.entry is not None else ""}
            for name in sorted(filter(None, names)):
                initials.setdefault(_initials(name), []).append((markable.span, member))
    # A headline may shorten a name that its text spells out: "RSF arrests fighter".
    spelt_later = {short: found[0][1] for short, found in initials.items() if len({member.number for _, member in found}) == 1}
    in_full = {m.words: member for m in registered if len(m.words) > 1 and (member := cast.at(m.span)) is not None}
    longer = {m.words for m in bodies if len(m.words) > 1} | set(in_full)
    for markable in sorted(bodies, key=lambda m: (len(m.words) == 1, m.span)):
        written = markable.span.of(trees.text)
        member = known.get(markable.words)
        if member is None and outlet is not None and markable.kind == "body" and is_outlets(outlet, written, markable.words):
            member = outlet
        if member is None and written.isupper() and len(written) <= _LONGEST_ABBREVIATION:
            short = written.replace(".", "").lower()
            member = next((m for span, m in initials.get(short, ()) if span < markable.span), None) or spelt_later.get(short)
        if member is None and len(markable.words) == 1:
            member = _known_by(markable.words[0], longer, {**in_full, **known})
        if member is None:
            member = cast.new(kind=markable.kind)
            if len(markable.words) > 1:
                initials.setdefault(_initials(written), []).append((markable.span, member))
        known.setdefault(markable.words, member)
        cast.put(markable, member)


def is_outlets(outlet: Member, written: str, words: tuple[str, ...]) -> bool:
    """Whether an outlet's name is all, the first word, the last word or the initials of what is written."""
    name = outlet.called or ""
    own = name_words(name)
    if words == own or (len(words) == 1 and len(own) > 1 and words[0] in (own[0], own[-1])):
        return True
    return written.isupper() and len(written) > 1 and written.replace(".", "").lower() == _initials(name)


def _known_by(word: str, longer: set[tuple[str, ...]], known: dict[tuple[str, ...], Member]) -> Member | None:
    """The body whose longer name alone ends in a word, or does so before "of": "the Council" of "the Northern Council of Dast"."""
    for called in (lambda words: words[-1], _head):
        ending = {known[words].number: known[words] for words in longer if words in known and called(words) == word}
        if ending:
            return next(iter(ending.values())) if len(ending) == 1 else None
    return None


def _head(words: tuple[str, ...]) -> str:
    """The noun of a name, as far as its words tell: what stands before the first "of" or "for", else the last word."""
    past = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    return words[past - 1]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def _is_credited(markable: Markable, trees: Trees) -> bool:
    """Whether a name stands in a credit, as that of a reporter: "By Ada Vale", "(Reporting by Ada Vale and Ivo Ranek)"."""
    before = trees.words[max(markable.first - _CREDIT, 0) : markable.first]
    opens = markable.first <= 1 or trees.ends_line(markable.first - _OWNER)
    return (before[-1:] == ("by",) and opens) or any(one in _CREDITING and other == "by" for one, other in pairwise(before))


# Words of a credit before a name, and tokens from them to the last name at most.
_CREDITING, _CREDIT = frozenset({"reporting", "editing", "writing"}), 12


def _cast_people(cast: Cast, people: Sequence[Markable], credited: Set[Span] = frozenset()) -> None:
    """Full names first: a short name is that of somebody whose full name the text gives anywhere.

    credited: the names of those who only report.
    """
    by_word: dict[str, list[Member]] = defaultdict(list)
    for markable in [m for m in people if len(m.words) > 1]:
        same = [member for member in by_word[markable.words[-1]] if _is_same_person(member, markable)]
        member = same[-1] if same else cast.new(kind="person")
        cast.put(markable, member)
        for word in {markable.words[0], markable.words[-1]}:
            if member not in by_word[word]:
                by_word[word].append(member)
    for markable in sorted((m for m in people if len(m.words) == 1), key=lambda m: m.span):
        fitting = [member for member in by_word[markable.words[0]] if not _clashes(member, markable)]
        cast.bears(markable.words, fitting)
        told = [member for member in fitting if not all(m.span in credited for m in member.markables)]
        member = _likeliest(told, markable) or cast.new(kind="person")
        cast.put(markable, member)
        if member not in by_word[markable.words[0]]:
            by_word[markable.words[0]].append(member)


def _is_same_person(member: Member, markable: Markable) -> bool:
    """Whether two full names with the same last word are one person's: the words of one are in the other, in order."""
    return any(_is_within(a, b) or _is_within(b, a) for a in member.names for b in (markable.words,)) and not _clashes(member, markable)


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of a name are in another, in order; an initial stands for a word."""
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in short)


def _clashes(member: Member, markable: Markable) -> bool:
    """Whether one is a woman and the other a man. A bare surname may still have a telling honorific."""
    given = next((gender_of_name(name[0]) for name in member.names if len(name) > 1 and gender_of_name(name[0])), member.gender)
    return None not in (given, markable.gender) and given != markable.gender


def _likeliest(members: list[Member], markable: Markable) -> Member | None:
    """Of several who bear a short name: the one named in full most often, and of those the one named last before it."""

    def rank(member: Member) -> tuple[int, bool, Span]:
        full = [m for m in member.markables if len(m.words) > 1]
        before = [m.span for m in member.markables if m.span < markable.span]
        return len(full), bool(before), max(before, default=markable.span)

    return max(members, key=rank, default=None)
