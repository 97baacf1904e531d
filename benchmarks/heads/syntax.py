"""How much of the syntax is right?

The measures of the CoNLL 2018 shared task (Zeman et al. 2018): words and sentences are right if their characters are;
the rest is counted on words that both sides have, so a word split otherwise is wrong in all of it. Relations are
compared without subtypes (the part before the colon), as there. Unlike there, words inside a fused token ("don't")
are compared by their characters, not by their longest common sequence; EWT writes each part as it stands in the text.
"""

from dataclasses import dataclass

from benchmarks.counts import Counts
from benchmarks.heads.documents import TreeDocument
from saidwho.types.document import Span
from saidwho.types.reading import Reading, Token

MEASURES = ("words", "sentences", "upos", "uas", "las")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The syntax of one text, labelled or predicted; fields as in `Reading`."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, reading: Reading) -> "Tree":
        return cls(tokens=reading.tokens, sentences=reading.sentences)


def gold_tree(document: TreeDocument) -> Tree:
    """A treebank document's words, placed in its text.

    Raises ValueError where a word does not stand in its sentence as it is written.
    """
    tokens: list[Token] = []
    sentences = []
    for sentence, base in zip(document.sentences, document.bases, strict=True):
        first, at = len(tokens), 0
        for row in sentence.rows:
            at = sentence.text.index(row[1], at)
            span = Span(start=base + at, end=base + at + len(row[1]))
            at += len(row[1])
            number, head = int(row[0]) - 1, int(row[6]) - 1
            tokens.append(Token(span=span, upos=row[3], head=first + (head if head >= 0 else number), relation=row[7]))
        sentences.append((first, len(tokens)))
    return Tree(tokens=tuple(tokens), sentences=tuple(sentences))


def score_syntax(gold: Tree, predicted: Tree) -> dict[str, Counts]:
    """Count what is right in one document.

    words, sentences: the same characters. upos: on the same word. uas: head on the same word. las: and the relation.
    With the words given, F1 of upos, uas and las is plain accuracy.
    """
    places = {token.span: i for i, token in enumerate(gold.tokens)}
    matched = {i: places[token.span] for i, token in enumerate(predicted.tokens) if token.span in places}
    pairs = [
        (token, gold.tokens[matched[i]], _root_or_head(predicted, i, matched)) for i, token in enumerate(predicted.tokens) if i in matched
    ]
    upos = sum(ours.upos == theirs.upos for ours, theirs, _ in pairs)
    uas = sum(head == theirs.head for _, theirs, head in pairs)
    las = sum(head == theirs.head and universal(ours.relation) == universal(theirs.relation) for ours, theirs, head in pairs)
    sizes = {"predicted": len(predicted.tokens), "gold": len(gold.tokens)}
    return {
        "words": Counts(right=len(matched), **sizes),
        "sentences": Counts.of(_sentence_spans(gold), _sentence_spans(predicted)),
        "upos": Counts(right=upos, **sizes),
        "uas": Counts(right=uas, **sizes),
        "las": Counts(right=las, **sizes),
    }


def _root_or_head(predicted: Tree, i: int, matched: dict[int, int]) -> int | None:
    """The labelled word that a predicted word hangs on: its own for a root, None where the head is no labelled word."""
    return matched.get(predicted.tokens[i].head)


def universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.split(":", 1)[0]


def _sentence_spans(tree: Tree) -> set[object]:
    return {(tree.tokens[first].span.start, tree.tokens[past - 1].span.end) for first, past in tree.sentences if past > first}
