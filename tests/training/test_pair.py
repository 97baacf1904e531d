"""Two readers over the same lowest layers tell attributions together."""

import pytest

torch = pytest.importorskip("torch", reason="needs the training extra")


def _shown() -> tuple:
    return torch.randint(5, 999, (1, 12)), torch.zeros((1, 12, 4), dtype=torch.long), None, torch.arange(1, 9)[None]


def _pair(share: float) -> tuple:
    from training.network import Pair, Reader  # noqa: PLC0415

    torch.manual_seed(1)
    first, second = Reader(0.0).eval(), Reader(0.0).eval()
    for part in ("words", "positions", "kinds", "features", "norm"):
        getattr(second.encoder, part).load_state_dict(getattr(first.encoder, part).state_dict())
    second.encoder.layers[0].load_state_dict(first.encoder.layers[0].state_dict())
    return first, second, Pair(first, second, below=1, share=share).eval()


@torch.inference_mode()
def test_role_scores_are_the_mean_of_both_readers() -> None:
    first, second, pair = _pair(0.25)
    shown = _shown()
    expected = 0.75 * first(*shown).roles + 0.25 * second(*shown).roles
    assert torch.allclose(expected, pair(*shown).roles, atol=1e-5)


@torch.inference_mode()
def test_steps_between_tags_are_the_mean_of_both_readers() -> None:
    first, second, pair = _pair(0.25)
    second.steps += 4.0
    assert torch.allclose(first.steps + 1.0, pair.steps)


@torch.inference_mode()
def test_all_else_is_told_by_the_first() -> None:
    first, _, pair = _pair(0.5)
    shown = _shown()
    found, expected = pair(*shown), first(*shown)
    for head in ("pointers", "names", "mentions", "upos", "relations", "ends", "arcs", "told"):
        assert torch.allclose(getattr(expected, head), getattr(found, head), atol=1e-5), head
