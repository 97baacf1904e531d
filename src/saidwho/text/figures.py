"""How is a figure written for people: "at least 125 vehicles", "70 mines or more in 2 days"?"""

_DAYS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}
_HOURS = {"H": "hour", "M": "minute", "S": "second"}
_UNWRITTEN = 1e15  # from here on numbers are written in powers of ten


def figure_words(
    low: float | None,
    high: float | None,
    *,
    qualifier: str | None = None,
    unit: str | None = None,
    counts: str | None = None,
    per: str | None = None,
    over: str | None = None,
) -> str:
    """The bounds of a figure with what they count.

    qualifier: as it stands in the text; "or more" goes behind. over: an ISO 8601 duration.
    """
    behind = qualifier if qualifier and qualifier.startswith("or ") else None
    words = [_bounds(low, high, "" if behind else qualifier), unit, counts, behind]
    words += [f"a {per}" if per else None, f"in {duration_words(over)}" if over else None]
    return " ".join(word for word in words if word)


def _bounds(low: float | None, high: float | None, qualifier: str | None) -> str:
    if low is None and high is None:
        return "an open number of"
    if low is not None and high is not None and low != high:
        return f"{number_words(low)} to {number_words(high)}"
    if qualifier is None:
        qualifier = "" if low == high else "at least" if high is None else "up to"
    return f"{qualifier} {number_words(high if low is None else low)}".strip()


def number_words(number: float | None) -> str:
    """With commas; whole numbers without a point."""
    if number is None:
        return ""
    if abs(number) >= _UNWRITTEN:
        return f"{number:.3g}"
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.2f}"


def duration_words(duration: str) -> str:
    """ "6 days" of P6D; others as they stand."""
    units = _HOURS if duration.startswith("PT") else _DAYS
    count, unit = duration.lstrip("PT")[:-1], units.get(duration[-1:])
    return f"{count} {unit}{'' if count == '1' else 's'}" if unit and count.isdigit() else duration
