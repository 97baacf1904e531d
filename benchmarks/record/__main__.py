"""python -m benchmarks.record: see benchmarks/record/measure.py."""

import sys

from benchmarks.record.measure import main

if __name__ == "__main__":
    sys.exit(main())
