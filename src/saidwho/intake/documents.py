"""Which documents do these files, or standard input, hold?

A document that cannot be taken in gives an Unreadable where it stood, and the others are still read.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from saidwho.intake.drafting import document_of
from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.files import originals_of_file
from saidwho.types.document import Document, Unreadable


def documents_in(names: Iterable[str], *, options: IntakeOptions, stdin: BinaryIO | None = None) -> Iterator[Document | Unreadable]:
    """Take in documents, one at a time, in the order of names.

    names: paths, or "-" for standard input. A .jsonl file holds one document a line, and so does standard input with
    options.json_lines; anything else is one HTML page or one plain text.
    stdin: standard input as bytes, the process's own where None.
    """
    for name in names:
        for original in originals_of_file(name, options=options, stdin=stdin):
            yield original if isinstance(original, Unreadable) else document_of(original, options)
