"""How much does each reason count when a name may stand for several places?

Set by hand, in the units of a logit: two points make a choice about seven times as likely. Looked at while setting them:
half of TR-News, as benchmarks/places says.
"""

# A name that our tables of countries and regions hold is nearly always that one: towns called Lebanon are many, and small.
KIND = {"country": 9.0, "continent": 8.0, "area": 7.0, "water": 6.5, "site": 6.5, "province": 3.2, "district": 2.5, "town": 0.0}
# For each ten times as many people.
PEOPLE = {"town": 0.7, "province": 0.5}
# For each e times as many names in all the world's spellings.
FAME = 0.55
CAPITAL = 2.0
OWN_NAME = 1.0
EDIT = -1.5
# A town and the division around it have one name: without a word for it, reports mean the town.
SEAT = -3.5
# A town that is also called "X City" is seldom called X: the country or division is.
X_CITY = -3.0
# "Turkish", "European": whatever else the word may name.
ADJECTIVE = 2.0
# "the Donetsk": no town has an article.
ARTICLE = 5.0
# The words say of what sort it is, and it is of that.
SORT = 6.0
# They say so, and it is of another.
OTHER_SORT = -2.0
# "X, in Y", "X, Y": it lies in Y.
CONTAINED = 7.0
# The words put it in a country or division that it does not lie in, or reach it from the country that it does lie in.
ELSEWHERE = -10.0
# Its country is named or implied in the report: times the root of its share of all such words.
COUNTRY = 3.5
# The same within a sentence or so.
COUNTRY_NEAR = 1.0
# Its first-level division is named in the report.
PROVINCE = 2.0
# Another place of the report lies close: times exp(-kilometres / REACH).
NEARNESS = 1.6
REACH = 150.0
OUTLET = 1.2
# What a place that no gazetteer holds would have.
UNKNOWN = 3.0
# And what it has more where the report names a country, in which such a place may well lie.
UNKNOWN_HERE = 3.0
