"""How is a part of a kept report read without reading all of it? A list shows one statement of a report that has twenty.

The line of JSON is cut at the names of its fields. No string in JSON has a quotation mark in it that is not escaped, so what is
found between two quotation marks and a colon is a name, and no words of a report. The fields stand in the contract's order.
"""

import json
from functools import cached_property
from typing import Any

from saidwho.errors import RecordError
from saidwho.record.bodies import line_of

Shape = dict[str, Any]

_DECODER = json.JSONDecoder()


class Parts:
    """The parts of one report. deflated: as it is kept. Raises RecordError where it is not as the contract writes it."""

    def __init__(self, deflated: bytes) -> None:
        self._line = line_of(deflated).decode()

    @cached_property
    def document(self) -> Shape:
        """The document with its text."""
        found: Shape = self._read('"document":', self._line.find('"document":'))
        return found

    @cached_property
    def actors(self) -> list[Shape]:
        """Who is named."""
        return self._last("actors")

    @cached_property
    def figures(self) -> list[Shape]:
        """All figures, in the order of the text; propositions, which have figures too, stand before them."""
        return self._last("figures")

    def statement(self, identity: str) -> Shape:
        """The statement of an id; no other thing that has an id has the same."""
        found: Shape = self._read("", self._line.find(f'{{"id":"{identity}"'))
        return found

    def _last(self, name: str) -> list[Shape]:
        found: list[Shape] = self._read(f'"{name}":', self._line.rfind(f'"{name}":['))
        return found

    def _read(self, name: str, at: int) -> Any:
        """The value after a name. at: where the name stands, below 0 where it does not."""
        try:
            return _DECODER.raw_decode(self._line, at + len(name) if at >= 0 else len(self._line))[0]
        except ValueError as error:
            raise RecordError(f"A reading cannot be read back ({error}). Run saidwho verify.") from error
