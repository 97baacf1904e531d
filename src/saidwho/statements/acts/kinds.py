"""Which acts are there?"""

from typing import get_args

from saidwho.types.statement import Act

# The acts by their names, for names that come from a table.
ACTS: dict[str, Act] = {act: act for act in get_args(Act)} | {"warn": "predict", "vow": "pledge", "call": "judge", "describe": "assert"}
