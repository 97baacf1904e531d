"""Every code that is given is explained, and every code that is explained is given."""

import re
from pathlib import Path
from typing import get_args

from saidwho.intake.codes import MEANINGS, Code

PACKAGE = Path(__file__).parents[2] / "src" / "saidwho"


def test_codes_are_complete() -> None:
    """The table in codes.py is the whole list."""
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    given = {code for source in sources for code in re.findall(r'code="([a-z_]+)"', source)}
    assert set(MEANINGS) == given == set(get_args(Code))
