"""Each label means an encoding of text."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.encodings import CODECS


@pytest.mark.parametrize(
    ("codec", "label"),
    [
        ("cp1252", "iso-8859-1"),
        ("cp1254", "latin5"),
        ("gb18030", "gb2312"),
        ("cp932", "shift_jis"),
        ("koi8-r", "koi8-r"),
        ("utf-8", "utf8"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(codec: str, label: str) -> None:
    """Which is not always what Python takes them for."""
    assert codec == CODECS[label]


def test_labels_are_in_lower_case() -> None:
    """They are looked up so."""
    assert {label.lower() for label in CODECS} == set(CODECS)


@given(st.sampled_from(sorted(set(CODECS.values()))), st.binary(max_size=100))
def test_any_bytes_decode_or_say_where_not(codec: str, data: bytes) -> None:
    """Python knows each codec, and it fails in one way only."""
    with contextlib.suppress(UnicodeDecodeError):
        assert isinstance(codecs.decode(data, codec), str)
