"""What does each column of the tables mean? A frictionless Table Schema, as programs read it."""

import json
from collections.abc import Sequence
from typing import Any, TextIO

from saidwho.export.flat import FIELDS, Field

_TYPES = {"text": "string", "whole": "integer", "number": "number", "truth": "boolean"}


def codebook(columns: Sequence[Field] = FIELDS) -> dict[str, Any]:
    """The columns of a table with their types and meanings; those of CSV and Parquet where none are given."""
    fields = [{"name": field.name, "type": _TYPES[field.kind], "description": field.meaning} for field in columns]
    return {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": {"fields": fields, "missingValues": [""]}}


def write_codebook(stream: TextIO, columns: Sequence[Field] = FIELDS) -> None:
    """Write the codebook as JSON."""
    stream.write(json.dumps(codebook(columns), ensure_ascii=False, indent=1) + "\n")
