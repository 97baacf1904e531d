"""The names of days and months, which begin with a capital and name nobody. In small letters; as they are written, capitals."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# Without their full stops.
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
WRITTEN_WEEKDAYS = tuple(name.title() for name in WEEKDAYS)
WRITTEN_MONTHS = tuple(name.title() for name in MONTHS)
