import re

import pytest

from saidwho.errors import RegisterError
from saidwho.grounding.register.files import read_rows


def rows(path, text):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_rows(path, columns=("key", "name"), required=("key", "name"))


def test_columns_may_stand_in_any_order(tmp_path):
    (row,) = rows(tmp_path / "own.tsv", "name\tkey\nLomna\tlomna\n")
    assert {"key": "lomna", "name": "Lomna"} == row.cells


def test_comments_and_empty_lines_are_passed_over_and_still_counted(tmp_path):
    path = tmp_path / "own.tsv"
    (row,) = rows(path, "# ours\n\nkey\tname\n# Arland\n\nlomna\tLomna\n")
    assert f"{path}:6" == row.where


@pytest.mark.parametrize("text", ["key\tname\r\nlomna\tLomna\r\n", "\ufeffkey\tname\nlomna\tLomna", "key\tname\n lomna \t Lomna \n"])
def test_what_editors_add_does_not_matter(tmp_path, text):
    """Line ends of other systems, a byte order mark and blanks around cells are no part of a cell."""
    (row,) = rows(tmp_path / "own.tsv", text)
    assert {"key": "lomna", "name": "Lomna"} == row.cells


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "no line that names its columns"),
        ("# ours\n\n", 1, "no line that names its columns"),
        ("key\tnames\n", 1, "no column is called 'names'"),
        ("key\tname\tkey\n", 1, "'key' stands twice"),
        ("# ours\nkey\n", 2, "'name' is missing"),
        (b"key\tname\nlomna\tL\xf3mna\n", 2, "not UTF-8"),
        ("key\tname\nlomna\tLomna\tmore\n", 2, "3 cells"),
        ("key\tname\n\tLomna\n", 2, "'key' is empty"),
    ],
)
def test_a_table_that_cannot_be_read_is_named_with_its_line(tmp_path, text, line, told):
    path = tmp_path / "own.tsv"
    with pytest.raises(RegisterError, match=f"^{re.escape(str(path))}:{line}: .*{re.escape(told)}"):
        rows(path, text)


@pytest.mark.parametrize("name", ["missing.tsv", "."])
def test_a_path_that_is_no_file_is_our_error(tmp_path, name):
    with pytest.raises(RegisterError, match="cannot be read"):
        read_rows(tmp_path / name, columns=("key",), required=("key",))
