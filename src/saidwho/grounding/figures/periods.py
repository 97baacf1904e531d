"""In what time: a day, in six days, since the start, as of Monday, in all?"""

from bisect import bisect_left
from dataclasses import dataclass

from saidwho.grounding.figures.candidates import Candidate
from saidwho.grounding.figures.numbers import read_cardinal
from saidwho.grounding.figures.syntax import Syntax
from saidwho.text.tables import word_set
from saidwho.types.grounding import Time

PER = {"day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "minute": "minute", "night": "night"}
_DAILY = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour", "nightly": "night"}
_LENGTHS = {
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
    "hour": "PT{}H",
    "fortnight": "P2W",
    "decade": "P{}0Y",
}
_LAST = word_set("past last previous first final preceding opening latest")
_SUPERLATIVE = word_set("deadliest worst biggest largest heaviest bloodiest highest lowest most fewest first greatest longest second third")
_OVER = word_set("in over within during across")
# How far from a figure the words of time may stand, in words.
_NEAR = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What a figure says of time. past: just past the words of time that follow it without a gap."""

    past: int
    per: str | None
    over: str | None
    cumulative: bool
    since: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The times of a text by where they begin, for looking up."""

    starts: tuple[int, ...]
    times: tuple[Time, ...]

    @classmethod
    def of(cls, times: tuple[Time, ...]) -> "Clock":
        ordered = tuple(sorted(times, key=lambda time: time.span))
        return cls(starts=tuple(time.span.start for time in ordered), times=ordered)

    def within(self, start: int, end: int) -> Time | None:
        """The first time that begins between start and end, or that covers start."""
        i = bisect_left(self.starts, start)
        if i < len(self.times) and self.times[i].span.start < end:
            return self.times[i]
        return self.times[i - 1] if i and self.times[i - 1].span.end > start else None


def period_of(s: Syntax, c: Candidate, clock: Clock, *, borders: tuple[int, int]) -> Period:
    """borders: the words between the figures before and after this one."""
    per, past = _per(s, c, c.past)
    over, past = _over_after(s, past, clock)
    over = over or _over_near(s, c, clock, borders)
    since, is_since = _since(s, c, clock)
    cumulative = is_since or _is_total(s, c, borders)
    return Period(past=past, per=per or _per_before(s, c), over=over, cumulative=cumulative, since=since, as_of=_as_of(s, c, clock))


def _per(s: Syntax, c: Candidate, p: int) -> tuple[str | None, int]:
    """ "a day", "per day", "each month", "daily", just after the figure."""
    q = p + (s.at(p) == "-" and s.is_glued(p))
    if s.at(q) in _DAILY:
        return _DAILY[s.at(q)], q + 1
    w = q + 1 + (s.at(q + 1) == "-")
    if s.at(q) in ("a", "an", "per", "each", "every") and s.at(w) in PER:
        if s.at(w + 1) in ("earlier", "ago", "later", "before", "after", "old") or s.reads(w + 1, "'s"):
            return None, p
        return PER[s.at(w)], w + 1
    if p == c.past and (s.at(p) in _VERBS_BETWEEN or s.tag(p) in ("VERB", "AUX", "ADJ")):
        return _per_late(s, p), p
    return None, p


_VERBS_BETWEEN = word_set("killed wounded injured dead were are was is being")


def _per_late(s: Syntax, p: int) -> str | None:
    """ "400 soldiers are being killed every day": after the words that say what befell them."""
    q, end = p, min(p + 6, s.pasts[p] - 1) if p < len(s) else p
    while q < end and (s.upos[q] in ("VERB", "AUX", "ADJ", "ADV", "PART") or s.at(q) in ("and", "or")):
        if s.at(q) in _DAILY:
            return _DAILY[s.at(q)]
        q += 1
    if (
        q < end
        and s.at(q) in ("a", "per", "each", "every")
        and s.at(q + 1) in PER
        and s.at(q + 2) not in ("earlier", "ago", "later", "before", "after")
    ):
        return PER[s.at(q + 1)]
    return _DAILY.get(s.at(q)) if q < end else None


def _per_before(s: Syntax, c: Candidate) -> str | None:
    """ "daily casualties of 400", "every day, 12 people are killed"."""
    i = c.first - 1
    if c.fate.side == "before" and c.fate.where >= 0 and s.at(c.fate.where - 1) in _DAILY:
        return _DAILY[s.at(c.fate.where - 1)]
    if s.at(i) == ",":
        i -= 1
    if s.at(i) in PER and s.at(i - 1) in ("every", "each"):
        return PER[s.at(i)]
    if any(s.at(p) in _DAILY and s.upos[p] == "ADJ" for p in range(c.number.past, c.past)):
        return next(_DAILY[s.at(p)] for p in range(c.number.past, c.past) if s.at(p) in _DAILY)
    return None


def _over_after(s: Syntax, p: int, clock: Clock) -> tuple[str | None, int]:
    """ "in six days", just after the figure."""
    read = _length_at(s, p, clock)
    return read if read else (None, p)


def _length_at(s: Syntax, p: int, clock: Clock) -> tuple[str, int] | None:
    """A length of time that begins with its preposition at p: its duration and the word just past."""
    if s.at(p) not in _OVER or p >= len(s):
        return None
    q, is_last, is_single = p + 1, False, False
    while q < p + 6 and (
        s.at(q) in ("the", "its", "their", "his", "just", "about", "around", "some", "only", "nearly", "almost", "under", "less", "than")
        or s.at(q) in _LAST
    ):
        is_last = is_last or s.at(q) in _LAST
        q += 1
    if s.reads(q, "a", "single"):
        q, is_single = q + 1, True
    number = read_cardinal(s, q) if s.at(q) not in ("a", "single") else None
    is_one = s.at(q) in ("a", "single")
    n, q = (int(number.value), number.past) if number else (1, q + is_one)
    q += s.at(q) in ("consecutive", "straight", "short", "full") or (s.at(q) == "-" and s.is_glued(q))
    unit = s.at(q).rstrip("s") if s.at(q) not in _LENGTHS else s.at(q)
    if unit not in _LENGTHS or not (number or is_last or is_single or is_one):
        return None
    if (unit != s.at(q) and not number) or s.relations[q] == "compound" or (s.at(p) == "within" and _is_to_come(s, p)):
        return None  # "In the last hours", "in a night attack", "776 men will leave within a week".
    if s.at(q + 1) in ("'", "'s", "time", "ago") or n > 10**4:
        return None
    time = clock.within(s.starts[p], s.ends[q])
    written = time.duration if time and time.duration and "X" not in time.duration else _LENGTHS[unit].format(n)
    return written, q + 1


def _over_near(s: Syntax, c: Candidate, clock: Clock, borders: tuple[int, int]) -> str | None:
    """A length of time elsewhere in the clause: "in the past 24 hours, 12 people were killed"."""
    first, past = s.window(c.number.first, before=_NEAR, after=_NEAR)
    p = c.past
    while p < past and s.at(p) not in (";", ".", "which"):
        if s.at(p) in ("when", "where", "after", "before", "while", "as") and s.tag(p) in ("SCONJ", "ADV"):
            break
        if p >= borders[1]:
            break
        found = _length_at(s, p, clock) if s.at(p) in _OVER else None
        if found:
            return None if _is_of_superlative(s, p) else found[0]
        p += 1
    begin = first
    for p in range(begin, c.first):
        if s.at(p) in _OVER:
            found = _length_at(s, p, clock)
            if found and not _is_of_superlative(s, p) and _leads(s, p, found[1], c, borders):
                return found[0]
    return None


def _is_of_superlative(s: Syntax, p: int) -> bool:
    """ "the deadliest attack in six months" is no length in which a figure was reached."""
    first, _ = s.window(p, before=10)
    return not _SUPERLATIVE.isdisjoint(s.lower[first:p])


def _leads(s: Syntax, p: int, past: int, c: Candidate, borders: tuple[int, int]) -> bool:
    """Whether words of time before the figure are of its clause: at its head, or just after its verb."""
    opens = p == s.firsts[p] or s.at(p - 1) in (",", "that", "said", "and", "but", '"', "“", ":")
    clause = not any(s.at(q) in (";", "which", "who") for q in range(past, c.first))
    return clause and (opens or c.first - past <= 8) and past > borders[0] - 12


_TOTALS = (
    ("so", "far"), ("in", "total"), ("in", "all"), ("to", "date"), ("total", "of"), ("altogether",), ("all", "told"), ("overall",),
    ("until", "now"), ("up", "to", "now"), ("cumulative",), ("cumulatively",),
)  # fmt: skip
_BRINGS = word_set("bringing brings brought bring takes taking took")


_GROWING = word_set("rose risen rises rising climbed climbs climbing reached reaches grew grown jumped passed topped exceeded stood stands")
_TALLIES = word_set("total number toll tally count")


def _is_total(s: Syntax, c: Candidate, borders: tuple[int, int]) -> bool:
    """Whether the words make the figure a total so far."""
    if c.unit == "percent":
        return False
    first, past = s.window(c.number.first, before=14, after=14)
    first, past = max(first, borders[0]), min(past, borders[1])
    if any(_has_total(s, p) for p in range(first, past)):
        return True
    before = s.lower[first : c.first]
    brings = not _BRINGS.isdisjoint(before) and not _TALLIES.isdisjoint(before)
    total = "total" in before and s.at(c.first - 1) in ("to", "at", "of", "is", "was", "reached", "than")
    return brings or total or _is_toll(s, c, before) or _has_now(s, c)


def _has_total(s: Syntax, p: int) -> bool:
    return any(s.lower[p] == words[0] and s.reads(p, *words) for words in _TOTALS) and not _is_of_superlative(s, p)


def _day_at(s: Syntax, p: int, clock: Clock) -> str | None:
    """The day that stands at a word, across "on" and "late"."""
    q = p + (s.at(p) in ("late", "early"))
    q += s.at(q) == "on"
    if q >= s.pasts[p - 1]:
        return None
    time = clock.within(s.starts[q], s.ends[q])
    return time.edtf if time and time.date_prec == 1 and time.span.start <= s.starts[q] else None


def _is_toll(s: Syntax, c: Candidate, before: list[str]) -> bool:
    """ "the death toll rose to 40", "a toll of 16 dead", "total losses reached 400"."""
    if c.fate.side == "inside":
        return "toll" in before[-7:]
    if c.fate.side != "before" or c.fate.where < 0:
        return False
    tally = s.lower[max(0, c.fate.where - 3) : c.fate.where + 1]
    return tally[-1:] == ["toll"] or "total" in tally or "overall" in tally


def _is_growing(s: Syntax, c: Candidate) -> bool:
    """ "the number of dead climbed to 120"."""
    where = c.fate.where
    is_number = where >= 0 and "number" in s.lower[max(s.firsts[where], where - 4) : where]
    return is_number and not _GROWING.isdisjoint(s.lower[where + 1 : c.first])


def _has_now(s: Syntax, c: Candidate) -> bool:
    """ "has now killed 40", "40 have now died"."""
    first, past = s.window(c.number.first, before=6, after=8)
    return any(s.lower[p] in ("has", "have", "had") and s.at(p + 1) == "now" for p in range(first, past))


def _since(s: Syntax, c: Candidate, clock: Clock) -> tuple[str | None, bool]:
    """ "since the start of the invasion": its date where the times of the text give one, and whether it is said at all."""
    first, past = s.window(c.number.first, before=_NEAR, after=_NEAR)
    for p in range(first, past):
        if s.lower[p] == "since" and _bears_on(s, c, p):
            time = clock.within(s.starts[p], s.ends[min(p + 9, s.pasts[p]) - 1])
            return (time.edtf if time else None), True
    return None, False


def _bears_on(s: Syntax, c: Candidate, p: int) -> bool:
    """Whether "since" at p says from when the figure was counted: with a perfect tense, or no finite verb between."""
    if _is_of_superlative(s, p) or s.at(p + 1) in (",", ".", "then"):
        return False
    if s.tag(p - 1) == "VERB" and s.relations[p - 1] == "acl" and p - 1 != c.fate.where:
        return False  # "the release of 14 detainees held since March"
    first, past = min(p, c.first), max(p, c.past)
    between = range(first, past)
    if any(s.at(q) in (";", "who", "which", "where", "when", "while") or (q >= c.past and s.at(q) in _BRINGS) for q in between):
        return False
    low, high = s.window(c.number.first, before=10, after=10)
    perfect = any(s.lower[q] in ("has", "have", "had", "'ve") for q in (*range(low, high), *between))
    simple = any(
        s.lower[q] in ("was", "were", "said", "killed", "wounded") and s.upos[q] in ("AUX", "VERB")
        for q in between
        if not c.first <= q < c.past
    )
    return perfect or not simple


def _is_to_come(s: Syntax, i: int) -> bool:
    """Whether what is told around word i is still to come."""
    first, past = s.window(i, before=_NEAR, after=_NEAR)
    return any(s.lower[p] in _TO_COME and s.upos[p] == "AUX" for p in range(first, past))


_TALLYING = word_set("count tally toll total figure estimate reckoning number end close dawn noon")


def _is_of_deed(s: Syntax, time: Time) -> bool:
    """Whether a day only tells which deed: "killed by yesterday's attack"; "by Tuesday's count" is of the count."""
    after = bisect_left(s.starts, time.span.end)
    p = after - 1 if s.at(after - 1) == "'s" else after
    return s.at(p) == "'s" and _TALLYING.isdisjoint(s.lower[p + 1 : p + 4])


_TO_COME = word_set("will 'll wo shall would should must may might can could")


def _as_of(s: Syntax, c: Candidate, clock: Clock) -> str | None:
    """ "as of Monday", "by Monday evening", "the toll rose to 40 on Monday": the date up to which the figure was counted."""
    if c.fate.side == "before" and (_is_toll(s, c, []) or _is_growing(s, c)) and (day := _day_at(s, c.past, clock)):
        return day
    first, past = s.window(c.number.first, before=_NEAR, after=_NEAR)
    is_to_come = _is_to_come(s, c.number.first)
    for p in range(first, past):
        is_as_of = s.reads(p, "as", "of") or (s.lower[p] in ("by", "until") and s.tag(p) == "ADP" and not is_to_come)
        if not is_as_of:
            continue
        q = p + 2 if s.lower[p] == "as" else p + 1
        time = clock.within(s.starts[min(q, len(s) - 1)], s.ends[min(q + 2, s.pasts[p] - 1)])
        if time and _is_of_deed(s, time):
            continue
        if time and time.edtf and time.span.start <= s.ends[min(q + 2, s.pasts[p] - 1)] and time.span.start >= s.starts[p]:
            return time.edtf
    return None
