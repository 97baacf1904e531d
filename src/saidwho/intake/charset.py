"""Which text do these bytes hold?"""

import codecs
import re
import unicodedata

from saidwho.errors import IntakeError
from saidwho.intake.encodings import CODECS

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "gzip-compressed",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4096  # bytes that are looked at to tell what a file is

_CHARSET = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_FROM_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|!--|html|head|body|title|meta|link|script|style|main|article|section|header|nav|"
    r"div|table|iframe|h1|h2|p|a|b|br|font)[\s/>]",
    re.IGNORECASE,
)


def decode_plain(data: bytes, *, header: str | None = None) -> str:
    """Decode by the byte order mark, else the charset of the HTTP answer if it can be right, else UTF-8.

    Raises IntakeError (binary, encoding).
    """
    return _decode(data, header.lower() if header and _is_credible(data, header) else None)


def decode_page(data: bytes, *, header: str | None = None) -> str:
    """Decode an HTML page: by its byte order mark, else the charset of its header, else the one it declares, else UTF-8.

    header: the charset of the HTTP answer. Where it cannot be right, the page's own word is taken.
    Raises IntakeError (binary, encoding).
    """
    found = _CHARSET.search(data[:_HEAD])
    declared = found[1].decode("ascii", "replace").lower() if found else None
    return _decode(data, header.lower() if header and _is_credible(data, header) else declared)


def _is_credible(data: bytes, header: str) -> bool:
    """Whether a server is right about a page. Many send one charset, whatever the page.

    Text of another charset is hardly ever UTF-8 by chance, while nearly any bytes are windows-1252.
    """
    encoding = CODECS.get(header.lower())
    return encoding is not None and _decodes(data, encoding) and (encoding == "utf-8" or not _decodes(data, "utf-8"))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def is_page(data: bytes) -> bool:
    """Whether the bytes begin as an HTML page does."""
    mark, encoding = _byte_order_mark(data)
    beginning = data[len(mark) : _HEAD].decode(encoding or "latin-1", "replace")
    return bool(_FROM_HTML.match(beginning + ">"))


def settle(text: str) -> str:
    """Normalise once, before the text is frozen: NFC, and LF at the end of a line."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _byte_order_mark(data: bytes) -> tuple[bytes, str | None]:
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", None))


def _decode(data: bytes, declared: str | None) -> str:
    mark, marked = _byte_order_mark(data)
    if not marked or marked == "utf-8":
        _refuse_binary(data)
    encoding = marked or CODECS.get(declared or "utf-8")
    if encoding is None:
        raise IntakeError(
            f"The page says it is {declared!r}, which is no encoding that browsers know. Convert it to UTF-8.", code="encoding"
        )
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, at=len(mark) + error.start) from error


def _refuse_binary(data: bytes) -> None:
    form = next((name for magic, name in _FORMATS.items() if data.startswith(magic)), None)
    if form is None and b"\0" in data:
        form = "not text (it holds zero bytes)"
    if form:
        raise IntakeError(f"This is {form}. Give HTML, plain text or JSON Lines.", code="binary")


def _undecodable(data: bytes, error: UnicodeDecodeError, *, at: int) -> IntakeError:
    if len(_CONTROL.findall(data[:_HEAD])) > 0.01 * min(len(data), _HEAD):
        return IntakeError("This is not text. Give HTML, plain text or JSON Lines.", code="binary")
    return IntakeError(
        f"Byte {at} (0x{data[at]:02x}) is not {error.encoding.upper()}: {error.reason}. "
        "Convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8 FILE",
        code="encoding",
    )
