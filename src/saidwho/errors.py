"""Errors someone can act on.

SaidwhoError
+-- IntakeError      a document could not be taken in
+-- ReadingError     a text could not be read
|   +-- WeightsError     the reader's weights are missing or altered
+-- GroundingError   mentions could not be given their meaning
|   +-- RegisterError    a file of the register is wrong
|   +-- GazetteerError   a gazetteer is missing, altered or cannot be built
+-- LinkingError     reports could not be linked
|   +-- JudgementError   a judgement cannot hold
+-- ExportError      what a record holds could not be written in a format
+-- RecordError      a record could not be opened, kept or searched
    +-- FilterError      what is looked for makes no sense, or names nobody the record knows
    +-- ArchiveError     the originals could not be written or read
    +-- LogError         a proof or a stamp of the log does not hold, or cannot be made
"""

import traceback
from pathlib import Path


class SaidwhoError(Exception):
    """Everything that saidwho raises on purpose."""


class IntakeError(SaidwhoError):
    """A document could not be taken in. code: one word for programs, as in the error object."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class ReadingError(SaidwhoError):
    """A text could not be read."""


class WeightsError(ReadingError):
    """The reader's weights are missing, altered, or of another version."""


class GroundingError(SaidwhoError):
    """Mentions of a text could not be given their meaning."""


class RegisterError(GroundingError):
    """A file of the register is wrong; the message begins with its path and line."""


class GazetteerError(GroundingError):
    """A gazetteer is missing, altered, or cannot be built."""


class LinkingError(SaidwhoError):
    """Reports could not be linked."""


class JudgementError(LinkingError):
    """A judgement is of something that is not there, or says what cannot be."""


class RecordError(SaidwhoError):
    """A record could not be opened, kept or searched."""


class FilterError(RecordError):
    """What is looked for makes no sense, or names nobody that the record knows."""


class ArchiveError(RecordError):
    """The originals could not be written or read."""


class LogError(RecordError):
    """A proof or a stamp of the log does not hold, or cannot be made."""


class ExportError(SaidwhoError):
    """What a record holds could not be written in a format."""


def own_mistake(error: Exception) -> str:
    """What a person is told of an error that nobody foresaw in reading a document: what it is, where it came up, what to do."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"saidwho made a mistake in reading this document and left it out ({type(error).__name__}: {error}, in {Path(at.filename).name} "
        f"line {at.lineno}). Report it with the document, so that it can be mended; the others are read."
    )
