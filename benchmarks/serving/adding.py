"""Add generated reports to a record, so many a second, until ended: what saidwho watch does beside a server."""

import sys
import time

from benchmarks.record.generate import generate
from benchmarks.record.measure import _documents, _keep
from saidwho.record.location import locate
from saidwho.record.record import open_record
from saidwho.record.writer import RecordWriter


def main() -> None:
    """Arguments: the record, and reports a second."""
    name, rate = sys.argv[1], float(sys.argv[2])
    with open_record(locate(name)) as record, RecordWriter(record) as writer:
        began = time.monotonic()
        # Far past the numbers of those that the record was made of.
        for count, report in enumerate(generate(10**6, first=10_000_000 + _documents(record)), 1):
            _keep(writer, [report])
            time.sleep(max(0.0, began + count / rate - time.monotonic()))


if __name__ == "__main__":
    main()
