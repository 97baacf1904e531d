"""Which originals do these sources hold: files, folders, WARC files, feeds, addresses and standard input, mixed?"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from saidwho.errors import IntakeError
from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.feeds import Entry, is_feed, read_feed
from saidwho.intake.files import STANDARD_INPUT, originals_of_file
from saidwho.intake.lists import is_opml, read_list
from saidwho.intake.warc import is_warc, originals_of_warc
from saidwho.types.document import Unreadable
from saidwho.types.original import Original

# What is taken from a folder. Feeds and lists are not: what they name would be fetched, and nobody asked for that.
ENDINGS = (".htm", ".html", ".xhtml", ".txt", ".jsonl", ".warc", ".warc.gz")
_ADDRESS = re.compile(r"https?:", re.IGNORECASE)
# Two letters at least: a drive of Windows is no scheme.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:(?://|[^/\\]*$)", re.IGNORECASE)


class Fetches(Protocol):
    """What fetches one page. Raises IntakeError."""

    def fetch(self, address: str) -> Original: ...


def originals_in(
    sources: Iterable[str], *, options: IntakeOptions, fetcher: Fetches, stdin: BinaryIO | None = None
) -> Iterator[Original | Unreadable]:
    """The originals of all sources, one at a time, in their order; an Unreadable stands where one could not be had.

    sources: paths of files and folders, addresses, or "-" for standard input. Of a feed, a file or at an address, the
    pages are fetched that it names; of an OPML file, those of its feeds.
    stdin: standard input as bytes, the process's own where None.
    """
    for source in sources:
        if source == STANDARD_INPUT:
            yield from originals_of_file(source, options=options, stdin=stdin)
        elif _ADDRESS.match(source):
            yield from _at(source, fetcher)
        elif not Path(source).exists() and _SCHEME.match(source):
            yield Unreadable(key=source, code="refused", message="Only http and https addresses are fetched. Give one, or a path.")
        elif Path(source).is_dir():
            yield from _in_folder(source, options)
        else:
            yield from _in_file(source, options, fetcher)


def left_out(folder: str) -> Counter[str]:
    """How many files of a folder are not taken, by their endings; hidden ones are not counted."""
    names = (name.lower() for name in _below(folder, []))
    return Counter(Path(name).suffix for name in names if not name.endswith(ENDINGS))


def original_of_entry(entry: Entry, feed: str, fetcher: Fetches) -> Original | Unreadable:
    """The page that an entry of a feed names, with what the feed says of it. feed: what to call the feed."""
    if entry.address is None:
        return Unreadable(key=f"{feed}#{entry.key}", code="refused", message="The entry of the feed names no page. Nothing can be done.")
    try:
        original = fetcher.fetch(entry.address)
    except IntakeError as error:
        return Unreadable(key=entry.address, code=error.code, message=str(error))
    return replace(original, stated=entry.stated)


def _at(address: str, fetcher: Fetches) -> Iterator[Original | Unreadable]:
    """The page at an address; where a feed is there, the pages that it names."""
    try:
        original = fetcher.fetch(address)
        if not is_feed(original.data):
            yield original
            return
        entries = read_feed(original.data, address=original.final_address)
    except IntakeError as error:
        yield Unreadable(key=address, code=error.code, message=str(error))
        return
    for entry in entries:
        yield original_of_entry(entry, address, fetcher)


def _in_folder(folder: str, options: IntakeOptions) -> Iterator[Original | Unreadable]:
    """The files of a folder and of all below it, in the order of their paths. Hidden ones are left out."""
    failed: list[OSError] = []
    found = sorted(name for name in _below(folder, failed) if name.lower().endswith(ENDINGS))
    for error in failed:
        yield Unreadable(key=str(error.filename), code="unreadable", message=f"It cannot be read: {error.strerror}.")
    if not found and not failed:
        yield Unreadable(key=folder, code="missing", message=f"The folder holds no file that ends in {', '.join(ENDINGS)}.")
    for name in found:
        yield from _in_warc(name) if is_warc(name) else originals_of_file(name, options=options)


def _below(folder: str, failed: list[OSError]) -> Iterator[str]:
    """The files below a folder that are not hidden. Folders that cannot be read go to failed."""
    for parent, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (str(Path(parent, name)) for name in names if not name.startswith("."))


def _in_warc(name: str) -> Iterator[Original | Unreadable]:
    try:
        with Path(name).open("rb") as stream:
            yield from originals_of_warc(stream, name)
    except OSError as error:
        yield Unreadable(key=name, code="unreadable", message=f"It cannot be read: {error.strerror or error}.")


def _in_file(name: str, options: IntakeOptions, fetcher: Fetches) -> Iterator[Original | Unreadable]:
    if is_warc(name):
        yield from _in_warc(name)
        return
    for original in originals_of_file(name, options=options):
        if isinstance(original, Original) and original.line is None and (is_feed(original.data) or is_opml(original.data)):
            yield from _named_by(original, fetcher)
        else:
            yield original


def _named_by(original: Original, fetcher: Fetches) -> Iterator[Original | Unreadable]:
    """The pages that a feed or a list, found in a file, names."""
    try:
        if is_opml(original.data):
            for address in read_list(original.data):
                yield from _at(address, fetcher)
        else:
            for entry in read_feed(original.data):
                yield original_of_entry(entry, original.place, fetcher)
    except IntakeError as error:
        yield Unreadable(key=original.place, code=error.code, message=str(error))
