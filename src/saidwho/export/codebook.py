"""What does each column of the tables mean? A frictionless Table Schema, as programs read it."""

import json
from typing import Any, TextIO

from saidwho.export.flat import FIELDS

_TYPES = {"text": "string", "whole": "integer", "number": "number", "truth": "boolean"}


def codebook() -> dict[str, Any]:
    """The columns of CSV and Parquet with their types and meanings."""
    fields = [{"name": field.name, "type": _TYPES[field.kind], "description": field.meaning} for field in FIELDS]
    return {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": {"fields": fields, "missingValues": [""]}}


def write_codebook(stream: TextIO) -> None:
    """Write the codebook as JSON."""
    stream.write(json.dumps(codebook(), ensure_ascii=False, indent=1) + "\n")
