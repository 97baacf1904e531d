"""Is a sentence whole: are its figures those it should have, in every field?"""

from collections.abc import Callable

from benchmarks.counts import Counts
from benchmarks.figures.sentences import ASPECTS, FIELDS, Gold, Sentence, bare
from saidwho.grounding.figures.figures import Found, find_figures
from saidwho.types.document import Span
from saidwho.types.reading import Reading


def found_in(sentence: Sentence, reading: Reading) -> list[Gold]:
    """What is found in a sentence, in the form of what should be."""
    found = find_figures(sentence.text, reading, actors=(), times=sentence.times)
    return [_as_gold(sentence.text, one) for one in found]


def _as_gold(text: str, found: Found) -> Gold:
    figure = found.figure
    return Gold(
        words=figure.span.of(text),
        span=figure.span,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        counts=figure.counts,
        qualifier=figure.qualifier,
        of=bare(found.of_words.of(text)) if found.of_words else None,
        victims=figure.victims,
        per=figure.per,
        over=figure.over,
        cumulative=figure.cumulative,
        since=figure.since,
        as_of=figure.as_of,
        part_of=figure.part_of.of(text) if figure.part_of else None,
        currency=figure.currency,
        negated=figure.negated,
    )


def score(gold: tuple[Gold, ...], found: list[Gold]) -> dict[str, Counts]:
    """Counts of whole sentences (one a sentence), of figures, and of each aspect among figures paired by their words."""
    pairs = paired(gold, found)
    figures = Counts(right=sum(is_whole(one, two) for one, two in pairs), predicted=len(found), gold=len(gold))
    whole = figures.right == len(gold) == len(found)
    counts = {"whole": Counts(right=int(whole), predicted=1, gold=1), "figures": figures}
    for aspect, names in ASPECTS.items():
        right = sum(all(getattr(one, name) == getattr(two, name) for name in names) for one, two in pairs)
        counts[aspect] = Counts(right=right, predicted=len(found), gold=len(gold))
    return counts


def is_whole(one: Gold, two: Gold) -> bool:
    return all(getattr(one, name) == getattr(two, name) for name in FIELDS)


def paired(gold: tuple[Gold, ...], found: list[Gold]) -> list[tuple[Gold, Gold]]:
    """Pair figures that share characters, each once, those that share most first."""
    ways = sorted(((_shared(one.span, two.span), i, j) for i, one in enumerate(gold) for j, two in enumerate(found)), reverse=True)
    pairs, used_gold, used_found = [], set(), set()
    for share, i, j in ways:
        if share > 0 and i not in used_gold and j not in used_found:
            pairs.append((gold[i], found[j]))
            used_gold.add(i)
            used_found.add(j)
    return pairs


def _shared(one: Span, two: Span) -> int:
    return min(one.end, two.end) - max(one.start, two.start)


def differences(gold: tuple[Gold, ...], found: list[Gold]) -> list[str]:
    """Lines that say where a sentence is not whole, for people."""
    pairs = paired(gold, found)
    lines = [f"missing {one.words!r}" for one in gold if one not in [pair[0] for pair in pairs]]
    lines += [f"wrong {two.words!r} {two.low} {two.high} {two.unit}" for two in found if two not in [pair[1] for pair in pairs]]
    show: Callable[[Gold, str], object] = getattr
    for one, two in pairs:
        lines += [
            f"{one.words!r} {name}: {show(one, name)!r} <- {show(two, name)!r}" for name in FIELDS if show(one, name) != show(two, name)
        ]
    return lines
