"""By which verbs does somebody count or perceive, and who is known to have been there?"""

from saidwho.text.tables import word_set

COUNTING = word_set(
    "count counts counted log logs logged tally tallies tallied register registers registered record records recorded document documents "
    "documented list lists listed catalogue catalogues catalogued verify verifies verified identify identifies identified"
)
SENSING = word_set(
    "hear hears heard see sees saw seen watch watches watched witness witnesses witnessed notice notices noticed smell smells smelled "
    "smelt spot spots spotted"
)
WITNESSES = word_set(
    "witness witnesses eyewitness eyewitnesses resident residents inhabitant inhabitants villager villagers townspeople survivor survivors "
    "neighbour neighbours neighbor neighbors passer-by passers-by bystander bystanders onlooker onlookers motorist motorists shopkeeper "
    "shopkeepers farmer farmers fisherman fishermen shepherd shepherds refugee refugees evacuee evacuees locals"
)
