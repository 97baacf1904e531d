"""Nouns of those and of that which reports of war count."""

from saidwho.text.tables import rows_of, word_set

_HUMAN_ADJECTIVES = (
    "civilian military child army police rebel militant insurgent infant soldier troop combatant noncombatant women female male"
)

AREAS_AND_WEIGHTS = word_set(
    """
    tonnes tonne tons ton kg kilograms kilogram kilogrammes kilos kilo pounds pound litres liters litre liter gallons barrels
    hectares hectare acres megawatts megawatt
    """
)


def _nouns(use: str) -> frozenset[str]:
    return frozenset(noun for what, noun in rows_of("tables/nouns.tsv", package=__package__, columns=2) if what == use)


def _with_plurals(nouns: frozenset[str]) -> frozenset[str]:
    return nouns | frozenset(plural(noun) for noun in nouns)


def plural(noun: str) -> str:
    """The regular plural of a noun, in lower case; a plural stays as it is."""
    if noun in _SAME or noun in AREAS_AND_WEIGHTS or noun.endswith(("s", "men", "people", "children")) or noun in ("personnel", "staff"):
        return noun
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun in _SPECIAL:
        return _SPECIAL[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch", "x", "z")) else "s")


_SAME = word_set(
    """
    aircraft helicopters ammunition munitions hovercraft spacecraft artillery equipment livestock cattle sheep police infantry
    personnel
    """
)
_SPECIAL = {"person": "people", "child": "children", "house": "houses", "life": "lives", "wife": "wives", "bus": "buses", "body": "bodies"}

PEOPLE = _with_plurals(_nouns("person")) | _nouns("people")
# Words that say no more than that they are people.
BARE_PEOPLE = word_set(
    """
    people person persons individuals individual others other lives souls dead more them human humans population casualties victims
    victim
    """
)
# What is counted by groups of people; what befell them is kept, the unit stays.
GROUPS = word_set("families family households household")
HUMAN_ADJECTIVES = frozenset(_HUMAN_ADJECTIVES.split())
ANIMALS = word_set("animals cattle cows cow goats goat sheep horses horse dogs dog livestock camels camel birds pigs chickens buffaloes")

EQUIPMENT = _with_plurals(_nouns("thing")) | word_set("families")

# Lengths of time, distances, ages and the like: their words are the business of times and places.
NOT_COUNTED = word_set(
    """
    second seconds minute minutes hour hours day days week weeks weekend weekends month months year years decade decades century
    centuries night nights evening evenings morning mornings afternoon afternoons fortnight quarter quarters time times o'clock gmt
    am pm a.m. p.m. utc est bst cet hrs degrees degree km kms kilometre kilometres kilometer kilometers mile miles metre metres
    meter meters foot feet ft inch inches yard yards mm cm m millimetre millimetres millimeter millimeters centimetres centimeters
    nautical knots mph kph kmh calibre caliber kph km/h side sides point points thing things way ways reason reasons question questions part
    parts stage stages step steps phase phases half halves front fronts occasion occasions case term terms round's hand hands option
    options scenario scenarios countries' world war wars sources source goal goals aim aims fold percentage another other's leg legs
    seater storey story stories storeys
    """
)
# Plural things that "the two" points back to: they are spoken of, not counted.
POINTED_AT = word_set(
    """
    countries nations neighbours neighbors states governments leaders presidents parties armies allies powers men capitals foes
    rivals ministers sides regions territories peoples groups factions superpowers generals women brothers
    """
)
# Staff of a body: "12 soldiers of the 7th Brigade", "three employees of the charity".
STAFF = word_set(
    """
    soldiers soldier troops fighters fighter members member employees employee staff staffers staffer workers worker officers
    officer policemen policeman guards guard servicemen serviceman personnel men militants militant commanders commander volunteers
    volunteer peacekeepers peacekeeper marines recruits conscripts reservists paratroopers commandos militiamen militiaman medics
    gunmen insurgents rebels journalists journalist contractors mercenaries
    """
)
# Words for people that say at once what befell them, and who they are.
PERSONS_BY_FATE = word_set("refugees evacuees detainees inmates captives idps martyrs lives")
