"""What do the steps of training run on?"""

import torch

CPU = torch.device("cpu")


def device_of(name: str) -> torch.device:
    """The device of this name, cpu or cuda. Raises SystemExit where PyTorch sees no such accelerator.

    Nothing is chosen unasked: a run on an accelerator ends with other weights than one on a CPU, so it has to be wanted.
    """
    if name == "cuda" and not torch.cuda.is_available():
        raise SystemExit(f"--device cuda: PyTorch {torch.__version__} sees no accelerator here. Leave the option out to train on the CPU.")
    return torch.device(name)
