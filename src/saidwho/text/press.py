"""By which words is the press told: what outlets are called, and what kinds of them there are?

Each stage asks another question of these words, and adds those that answer its own: what ends a name, what belongs to a noun
phrase, what is no part of a name. A word that answers all of them stands here.
"""

# What names of papers and agencies end in, and hardly any other names.
TITLES = (
    "Chronicle", "Courier", "Daily", "Dispatch", "Gazette", "Herald", "Journal", "News", "Post", "Press", "Times", "Tribune", "Weekly",
)  # fmt: skip
# The same for a pattern. Who asks for names as they are written asks with capitals.
ANY_TITLE = "|".join(TITLES)
# What is said of an outlet before or behind its name: "the newspaper Norra Posten", "Norrpress news agency".
KINDS = frozenset({
    "agency", "broadcaster", "channel", "daily", "magazine", "news", "newspaper", "outlet", "paper", "portal", "press", "service", "site",
    "station", "tabloid", "website", "weekly",
})  # fmt: skip
