"""May this XML be given to a parser?"""

from saidwho.errors import IntakeError


def refuse_entities(data: bytes) -> None:
    """Raises IntakeError (not_a_feed) where XML declares entities, which can grow without end or name files.

    No feed needs them. The zero bytes of UTF-16 and UTF-32 are left out, so that none hides behind them.
    """
    if b"<!entity" in data.replace(b"\0", b"").lower():
        raise IntakeError("The file declares entities of XML, which can hide files or grow without end. It is not read.", code="not_a_feed")
