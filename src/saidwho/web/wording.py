"""How are the record's words for things put for people?"""

from datetime import date, datetime
from typing import Any

from saidwho.text.calendar_words import WRITTEN_MONTHS
from saidwho.text.figures import figure_words

_EVENTS = {
    "ASSAULT": "attack",
    "FIGHT": "fighting",
    "AID": "aid",
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "CONCEDE": "concession",
    "RETREAT": "retreat",
    "REQUEST": "demand",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
}
_ACTS = {
    "assert": "says so",
    "deny": "denies",
    "confirm": "confirms",
    "doubt": "doubts",
    "admit": "admits",
    "claim responsibility": "claims responsibility",
    "threaten": "threatens",
    "predict": "predicts",
    "demand": "demands",
    "pledge": "pledges",
    "judge": "judges",
    "decline": "declines to say",
}
_FORMS = {"direct": "word for word", "indirect": "in the outlet's words", "mixed": "partly word for word", "own voice": "the outlet itself"}
_NAMED = 3  # origins, in a line of a list
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # EDTF
_DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps about"}  # EDTF
_PRECISION = {
    1: "exactly there",
    2: "near there",
    3: "somewhere in the district",
    4: "somewhere in the region",
    5: "along a line or area",
    6: "somewhere in the country",
    7: "wider than a country",
}


def count_of(number: int, one: str, many: str | None = None) -> str:
    """ "1 document", "3 documents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def event_words(event: str | None) -> str:
    """A type of PLOVER in a plain word."""
    return _EVENTS.get(event, event.lower()) if event else ""


def act_words(act: str | None) -> str:
    """What somebody does by saying it."""
    return _ACTS.get(act or "", act or "tells")


def form_words(form: str | None) -> str:
    """How the words stand in the text."""
    return _FORMS.get(form or "", form or "")


def day_words(day: str | None) -> str:
    """ "16 November 2023" of a date or time; of a month or a year, no more than that; other EDTF as it stands.

    Of an interval both ends; "about" stands before what EDTF marks as approximate, "perhaps" before what it marks as doubtful.
    """
    if not day:
        return "no date"
    first, slash, last = day.partition("/")
    if slash:
        return f"{_end_words(first)} to {_end_words(last)}" if first != last else day_words(first)
    return f"{_DOUBTS[day[-1]]} {_one_day(day[:-1])}" if day[-1] in _DOUBTS else _one_day(day)


def _end_words(end: str) -> str:
    return {"": "not known", "..": "open"}.get(end) or day_words(end)


def _one_day(day: str) -> str:
    try:
        if len(day) == 7:
            number = int(day[5:7])
            return f"{_SEASONS[number]} {day[:4]}" if number in _SEASONS else f"{WRITTEN_MONTHS[number - 1]} {day[:4]}"
        found = date.fromisoformat(day[:10])
    except (ValueError, IndexError):
        return day
    return f"{found.day} {WRITTEN_MONTHS[found.month - 1]} {found.year}"


def time_words(moment: str | None) -> str:
    """A day with the time, where there is one, in the zone it was given in."""
    if not moment or len(moment) <= 10:
        return day_words(moment)
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    offset = found.strftime("%z")
    zone = "" if not offset else " UTC" if offset == "+0000" else f" UTC{offset[:3]}:{offset[3:5]}"
    return f"{day_words(moment)}, {found:%H:%M}{zone}"


def origin_words(claim: dict[str, Any]) -> str:
    """How many origins, how many more there may be, and who the first are: "2 independent origins, perhaps 3: Arland, a nurse"."""
    sure, possible = claim["independent_origins"], claim["possible_origins"]
    told = count_of(sure, "independent origin") if sure else "no origin of its own"
    names = claim.get("origin_names") or [origin["name"] for origin in claim["origins"]]
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    named = f": {', '.join(names[:_NAMED])}{more}" if names else ""
    return (f"{told}, perhaps {possible:,}" if possible > sure else told) + named


def precision_words(where_prec: int | None) -> str:
    """How exactly a place is known, of UCDP's where_prec."""
    return _PRECISION.get(where_prec or 0, "not known how exactly")


def figure_of(figure: dict[str, Any]) -> str:
    """The bounds of a figure of the contract with what they count: "at least 17 people killed"."""
    counted = " ".join(word for word in (figure.get("counts"), figure.get("victims")) if word)
    return figure_words(
        figure.get("low"),
        figure.get("high"),
        qualifier=figure.get("qualifier"),
        unit=figure.get("currency") or figure.get("unit"),
        counts=counted or None,
        per=figure.get("per"),
        over=figure.get("over"),
    )
