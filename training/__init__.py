"""Training of the reader. It stands outside the package, which runs without it."""

import os

# Before ONNX Runtime is imported anywhere: see saidwho.reading.encoder.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
