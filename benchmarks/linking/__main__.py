"""python -m benchmarks.linking: see benchmarks/linking/speed.py."""

import sys

from benchmarks.linking.speed import main

if __name__ == "__main__":
    sys.exit(main())
