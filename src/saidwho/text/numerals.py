"""Which words are numbers, and how much is each?"""

from saidwho.text.tables import word_set

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
SMALL = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
# Shortened scales. "m" is a metre as well, so it counts with money only, or before people.
SHORT_SCALES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
MONEY_SCALES = {"m": 10**6, "b": 10**9}
VAGUE_SCALES = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions")
# Words before a scale that leave open how many of it: "several hundred".
OPENERS = (("several",), ("a", "few"), ("few",), ("many",), ("a", "couple", "of"), ("a", "couple"), ("some",), ("multiple",))
# Words that leave open how many there are. They are figures only of people to whom something happened.
WEAK = (
    ("several",), ("a", "few"), ("a", "handful", "of"), ("a", "number", "of"), ("many",), ("numerous",), ("a", "couple", "of"),
    ("multiple",), ("countless",), ("an", "unknown", "number", "of"), ("an", "unspecified", "number", "of"), ("a", "small", "number", "of"),
    ("a", "large", "number", "of"),
)  # fmt: skip
FRACTIONS = ("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "majority", "most", "none")
# What a number after them numbers, and does not count.
NUMBERED = word_set(
    """
    resolution chapter article highway flight unit route room no. no № # number section phase level category magnitude protocol
    paragraph page camp zone sector checkpoint gate block building hospital school district apartment channel group type mark mk
    version day annex clause order directive law shahed geran leopard patriot kalibr iskander tomahawk storm falcon boeing airbus
    antonov challenger bradley stryker marder gepard caesar himars abrams grad smerch uragan tochka kinzhal scud fateh mirage gripen
    typhoon rafale harop bayraktar lancet orlan heron hellfire stinger javelin harpoon neptune sukhoi tupolev mikoyan cheetah
    merkava qassam fajr zelzal burkan badr houthi-1 area pier berth point post hill height kilometre interstate motorway road
    autoroute psalm verse act scene bn battalion part volume episode season branch bulletin decree regulation reactor line platform
    terminal office and/or dial call covid formula apollo agenda force ward plot grid lot polling psalm sura euro windows
    """
)
