"""What does watching remember of a feed from one round to the next, and from one run to the next?"""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from saidwho.intake.fetching.fetcher import Validators

# Feeds name their newest 10 to 500 entries. Whatever is forgotten too early is fetched once more, and found to be there.
_MOST = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """validators: of the last answer whose entries were all dealt with. seen: the version of each such entry by its key.

    tries: how often an entry could not be fetched so far.
    """

    validators: Validators = field(default_factory=Validators)
    seen: dict[str, str] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)


class Memory:
    """One small file a feed, in one folder. A file that is lost or damaged costs fetching its pages once more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self, feed: str) -> FeedState:
        """What is known of a feed; nothing of a new one."""
        try:
            value = json.loads(self._file(feed).read_text(encoding="utf-8"))
            return FeedState(
                validators=Validators(etag=_string(value["etag"]), last_modified=_string(value["last_modified"])),
                seen={str(key): str(version) for key, version in value["seen"].items()},
                tries={str(key): int(count) for key, count in value["tries"].items()},
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return FeedState()

    def keep(self, feed: str, state: FeedState) -> None:
        """Remember the state of a feed, so that it is on disk as a whole or not at all. Raises OSError."""
        value = {
            "feed": feed,
            "etag": state.validators.etag,
            "last_modified": state.validators.last_modified,
            "seen": dict(list(state.seen.items())[-_MOST:]),
            "tries": state.tries,
        }
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._file(feed)
        new = file.with_suffix(".new")
        with new.open("w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=True, indent=0)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)

    def _file(self, feed: str) -> Path:
        return self._folder / f"{hashlib.sha256(feed.encode('utf-8', 'replace')).hexdigest()[:32]}.json"


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None
