"""Several readers as teachers and one student that learns from them, on an accelerator that is there for minutes.

It stands on PyTorch and NumPy alone, and reads from a packed folder: see training.pack.
"""
