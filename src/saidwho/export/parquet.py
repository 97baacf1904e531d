"""Reports as Parquet: the table of CSV, with types. Needs pyarrow, which is an extra."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

from saidwho.errors import ExportError
from saidwho.export.cells import Shape
from saidwho.export.flat import FIELDS, rows

# Rows that are written together: a group is what readers skip or take.
_GROUP = 20_000


def write_parquet(reports: Iterable[Shape], stream: BinaryIO) -> None:
    """Write reports as one Parquet file. Raises ExportError where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ExportError("Parquet needs pyarrow. Install it with: pip install 'saidwho[parquet]'") from error
    types = {"text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64(), "truth": pyarrow.bool_()}
    meant = [pyarrow.field(field.name, types[field.kind], metadata={"description": field.meaning}) for field in FIELDS]
    schema = pyarrow.schema(meant)
    found = rows(reports)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := [_typed(row) for row in islice(found, _GROUP)]:
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """Numbers as floats; one past what a float can hold is not known here."""
    return row | {field.name: _double(row[field.name]) for field in FIELDS if field.kind == "number"}


def _double(value: float | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
