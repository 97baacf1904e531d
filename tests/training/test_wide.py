"""What an accelerator computes in large steps is what a CPU computes word by word and window by window."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from saidwho.reading.encoder import WEIGHTS  # noqa: E402
from saidwho.reading.labels import ROLES, TOLD, TOLD_COLUMNS, TOLD_WIDTH, UPOS  # noqa: E402
from saidwho.reading.pieces import PieceTable  # noqa: E402
from saidwho.text.words import split_words  # noqa: E402
from training.chains import divergence, expectations, log_totals, path_scores  # noqa: E402
from training.corpora import IGNORE, Labelled, Link, tag_spans  # noqa: E402
from training.examples import Window, make_batch, prepare  # noqa: E402
from training.losses import losses  # noqa: E402
from training.network import IMPOSSIBLE, Reader, attend_fused, attend_plainly, crf_loss  # noqa: E402
from training.packets import on_device, to_packet  # noqa: E402
from training.recipes import Recipe  # noqa: E402
from training.runs import Run, run_network  # noqa: E402
from training.wide_losses import Teacher, told_scores, wide_losses  # noqa: E402

CPU = torch.device("cpu")


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@st.composite
def chains(draw, most_words=9, most_tags=4):
    """Emissions, lengths, tags and steps, some of them ruled out."""
    words, tags, rows = draw(st.integers(1, most_words)), draw(st.integers(1, most_tags)), draw(st.integers(1, 3))
    made = torch.Generator().manual_seed(draw(st.integers(0, 2**32)))
    emissions, steps = torch.randn(rows, words, tags, generator=made) * 4, torch.randn(tags, tags, generator=made) * 2
    emissions = emissions.masked_fill(torch.rand(emissions.shape, generator=made) < 0.1, IMPOSSIBLE)
    steps = steps.masked_fill(torch.rand(steps.shape, generator=made) < 0.2, IMPOSSIBLE)
    lengths = torch.tensor([draw(st.integers(1, words)) for _ in range(rows)])
    return emissions, lengths, torch.randint(tags, (rows, words), generator=made), steps


@given(chains(most_words=40, most_tags=13))
@settings(max_examples=40, deadline=None)
def test_joining_pairs_gives_the_loss_and_the_gradients_of_going_word_by_word(chain):
    # In double precision, where ruled out scores of -10,000 leave the others their last digits.
    emissions, lengths, tags, steps = (part.double().requires_grad_() if part.is_floating_point() else part for part in chain)
    expected = crf_loss(emissions, tags, lengths, steps)
    found = (log_totals(emissions, lengths, steps) - path_scores(emissions, tags, lengths, steps)).sum()
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-9)
    wanted, gradients = (torch.autograd.grad(loss, (emissions, steps), materialize_grads=True) for loss in (expected, found))
    torch.testing.assert_close(gradients, wanted, rtol=1e-7, atol=1e-7)


def all_paths(emissions, steps, length):
    tags = emissions.shape[1]
    for path in itertools.product(range(tags), repeat=length):
        score = sum(emissions[at, tag] for at, tag in enumerate(path)) + sum(steps[a, b] for a, b in itertools.pairwise(path))
        yield path, score


@given(chains(most_words=4, most_tags=3))
@settings(max_examples=15, deadline=None)
def test_the_divergence_is_that_of_all_paths_counted_one_by_one(chain):
    theirs, lengths, _, steps = chain
    theirs, steps = theirs.clamp(min=-20), steps.clamp(min=-20)
    made = torch.Generator().manual_seed(7)
    ours, our_steps = torch.randn(theirs.shape, generator=made), torch.randn(steps.shape, generator=made)
    weights = torch.arange(1, len(lengths) + 1) / 2
    expected = 0.0
    for row, length in enumerate(lengths.tolist()):
        scores, held = (torch.stack([s for _, s in all_paths(e[row], s, length)]) for e, s in ((theirs, steps), (ours, our_steps)))
        expected += float(weights[row]) * float((scores.softmax(0) * (scores.log_softmax(0) - held.log_softmax(0))).sum())
    totals = log_totals(ours, lengths, our_steps)
    found = divergence(totals, (ours, our_steps), (theirs, steps), lengths, weights=weights)
    assert expected == pytest.approx(float(found), abs=2e-3, rel=1e-3)


def test_a_chain_is_no_way_from_itself_and_expects_one_tag_a_word():
    emissions, steps = torch.randn(2, 5, 3, generator=torch.Generator().manual_seed(1)), torch.zeros(3, 3)
    lengths, weights = torch.tensor([5, 3]), torch.ones(2)
    tags, moves, _ = expectations(emissions, lengths, steps, weights=weights)
    assert [5.0, 3.0] == pytest.approx(tags.sum((1, 2)).tolist(), abs=1e-4)
    assert 6.0 == pytest.approx(float(moves.sum()), abs=1e-4)
    same = emissions, steps
    assert 0.0 == pytest.approx(float(divergence(log_totals(emissions, lengths, steps), same, same, lengths, weights=weights)), abs=1e-4)


def test_fused_attention_is_plain_attention():
    q, k, v = torch.randn(3, 2, 12, 7, 32, generator=torch.Generator().manual_seed(2)).unbind(0)
    mask = torch.zeros(2, 1, 1, 7).masked_fill(torch.arange(7) > 4, IMPOSSIBLE)
    torch.testing.assert_close(attend_fused(q, k, v, mask), attend_plainly(q, k, v, mask), rtol=1e-4, atol=1e-5)


def documents():
    """One with attributions and all of told, one with syntax and names, one without any label."""
    words = split_words("The mayor said they fled.\nA guard, whom nobody named, denied it and added that two had died.")
    size = len(words)
    at = words.strings.index
    denied, it = (at("denied"), at("denied") + 1), (at("it"), at("it") + 1)
    spans = [(0, 2, "source"), (2, 3, "cue"), (3, 5, "content"), (*denied, "cue"), (*it, "content")]
    links = (
        Link(role="source", child=(0, 2), cue=(2, 3)),
        Link(role="content", child=(3, 5), cue=(2, 3)),
        Link(role="content", child=it, cue=denied),
    )
    told = {part: np.full(size, IGNORE if part == "events" else 0) for part in TOLD}
    labels = np.arange(size) % len(UPOS)
    syntax = {"upos": labels, "relations": labels, "heads": np.arange(size), "ends": np.eye(size, dtype=np.int64)[-1]}
    return (
        Labelled(key="a", words=words, roles=tag_spans(size, spans, ROLES), links=links, told=told),
        Labelled(key="b", words=words.part(0, 9), **{name: array[:9] for name, array in syntax.items()}, names=np.zeros(9, dtype=np.int64)),
        Labelled(key="c", words=words.part(3, 12), soft_roles=np.ones((9, 13), dtype=np.float16)),
    )


def batch():
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    shown = [prepare(document, table) for document in documents()]
    return make_batch([Window(prepared=p, first=0, past=len(p.document.words)) for p in shown], table)


def test_a_packet_brings_every_number_of_a_batch():
    made = batch()
    brought = on_device(to_packet(made, places=[0, 20, 40]), CPU)
    for name in (
        "pieces",
        "features",
        "mask",
        "firsts",
        "lengths",
        "borders",
        "roles",
        "names",
        "upos",
        "heads",
        "relations",
        "ends",
        "told",
    ):
        assert torch.equal(getattr(made, name), getattr(brought, name)), name
    assert [0, 20, 40] == brought.places.tolist()
    assert [0] == brought.role_rows.tolist()
    assert [1] == brought.arc_rows.tolist()
    assert made.size == brought.size


def test_large_steps_give_the_losses_and_gradients_of_small_ones():
    torch.manual_seed(4)
    made = batch()
    model = Reader(0.0)
    with torch.no_grad():
        model.pairs.normal_()
        model.sourceless.fill_(0.5)
        model.steps.normal_()
    expected = losses(run_network(model, made), made, model)
    wide = on_device(to_packet(made), CPU)
    found = wide_losses(run_network(model, wide), wide, model, None)
    assert set(expected) == set(found)
    for name, value in expected.items():
        torch.testing.assert_close(found[name], value, rtol=1e-4, atol=1e-4, msg=name)
    wanted, gradients = (
        torch.autograd.grad(sum(parts.values()), (model.pairs, model.sourceless, model.steps, model.pointers.weight))
        for parts in (expected, found)
    )
    torch.testing.assert_close(gradients, wanted, rtol=1e-3, atol=1e-3)


def test_a_student_comes_nearer_to_its_teacher():
    made = batch()
    torch.manual_seed(6)
    teacher = Teacher(roles=torch.randn(60, 13).half() * 3, steps=torch.zeros(13, 13), share=0.5)
    recipe = Recipe(name="student", seed=3, others=(1.0,), encoder_rate=1e-4, head_rate=1e-3)
    run = Run(recipe, Reader(0.0).train(), 8, teacher=teacher)
    wide = on_device(to_packet(made, places=[0, 20, 40]), CPU)
    distances = [float(run.learn(wide)["taught"].detach()) for _ in range(8)]
    assert distances[-1] < distances[0]
    assert min(distances) >= 0


def told_apart(share, wanted):
    """The losses of the parts of TOLD by a teacher, and by the labels alone. wanted: gives the teacher's scores from our own."""
    wide = on_device(to_packet(batch(), places=[0, 40, 80]), CPU)
    outputs = run_network(Reader(0.0).eval(), wide)
    table = torch.zeros(120, TOLD_WIDTH)
    for row, at in enumerate((0, 40, 80)):
        table[at : at + 40] = wanted(told_scores(outputs.told[row].detach().float()))[:40]
    model = Reader(0.0)
    teacher = Teacher(roles=torch.zeros(120, 13), steps=torch.zeros(13, 13), share=share, told=table)
    parts = [f"told {part}" for part in TOLD]
    taught, labelled = (wide_losses(outputs, wide, model, by) for by in (teacher, None))
    return [float(taught[part].detach()) for part in parts], [float(labelled[part].detach()) for part in parts]


def test_who_tells_what_the_teachers_tell_has_nothing_to_learn_from_them():
    torch.manual_seed(8)
    taught, labelled = told_apart(0.5, lambda scores: scores)
    assert taught == pytest.approx([value / 2 for value in labelled], abs=1e-3)


def test_of_words_outside_all_spans_teachers_say_nothing():
    """The teacher takes no word for part of a happening: which event it is does not count, but for words with labels."""
    torch.manual_seed(8)

    def outside(scores):
        scores = torch.zeros_like(scores)
        for part in ("happenings", "own_voice", "marks"):
            scores[:, TOLD_COLUMNS[part]] = -30.0
            scores[:, TOLD_COLUMNS[part].start] = 0.0
        return scores

    taught, labelled = told_apart(0.5, outside)
    at = list(TOLD).index("events")  # no word of the batch has a label for it
    assert 0 == labelled[at]
    assert taught[at] == pytest.approx(0, abs=1e-6)
    assert taught[list(TOLD).index("happenings")] > labelled[list(TOLD).index("happenings")] / 2


def test_a_step_asks_the_device_nothing():
    """A device without data refuses whatever hangs on data, and whatever was left on the CPU."""
    made = batch()
    nowhere = torch.device("meta")
    made = replace(made, soft_roles=torch.full_like(made.soft_roles, float("nan")))
    wide = on_device(to_packet(made, places=[0, 20, 40]), nowhere)
    model = Reader(0.1).to(nowhere).train()
    teacher = Teacher(roles=torch.zeros(60, 13, device=nowhere), steps=torch.zeros(13, 13, device=nowhere), share=0.5)
    mask = torch.zeros(wide.mask.shape, device=nowhere).masked_fill(~wide.mask, IMPOSSIBLE)[:, None, None, :]
    telling = replace(teacher, told=torch.zeros(60, TOLD_WIDTH, device=nowhere))
    for taught in (None, teacher, telling):
        parts = wide_losses(model(wide.pieces, wide.features, mask, wide.firsts), wide, model, taught)
        torch.stack(list(parts.values())).sum().backward()
    assert all(parameter.grad is not None and parameter.grad.is_meta for parameter in model.parameters())
