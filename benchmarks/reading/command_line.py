"""saidwho's command line in a process that says at its end how much memory it took.

Runs as python -m benchmarks.reading.command_line PEAK_FILE ARGUMENT...; the peak goes to PEAK_FILE, in MB.
"""

import sys
from pathlib import Path

from benchmarks.reading.child import peak_memory
from saidwho.cli.main import main

if __name__ == "__main__":
    peak_file = Path(sys.argv[1])
    sys.argv = ["saidwho", *sys.argv[2:]]
    try:
        main()
    finally:
        peak_file.write_text(f"{peak_memory():.1f}\n", encoding="ascii")
