import numpy as np

from saidwho.reading.decoding import WordSpan
from saidwho.reading.links import PAIR_FEATURES, POINTER, LinkWeights, PairTable, link_spans
from saidwho.text.words import split_words

TEXT = "The mayor said they fled. The army denied it."


def span(kind, first, past):
    return WordSpan(first=first, past=past, kind=kind, score=1.0)


SPANS = [
    span("source", 0, 2), span("cue", 2, 3), span("content", 3, 5), span("source", 6, 8), span("cue", 8, 9), span("content", 9, 10),
]  # fmt: skip


def weights(**named):
    """Weights that count only the distance between the two, farther being worse."""
    pairs = np.zeros((2, PAIR_FEATURES), dtype=np.float32)
    pairs[:, [1, 1 + PAIR_FEATURES // 2]] = -5
    return LinkWeights(pairs=pairs, sourceless=named.get("sourceless", -20.0))


def link(spans, **named):
    words = split_words(TEXT)
    return link_spans(words, spans, np.zeros((len(words), 4 * POINTER), dtype=np.float32), weights(**named))


def test_joins_each_cue_with_what_is_nearest():
    assert [(0, 3), (6, 9)] == [(x.source.first, x.contents[0].first) for x in link(SPANS)]


def test_a_cue_may_name_nobody():
    assert [None, None] == [x.source for x in link(SPANS, sourceless=20.0)]


def test_pieces_of_one_content_share_a_cue():
    spans = [s for s in SPANS if not (s.kind == "cue" and s.first == 8)]
    assert [[3, 9]] == [[c.first for c in x.contents] for x in link(spans)]


def test_contents_without_any_cue_are_left_out():
    assert [] == link([s for s in SPANS if s.kind != "cue"])


def test_no_pair_is_described_by_a_number_that_is_none():
    words = split_words(TEXT)
    children, cues = np.array([[0, 2], [3, 5]]), np.array([[2, 3], [8, 9]])
    described = PairTable(words, children, cues).of(np.repeat(children, 2, axis=0), np.tile(cues, (2, 1)))
    assert described.shape == (4, PAIR_FEATURES)
    assert np.isfinite(described).all()


def linked(text, spans):
    words = split_words(text)
    return link_spans(words, spans, np.zeros((len(words), 4 * POINTER), dtype=np.float32), weights())


def test_what_is_not_quoted_belongs_to_no_cue_in_another_line():
    """In headlines, the next line's words are not theirs."""
    assert [()] == [x.contents for x in linked("The mayor said\nThey fled", [span("cue", 2, 3), span("content", 3, 5)])]


def test_a_quotation_may_belong_to_a_cue_in_the_line_before():
    (found,) = linked("The mayor said\n“They fled”", [span("cue", 2, 3), span("content", 3, 7)])
    assert [3] == [c.first for c in found.contents]
