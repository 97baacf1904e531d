"""Training itself: it needs the training extra, which is no part of the reader."""

import hashlib

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")
pytest.importorskip("safetensors", reason="needs the training extra: pip install 'saidwho[training]'")

from saidwho.reading.encoder import WEIGHTS  # noqa: E402
from saidwho.reading.labels import ROLES, TOLD, UPOS, span_tags  # noqa: E402
from saidwho.reading.pieces import PieceTable  # noqa: E402
from saidwho.reading.spans import Codings  # noqa: E402
from saidwho.text.words import split_words  # noqa: E402
from training.corpora import Labelled, Link, tag_spans  # noqa: E402
from training.examples import Shares, Window, cut_sentences, make_batch, plan_epoch, prepare  # noqa: E402
from training.network import ROLE_TAGS, Reader, crf_loss, valid_steps  # noqa: E402
from training.recipes import FIRST, SECOND, SEVENTH, Recipe  # noqa: E402
from training.runs import Run  # noqa: E402

RECIPE = Recipe(name="tiny", seed=3, others=(1.0,), encoder_rate=1e-4, head_rate=1e-3)


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    """Five words are too few to share: on a busy machine threads wait for each other most of the time."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def batch():
    words = split_words("The mayor said they fled.")
    size = len(words)
    labels = np.arange(size) % len(UPOS)
    document = Labelled(
        key="a",
        words=words,
        roles=tag_spans(size, [(0, 2, "source"), (2, 3, "cue"), (3, 5, "content")], ROLES),
        links=(Link(role="source", child=(0, 2), cue=(2, 3)), Link(role="content", child=(3, 5), cue=(2, 3))),
        upos=labels,
        heads=np.zeros(size, dtype=np.int64),
        relations=labels,
        ends=np.eye(size, dtype=np.int64)[-1],
    )
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    return make_batch([Window(prepared=prepare(document, table), first=0, past=size)], table)


def trained(steps, tmp_path, *, stop=None):
    torch.manual_seed(1)
    run = Run(RECIPE, Reader(0.1).train(), steps)
    for step in range(steps):
        if step == stop:
            run.save(tmp_path / "last.pt")
            torch.manual_seed(99)
            run = Run(RECIPE, Reader(0.1).train(), steps)
            run.resume(tmp_path / "last.pt")
        run.learn(batch())
    return run


def test_an_interrupted_run_ends_where_an_unbroken_one_does(tmp_path):
    whole, broken = trained(4, tmp_path), trained(4, tmp_path, stop=2)
    for name, value in whole.model.state_dict().items():
        assert torch.equal(value, broken.model.state_dict()[name]), name


def test_a_run_begun_with_another_recipe_is_not_resumed(tmp_path):
    Run(RECIPE, Reader(0.1), 1).save(tmp_path / "last.pt")
    other = Recipe(name="other", seed=4, others=(1.0,), encoder_rate=1e-4, head_rate=1e-3)
    with pytest.raises(SystemExit, match="another recipe"):
        Run(other, Reader(0.1), 1).resume(tmp_path / "last.pt")


def test_learning_lowers_the_loss(tmp_path):
    run = Run(RECIPE, Reader(0.0).train(), 12)
    totals = [sum(float(part.detach()) for part in run.learn(batch()).values()) for _ in range(12)]
    assert totals[-1] < totals[0]


def test_the_loss_is_least_for_the_path_that_decoding_finds():
    """Training and reading mean the same by a score."""
    logits = torch.randn(1, 6, len(ROLE_TAGS), generator=torch.Generator().manual_seed(5)) * 3
    steps = torch.zeros(len(ROLE_TAGS), len(ROLE_TAGS)).masked_fill(~valid_steps(ROLE_TAGS), -1e4)
    found = Codings.of({"roles": span_tags(ROLES)}).decode({"roles": logits[0].numpy()}, np.zeros(6, dtype=np.int32))["roles"]
    best = torch.from_numpy(tag_spans(6, [(s.first, s.past, s.kind) for s in found], ROLES))[None]
    lengths = torch.tensor([6])
    least = float(crf_loss(logits, best, lengths, steps))
    others = [float(crf_loss(logits, torch.roll(best, n, 1), lengths, steps)) for n in range(1, 6)]
    assert least <= min(others)


def test_a_report_is_cut_into_sentences_but_never_inside_a_span():
    words = split_words("Two died. “We saw it. It burned,” he said.\nThe U.S. said so.")
    content = next(i for i in range(len(words)) if words.strings[i] == "“"), next(i for i in range(len(words)) if words.strings[i] == "he")
    document = Labelled(key="a", words=words, roles=tag_spans(len(words), [(*content, "content")], ROLES))
    windows = cut_sentences(prepare(document, PieceTable((WEIGHTS / "tokenizer.json").read_bytes())))
    assert [" ".join(words.strings[w.first : w.past]) for w in windows] == [
        "Two died .",
        "“ We saw it . It burned , ” he said .",
        "The U.S. said so .",
    ]


def test_a_document_with_syntax_is_cut_where_its_sentences_end():
    """Its labels say where, whatever the marks look like."""
    words = split_words("it burned they fled")
    ends = np.array([0, 1, 0, 1])
    document = Labelled(key="a", words=words, ends=ends)
    windows = cut_sentences(prepare(document, PieceTable((WEIGHTS / "tokenizer.json").read_bytes())))
    assert ["burned", "fled"] == [words.strings[w.past - 1] for w in windows]


def test_trees_alone_are_shown_beside_their_documents():
    words = split_words("They fled. Two died.")
    ends = np.array([0, 0, 1, 0, 0, 1])
    silent = np.zeros(len(words), dtype=np.int64)
    prepared = [prepare(Labelled(key="a", words=words, ends=ends, names=silent), PieceTable((WEIGHTS / "tokenizer.json").read_bytes()))]
    batches = plan_epoch(prepared, seed=1, epoch=0, shares=Shares(trees_alone=1.0), budget=512)
    assert [(0, 3), (0, 6), (3, 6)] == sorted((w.first, w.past) for batch in batches for w in batch)


@pytest.mark.parametrize(("recipe", "digest"), [(FIRST, "42c982a9a12f"), (SECOND, "bd3b513e09c2"), (SEVENTH, "37d62d57dbc1")])
def test_a_recipe_shows_what_it_always_did(recipe, digest):
    """The shipped weights come from these plans: a run with the same seed sees the same windows in the same order."""
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    prepared = []
    for number in range(40):
        words = split_words("The mayor said that two had died. " * (number % 7 + 1))
        silent = np.zeros(len(words), dtype=np.int64)
        labels = ({"roles": silent}, {"names": silent}, {"roles": silent, "told": dict.fromkeys(TOLD, silent)}, {})[number % 4]
        prepared.append(prepare(Labelled(key=str(number), words=words, **labels), table))
    numbers = {id(p): number for number, p in enumerate(prepared)}
    epochs = [
        plan_epoch(prepared, seed=recipe.seed, epoch=epoch, shares=recipe.shares(share), budget=512)
        for epoch, share in enumerate(recipe.others)
    ]
    shown = [[[(numbers[id(w.prepared)], w.first, w.past) for w in batch] for batch in epoch] for epoch in epochs]
    assert digest == hashlib.sha256(repr(shown).encode()).hexdigest()[:12]
