"""python -m benchmarks: measure, show one table, and fail where a figure is under its floor."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from benchmarks import attribution, heads, reading  # noqa: F401  (the parts, in order)
