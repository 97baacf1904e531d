"""May this page be fetched, in the words of the site's robots.txt? (RFC 9309)

The standard library's parser takes the first rule that fits and knows no wildcards; the standard wants the longest.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

# RFC 9309, 2.5: at least 500 KiB are to be read.
LIMIT = 500 << 10  # bytes
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A path, with * for anything and $ for the end, that is allowed or not."""

    path: str
    is_allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What holds for one agent on one site. delay: seconds between two requests, where the site asks for it."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be fetched. The longest rule that fits holds, of two equal ones the kinder."""
        plain = _plain(path)
        fitting = [(len(rule.path), rule.is_allowed) for rule in self.rules if _fits(_plain(rule.path), plain)]
        return max(fitting)[1] if fitting else True


def read_robots(data: bytes, agent: str) -> Robots:
    """The rules for an agent: of all groups that name it, else of those for *. What is no rule is skipped."""
    own: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    names: set[str] = set()
    is_naming = False
    has_own = False
    for key, value in _lines(data[:LIMIT]):
        if key == "user-agent":
            names = (names if is_naming else set()) | {value.lower().partition("/")[0]}
            is_naming = True
            has_own = has_own or agent in names
        elif key in ("allow", "disallow", "crawl-delay"):
            is_naming = False
            if agent in names:
                own.append((key, value))
            if "*" in names:
                others.append((key, value))
    return _robots(own if has_own else others)


def _lines(data: bytes) -> list[tuple[str, str]]:
    text = data.decode("utf-8-sig", "replace")
    found = (_LINE.match(line) for line in re.split(r"[\r\n]+", text))
    return [(match[1].lower(), match[2].strip()) for match in found if match]


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = tuple(Rule(path=value, is_allowed=key == "allow") for key, value in lines if key != "crawl-delay" and value)
    delays = [float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value, re.ASCII)]
    return Robots(rules=rules, delay=max(delays, default=None))


def _plain(path: str) -> str:
    """A path in which %-escapes do not matter."""
    return unquote_to_bytes(path).decode("latin-1")


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says. Piece by piece, since a regular expression of many * takes for ever."""
    is_whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return at == len(path) or not is_whole
    *middle, last = rest
    for piece in middle:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return path.endswith(last) and len(path) - len(last) >= at if is_whole else path.find(last, at) >= 0
