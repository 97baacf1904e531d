import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.syntax import LONGEST_SENTENCE, best_tree, find_sentences, rehang


def is_tree(heads):
    roots = [i for i, h in enumerate(heads) if h == i]
    if len(roots) != 1:
        return False
    for start in range(len(heads)):
        at = start
        for _ in range(len(heads)):
            at = heads[at]
        if at != roots[0]:
            return False
    return True


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_every_sentence_becomes_a_tree_with_one_root(size, seed):
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())


@given(st.integers(0, 10_000))
def test_below_its_root_the_tree_is_the_best_there_is(seed):
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    found = best_tree(scores).tolist()
    root = next(i for i, h in enumerate(found) if h == i)

    def total(heads):
        return sum(scores[i, h] for i, h in enumerate(heads))

    rivals = (h for h in itertools.product(range(4), repeat=4) if is_tree(h) and h[root] == root)
    assert total(found) >= max(map(total, rivals)) - 1e-5


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_rehung_words_make_a_tree_again(size, seed):
    """Whatever the parts of speech and the relations are."""
    chance = np.random.default_rng(seed)
    heads = best_tree(chance.normal(size=(size, size)).astype(np.float32)).tolist()
    kinds = chance.choice(["VERB", "NOUN", "PUNCT"], size, p=[0.6, 0.3, 0.1]).tolist()
    told = ["nsubj", "ccomp", "mark", "parataxis", "obj", "acl:relcl", "aux", "compound", "det", "nmod:poss"]
    relations = chance.choice(told, size).tolist()
    assert is_tree(rehang(heads, kinds, relations))


def test_each_clause_of_saying_has_its_own_subject_clause_and_that():
    """ "envoy said that ministry claimed that bridge fell", with all of it hung on "said" and "fell"."""
    kinds = ["NOUN", "VERB", "SCONJ", "NOUN", "VERB", "SCONJ", "NOUN", "VERB"]
    relations = ["nsubj", "root", "mark", "nsubj", "ccomp", "mark", "nsubj", "ccomp"]
    assert [1, 1, 4, 4, 1, 7, 7, 4] == rehang([1, 1, 7, 1, 1, 7, 7, 1], kinds, relations)


def test_a_clause_before_the_verb_has_its_own_words():
    """ "said that if rebels cross rivers we attack", with all of it hung on "attack"."""
    kinds = ["VERB", "SCONJ", "SCONJ", "NOUN", "VERB", "NOUN", "PRON", "VERB"]
    relations = ["root", "mark", "mark", "nsubj", "advcl", "obj", "nsubj", "ccomp"]
    assert [0, 7, 4, 4, 7, 4, 7, 0] == rehang([0, 7, 7, 7, 7, 7, 7, 0], kinds, relations)


def test_a_relative_clause_is_one_of_a_noun():
    """ "what they took were floats, he said", with "took" hung on "said" as "what" is."""
    kinds = ["PRON", "PRON", "VERB", "AUX", "NOUN", "PUNCT", "PRON", "VERB"]
    relations = ["obj", "nsubj", "acl:relcl", "cop", "ccomp", "punct", "nsubj", "root"]
    assert [7, 2, 0, 4, 7, 7, 7, 7] == rehang([7, 2, 7, 4, 7, 7, 7, 7], kinds, relations)


def test_a_subject_before_a_verb_without_one_is_its_own():
    """ "the road remains closed", with "road" hung on "closed"."""
    assert [1, 1, 1] == rehang([2, 1, 1], ["NOUN", "VERB", "ADJ"], ["nsubj", "root", "xcomp"])


def test_an_auxiliary_is_of_the_verb_behind_it():
    """ "think they will soon cross", with "will" hung on "think"; one behind its verb alone stays there."""
    kinds = ["VERB", "PRON", "AUX", "ADV", "VERB"]
    relations = ["root", "nsubj", "aux", "advmod", "ccomp"]
    assert [0, 4, 4, 4, 0] == rehang([0, 4, 0, 4, 0], kinds, relations)
    assert [0, 0] == rehang([0, 0], ["VERB", "AUX"], ["root", "aux"])


def test_a_noun_before_a_noun_is_of_that_noun():
    """ "spokesman for fisheries ministry", with "fisheries" hung on "spokesman"."""
    kinds = ["NOUN", "ADP", "NOUN", "NOUN"]
    assert [0, 3, 3, 0] == rehang([0, 3, 0, 0], kinds, ["root", "case", "compound", "nmod"])


def test_an_article_is_of_the_owner_behind_it():
    """ "the army's spokesman", with "the" hung on "spokesman"; not "all its means"."""
    relations = ["det", "nmod:poss", "case", "root"]
    assert [1, 3, 1, 3] == rehang([3, 3, 1, 3], ["DET", "NOUN", "PART", "NOUN"], relations)
    assert [2, 2, 2] == rehang([2, 2, 2], ["DET", "PRON", "NOUN"], ["det", "nmod:poss", "root"])


def test_two_clauses_apart_stay_apart():
    """ "said fell, burned": a comma parts them."""
    kinds = ["NOUN", "VERB", "VERB", "PUNCT", "VERB"]
    relations = ["nsubj", "root", "ccomp", "punct", "ccomp"]
    assert [1, 1, 1, 4, 1] == rehang([1, 1, 1, 4, 1], kinds, relations)


def test_a_line_end_is_a_sentence_end():
    ends = np.array([[1, 0], [1, 0], [0, 1], [1, 0]], dtype=np.float32)
    assert [(0, 2), (2, 3), (3, 4)] == find_sentences(ends, np.array([0, 0, 1, 1], dtype=np.int32))


def test_a_list_without_sentence_ends_is_cut():
    size = 3 * LONGEST_SENTENCE + 5
    ends = np.tile(np.array([1, 0], dtype=np.float32), (size, 1))
    found = find_sentences(ends, np.zeros(size, dtype=np.int32))
    assert size == found[-1][1]
    assert all(past - first <= LONGEST_SENTENCE for first, past in found)
