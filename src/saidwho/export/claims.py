"""How does a person see a claim: what is said, from how many origins, through whom?"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from saidwho.export.spans import on_one_line, printable
from saidwho.record.find.shapes import Shape
from saidwho.text.figures import figure_words
from saidwho.text.listing import and_listed
from saidwho.types.linking import POSSIBLE, Claim, Copy, FigurePoint, Member, NotOrigin

# A quotation longer than this says no more in a tree.
_LONGEST = 160  # characters
# A quotation and nothing else, with the comma that stands before who says it.
_WHOLE = re.compile(r"[\"“](?P<said>[^\"“”]+?),?[\"”]")
# So many statements of one who denies are shown in a tree.
_DENIALS = 6


def print_claims(claims: Iterable[Claim], console: Console) -> None:
    """Each claim in a few lines: its words, its origins, who denies it."""
    show = claims_on(console)
    for claim in claims:
        show(claim)


def claims_on(console: Console) -> Callable[[Claim], None]:
    """Prints one claim after another; of those that one sentence stands for, all but the first tell which part of it they are."""
    shown: set[str] = set()

    def show(claim: Claim) -> None:
        _print(_summary(claim, is_part=claim.text in shown), console)
        shown.add(claim.text)

    return show


def print_provenance(claim: Claim, console: Console, *, denials: Mapping[str, Shape] | None = None) -> None:
    """One claim as a tree: origins, their utterances, the documents that tell of them, copies; then all others, with reasons.

    denials: the heads of statements that deny it, by id; see saidwho.record.find.stories.statement_heads.
    """
    _print(provenance(claim, denials or {}), console)


def _print(tree: Tree, console: Console) -> None:
    with console.capture() as capture:
        console.print(tree)
    # A tree is padded to its width, which nobody wants in a file.
    console.file.writelines(f"{line.rstrip()}\n" for line in (*capture.get().splitlines(), ""))


def _summary(claim: Claim, *, is_part: bool) -> Tree:
    tree = Tree(_head(claim))
    if is_part and claim.members:
        tree.add(_line(f"of this: {_quoted(claim.members[0].quote)}"))
    for origin in claim.origins:
        tree.add(_line(origin.why))
    for line in (*_against(claim), *_disputes(claim), *_differing(claim)):
        tree.add(_line(line))
    return tree


def provenance(claim: Claim, denials: Mapping[str, Shape]) -> Tree:
    """The tree that print_provenance prints."""
    tree = Tree(_head(claim))
    told = _by_statement(claim)
    for origin in claim.origins:
        branch = tree.add(_line(f"origin: {origin.why}"))
        _add_utterances(branch, [m for statement in origin.statements for m in told.get(statement, ())], claim.copies)
    if claim.not_origins:
        others = tree.add(_line("not counted"))
        # One who speaks in many documents is not counted in each, and is told of once.
        _add_each(others, map(_not_counted, claim.not_origins))
    for denier, line in zip(claim.denied_by, _against(claim), strict=True):
        branch = tree.add(_line(line))
        said = [head for statement in denier.statements if (head := denials.get(statement))]
        _add_each(branch, (_denial(head) for head in said[:_DENIALS]))
        if len(said) > _DENIALS:
            branch.add(_line(f"and {len(said) - _DENIALS} times more"))
    for line in (*_disputes(claim), *(f"at odds with {c.claim[:12]}: {c.why}" for c in claim.contradicts)):
        tree.add(_line(line))
    if claim.figures:
        _add_figures(tree.add(_line("figures")), claim)
    for note in claim.notes:
        tree.add(_line(note))
    return tree


def _not_counted(other: NotOrigin) -> str:
    """Why somebody is no origin, and that he may be one where the reason does not say so."""
    return f"{other.why} It may be one." if other.is_possible and not other.why.endswith(POSSIBLE) else other.why


def _add_each(branch: Tree, lines: Iterable[str]) -> None:
    """Each line once, with how often it was told."""
    for line, often in Counter(lines).items():
        branch.add(_line(f"{line}{f' (told {often} times)' if often > 1 else ''}"))


def _denial(head: Shape) -> str:
    document = head["document"]
    return f"{_quoted(head['quote'])} {_printed(document['id'], document['outlet'], document['published'])}"


def _quoted(words: str) -> str:
    """Words between marks, without those that they bring along, and the comma before the last: "“We left,” he said"."""
    whole = _WHOLE.fullmatch(words)
    return f"“{whole['said'] if whole else words}”"


def _printed(document: str, outlet: str | None, published: str | None) -> str:
    """By whom a document was printed and when; the beginning of its id where neither is known."""
    return ", ".join(part for part in (outlet, published and published[:10]) if part) or document[:12]


def _head(claim: Claim) -> Text:
    count = f"{claim.independent_origins} independent origin{'' if claim.independent_origins == 1 else 's'}"
    if claim.possible_origins > claim.independent_origins:
        count += f", {claim.possible_origins} possible"
    about = ", ".join(part for part in (claim.event or "", claim.when or "", *(place.name for place in claim.places[:2])) if part)
    text = Text(_clean(claim.text), style="bold")
    text.append(f"\n{count}; {claim.documents} document{'' if claim.documents == 1 else 's'}", style="not bold")
    text.append(f"; {about}" if about else "", style="not bold")
    return text.append(f"\n{claim.id}", style="not bold dim")


def _add_utterances(branch: Tree, members: Sequence[Member], copies: Sequence[Copy]) -> None:
    spoken: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        spoken[member.utterance or member.statement].append(member)
    of = {copy.document: copy for copy in copies}
    for told in spoken.values():
        fullest = max(told, key=lambda m: (m.form == "direct", len(m.quote), m.proposition))
        utterance = branch.add(_line(f"{fullest.speaker or 'somebody'}: {_quoted(fullest.quote)}"))
        for document in dict.fromkeys(m.document for m in sorted(told, key=lambda m: (m.published or "", m.document))):
            utterance.add(_line(_document([m for m in told if m.document == document], of.get(document))))


def _document(told: Sequence[Member], copy: Copy | None) -> str:
    one = told[0]
    through = [name for name in one.chain[:-1] if name != one.outlet]
    line = _printed(one.document, one.outlet, one.published)
    if through:
        line += f", through {', '.join(through)}"
    return f"{line}; a copy of {copy.of[:12]}: {copy.why}" if copy else line


def _by_statement(claim: Claim) -> dict[str, list[Member]]:
    said: dict[str, list[Member]] = defaultdict(list)
    for member in claim.members:
        said[member.statement].append(member)
    return said


def _against(claim: Claim) -> Iterator[str]:
    for denier in claim.denied_by:
        yield f"denied by {denier.name}, in {len(denier.statements)} statement{'' if len(denier.statements) == 1 else 's'}"


def _disputes(claim: Claim) -> Iterator[str]:
    for dispute in claim.disputes:
        yield f"disputed figure: {dispute.why}"
    if claim.blamed:
        yield f"who did it is disputed: {'; '.join(f'{one.name}, says {and_listed(one.by)}' for one in claim.blamed)}"


def _differing(claim: Claim) -> Iterator[str]:
    """What origins gave last, where they differ and none is held against another: a toll that grew. Its words hold one figure alone."""
    names = {origin.actor: origin.name for origin in claim.origins}
    last: dict[str, dict[str, FigurePoint]] = defaultdict(dict)
    for point in sorted(claim.figures, key=lambda p: (p.as_of or "", p.low or 0)):  # of one day the whole, after its parts
        if point.origin in names and point.counts and not claim.disputes:
            last[point.counts][point.origin] = point
    for points in last.values():
        given: dict[str, list[str]] = defaultdict(list)
        for origin, point in points.items():
            given[_words(point)].append(names[origin])
        if len({(point.low, point.high) for point in points.values()}) > 1:
            yield f"figures differ: {'; '.join(f'{words}, says {and_listed(said)}' for words, said in given.items())}"


def _add_figures(branch: Tree, claim: Claim) -> None:
    """The figures of each who stands behind some, in time, each once: whoever speaks for a state gives its figure, by whatever name."""
    names = {origin.actor: origin.name for origin in claim.origins}
    behind: dict[str, list[FigurePoint]] = defaultdict(list)
    for point in sorted(claim.figures, key=lambda p: (p.as_of or "", p.low or 0)):
        behind[point.origin or point.speaker or ""].append(point)
    for holder, points in sorted(behind.items(), key=lambda given: (given[1][0].as_of or "", given[0])):
        told: dict[str, list[str]] = defaultdict(list)
        for point in points:
            told[f"{point.as_of or 'undated'} {_words(point)}"].append(point.speaker or "")
        name = names.get(holder) or points[0].speaker or "nobody named"
        of = branch.add(_line(name))
        for figure, said in told.items():
            of.add(_line(f"{figure}{_sayers(said, name)}"))


def _sayers(said: Sequence[str], name: str) -> str:
    """By whom a figure was told, where its holder has another name, and how often; a surname beside the full name is the same person."""
    others = [one for one in dict.fromkeys(said) if one and one != name]
    others = [one for one in others if not any(other.endswith(f" {one}") for other in (*others, name))]
    parts = [*([f"said by {and_listed(tuple(others))}"] if others else []), *([f"told {len(said)} times"] if len(said) > 1 else [])]
    return f" ({'; '.join(parts)})" if parts else ""


def _words(point: FigurePoint) -> str:
    return figure_words(
        point.low,
        point.high,
        qualifier=point.qualifier,
        unit=point.currency or point.unit,
        counts=point.counts,
        per=point.per,
        over=point.over,
    )


def _line(words: str) -> Text:
    return Text(_clean(words))


def _clean(words: str) -> str:
    """On one line, without characters that move a terminal's cursor, cut where it is too long to be read in a tree."""
    line = printable(on_one_line(words))
    return line if len(line) <= 3 * _LONGEST else f"{line[: 3 * _LONGEST - 1]}…"
